import type { MechanismSchema } from '../mechanism-schema.ts'
import type { CalendarTables } from './calendar-tables.ts'
import type { CorrespondenceTables } from './correspondence-tables.ts'
import type { DirectoryTables } from './directory-tables.ts'
import type { DuplicateTables } from './duplicate-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { LanguageTables } from './language-tables.ts'
import type { ListTables } from './list-tables.ts'
import type { PressTables } from './press-tables.ts'
import type { PrivacyTables } from './privacy-tables.ts'
import type { RegisterTables } from './register-tables.ts'
import type { SerialTables } from './serial-tables.ts'
import type { SettingsTables } from './settings-tables.ts'
import type { EventPlanTables } from './event-plan-tables.ts'
import type { EventTables } from './event-tables.ts'
import type { ParticipantTables } from './participant-tables.ts'
import type { TaskTables } from './task-tables.ts'
import type { TemplateTables } from './template-tables.ts'
import type { TextBlockTables } from './text-block-tables.ts'
import type { StatementTables } from './statement-tables.ts'

/** Tables of office.db. Each feature adds its own part; counselling never appears here. */
export interface OfficeSchema extends MechanismSchema, SettingsTables, DirectoryTables, DuplicateTables, CorrespondenceTables, ListTables, ImportTables, PrivacyTables, TemplateTables,
  StatementTables, RegisterTables, TextBlockTables, LanguageTables, PressTables, TaskTables, EventTables, EventPlanTables, ParticipantTables, CalendarTables, SerialTables {
  preference: { person_id: string; key: string; value: string }
}
