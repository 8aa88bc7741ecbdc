import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, newestVersion } from '../../migrate.ts'
import { closeConnections, createDatabase, openDatabase } from '../../open.ts'
import { DatabaseSide } from '../../side.ts'
import type { OfficeSchema } from '../schema.ts'
import { officeMigrations } from './index.ts'

it('keeps what decisions and merges need, one decision a pair and one merge in force a contact', async () => {
  const key = randomBytes(32)
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'migration-test')
  const connections = openDatabase(folder, 'office', key, { vaultId: 'migration-test', newestVersion: newestVersion(officeMigrations) })
  onTestFinished(() => {
    closeConnections(connections)
    rmSync(folder, { recursive: true, force: true })
  })
  const database = new DatabaseSide<OfficeSchema>('office', connections, [], () => {}).schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 70))
  const { writer } = connections
  const insert = (id: string) => writer.all(`INSERT INTO contact (id, version, created_at, updated_at, kind, name, short_name, department, family_name, given_names,
    name_order, title, salutation, note, list_name, list_place, name_key, place_key, type_key, match_key)
    VALUES ('${id}', 1, 't', 't', 'person', '', '', '', 'Adam', 'Bea', 'given-first', '', 'ms', '', 'Adam, Bea', '', 'adam bea', '', '', 'k')`, [])
  insert('a')
  insert('b')
  await migrate(database, officeMigrations)

  writer.all("INSERT INTO contact_distinction VALUES ('a:b', 'a', 'b', 'different', 't', 'Mara')", [])
  expect(() => writer.all("INSERT INTO contact_distinction VALUES ('x', 'a', 'b', 'perhaps', 't', 'Mara')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO contact_distinction VALUES ('y', 'nobody', 'b', 'later', 't', 'Mara')", [])).toThrow(/FOREIGN KEY/)
  const merge = (id: string, undone = '') => writer.all(`INSERT INTO contact_merge VALUES ('${id}', 'a', 'b', 't', 'Mara', '{}', '${undone}', '')`, [])
  merge('m1', 'yesterday')
  merge('m2')
  expect(() => merge('m3')).toThrow(/UNIQUE/)
  expect(() => writer.all("UPDATE contact_merge SET details = 'nothing'", [])).toThrow(/CHECK/)
})
