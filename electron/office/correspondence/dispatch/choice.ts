import type { DispatchForm } from '../../../../shared/correspondence/dispatch/contract.ts'
import type { MailWay } from '../../../../shared/correspondence/statements/workflow.ts'

/** What the person chose in „Versenden“. */
export interface Dispatch {
  id: string
  form: DispatchForm
  /** A state from Word instead of the letter as it stands in the office. */
  versionId: string | null
  to: string
  way: MailWay
  enter: boolean
  /** When the letter is looked at again. */
  followUpOn?: string | null
  grant: string
}
