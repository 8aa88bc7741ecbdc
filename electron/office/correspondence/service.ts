import type { Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { bodyText, type LetterBody } from '../../../shared/correspondence/body.ts'
import { bodyFieldValues, missingFields, withFixedFields } from '../../../shared/correspondence/body-fields.ts'
import { composeSheet } from '../../../shared/correspondence/compose-sheet.ts'
import { standardTemplate } from '../../../shared/correspondence/templates/built-in.ts'
import type { EditedLetter, Letter, LetterFields, LetterListItem, LetterStatus } from '../../../shared/correspondence/letter.ts'
import type { LetterSheet } from '../../../shared/correspondence/letter-sheet.ts'
import { recipientFrom, wayTo, type Recipient } from '../../../shared/correspondence/recipient.ts'
import { impersonalSalutation } from '../../../shared/correspondence/salutation.ts'
import type { MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import type { Action } from '../database/change-log.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import { letterRecipient } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { fixFields, openFields } from './fixed-fields.ts'
import { letterDocx, type LetterDraft } from './letter-docx.ts'
import { recipientRows } from './copies/repository.ts'
import { getLetterhead } from '../settings/service.ts'
import { beginLetter } from './signing/begin.ts'
import { newLetterFields } from './new-letter.ts'
import { kindOf } from './templates/letter-document.ts'
import { reopenReleaseOf } from './press/releases-service.ts'
import { letterColumns, listLetters, readLetter, readLettersTo, type LetterQuery } from './repository.ts'
import { reopenStatementOf } from './statements/reopened.ts'
import { storeLetter } from './store-letter.ts'
import { keepVersion } from './versions/keep.ts'

export { beginLetter } from './signing/begin.ts'

/** One page of the register. */
export async function findLetters(desk: OfficeDesk, query: LetterQuery): Promise<{ letters: LetterListItem[]; total: number }> {
  return listLetters(desk.database.read, query)
}

/** One letter, also from the trash. @throws OfficeError `not-found` */
export async function getLetter(desk: OfficeDesk, id: string): Promise<Letter> {
  const letter = await readLetter(desk.database.read, id)
  if (!letter) throw new OfficeError('not-found')
  return letter
}

/** Address, salutation and way for a letter to a contact, as they are now. @throws OfficeError `not-found` */
export async function getRecipient(desk: OfficeDesk, contactId: string): Promise<Recipient & { recipientId: string; way: MailWay }> {
  const { contact, employer } = await letterRecipient(desk, contactId)
  return { recipientId: contactId, ...recipientFrom(contact, employer), way: wayTo(contact) }
}

/**
 * Begins a letter with the next number of the year; number and letter are stored together or not at all.
 * @param day the calendar day of the letter (ISO), which also decides the year of the number
 * @param template what it is written with: `builtin:…` or the id of a version
 * @throws OfficeError `not-found` for a template that isn't there
 */
export async function createLetter(
  desk: OfficeDesk, recipientId: string | null, day = isoDay(new Date()), template = standardTemplate,
): Promise<ChangeReceipt & { id: string }> {
  await kindOf(desk, template)
  const fields = { ...await beginLetter(desk, day, recipientId === null ? null : await getRecipient(desk, recipientId)), template }
  const id = uuidv7()
  const written = await desk.write({ label: 'Schreiben begonnen', record: letterRef(id) }, async (transaction) => {
    await storeLetter(transaction, desk, fields, { id, status: 'draft' })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/**
 * Stores the fields that are given. Quick further changes of the same letter become one step of history and undo.
 * @throws OfficeError `conflict` with the letter as it is now, `invalid` for a finished letter, `not-found`
 */
export async function updateLetter(desk: OfficeDesk, id: string, version: number, fields: Partial<EditedLetter>): Promise<ChangeReceipt> {
  if (fields.template !== undefined) await kindOf(desk, fields.template)
  return change(desk, id, version, { label: 'Schreiben geändert', coalesce: `letter:${id}` }, async (transaction) => {
    const letter = await readLetter(transaction.database, id)
    if (!letter) return
    await transaction.update('letter', id, letterColumns(acceptedChange(letter, fields)))
    if (fields.recipients) await transaction.replaceRows('letter_recipient', 'letter_id', id, recipientRows(id, fields.recipients))
  })
}

/** What a change of a letter changes. @throws OfficeError `invalid` for a finished letter */
export function acceptedChange(letter: Pick<Letter, 'status' | 'recipientId'>, fields: Partial<EditedLetter>): Partial<EditedLetter> {
  if (letter.status === 'final') throw new OfficeError('invalid', { detail: 'Das Schreiben ist fertig. Bitte zuerst „Wieder bearbeiten“ wählen.' })
  // An address typed by hand has no contact to be listed by: its first line names the recipient.
  const recipientId = fields.recipientId === undefined ? letter.recipientId : fields.recipientId
  return fields.addressLines && recipientId === null ? { ...fields, recipientName: fields.addressLines[0] ?? '' } : fields
}

/**
 * Finishes a letter, which keeps its text as a final version with its hash, or takes it up again; a statement that it is the text of
 * loses its signature then.
 * @throws OfficeError `conflict`, `not-found`
 */
export async function setLetterStatus(desk: OfficeDesk, id: string, version: number, status: LetterStatus): Promise<ChangeReceipt> {
  const label = status === 'final' ? 'Schreiben fertiggestellt' : 'Schreiben wieder in Bearbeitung'
  return change(desk, id, version, { label }, async (transaction) => {
    await transaction.update('letter', id, { status })
    await (status === 'final' ? fixFields(transaction, desk, id) : openFields(transaction, id))
    if (status === 'final') await keepVersion(transaction, desk, id, { kind: 'final', note: '' })
    else {
      await reopenStatementOf(transaction, desk, id)
      await reopenReleaseOf(transaction, id)
    }
  })
}

/** Moves a letter to the trash. Its number stays taken. @throws OfficeError `conflict`, `not-found` */
export async function removeLetter(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Schreiben gelöscht' }, (transaction) => transaction.trash(letterRef(id), desk.person.id))
}

/** The text with what its fields say written into them, for a letter that is finished elsewhere; and what they don't say. */
export async function finishedBody(desk: OfficeDesk, letter: Letter): Promise<{ body: LetterBody; missing: string[] }> {
  const values = bodyFieldValues(letter, (await getLetterhead(desk)).letterhead)
  return { body: withFixedFields(letter.body, values), missing: missingFields(letter.body, values) }
}

/** A letter of the office that another feature composes: where it says nothing, as every letter of the office begins. */
export function draftSheet(
  fields: Partial<LetterFields> & { number: string }, letterhead: Letterhead, author: string, day: string,
): LetterSheet {
  return composeSheet({ ...newLetterFields(day, letterhead, author, null), ...fields }, letterhead)
}

/** A letter that another feature has composed and keeps itself, by the same engine and look as those of the register. */
export function draftDocx(sheet: LetterSheet, letterhead: Letterhead, draft: LetterDraft): Promise<Uint8Array> {
  return letterDocx(sheet, letterhead, undefined, draft)
}

/** A letter to a contact, as data protection needs it. */
export interface LetterOfContact extends Pick<Letter, 'id' | 'number' | 'date' | 'status' | 'subject' | 'recipientName' | 'addressLines' | 'salutation'> {
  contactId: string
  text: string
}

/** The letters to contacts, also those in the trash, the last first. */
export async function lettersTo(desk: OfficeDesk, contactIds: readonly string[]): Promise<LetterOfContact[]> {
  const letters: LetterOfContact[] = []
  for (const letter of await readLettersTo(desk.database.read, contactIds)) {
    const { id, number, date, status, subject, recipientName, addressLines, salutation, contactId } = letter
    letters.push({ id, number, date, status, subject, recipientName, addressLines, salutation, contactId, text: bodyText(letter.body) })
  }
  return letters
}

/** The columns of a letter that stays when the contact it was sent to is destroyed, without that contact. */
export function neutralRecipient(): Partial<Updateable<OfficeSchema['letter']>> {
  return letterColumns({
    recipientId: null, recipientName: 'Gelöschter Kontakt', addressLines: ['Gelöschter Kontakt'], addressNotes: [], yourReference: '', yourMessageOf: '',
    salutation: impersonalSalutation,
  })
}

async function change(
  desk: OfficeDesk,
  id: string,
  version: number,
  action: Omit<Action, 'record'>,
  work: (transaction: WriteTransaction<OfficeSchema>) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: letterRef(id) }, async (transaction) => {
    await transaction.expectVersion(letterRef(id), version, () => readLetter(transaction.database, id))
    await work(transaction)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

function letterRef(id: string) {
  return { type: 'letter', id }
}
