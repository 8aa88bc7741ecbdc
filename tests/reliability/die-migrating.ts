import { sql } from 'kysely'
import { migrate, newestVersion } from '../../electron/office/database/migrate.ts'
import { counsellingMigrations } from '../../electron/office/database/counselling/migrations/index.ts'
import { officeMigrations } from '../../electron/office/database/office/migrations/index.ts'
import { openSession } from '../../electron/office/session.ts'
import { vaultFromText } from './vault-text.ts'

/** Begins to migrate a database and kills itself in the middle of the second step. Argument: "office" or "counselling". */
const [, , vaultText = '', side = ''] = process.argv
const session = await openSession(vaultFromText(vaultText), () => {})
const database = side === 'office' ? session.office.database : session.counselling?.database
const migrations = side === 'office' ? officeMigrations : counsellingMigrations
const next = newestVersion(migrations) + 10
await migrate(database?.schema as never, [
  ...migrations,
  {
    version: next,
    name: 'good',
    async up(transaction) {
      await sql`CREATE TABLE addition (id TEXT PRIMARY KEY, filling BLOB) STRICT`.execute(transaction)
      // More than the page cache holds, so that unfinished pages are already in the log when the process dies.
      for (let row = 0; row < 400; row++) {
        await sql`INSERT INTO addition VALUES (${String(row)}, randomblob(20000))`.execute(transaction)
      }
    },
  },
  {
    version: next + 10,
    name: 'last',
    async up(transaction) {
      await sql`DROP TABLE draft`.execute(transaction)
      process.kill(process.pid, 'SIGKILL')
    },
  },
])
