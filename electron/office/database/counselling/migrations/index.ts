import type { Migration } from '../../migrate.ts'
import { mechanisms } from './0010-mechanisms.ts'
import { counselling } from './0020-counselling.ts'
import { protectedNotes } from './0030-protected-notes.ts'
import { deadlines } from './0040-deadlines.ts'
import { caseWork } from './0050-case-work.ts'
import { referrals } from './0060-referrals.ts'
import { incidents } from './0070-incidents.ts'
import { escalation } from './0080-escalation.ts'
import { statistics } from './0090-statistics.ts'
import { privacy } from './0100-privacy.ts'
import { caseMerge } from './0110-case-merge.ts'
import { clientLetters } from './0120-client-letters.ts'
import { audit } from './0130-audit.ts'
import { deputies } from './0140-deputies.ts'

/** All steps of counselling.db in order. */
export const counsellingMigrations: readonly Migration[] = [mechanisms, counselling, protectedNotes, deadlines, caseWork, referrals, incidents, escalation, statistics, privacy, caseMerge, clientLetters, audit, deputies]
