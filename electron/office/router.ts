import { auditRouter } from './audit/router.ts'
import { complianceRouter } from './compliance/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { counsellingRouter } from './counselling/router.ts'
import { draftsRouter } from './drafts/router.ts'
import { preferencesRouter } from './preferences/router.ts'
import { open } from './procedures.ts'
import { recordsRouter } from './records/router.ts'
import { searchRouter } from './search/router.ts'
import { vaultRouter } from './vault/router.ts'
import { directoryRouter } from './directory/router.ts'
import { correspondenceRouter } from './correspondence/router.ts'
import { eventsRouter } from './events/router.ts'
import { tasksRouter } from './tasks/router.ts'
import { settingsRouter } from './settings/router.ts'
import { backupRouter } from './backup/router.ts'
import { transferRouter } from './transfer/router.ts'
import { handoverRouter } from './handover/router.ts'

/** Answers to the whole contract. One line a feature. */
export const router = open.router({
  vault: vaultRouter,
  records: recordsRouter,
  search: searchRouter,
  counselling: counsellingRouter,
  drafts: draftsRouter,
  preferences: preferencesRouter,
  directory: directoryRouter,
  correspondence: correspondenceRouter,
  tasks: tasksRouter,
  events: eventsRouter,
  calendar: calendarRouter,
  settings: settingsRouter,
  backup: backupRouter,
  audit: auditRouter,
  transfer: transferRouter,
  handover: handoverRouter,
  compliance: complianceRouter,
})
