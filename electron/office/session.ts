import type { CounsellingSchema } from './database/counselling/schema.ts'
import { counsellingMigrations } from './database/counselling/migrations/index.ts'
import type { Action, Actor } from './database/change-log.ts'
import type { MechanismSchema } from './database/mechanism-schema.ts'
import { migrate, newestVersion, type Migration } from './database/migrate.ts'
import type { OfficeSchema } from './database/office/schema.ts'
import { officeMigrations } from './database/office/migrations/index.ts'
import { openDatabase } from './database/open.ts'
import type { RecordType } from './database/record-type.ts'
import { DatabaseSide, type CommitListener, type Written } from './database/side.ts'
import { verifiedCopy } from './database/verified-copy.ts'
import type { WriteTransaction } from './database/write-transaction.ts'
import { sideFiles } from './database/sides.ts'
import { counsellingRecordTypes, officeRecordTypes } from './features.ts'
import type { Role } from '../../shared/vault/roles.ts'
import type { Side } from '../../shared/records/model.ts'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Who has unlocked the office. */
export interface Person extends Actor {
  role: Role
}

/** The keys that a person's slot held. Without a counselling key counselling.db is never opened. */
export interface UnlockedVault {
  folder: string
  vaultId: string
  person: Person
  officeKey: Uint8Array
  counsellingKey: Uint8Array | null
}

/** What a feature's service works with: its own side of the vault and who is acting. It can't reach the other side. */
export interface Desk<Schema extends MechanismSchema> {
  readonly person: Person
  readonly database: DatabaseSide<Schema>
  /** One transaction in the name of the person. */
  write<T>(action: Action, work: (transaction: WriteTransaction<Schema>) => Promise<T>): Promise<Written<T>>
}

export type OfficeDesk = Desk<OfficeSchema>
export type CounsellingDesk = Desk<CounsellingSchema>

/** An unlocked vault. It ends with {@link Session.close} or with the process. */
export interface Session {
  readonly person: Person
  readonly vaultId: string
  readonly folder: string
  /** ISO time of unlocking; undo by Strg+Z reaches back to it. */
  readonly since: string
  readonly office: OfficeDesk
  /** Null for a person without the counselling key. */
  readonly counselling: CounsellingDesk | null
  /** What the person should hear of, such as an unfinished write that was dropped after a crash. */
  readonly notices: readonly string[]
  close(): Promise<void>
}

/**
 * Opens and migrates the databases that the person's keys reach.
 * @throws OfficeError `corrupt`, `newer-version`, `read-only`, `disk-full`, `busy`; then nothing stays open
 */
export async function openSession(vault: UnlockedVault, onCommit: CommitListener): Promise<Session> {
  const office = await openSide<OfficeSchema>(vault, 'office', vault.officeKey, officeMigrations, officeRecordTypes, onCommit)
  try {
    const counselling = vault.counsellingKey
      ? await openSide<CounsellingSchema>(
          vault,
          'counselling',
          vault.counsellingKey,
          counsellingMigrations,
          counsellingRecordTypes,
          onCommit,
        )
      : null
    return {
      person: vault.person,
      vaultId: vault.vaultId,
      folder: vault.folder,
      since: new Date().toISOString(),
      office: deskOf(vault.person, office),
      counselling: counselling && deskOf(vault.person, counselling),
      notices: droppedTailNotices([office, counselling]),
      async close() {
        await office.close()
        await counselling?.close()
      },
    }
  } catch (error) {
    await office.close()
    throw error
  }
}

async function openSide<Schema extends MechanismSchema>(
  vault: UnlockedVault,
  side: Side,
  key: Uint8Array,
  migrations: readonly Migration[],
  types: readonly RecordType<Schema>[],
  onCommit: CommitListener,
): Promise<DatabaseSide<Schema>> {
  const expected = { vaultId: vault.vaultId, newestVersion: newestVersion(migrations) }
  const connections = openDatabase(vault.folder, side, key, expected)
  const database = new DatabaseSide<Schema>(side, connections, types, onCommit)
  try {
    await migrate(database.schema as never, migrations, async (from, to) => {
      const backups = join(vault.folder, 'backups')
      mkdirSync(backups, { recursive: true })
      const name = sideFiles[side].file.replace('.db', `-vor-umstellung-${from}-${to}.db`)
      verifiedCopy(connections.writer, join(backups, name), side, key)
    })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function deskOf<Schema extends MechanismSchema>(person: Person, database: DatabaseSide<Schema>): Desk<Schema> {
  return {
    person,
    database,
    write: (action, work) => database.write(person, action, work),
  }
}

function droppedTailNotices(opened: readonly (DatabaseSide<never> | DatabaseSide<OfficeSchema> | DatabaseSide<CounsellingSchema> | null)[]): string[] {
  return opened.some((side) => side?.connections.droppedTail)
    ? ['Beim letzten Beenden wurde ein Schreibvorgang unterbrochen. Er wurde verworfen; alles davor ist erhalten.']
    : []
}
