import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate, newestVersion, type Migration } from './migrate.ts'
import { closeConnections, createDatabase, openDatabase } from './open.ts'
import { DatabaseSide } from './side.ts'

/**
 * An encrypted database as it was before a migration: all of the side that come earlier have run. It is closed and removed
 * when the test ends.
 * @returns its writing connection, and `upgrade`, which runs the migrations that are left
 */
export async function databaseBefore(version: number, side: 'office' | 'counselling', migrations: readonly Migration[]) {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-migration-'))
  const key = randomBytes(32)
  createDatabase(folder, side, key, 'migration-test')
  const connections = openDatabase(folder, side, key, { vaultId: 'migration-test', newestVersion: newestVersion(migrations) })
  onTestFinished(() => {
    closeConnections(connections)
    rmSync(folder, { recursive: true, force: true })
  })
  const database = new DatabaseSide(side, connections, [], () => {}).schema as never
  await migrate(database, migrations.filter((migration) => migration.version < version))
  return { writer: connections.writer, upgrade: () => migrate(database, migrations) }
}
