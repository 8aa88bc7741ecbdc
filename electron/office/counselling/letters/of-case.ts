import { mailWayLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import type { CourseEvent } from '../../../../shared/counselling/course/contract.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { rowsOfCase } from './repository.ts'

/** Letters for the course of a case: on the day they were sent, before that on their own day. */
export async function letterEvents(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<CourseEvent[]> {
  return (await rowsOfCase(database, caseId)).map(({ id, number, subject, recipient_name, letter_date, status, sent_on, sent_way }) => {
    const to = recipient_name === '' ? '' : ` an ${recipient_name}`
    const stand = sent_on === null ? (status === 'final' ? 'fertig, nicht versandt' : 'Entwurf') : sent_way === null ? '' : mailWayLabels[sent_way]
    return {
      id, kind: 'letter', date: sent_on ?? letter_date, title: sent_on === null ? `Schreiben${to}` : `Schreiben${to} versandt`, detail: [number, subject, stand].filter(Boolean).join(' · '),
    }
  })
}

/** Letters go to the trash with their case, and what came back from Word with them. */
export async function trashLettersOfCase(transaction: WriteTransaction<CounsellingSchema>, caseId: string, personId: string): Promise<void> {
  const papers = await transaction.database.selectFrom('attachment').select('id').where('case_id', '=', caseId).where('letter_id', 'is not', null).where('deleted_at', 'is', null).execute()
  for (const { id } of papers) await transaction.trash({ type: 'attachment', id }, personId)
  for (const { id } of await rowsOfCase(transaction.database, caseId)) await transaction.trash({ type: 'client-letter', id }, personId)
}
