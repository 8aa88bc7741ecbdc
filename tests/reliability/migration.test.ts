import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingMigrations } from '../../electron/office/database/counselling/migrations/index.ts'
import { CipherConnection } from '../../electron/office/database/driver.ts'
import { migrate, newestVersion, type Migration } from '../../electron/office/database/migrate.ts'
import { officeMigrations } from '../../electron/office/database/office/migrations/index.ts'
import { verifiedCopy } from '../../electron/office/database/verified-copy.ts'
import { openSession, type CounsellingDesk, type Session, type UnlockedVault } from '../../electron/office/session.ts'
import { openTestSession } from '../support/session.ts'
import { fill } from './damaged-office.ts'
import { vaultToText } from './vault-text.ts'

/** A new program version changes the schema of a real office; whatever goes wrong, the office is as it was. */

const sides = [
  { side: 'office', migrations: officeMigrations, table: 'contact' },
  { side: 'counselling', migrations: counsellingMigrations, table: 'counselling_case' },
] as const

describe.each(sides)('the database $side', ({ side, migrations, table }) => {
  let vault: UnlockedVault
  let session: Session

  beforeAll(async () => {
    const made = await openTestSession()
    vault = made.vault
    session = made.session
    await fill(session, 30)
  })

  afterAll(async () => {
    await session.close()
    rmSync(vault.folder, { recursive: true })
  })

  const schema = (): Kysely<never> =>
    (side === 'office' ? session.office : (session.counselling as CounsellingDesk)).database.schema as never
  const connection = (): CipherConnection =>
    (side === 'office' ? session.office : (session.counselling as CounsellingDesk)).database.connections.writer
  const next = newestVersion(migrations) + 10
  const key = (): Uint8Array => (side === 'office' ? vault.officeKey : (vault.counsellingKey as Uint8Array))

  /** Everything that a migration could change: schema, version, content. */
  function fingerprint(): unknown {
    const tables = connection().all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return {
      schema: connection().all('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'),
      version: connection().pragma('user_version'),
      rows: tables.map(({ name }) => [name, connection().all(`SELECT * FROM "${name}" ORDER BY 1`)]),
    }
  }

  const good: Migration = {
    version: next,
    name: 'good',
    async up(database) {
      await sql`CREATE TABLE addition (id TEXT PRIMARY KEY) STRICT`.execute(database)
      await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN addition TEXT`.execute(database)
      await sql`UPDATE ${sql.table(table)} SET addition = id`.execute(database)
      await sql`DELETE FROM change_entry`.execute(database)
    },
  }
  const failing: Migration = {
    version: next + 10,
    name: 'failing',
    async up(database) {
      await sql`DROP TABLE draft`.execute(database)
      await sql`INSERT INTO no_such_table VALUES (1)`.execute(database)
    },
  }

  it('is as before when the second of two steps fails half-way, and works on', async () => {
    const before = fingerprint()
    await expect(migrate(schema(), [...migrations, good, failing])).rejects.toThrow(/no_such_table/)
    expect(fingerprint()).toEqual(before)
    expect(await fill(session, 1, `Nach ${side}`)).toHaveLength(1)
  })

  it('is as before, and opens, when the program is killed in the middle', async () => {
    const before = fingerprint()
    await session.close()
    const script = join(import.meta.dirname, 'die-migrating.ts')
    const { signal, stderr } = spawnSync(process.execPath, [script, vaultToText(vault), side], { encoding: 'utf8' })
    expect(signal, stderr).toBe('SIGKILL')
    session = await openSession(vault, () => {})
    expect(fingerprint()).toEqual(before)
  })

  it('is copied first, and a copy that fails keeps it from being migrated', async () => {
    const before = fingerprint()
    const missing = join(dirname(vault.folder), 'no-such-folder', 'copy.db')
    const prepare = async (): Promise<void> => verifiedCopy(connection(), missing, side, key())
    await expect(migrate(schema(), [...migrations, good], prepare)).rejects.toThrow()
    expect(fingerprint()).toEqual(before)

    const target = join(vault.folder, `${side}-before.db`)
    await migrate(schema(), [...migrations, good], async () => verifiedCopy(connection(), target, side, key()))
    expect(connection().pragma('user_version')).toBe(next)
    expect(existsSync(target)).toBe(true)
    const copy = new CipherConnection(target, key())
    expect(copy.pragma('user_version')).toBe(newestVersion(migrations))
    expect(copy.all(`SELECT count(*) AS n FROM ${table}`)).toEqual(connection().all(`SELECT count(*) AS n FROM ${table}`))
    copy.close()
  })
})
