import { restrictionCheck } from './counselling/privacy/restriction.ts'
import type { CounsellingSchema } from './database/counselling/schema.ts'
import { counsellingMigrations } from './database/counselling/migrations/index.ts'
import type { Action, Actor } from './database/change-log.ts'
import { finishDestruction } from './database/destroy.ts'
import type { MechanismSchema } from './database/mechanism-schema.ts'
import { migrate, newestVersion, type Migration } from './database/migrate.ts'
import type { OfficeSchema } from './database/office/schema.ts'
import { officeMigrations } from './database/office/migrations/index.ts'
import { closeConnections, openDatabase, type Connections } from './database/open.ts'
import { DatabaseSide, type CommitListener, type Written } from './database/side.ts'
import { verifiedCopy } from './database/verified-copy.ts'
import type { WriteTransaction } from './database/write-transaction.ts'
import { sideFiles } from './database/sides.ts'
import { counsellingRecordTypes, officeRecordTypes } from './features.ts'
import type { Viewing } from '../../shared/vault/desk/model.ts'
import type { Role } from '../../shared/vault/roles.ts'
import { OfficeError } from '../../shared/errors.ts'
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
  /** Asked before anything is written and before it is committed; throws when nothing may be. */
  guard?: () => void
  /** Whether the folder lies on a network drive; found out where it isn't said. */
  network?: boolean | undefined
  /** Set when the folder is a copy that is only to be looked at. */
  viewing?: Viewing | null
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

/** The schema of each side that this program knows; a higher one belongs to a newer program. */
export const newestVersions = { office: newestVersion(officeMigrations), counselling: newestVersion(counsellingMigrations) } as const

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
  /** Set when this is a copy that is only looked at: every write is refused. */
  readonly viewing: Viewing | null
  close(): Promise<void>
}

/**
 * Opens and migrates the databases that the person's keys reach.
 * @throws OfficeError `corrupt`, `newer-version`, `read-only`, `disk-full`, `busy`; then nothing stays open
 */
export async function openSession(vault: UnlockedVault, onCommit: CommitListener): Promise<Session> {
  // Both are checked before either is migrated: an office that can't be opened is left as it is, as a whole.
  const viewing = vault.viewing ?? null
  let ready = false
  // The copy may have to be brought up to this program's version; from then on nothing is written to it.
  const guard = viewing ? () => ready && refuseToWrite() : (vault.guard ?? (() => undefined))
  const [officeConnections, counsellingConnections] = openBoth(vault, guard)
  const office = new DatabaseSide<OfficeSchema>('office', officeConnections, officeRecordTypes, onCommit)
  const counselling = counsellingConnections
    ? new DatabaseSide<CounsellingSchema>('counselling', counsellingConnections, counsellingRecordTypes, onCommit, restrictionCheck(counsellingRecordTypes))
    : null
  const close = async (): Promise<void> => {
    await office.close()
    await counselling?.close()
  }
  try {
    await migrateSide(vault, office, vault.officeKey, officeMigrations)
    if (counselling && vault.counsellingKey) await migrateSide(vault, counselling, vault.counsellingKey, counsellingMigrations)
    for (const side of [office, counselling]) {
      if (!side) continue
      makeUpForDestruction(side)
      if (viewing) side.connections.writer.exec('PRAGMA query_only = ON')
    }
    ready = true
  } catch (error) {
    await close()
    throw error
  }
  return {
    person: vault.person,
    vaultId: vault.vaultId,
    folder: vault.folder,
    since: new Date().toISOString(),
    office: deskOf(vault.person, office),
    counselling: counselling && deskOf(vault.person, counselling),
    notices: droppedTailNotices([officeConnections, counsellingConnections]),
    viewing,
    close,
  }
}

function refuseToWrite(): never {
  throw new OfficeError('viewing')
}

function openBoth(vault: UnlockedVault, guard: () => void): [Connections, Connections | null] {
  const { folder, vaultId, officeKey, counsellingKey, network } = vault
  const office = openDatabase(folder, 'office', officeKey, { vaultId, newestVersion: newestVersions.office, guard, network })
  if (!counsellingKey) return [office, null]
  try {
    const expected = { vaultId, newestVersion: newestVersions.counselling, guard, network }
    return [office, openDatabase(folder, 'counselling', counsellingKey, expected)]
  } catch (error) {
    closeConnections(office)
    throw error
  }
}

async function migrateSide<Schema extends MechanismSchema>(
  vault: UnlockedVault,
  database: DatabaseSide<Schema>,
  key: Uint8Array,
  migrations: readonly Migration[],
): Promise<void> {
  const { side, connections } = database
  await migrate(database.schema as never, migrations, async (from, to) => {
    const backups = join(vault.folder, 'backups')
    mkdirSync(backups, { recursive: true })
    const name = sideFiles[side].file.replace('.db', `-vor-umstellung-${from}-${to}.db`)
    verifiedCopy(connections.writer, join(backups, name), side, key)
  })
}

function deskOf<Schema extends MechanismSchema>(person: Person, database: DatabaseSide<Schema>): Desk<Schema> {
  return {
    person,
    database,
    write: (action, work) => database.write(person, action, work),
  }
}

/** What a destruction left to do when the disk was full. It must not keep anybody from their work: the next opening tries again. */
function makeUpForDestruction(side: { readonly connections: Connections }): void {
  try {
    finishDestruction(side)
  } catch {
    // The request stands in the database until it has been met.
  }
}

function droppedTailNotices(opened: readonly (Connections | null)[]): string[] {
  return opened.some((connections) => connections?.droppedTail)
    ? ['Beim letzten Beenden wurde ein Schreibvorgang unterbrochen. Er wurde verworfen; alles davor ist erhalten.']
    : []
}
