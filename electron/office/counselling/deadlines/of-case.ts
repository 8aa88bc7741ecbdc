import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

type Writing = WriteTransaction<CounsellingSchema>

/**
 * Refuses to put a case aside as long as it has open deadlines that the person wasn't shown. Whatever closes, merges or deletes a
 * case asks this first; the deadlines themselves stay in the list until somebody decides about each.
 * @throws OfficeError `invalid`
 */
export async function expectDeadlinesSeen(transaction: Writing, caseId: string, seen: readonly string[]): Promise<void> {
  const open = await transaction.database
    .selectFrom('deadline')
    .select('id')
    .where('case_id', '=', caseId)
    .where('done_on', 'is', null)
    .where('deleted_at', 'is', null)
    .execute()
  const unseen = open.filter(({ id }) => !seen.includes(id)).length
  if (unseen === 0) return
  const named = unseen === 1 ? 'ist noch eine Frist' : `sind noch ${unseen} Fristen`
  throw new OfficeError('invalid', { detail: `In diesem Fall ${named} offen. Es wurde nichts geändert. Bitte zuerst die offenen Fristen ansehen.` })
}

/** Deadlines of an anonymous consultation go with it when it becomes a case. */
export async function giveDeadlinesToCase(transaction: Writing, consultationId: string, caseId: string): Promise<void> {
  const rows = await transaction.database.selectFrom('deadline').select('id').where('consultation_id', '=', consultationId).execute()
  for (const { id } of rows) await transaction.update('deadline', id, { case_id: caseId })
}
