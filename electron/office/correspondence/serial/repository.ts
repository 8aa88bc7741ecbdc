import type { Selectable } from 'kysely'
import { letterFieldsSchema, type LetterFields } from '../../../../shared/correspondence/letter.ts'
import {
  serialChoicesSchema, serialEnclosureSchema, serialPatternSchema, serialSettingsSchema, type RunCounts, type RunItem, type RunRecipient, type SerialRun,
} from '../../../../shared/correspondence/serial/model.ts'
import { outputSourceSchema } from '../../../../shared/directory/output/model.ts'
import type { SerialTables } from '../../database/office/serial-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
type Row = Selectable<SerialTables['serial_run']>
/** A recipient with what only the work on the files needs. */
export type StoredRecipient = RunRecipient & { fileHash: string }

/** The runs that aren't in the trash, the newest first. */
export async function readRuns(database: Database): Promise<RunItem[]> {
  const rows = await database.selectFrom('serial_run').selectAll().where('deleted_at', 'is', null).orderBy('id', 'desc').execute()
  const states = await database.selectFrom('serial_recipient').select(['run_id', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('run_id', 'in', rows.map(({ id }) => id)).groupBy(['run_id', 'state']).execute()
  return rows.map((row) => itemOf(row, countsOf(states.filter(({ run_id }) => run_id === row.id))))
}

/** A run with its recipients, also from the trash. */
export async function readRun(database: Database, id: string): Promise<SerialRun | null> {
  const row = await database.selectFrom('serial_run').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const recipients = await readRecipients(database, id)
  const pattern = serialPatternSchema.parse(JSON.parse(row.pattern))
  const letter = pattern.kind === 'letter' ? await database.selectFrom('letter').select(['number', 'subject']).where('id', '=', pattern.id).executeTakeFirst() : undefined
  const entry = row.entry_id === null ? undefined : await database.selectFrom('register_entry').select(['id', 'number']).where('id', '=', row.entry_id).executeTakeFirst()
  return {
    ...itemOf(row, countsOf(recipients.map(({ state }) => ({ state, count: 1 })))),
    version: row.version, trashed: row.deleted_at !== null, pattern, patternLabel: letter ? [letter.number, letter.subject].filter(Boolean).join(' · ') : '',
    source: outputSourceSchema.parse(JSON.parse(row.source)), purpose: row.purpose, settings: serialSettingsSchema.parse(JSON.parse(row.settings)),
    choices: serialChoicesSchema.parse(JSON.parse(row.choices)), enclosure: row.enclosure === '' ? null : serialEnclosureSchema.parse(JSON.parse(row.enclosure)), folderName: row.folder_name, entry: entry ?? null,
    recipients: recipients.map(({ fileHash: _hash, ...recipient }) => recipient),
  }
}

/** What the letters of a begun run say; null before. */
export async function readRunFields(database: Database, id: string): Promise<LetterFields | null> {
  const row = await database.selectFrom('serial_run').select('fields').where('id', '=', id).executeTakeFirst()
  return row === undefined || row.fields === '' ? null : letterFieldsSchema.parse(JSON.parse(row.fields))
}

/** The recipients of a begun run in their order. Their names are those of the letters or the contacts: a run keeps none of its own. */
export async function readRecipients(database: Database, runId: string): Promise<StoredRecipient[]> {
  const rows = await database.selectFrom('serial_recipient as recipient').leftJoin('letter', 'letter.id', 'recipient.letter_id').leftJoin('contact', 'contact.id', 'recipient.contact_id')
    .select(['recipient.id', 'contact_id', 'state', 'recipient.way', 'reason', 'letter_id', 'file_name', 'file_hash', 'letter.number', 'letter.recipient_name', 'contact.list_name'])
    .where('run_id', '=', runId).orderBy('position').execute()
  return rows.map((row) => ({
    id: row.id, contactId: row.contact_id, name: row.list_name || row.recipient_name || 'Gelöschter Kontakt', state: row.state, way: row.way, reason: row.reason, letterId: row.letter_id,
    number: row.number ?? '', fileName: row.file_name, fileHash: row.file_hash,
  }))
}

function itemOf(row: Row, counts: RunCounts): RunItem {
  return {
    id: row.id, title: row.title, sourceName: row.source_name, createdAt: row.created_at, authorName: row.author_name, counts,
    state: row.ended_at !== null ? 'done' : row.begun_at !== null ? 'begun' : 'prepared',
  }
}

function countsOf(states: readonly { state: RunRecipient['state']; count: number }[]): RunCounts {
  const of = (wanted: RunRecipient['state']): number => states.filter(({ state }) => state === wanted).reduce((sum, { count }) => sum + count, 0)
  return { waiting: of('waiting'), written: of('written'), issued: of('issued'), leftOut: of('left-out') }
}
