import { sql, type Kysely } from 'kysely'
import { OfficeError } from '../../../shared/errors.ts'

/** One step of a schema. `version` is a multiple of ten and becomes `user_version`. */
export interface Migration {
  version: number
  name: string
  up(database: Kysely<never>): Promise<void>
}

/** The `user_version` that this program knows. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/**
 * Brings a schema to the newest version: all pending steps in one transaction, `user_version` written inside it, so a
 * failure in any step leaves the schema as it was.
 * @param prepare called once before the first step of an existing schema; if it throws, nothing is migrated
 * @returns the versions that were applied
 */
export async function migrate(
  database: Kysely<never>,
  migrations: readonly Migration[],
  prepare?: (from: number, to: number) => Promise<void>,
): Promise<number[]> {
  assertAscending(migrations)
  const from = await userVersion(database)
  const pending = migrations.filter((migration) => migration.version > from)
  if (pending.length === 0) return []
  if (from > 0 && prepare) await prepare(from, newestVersion(migrations))

  await database.transaction().execute(async (transaction) => {
    for (const migration of pending) {
      await migration.up(transaction)
      await sql`PRAGMA user_version = ${sql.raw(String(migration.version))}`.execute(transaction)
    }
    const orphans = await sql`PRAGMA foreign_key_check`.execute(transaction)
    if (orphans.rows.length > 0) {
      throw new OfficeError('internal', { detail: 'Die Umstellung hätte Verweise ins Leere hinterlassen.' })
    }
  })
  return pending.map((migration) => migration.version)
}

async function userVersion(database: Kysely<never>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database)
  return rows[0]?.user_version ?? 0
}

function assertAscending(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    const before = migrations[index - 1]?.version ?? 0
    if (migration.version % 10 !== 0 || migration.version <= before) {
      throw new Error(`Migration ${migration.version} "${migration.name}" breaks the ascending order in steps of ten.`)
    }
  }
}
