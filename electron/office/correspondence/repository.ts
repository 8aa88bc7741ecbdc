import { sql, type Selectable } from 'kysely'
import { letterBodySchema } from '../../../shared/correspondence/body.ts'
import type { Letter, LetterFacts, LetterFields, LetterListItem, LetterSort, LetterStatus } from '../../../shared/correspondence/letter.ts'
import { particularsSchema } from '../../../shared/correspondence/templates/kinds.ts'
import { sortKey } from '../../../shared/directory/names.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordColumns } from '../database/mechanism-schema.ts'
import { matchExpression } from '../database/search-index.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { CorrespondenceTables } from '../database/office/correspondence-tables.ts'

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
  return row ? fromRow(row, await factsOf(database, id)) : null
}

/** Reads the letters to contacts, trashed or not, the last first. */
export async function readLettersTo(database: ReadDatabase<OfficeSchema>, contactIds: readonly string[]): Promise<Letter[]> {
  const rows = await database.selectFrom('letter').selectAll().where('recipient_id', 'in', contactIds).orderBy('letter_date', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => fromRow(row, noFacts))
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
    .reduce((sorted, column) => sorted.orderBy(column, direction), matching.select([
      'id', 'number', 'subject', 'recipient_name', 'letter_date', 'status', 'author_name',
    ]))
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
): Promise<(LetterListItem & { recipientId: string })[]> {
  const rows = await database.selectFrom('letter')
    .select(['id', 'number', 'subject', 'recipient_id', 'recipient_name', 'letter_date', 'status', 'author_name'])
    // The plus keeps SQLite from walking through all letters by date.
    .where('recipient_id', 'in', contactIds).where(sql<boolean>`+deleted_at IS NULL`)
    .orderBy('letter_date', 'desc').orderBy('year', 'desc').orderBy('sequence', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...toListItem(row), recipientId: row.recipient_id ?? '' }))
}

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
  return letters.where('id', 'in', sql<string>`(
    SELECT document.record_id FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${match})`)
}

/** Gives the columns of the fields that are set, sort keys included. */
export function letterColumns(fields: LetterFields): FieldColumns
export function letterColumns(fields: Partial<LetterFields>): Partial<FieldColumns>
export function letterColumns(fields: Partial<LetterFields>): Partial<FieldColumns> {
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

function fromRow(row: LetterRow, facts: LetterFacts): Letter {
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
  }
}

function toListItem(row: Pick<LetterRow, 'id' | 'number' | 'subject' | 'recipient_name' | 'letter_date' | 'status' | 'author_name'>): LetterListItem {
  const { id, number, subject, status } = row
  return { id, number, subject, status, recipientName: row.recipient_name, date: row.letter_date, authorName: row.author_name }
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
