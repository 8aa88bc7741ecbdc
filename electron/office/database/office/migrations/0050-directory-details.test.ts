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

it('keeps contacts, labels and roles of an office from before and gives them what is not known yet', async () => {
  const database = side.schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 50))
  const { writer } = connections
  writer.all(`INSERT INTO contact VALUES ('c', 1, 't', 't', NULL, NULL, 'person', '', '', '', NULL, 'Adam', 'Bea', 'given-first', '', 'ms', '',
    'Adam, Bea', '', 'adam bea', '', '', 'k')`, [])
  writer.all("INSERT INTO contact_label VALUES ('c:tag:Presse', 'c', 'tag', 'Presse')", [])
  writer.all("INSERT INTO contact_role VALUES ('r', 'c', 'o', 'Leitung', NULL, NULL)", [])
  await migrate(database, officeMigrations)

  expect(writer.all('SELECT family_name, affiliation, publication, former_names, original_name, checked_on FROM contact', [])).toEqual([
    { family_name: 'Adam', affiliation: 'unknown', publication: 'unknown', former_names: '', original_name: '', checked_on: '' },
  ])
  expect(writer.all('SELECT kind, label FROM contact_label', [])).toEqual([{ kind: 'tag', label: 'Presse' }])
  expect(writer.all('SELECT title, engagement FROM contact_role', [])).toEqual([{ title: 'Leitung', engagement: 'unknown' }])
  writer.all("INSERT INTO contact_label VALUES ('c:language:uk', 'c', 'language', 'uk')", [])
  expect(() => writer.all("INSERT INTO contact_label VALUES ('x', 'c', 'colour', 'red')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO contact_label VALUES ('y', 'nobody', 'tag', 'red')", [])).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("UPDATE contact SET publication = 'perhaps'", [])).toThrow(/CHECK/)
  expect(() => writer.all("UPDATE contact_role SET engagement = 'now and then'", [])).toThrow(/CHECK/)
  expect(writer.all("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'contact_label' AND sql IS NOT NULL ORDER BY name", []))
    .toEqual([{ name: 'contact_label_by_contact' }, { name: 'contact_label_by_label' }])
})
