import { uuidv7 } from 'uuidv7'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import { letterDate } from '../../../../shared/correspondence/letter-date.ts'
import type { StatementInput } from '../../../../shared/correspondence/statements/model.ts'
import { recipientFrom } from '../../../../shared/correspondence/recipient.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { letterRecipient } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { newLetterFields } from '../new-letter.ts'
import { storeLetter } from '../store-letter.ts'
import { draftBody } from './request.ts'

/** The letter that a draft begins as: to whoever asked, with subject, reference and the parts of a statement. */
export async function draftFields(desk: OfficeDesk, fields: StatementInput, day: string): Promise<LetterFields> {
  const { letterhead } = await getLetterhead(desk)
  const recipient = fields.requesterId === null ? null : await letterRecipient(desk, fields.requesterId)
  const letter = newLetterFields(day, letterhead, desk.person.name, recipient && fields.requesterId !== null ? { recipientId: fields.requesterId, ...recipientFrom(recipient.contact, recipient.employer) } : null)
  return {
    ...letter,
    ...(recipient === null && { recipientName: fields.requesterName, addressLines: [fields.requesterName] }),
    subject: fields.kind === 'participation' ? `Beteiligung: ${fields.subject}` : `Stellungnahme: ${fields.subject}`,
    yourReference: fields.theirReference,
    yourMessageOf: letterDate(fields.receivedOn, 'short'),
    body: draftBody(fields),
  }
}

/** Stores the draft of a statement within a transaction. @returns the id of the letter */
export async function beginDraft(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, statementId: string, fields: LetterFields): Promise<string> {
  const { id } = await storeLetter(transaction, desk, fields, { status: 'draft' })
  await transaction.update('statement', statementId, { letter_id: id, state: 'drafting' })
  await transaction.insert('statement_decision', { id: uuidv7(), statement_id: statementId, at: transaction.now, person_name: desk.person.name, action: 'begin', remark: '', text_version: null })
  return id
}
