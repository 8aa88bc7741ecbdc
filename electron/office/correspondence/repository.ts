import { sql, type Selectable } from 'kysely'
import { blockUsesSchema } from '../../../shared/correspondence/blocks/model.ts'
import { letterBodySchema } from '../../../shared/correspondence/body.ts'
import type { RecipientRole } from '../../../shared/correspondence/copies/model.ts'
import type { EditedLetter, Letter, LetterFacts, LetterFields, LetterListItem, LetterSort, LetterStatus } from '../../../shared/correspondence/letter.ts'
import { particularsSchema } from '../../../shared/correspondence/templates/kinds.ts'
import { sortKey } from '../../../shared/directory/names.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordColumns } from '../database/mechanism-schema.ts'
import { matchExpression, matchingIds } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { CorrespondenceTables } from '../database/office/correspondence-tables.ts'
import { readRecipients, recipientFromRow, type RecipientRow } from './copies/repository.ts'
import { splitLines } from './lines.ts'

type LetterRow = Selectable<CorrespondenceTables['letter']>

/** The columns that a person's fields are stored in. */
type FieldColumns = Omit<LetterRow, keyof RecordColumns | 'year' | 'sequence' | 'number' | 'status' | 'author_id' | 'author_name'>

/** Which part of the register is asked for. */
export interface LetterQuery {
  query: string
  status: LetterStatus | null
  sort: LetterSort
  descending: boolean
  offset: number
  limit: number
}

/** Reads one letter, trashed or not. */
export async function readLetter(database: ReadDatabase<OfficeSchema>, id: string): Promise<Letter | null> {
  const row = await database.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row, await readRecipients(database, [id]), await factsOf(database, id)) : null
}

/**
 * Reads the letters to contacts, trashed or not, the last first; a letter that went to several of them comes once for each, with that
 * contact's address and salutation.
 */
export async function readLettersTo(database: ReadDatabase<OfficeSchema>, contactIds: readonly string[]): Promise<(Letter & { contactId: string })[]> {
  const rows = await database.selectFrom('letter').selectAll()
    .where((eb) => eb.or([eb('recipient_id', 'in', contactIds), eb('id', 'in', eb.selectFrom('letter_recipient').select('letter_id').where('contact_id', 'in', contactIds))]))
    .orderBy('letter_date', 'desc').orderBy('id', 'desc').execute()
  const recipients = await readRecipients(database, rows.map(({ id }) => id))
  return rows.flatMap((row) => {
    const letter = fromRow(row, recipients, noFacts)
    const further = letter.recipients.flatMap(({ contactId, name, addressLines, addressNotes, salutation }) => (contactId !== null && contactIds.includes(contactId) && contactId !== row.recipient_id
      ? [{ ...letter, contactId, recipientName: name, addressLines, addressNotes, salutation }] : []))
    return [...(row.recipient_id !== null && contactIds.includes(row.recipient_id) ? [{ ...letter, contactId: row.recipient_id }] : []), ...further]
  })
}

/** Reads one page of the register and how many letters it has in all. Trashed letters are left out. */
export async function listLetters(
  database: ReadDatabase<OfficeSchema>,
  query: LetterQuery,
): Promise<{ letters: LetterListItem[]; total: number }> {
  const matching = lettersMatching(database, query)
  if (!matching) return { letters: [], total: 0 }
  const direction = query.descending ? 'desc' : 'asc'
  const rows = await sortColumns[query.sort]
    .reduce((sorted, column) => sorted.orderBy(column, direction), matching.select(listColumns))
    .offset(query.offset)
    .limit(query.limit)
    .execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { letters: rows.map(toListItem), total }
}

/** The newest letters to any of the contacts, the newest first, each with its recipient. Trashed letters are left out. */
export async function lettersTo(
  database: ReadDatabase<OfficeSchema>,
  contactIds: readonly string[],
  limit: number,
): Promise<(LetterListItem & { contactId: string; role: RecipientRole })[]> {
  const first = await database.selectFrom('letter')
    .select([...listColumns, 'recipient_id', 'year', 'sequence'])
    // The plus keeps SQLite from walking through all letters by date.
    .where('recipient_id', 'in', contactIds).where(sql<boolean>`+deleted_at IS NULL`)
    .orderBy('letter_date', 'desc').orderBy('year', 'desc').orderBy('sequence', 'desc').limit(limit).execute()
  const further = await database.selectFrom('letter_recipient').innerJoin('letter', 'letter.id', 'letter_recipient.letter_id')
    .select([...listColumns.map((column) => `letter.${column}` as const), 'letter_recipient.contact_id', 'letter_recipient.role', 'letter.year', 'letter.sequence'])
    .where('letter_recipient.contact_id', 'in', contactIds).where(sql<boolean>`+letter.deleted_at IS NULL`)
    .orderBy('letter.letter_date', 'desc').orderBy('letter.year', 'desc').orderBy('letter.sequence', 'desc').limit(limit).execute()
  const all = [
    ...first.map((row) => ({ row, contactId: row.recipient_id ?? '', role: 'original' as const })),
    ...further.map((row) => ({ row, contactId: row.contact_id ?? '', role: row.role })),
  ]
  return all
    .toSorted(({ row: a }, { row: b }) => b.letter_date.localeCompare(a.letter_date) || b.year - a.year || b.sequence - a.sequence)
    .slice(0, limit).map(({ row, contactId, role }) => ({ ...toListItem(row), contactId, role }))
}

const listColumns = ['id', 'number', 'subject', 'recipient_name', 'letter_date', 'status', 'author_name'] as const

const sortColumns = {
  number: ['year', 'sequence'],
  subject: ['subject_key', 'year', 'sequence'],
  recipient: ['recipient_key', 'year', 'sequence'],
  date: ['letter_date', 'year', 'sequence'],
  status: ['status', 'year', 'sequence'],
} as const satisfies Record<LetterSort, readonly (keyof LetterRow)[]>

/** The letters asked for, not yet sorted; null when the search words hold nothing to look for. */
function lettersMatching(database: ReadDatabase<OfficeSchema>, { query, status }: LetterQuery) {
  let letters = database.selectFrom('letter').where('deleted_at', 'is', null)
  if (status) letters = letters.where('status', '=', status)
  if (query.trim() === '') return letters
  const match = matchExpression(query, 'letter')
  if (!match) return null
  return letters.where('id', 'in', matchingIds(match))
}

/** Gives the columns of the fields that are set, sort keys included. */
export function letterColumns(fields: LetterFields): Omit<FieldColumns, 'block_uses'>
export function letterColumns(fields: Partial<EditedLetter>): Partial<FieldColumns>
export function letterColumns(fields: Partial<EditedLetter>): Partial<FieldColumns> {
  const { subject, recipientName } = fields
  const columns: { [Column in keyof FieldColumns]: FieldColumns[Column] | undefined } = {
    recipient_id: fields.recipientId,
    recipient_name: recipientName,
    recipient_key: recipientName === undefined ? undefined : sortKey(recipientName),
    subject_key: subject === undefined ? undefined : sortKey(subject),
    address_notes: fields.addressNotes?.join('\n'),
    address_lines: fields.addressLines?.join('\n'),
    your_reference: fields.yourReference,
    your_message_of: fields.yourMessageOf,
    our_reference: fields.ourReference,
    contact_person: fields.contactPerson,
    letter_date: fields.date,
    subject,
    salutation: fields.salutation,
    body: fields.body && JSON.stringify(fields.body),
    closing: fields.closing,
    signature_authority: fields.signatureAuthority,
    signature_addition: fields.signatureAddition,
    signature_name: fields.signatureName,
    enclosures: fields.enclosures?.join('\n'),
    copies: fields.copies?.join('\n'),
    template: fields.template,
    particulars: fields.particulars && JSON.stringify(fields.particulars),
    way: fields.way,
    distribution: fields.distribution,
    enclosed_papers: fields.enclosedPapers && JSON.stringify(fields.enclosedPapers),
    signer_id: fields.signerId,
    signature_function: fields.signatureFunction,
    signer_sign: fields.signerSign,
    editor_id: fields.editorId,
    editor_name: fields.editorName,
    editor_sign: fields.editorSign,
    contact_phone: fields.contactPhone,
    contact_email: fields.contactEmail,
    orders: fields.orders?.join('\n'),
    draft_note: fields.draftNote,
    block_uses: fields.blockUses && JSON.stringify(fields.blockUses),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<FieldColumns>
}

const noFacts: LetterFacts = { deadline: null, fileReference: '' }

/** The deadline of the statement that a letter is the text of, and the Aktenzeichen under which one of the two is filed. */
async function factsOf(database: ReadDatabase<OfficeSchema>, letterId: string): Promise<LetterFacts> {
  const statement = await database.selectFrom('statement').select(['id', 'effective_due']).where('letter_id', '=', letterId).where('deleted_at', 'is', null).executeTakeFirst()
  const filed = await database.selectFrom('filing').innerJoin('matter', 'matter.id', 'filing.matter_id').select(['matter.reference', 'filing.record_type'])
    .where('matter.deleted_at', 'is', null).where('filing.record_id', 'in', statement ? [letterId, statement.id] : [letterId]).execute()
  const own = filed.find(({ record_type: type }) => type === 'letter') ?? filed[0]
  return { deadline: statement?.effective_due ?? null, fileReference: own?.reference ?? '' }
}

function fromRow(row: LetterRow, recipients: readonly RecipientRow[], facts: LetterFacts): Letter {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    status: row.status,
    authorName: row.author_name,
    updatedAt: row.updated_at,
    trashed: row.deleted_at !== null,
    facts,
    recipientId: row.recipient_id,
    recipientName: row.recipient_name,
    addressNotes: splitLines(row.address_notes),
    addressLines: splitLines(row.address_lines),
    yourReference: row.your_reference,
    yourMessageOf: row.your_message_of,
    ourReference: row.our_reference,
    contactPerson: row.contact_person,
    date: row.letter_date,
    subject: row.subject,
    salutation: row.salutation,
    body: letterBodySchema.parse(JSON.parse(row.body)),
    closing: row.closing,
    signatureAuthority: row.signature_authority,
    signatureAddition: row.signature_addition,
    signatureName: row.signature_name,
    enclosures: splitLines(row.enclosures),
    copies: splitLines(row.copies),
    template: row.template,
    particulars: particularsSchema.parse(JSON.parse(row.particulars)),
    way: row.way,
    recipients: recipients.filter(({ letter_id }) => letter_id === row.id).map(recipientFromRow),
    distribution: row.distribution,
    enclosedPapers: JSON.parse(row.enclosed_papers) as Record<string, string>,
    signerId: row.signer_id,
    signatureFunction: row.signature_function,
    signerSign: row.signer_sign,
    editorId: row.editor_id,
    editorName: row.editor_name,
    editorSign: row.editor_sign,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    orders: splitLines(row.orders),
    draftNote: row.draft_note,
    blockUses: blockUsesSchema.parse(JSON.parse(row.block_uses)),
  }
}

function toListItem(row: Pick<LetterRow, 'id' | 'number' | 'subject' | 'recipient_name' | 'letter_date' | 'status' | 'author_name'>): LetterListItem {
  const { id, number, subject, status } = row
  return { id, number, subject, status, recipientName: row.recipient_name, date: row.letter_date, authorName: row.author_name }
}
