import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate, newestVersion } from '../../migrate.ts'
import { closeConnections, createDatabase, openDatabase, type Connections } from '../../open.ts'
import { DatabaseSide } from '../../side.ts'
import type { OfficeSchema } from '../schema.ts'
import { officeMigrations } from './index.ts'

const key = randomBytes(32)
let folder: string
let connections: Connections
let side: DatabaseSide<OfficeSchema>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'migration-test')
  connections = openDatabase(folder, 'office', key, { vaultId: 'migration-test', newestVersion: newestVersion(officeMigrations) })
  side = new DatabaseSide<OfficeSchema>('office', connections, [], () => {})
})
afterEach(() => {
  closeConnections(connections)
  rmSync(folder, { recursive: true, force: true })
})

it('makes saved views, and finds numbers of an office from before by their last digits', async () => {
  const database = side.schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 80))
  const { writer } = connections
  writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names, name_order,
    title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('c', 1, 't', 't', 'organisation', 'Verein', '', '', '', '', 'given-first', '', 'none', '', 'Verein', '', 'verein', '', '', 'k')`, [])
  writer.all(`INSERT INTO contact_channel (id, contact_id, position, kind, value, label, preferred, e164)
    VALUES ('n', 'c', 0, 'mobile', '+49 (0)171 234 5678', '', 0, NULL)`, [])
  writer.all(`INSERT INTO search_document (record_type, record_id, title, subtitle, line, title_text, body_text)
    VALUES ('contact', 'c', 'Verein', '', '', 'verein', '01712345678')`, [])
  await migrate(database, officeMigrations)

  const found = (digits: string) => writer.all('SELECT rowid FROM search_index WHERE search_index MATCH ?', [`"${digits}"*`]).length
  expect(['5678', '345678', '1234', '0171', '9999'].map(found)).toEqual([1, 1, 1, 1, 0])

  writer.all("INSERT INTO contact_view VALUES ('v', 1, 't', 't', NULL, NULL, '', 'Vereine', '{}')", [])
  expect(() => writer.all("UPDATE contact_view SET definition = 'Vereine'", [])).toThrow(/CHECK/)
})
