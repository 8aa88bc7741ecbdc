import { uuidv7 } from 'uuidv7'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'

/**
 * Takes back the signature under a statement whose letter is taken up again: what is signed and what can be changed must never be
 * the same text. A statement that was sent stays sent; its next signature makes a new version.
 */
export async function reopenStatementOf(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, letterId: string, remark = ''): Promise<void> {
  const statement = await transaction.database.selectFrom('statement').select(['id', 'signed_version']).where('letter_id', '=', letterId).where('state', 'in', ['signed', 'sent']).executeTakeFirst()
  if (!statement) return
  await transaction.update('statement', statement.id, { state: 'drafting', signed_at: null, signed_by: '', signed_version: null })
  await transaction.insert('statement_decision', {
    id: uuidv7(), statement_id: statement.id, at: transaction.now, person_name: desk.person.name, action: 'reopen', remark, text_version: statement.signed_version,
  })
}
