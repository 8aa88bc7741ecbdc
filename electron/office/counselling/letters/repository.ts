import { sql, type Selectable, type SqlBool } from 'kysely'
import { editedLetterSchema, type EditedLetter, type Letter, type LetterFields } from '../../../../shared/correspondence/letter.ts'
import type { TakenVersion } from '../../../../shared/correspondence/round-trip/contract.ts'
import { editedKinds } from '../../../../shared/correspondence/round-trip/kinds.ts'
import type { ClientLetterItem } from '../../../../shared/counselling/letters/contract.ts'
import type { LetterTables } from '../../database/counselling/letter-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { caseIdsOf } from '../access/repository.ts'
import { hitIds } from '../search-hits.ts'

type Database = ReadDatabase<CounsellingSchema>
type Row = Selectable<LetterTables['client_letter']>

/** A letter about a client: the letter itself, and what it has to do with its case. */
export interface ClientLetter {
  letter: Letter
  row: Row
}

/** One letter, trashed or not; null if there is none. */
export async function readClientLetter(database: Database, id: string): Promise<ClientLetter | null> {
  const row = await database.selectFrom('client_letter').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { row, letter: { ...letterOf(row), facts: await factsOfCase(database, row.case_id) } } : null
}

/** The letters of a case that aren't in the trash, the newest first. */
export async function rowsOfCase(database: Database, caseId: string): Promise<Row[]> {
  return database.selectFrom('client_letter').selectAll().where('case_id', '=', caseId).where('deleted_at', 'is', null).orderBy('year', 'desc').orderBy('sequence', 'desc').execute()
}

/** Which letters are asked for. */
export interface ClientLetterQuery {
  caseId: string | null
  query: string
  /** Only those that weren't sent yet. */
  open: boolean
  /** Only of cases that this person may see; null for everybody's. */
  seenBy: string | null
  limit: number
}

/** Letters, the newest first, and how many match in all. Trashed ones, and those of a case in the trash, are left out. */
export async function listClientLetters(database: Database, { caseId, query, open, seenBy, limit }: ClientLetterQuery): Promise<{ letters: Omit<ClientLetterItem, 'standing'>[]; total: number }> {
  let rows = database.selectFrom('client_letter').innerJoin('counselling_case', 'counselling_case.id', 'client_letter.case_id').where('client_letter.deleted_at', 'is', null).where('counselling_case.deleted_at', 'is', null)
  if (caseId !== null) rows = rows.where('client_letter.case_id', '=', caseId)
  if (open) rows = rows.where('client_letter.sent_on', 'is', null)
  if (seenBy !== null) rows = rows.where(sql<SqlBool>`client_letter.case_id IN (${caseIdsOf(seenBy)})`)
  if (query.trim() !== '') rows = rows.where(sql<SqlBool>`(client_letter.id IN (${hitIds(query, 'client-letter')}) OR client_letter.id IN (SELECT letter_id FROM attachment WHERE id IN (${hitIds(query, 'attachment')})))`)
  const found = await rows
    .selectAll('client_letter').select(['counselling_case.number as case_number', 'counselling_case.alias as alias'])
    .orderBy('client_letter.year', 'desc').orderBy('client_letter.sequence', 'desc').limit(limit).execute()
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return {
    total,
    letters: found.map((row) => ({
      id: row.id, number: row.number, subject: row.subject, recipientName: row.recipient_name, date: row.letter_date, status: row.status, authorName: row.counsellor_name,
      caseId: row.case_id, caseNumber: row.case_number, alias: row.alias, toClient: row.to_client === 1, sentOn: row.sent_on,
    })),
  }
}

/** Letters that were finished by a release, the newest first. */
export async function lettersByRelease(database: Database, releaseId: string): Promise<{ id: string; number: string; subject: string; recipientName: string; sentOn: string | null }[]> {
  return database.selectFrom('client_letter').select(['id', 'number', 'subject', 'recipient_name as recipientName', 'sent_on as sentOn'])
    .where('release_id', '=', releaseId).where('deleted_at', 'is', null).orderBy('year', 'desc').orderBy('sequence', 'desc').execute()
}

/** The states that were taken back from Word, the newest first. */
export async function statesOf(database: Database, letterId: string): Promise<TakenVersion[]> {
  const rows = await database.selectFrom('attachment').selectAll().where('letter_id', '=', letterId).where('series_number', '>', 0).where('deleted_at', 'is', null).orderBy('series_number', 'desc').execute()
  return rows.map(({ id, version, series_number, kind, created_at, added_by_name, size, hash, note }) => ({
    id, version, number: series_number, kind: editedKinds.find((each) => each === kind) ?? 'docx', takenAt: created_at, takenBy: added_by_name, size, hash, note,
  }))
}

/** What a letter begins with, and what one says that was written before there were text blocks. */
const noBlocks: Pick<EditedLetter, 'blockUses'> = { blockUses: [] }

/** The columns of what a person wrote. */
export function contentColumns(fields: LetterFields & Partial<EditedLetter>) {
  const { subject, recipientName, date, recipientId } = fields
  return { content: JSON.stringify(editedLetterSchema.parse({ ...noBlocks, ...fields })), subject, recipient_name: recipientName, letter_date: date, contact_id: recipientId }
}

/** The fields alone, with the text blocks in the text. */
export function fieldsOf(letter: Letter): EditedLetter {
  return editedLetterSchema.parse(letter)
}

/** What the fields in the text can say: the number of the case, and the day of its deadline that comes next. */
async function factsOfCase(database: Database, caseId: string): Promise<Letter['facts']> {
  const found = await database.selectFrom('counselling_case').select('number').where('id', '=', caseId).executeTakeFirst()
  const next = await database.selectFrom('deadline').select('due_on').where('case_id', '=', caseId).where('deleted_at', 'is', null).where('done_on', 'is', null).orderBy('due_on').executeTakeFirst()
  return { deadline: next?.due_on ?? null, fileReference: found?.number ?? '' }
}

function letterOf(row: Row): Omit<Letter, 'facts'> {
  return {
    ...editedLetterSchema.parse({ ...noBlocks, ...(JSON.parse(row.content) as object) }),
    id: row.id, version: row.version, number: row.number, status: row.status, authorName: row.counsellor_name, updatedAt: row.updated_at, trashed: row.deleted_at !== null,
  }
}
