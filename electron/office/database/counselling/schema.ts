import type { CaseWorkTables } from './case-work-tables.ts'
import type { ComplianceTables } from './compliance-tables.ts'
import type { CounsellingTables } from './counselling-tables.ts'
import type { DeputyTables } from './deputy-tables.ts'
import type { DeadlineTables } from './deadline-tables.ts'
import type { EscalationTables } from './escalation-tables.ts'
import type { IncidentTables } from './incident-tables.ts'
import type { LetterTables } from './letter-tables.ts'
import type { MergeTables } from './merge-tables.ts'
import type { PrivacyTables } from './privacy-tables.ts'
import type { MechanismSchema } from '../mechanism-schema.ts'
import type { ReferralTables } from './referral-tables.ts'
import type { StatisticsTables } from './statistics-tables.ts'

/** Tables of counselling.db. */
export interface CounsellingSchema extends MechanismSchema, CounsellingTables, DeadlineTables, CaseWorkTables, IncidentTables, EscalationTables, MergeTables, ReferralTables, StatisticsTables, PrivacyTables, LetterTables, ComplianceTables, DeputyTables {}
