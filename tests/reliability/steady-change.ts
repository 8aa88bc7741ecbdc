import { mkdirSync, writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { sql } from 'kysely'
import { counsellingMigrations } from '../../electron/office/database/counselling/migrations/index.ts'
import { migrate, newestVersion, type Migration } from '../../electron/office/database/migrate.ts'
import { officeMigrations } from '../../electron/office/database/office/migrations/index.ts'
import { verifiedCopy } from '../../electron/office/database/verified-copy.ts'
import { openSession, type CounsellingDesk } from '../../electron/office/session.ts'
import { cipherKeys } from '../../electron/office/vault/database-keys.ts'
import { renewKeys, settleKeys } from '../../electron/office/vault/renew-keys.ts'
import { unlockWithPassphrase } from '../../electron/office/vault/session.ts'
import { vaultStore } from '../../electron/office/vault/vault-store.ts'
import { KEY_NAMES } from '../../shared/vault/roles.ts'
import { outcomeOf } from './damaged-office.ts'

/**
 * The process that is killed or runs out of room: gives both databases new keys (`keys`) or a new structure (`structure`). Says "ready"
 * when it begins, "done" at the end, or the error as the window would get it.
 */
const [, , what = '', folder = '', personId = '', passphrase = ''] = process.argv
flushCompileCache()
const session = await unlockWithPassphrase(vaultStore(folder), personId, passphrase)
writeSync(1, 'ready\n')
try {
  await (what === 'keys' ? changeKeys() : changeStructure())
  writeSync(1, 'done\n')
} catch (error) {
  writeSync(1, `${JSON.stringify(outcomeOf(error))}\n`)
}

async function changeKeys(): Promise<void> {
  await settleKeys(session, cipherKeys)
  await renewKeys(session, KEY_NAMES, cipherKeys)
}

/** As a new version of the program does at its first start, with a step that writes more than the page cache holds. */
async function changeStructure(): Promise<void> {
  const { office, counselling = null } = session.keys
  const person = { id: personId, name: 'Dana Leitner', role: 'leitung' } as const
  const opened = await openSession({ folder, vaultId: session.file.list.vaultId, person, officeKey: office, counsellingKey: counselling }, () => {})
  mkdirSync(join(folder, 'backups'), { recursive: true })
  const sides = [['office', opened.office.database, office, officeMigrations], ['counselling', (opened.counselling as CounsellingDesk).database, counselling as Uint8Array, counsellingMigrations]] as const
  try {
    for (const [side, database, key, migrations] of sides) {
      await migrate(database.schema as never, [...migrations, addition(migrations)], async () => verifiedCopy(database.connections.writer, join(folder, 'backups', `${side}-before.db`), side, key))
    }
  } finally {
    await opened.close()
  }
}

function addition(migrations: readonly Migration[]): Migration {
  return {
    version: newestVersion(migrations) + 10,
    name: 'addition',
    async up(transaction) {
      await sql`CREATE TABLE addition (id TEXT PRIMARY KEY, filling BLOB) STRICT`.execute(transaction)
      for (let row = 0; row < 400; row++) await sql`INSERT INTO addition VALUES (${String(row)}, randomblob(20000))`.execute(transaction)
    },
  }
}
