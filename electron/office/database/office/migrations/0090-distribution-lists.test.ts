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

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'migration-test')
  connections = openDatabase(folder, 'office', key, { vaultId: 'migration-test', newestVersion: newestVersion(officeMigrations) })
  await migrate(new DatabaseSide<OfficeSchema>('office', connections, [], () => {}).schema as never, officeMigrations)
})
afterEach(() => {
  closeConnections(connections)
  rmSync(folder, { recursive: true, force: true })
})

it('keeps a contact once in a list, in known ways only, and refuses members of no list', () => {
  const { writer } = connections
  writer.all("INSERT INTO distribution_list VALUES ('l', 1, 't', 't', NULL, NULL, 'Presse', 'presse', '', '', 'email', '')", [])
  writer.all("INSERT INTO distribution_member VALUES ('m', 'l', 'c', 'included', 'auto', '', '')", [])
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'c', 'excluded', 'auto', '', '')", [])).toThrow(/UNIQUE/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'd', 'perhaps', 'auto', '', '')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'l', 'd', 'included', 'pigeon', '', '')", [])).toThrow(/CHECK/)
  expect(() => writer.all("INSERT INTO distribution_member VALUES ('n', 'x', 'd', 'included', 'auto', '', '')", [])).toThrow(/FOREIGN KEY/)
  expect(() => writer.all("UPDATE distribution_list SET preferred_channel = 'fax'", [])).toThrow(/CHECK/)
})
