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

it('adds dictionary and glossary to a vault from before, and takes neither an empty word nor a term without explanation', async () => {
  const key = randomBytes(32)
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'v')
  const connections = openDatabase(folder, 'office', key, { vaultId: 'v', newestVersion: newestVersion(officeMigrations) })
  onTestFinished(() => {
    closeConnections(connections)
    rmSync(folder, { recursive: true, force: true })
  })
  const database = new DatabaseSide<OfficeSchema>('office', connections, [], () => {}).schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 210))
  await migrate(database, officeMigrations)
  const { writer } = connections
  const common = "'x', 1, 't', 't', NULL, NULL"
  expect(() => writer.all(`INSERT INTO dictionary_word VALUES (${common}, '', '')`)).toThrow(/CHECK/)
  expect(() => writer.all(`INSERT INTO glossary_term VALUES (${common}, 'Bescheid', 'bescheid', '', '')`)).toThrow(/CHECK/)
  writer.all(`INSERT INTO dictionary_word VALUES (${common}, 'Kiezlotsin', 'kiezlotsin')`)
  expect(writer.all('SELECT word FROM dictionary_word')).toEqual([{ word: 'Kiezlotsin' }])
})
