import type { Selectable } from 'kysely'
import type { LetterRecipient, Signing } from '../../../../shared/correspondence/copies/model.ts'
import { germanDate } from '../../../../shared/dates.ts'
import type { CorrespondenceTables } from '../../database/office/correspondence-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { initialsOf } from '../../../../shared/correspondence/signing/model.ts'
import { splitLines } from '../lines.ts'

export type RecipientRow = Selectable<CorrespondenceTables['letter_recipient']>

/** The further recipients of letters, in their order. */
export async function readRecipients(database: ReadDatabase<OfficeSchema>, letterIds: readonly string[]): Promise<RecipientRow[]> {
  if (letterIds.length === 0) return []
  return database.selectFrom('letter_recipient').selectAll().where('letter_id', 'in', letterIds).orderBy('letter_id').orderBy('position').execute()
}

export function recipientFromRow(row: RecipientRow): LetterRecipient {
  return {
    id: row.id, role: row.role, contactId: row.contact_id, name: row.name, addressNotes: splitLines(row.address_notes), addressLines: splitLines(row.address_lines),
    salutation: row.salutation, way: row.way, enclosures: row.enclosures === null ? null : splitLines(row.enclosures), note: row.note, withhold: row.withhold === 1,
  }
}

/** The rows that a letter's further recipients are stored in. */
export function recipientRows(letterId: string, recipients: readonly LetterRecipient[]): RecipientRow[] {
  return recipients.map((recipient, position) => ({
    id: recipient.id, letter_id: letterId, position, role: recipient.role, contact_id: recipient.contactId, name: recipient.name,
    address_notes: recipient.addressNotes.join('\n'), address_lines: recipient.addressLines.join('\n'), salutation: recipient.salutation, way: recipient.way,
    enclosures: recipient.enclosures?.join('\n') ?? null, note: recipient.note, withhold: recipient.withhold ? 1 : 0,
  }))
}

/** Who co-signed the statement that a letter is the text of, and who was asked to. */
export async function readCosigners(database: ReadDatabase<OfficeSchema>, letterId: string): Promise<Signing[]> {
  const rows = await database.selectFrom('statement_contributor').innerJoin('statement', 'statement.id', 'statement_contributor.statement_id')
    .select(['statement_contributor.name', 'statement_contributor.person_id', 'statement_contributor.replied_on'])
    .where('statement.letter_id', '=', letterId).where('statement.deleted_at', 'is', null).where('statement_contributor.role', '=', 'cosign')
    .orderBy('statement_contributor.position').execute()
  return rows.map(({ name, person_id, replied_on }) => ({
    role: 'Mitzeichnung', name, sign: replied_on !== null && person_id !== null ? initialsOf(name) : '', date: replied_on === null ? '' : germanDate(replied_on),
  }))
}
