import { auditContract } from './audit/contract.ts'
import { complianceContract } from './compliance/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { counsellingContract } from './counselling/contract.ts'
import { draftsContract } from './drafts/contract.ts'
import { preferencesContract } from './preferences/contract.ts'
import { recordsContract } from './records/contract.ts'
import { searchContract } from './search/contract.ts'
import { vaultContract } from './vault/contract.ts'
import { directoryContract } from './directory/contract.ts'
import { correspondenceContract } from './correspondence/contract.ts'
import { eventsContract } from './events/contract.ts'
import { tasksContract } from './tasks/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { backupContract } from './backup/contract.ts'
import { transferContract } from './transfer/contract.ts'
import { handoverContract } from './handover/contract.ts'

/** Everything the window can ask of the office process. One line a feature. */
export const contract = {
  vault: vaultContract,
  records: recordsContract,
  search: searchContract,
  counselling: counsellingContract,
  drafts: draftsContract,
  preferences: preferencesContract,
  directory: directoryContract,
  correspondence: correspondenceContract,
  tasks: tasksContract,
  events: eventsContract,
  calendar: calendarContract,
  settings: settingsContract,
  backup: backupContract,
  audit: auditContract,
  transfer: transferContract,
  handover: handoverContract,
  compliance: complianceContract,
}
