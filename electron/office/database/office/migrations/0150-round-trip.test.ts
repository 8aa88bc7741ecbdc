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

it('makes every paper from before one of its own, and knows copies of letters and documents only', async () => {
  const key = randomBytes(32)
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  createDatabase(folder, 'office', key, 'v')
  const connections = openDatabase(folder, 'office', key, { vaultId: 'v', newestVersion: newestVersion(officeMigrations) })
  onTestFinished(() => {
    closeConnections(connections)
    rmSync(folder, { recursive: true, force: true })
  })
  const database = new DatabaseSide<OfficeSchema>('office', connections, [], () => {}).schema as never
  await migrate(database, officeMigrations.filter(({ version }) => version < 150))
  const { writer } = connections
  writer.all("INSERT INTO attachment_chunk (attachment_id, position, bytes) VALUES ('d', 0, x'00')")
  writer.all("INSERT INTO document (id, version, created_at, updated_at, owner_type, owner_id, name, kind, size, hash, added_on, added_by_name) VALUES ('d', 1, 't', 't', 'matter', 'm', 'n', 'pdf', 1, 'h', 't', 'P')")
  await migrate(database, officeMigrations)

  expect(writer.all('SELECT series_id, series_number FROM document')).toEqual([{ series_id: null, series_number: 0 }])
  const copy = (target: string): string => `INSERT INTO edited_copy (id, target_type, target_id, series_id, kind, hash, opened_at, opened_by) VALUES ('${target}', '${target}', 'x', 'x', 'docx', 'h', 't', 'P')`
  writer.all(copy('letter'))
  expect(() => writer.all(copy('case'))).toThrow(/CHECK/)
})
