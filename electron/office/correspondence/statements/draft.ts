import { uuidv7 } from 'uuidv7'
import type { LetterFields } from '../../../../shared/correspondence/letter.ts'
import { letterDate } from '../../../../shared/correspondence/letter-date.ts'
import type { StatementInput } from '../../../../shared/correspondence/statements/model.ts'
import { statementParticulars } from '../../../../shared/correspondence/statements/particulars.ts'
import { recipientFrom, wayTo } from '../../../../shared/correspondence/recipient.ts'
import { standardTemplate } from '../../../../shared/correspondence/templates/built-in.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { letterRecipient } from '../../directory/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { beginLetter } from '../signing/begin.ts'
import { storeLetter } from '../store-letter.ts'
import { kindOf } from '../templates/letter-document.ts'
import { draftBody } from './request.ts'

/**
 * The letter that a draft begins as: to whoever asked, with subject, reference and the parts of a statement, written with a template.
 * A template for statements gets what the request says in its own fields, and a shorter text.
 * @throws OfficeError `not-found` for a template that isn't there
 */
export async function draftFields(desk: OfficeDesk, fields: StatementInput, day: string, template = standardTemplate): Promise<LetterFields> {
  const own = await kindOf(desk, template) === 'stellungnahme'
  return {
    ...await letterToRequester(desk, fields, day),
    subject: fields.kind === 'participation' ? `Beteiligung: ${fields.subject}` : `Stellungnahme: ${fields.subject}`,
    body: draftBody(fields, own),
    template,
    particulars: own ? statementParticulars(fields) : {},
  }
}

/** An empty letter to whoever asked for the statement. */
export async function letterToRequester(desk: OfficeDesk, fields: Pick<StatementInput, 'requesterId' | 'requesterName' | 'theirReference' | 'receivedOn'>, day: string): Promise<LetterFields> {
  return { ...await letterTo(desk, fields.requesterId, fields.requesterName, day), yourReference: fields.theirReference, yourMessageOf: letterDate(fields.receivedOn, 'short') }
}

/** An empty letter to a contact, or to a name. @throws OfficeError `not-found` */
export async function letterTo(desk: OfficeDesk, contactId: string | null, name: string, day: string): Promise<LetterFields> {
  const recipient = contactId === null ? null : await letterRecipient(desk, contactId)
  const letter = await beginLetter(desk, day, recipient && contactId !== null ? { recipientId: contactId, ...recipientFrom(recipient.contact, recipient.employer), way: wayTo(recipient.contact) } : null)
  return recipient === null ? { ...letter, recipientName: name, addressLines: name === '' ? [] : [name] } : letter
}

/** Stores the draft of a statement within a transaction. @returns the id of the letter */
export async function beginDraft(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, statementId: string, fields: LetterFields): Promise<string> {
  const { id } = await storeLetter(transaction, desk, fields, { status: 'draft' })
  await transaction.update('statement', statementId, { letter_id: id, state: 'drafting' })
  await transaction.insert('statement_decision', { id: uuidv7(), statement_id: statementId, at: transaction.now, person_name: desk.person.name, action: 'begin', remark: '', text_version: null })
  return id
}
