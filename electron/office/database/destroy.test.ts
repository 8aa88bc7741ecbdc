import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAudit } from './audit-schema.ts'
import { createDestructions, destroyRecords, finishDestruction, type DestructionSchema } from './destroy.ts'
import { migrate, newestVersion } from './migrate.ts'
import { createDatabase, openDatabase } from './open.ts'
import { plainPages } from './plain-pages.fixture.ts'
import { DatabaseSide } from './side.ts'
import { findRecords } from './search-index.ts'
import { noteMigrations, noteType, type NoteSchema } from './testing.ts'
import { undoGroup } from './undo.ts'

type Schema = NoteSchema & DestructionSchema
const key = randomBytes(32)
const actor = { id: 'p', name: 'Petra' }
const migrations = [...noteMigrations, { version: 20, name: 'destruction', up: createDestructions }, { version: 30, name: 'audit', up: createAudit }]
const marker = 'Quappenschlagbaum'
// The index keeps words folded and shares their beginnings with their neighbours, so the end of the word is looked for too.
const traces = [marker, marker.toLowerCase(), marker.slice(6).toLowerCase()]
let folder: string
let side: DatabaseSide<Schema>
let announced: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-destroy-'))
  createDatabase(folder, 'office', key, 'v')
  announced = []
  const connections = openDatabase(folder, 'office', key, { vaultId: 'v', newestVersion: newestVersion(migrations) })
  side = new DatabaseSide<Schema>('office', connections, [noteType as never], (_side, records) => announced.push(...records.map(({ id }) => id)))
  await migrate(side.schema as never, migrations)
})
afterEach(async () => {
  await side.close()
  rmSync(folder, { recursive: true, force: true })
})

const found = () => {
  const pages = plainPages(join(folder, 'office.db'), key)
  return traces.filter((trace) => pages.includes(trace))
}
const add = (id: string, title: string, about: string | null = null) => side.write(actor, { label: 'Notiz angelegt', record: { type: 'note', id } }, async (transaction) => {
  await transaction.insert('note', { id, title, text: `Text von ${title}`, deleted_at: null, deleted_by: null } as never)
  await transaction.insert('note_line', { id: `${id}-line`, note_id: id, words: `Zeile ${title}`, about } as never)
})
const destroy = (id: string, neutralised: { ref: { type: string, id: string }, columns: Record<string, unknown> }[] = []) =>
  destroyRecords(side, actor, { records: [{ ref: { type: 'note', id }, reason: 'requested', proposedBy: 'Asta' }], neutralised })

it('leaves no byte of a record: rows, history, index, drafts, free pages, log', async () => {
  for (let index = 0; index < 60; index += 1) await add(`other-${index}`, `Andere ${index}`)
  const { change } = await add('note-1', marker)
  await add('note-2', 'Bleibt', 'note-1')
  for (let index = 0; index < 30; index += 1) {
    await side.write(actor, { label: 'geändert' }, (transaction) => transaction.update('note', 'note-1', { text: `${marker} Fassung ${index} ${'x'.repeat(600)}` } as never))
  }
  const trashed = await side.write(actor, { label: 'Notiz gelöscht', record: { type: 'note', id: 'note-1' } }, (transaction) => transaction.trash({ type: 'note', id: 'note-1' }, 'p'))
  await side.writeUnlogged((database) => database.insertInto('draft').values({ person_id: 'p', form: 'note', value: `{"id":"note-1","text":"${marker}"}`, updated_at: 't' } as never).execute())
  expect(found()).toEqual(traces)
  announced.length = 0

  await destroy('note-1')
  expect(found()).toEqual([])
  expect(announced).toEqual(['note-1', 'note-2'])
  expect(await findRecords(side.read as never, marker, { type: 'note', limit: 5 })).toEqual([])
  expect(await findRecords(side.read as never, 'andere', { type: 'note', limit: 100 })).toHaveLength(60)
  expect(side.connections.writer.all('SELECT * FROM draft')).toEqual([])
  // No undo knows of it any more.
  for (const group of [change, trashed.change]) await expect(undoGroup(side, actor, group ?? '')).rejects.toMatchObject({ code: 'not-found' })
  // What spoke of it stays and leads nowhere.
  expect(side.connections.writer.all("SELECT note_id, about FROM note_line WHERE id = 'note-2-line'")).toEqual([{ note_id: 'note-2', about: 'note-1' }])
  expect(side.connections.writer.all('SELECT person_name, proposed_by, record_type, record_id, reason FROM destruction')).toEqual([
    { person_name: 'Petra', proposed_by: 'Asta', record_type: 'note', record_id: 'note-1', reason: 'requested' },
  ])
})

it('neutralises what names the record, with its history, and keeps the rest of a bulk step undoable', async () => {
  await add('note-1', marker)
  await add('note-2', `Über ${marker}`)
  await add('note-3', 'Dritte')
  const { change } = await side.write(actor, { label: 'zwei gelöscht' }, async (transaction) => {
    for (const id of ['note-1', 'note-3']) await transaction.trash({ type: 'note', id }, 'p')
  })
  await side.write(actor, { label: 'geändert' }, (transaction) => transaction.update('note_line', 'note-2-line', { words: 'Neutral' } as never))
  await destroy('note-1', [{ ref: { type: 'note', id: 'note-2' }, columns: { title: 'Über jemanden', text: '' } }])
  expect(found()).toEqual([])
  expect(side.connections.writer.all("SELECT title, version FROM note WHERE id = 'note-2'")).toEqual([{ title: 'Über jemanden', version: 3 }])
  expect((await findRecords(side.read as never, 'jemanden', { type: 'note', limit: 5 })).map(({ title }) => title)).toEqual(['Über jemanden'])
  await undoGroup(side, actor, change ?? '')
  expect(side.connections.writer.all('SELECT id FROM note WHERE deleted_at IS NULL ORDER BY id')).toEqual([{ id: 'note-2' }, { id: 'note-3' }])
})

it('writes the pages anew at the next chance when it could not at once', async () => {
  await add('note-1', marker)
  side.connections.writer.exec("INSERT INTO meta (key, value) VALUES ('rewrite_due', 'yesterday')")
  side.connections.writer.exec('BEGIN')
  // In the middle of a transaction SQLite refuses to; the request must not get lost.
  expect(() => finishDestruction(side)).toThrow()
  side.connections.writer.exec('COMMIT')
  expect(side.connections.writer.all("SELECT value FROM meta WHERE key = 'rewrite_due'")).toHaveLength(1)
  finishDestruction(side)
  expect(side.connections.writer.all("SELECT value FROM meta WHERE key = 'rewrite_due'")).toEqual([])
})
