import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CipherConnection, CipherDialect } from './driver.ts'
import { isNetworkPath, systemProbe, type PathProbe } from './network-path.ts'
import { closeConnections, createDatabase, openDatabase } from './open.ts'
import { verifiedCopy } from './verified-copy.ts'
import { openNotes, testVaultId, type NoteDatabase } from './testing.ts'

const actor = { id: 'p1', name: 'Leitung' }
let notes: NoteDatabase
const file = (): string => join(notes.folder, 'office.db')
const open = (key: Uint8Array = notes.key, vaultId = testVaultId) =>
  openDatabase(notes.folder, 'office', key, { vaultId, newestVersion: 10 })

beforeEach(async () => {
  notes = await openNotes()
  await notes.side.write(actor, { label: 'Notiz' }, (transaction) =>
    transaction.insert('note', { id: 'n1', title: 'Geheimer Titel', text: 'Geheim', deleted_at: null, deleted_by: null }),
  )
})
afterEach(() => rmSync(notes.folder, { recursive: true, force: true }))

/** What stands in every file of the vault, to show that an error left all of it as it was. */
function bytes(): string {
  return ['office.db', 'office.db-wal'].map((name) => {
    const path = join(notes.folder, name)
    return existsSync(path) ? readFileSync(path).toString('base64') : ''
  }).join('|')
}

function expectRefusal(attempt: () => unknown, code: string): void {
  const before = bytes()
  let thrown: unknown
  try {
    attempt()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ code })
  expect(bytes()).toBe(before)
}

describe('a closed database', () => {
  beforeEach(() => notes.side.close())

  it('holds no text in the clear and opens again', async () => {
    expect(readFileSync(file()).includes('Geheim')).toBe(false)
    const { writer, reader } = open()
    expect(writer.all('SELECT title FROM note')).toEqual([{ title: 'Geheimer Titel' }])
    expect(() => reader.exec("UPDATE note SET title = 'x'")).toThrow()
    reader.close()
    writer.close()
  })

  it('is not a database for another key: damage, because the key was proven before', () =>
    expectRefusal(() => open(randomBytes(32)), 'corrupt'))

  it('is refused when it belongs to another vault', () => expectRefusal(() => open(notes.key, 'another'), 'corrupt'))

  it('is refused when it is missing, empty, plain or foreign', () => {
    const kept = readFileSync(file())
    rmSync(file())
    expectRefusal(() => open(), 'corrupt')
    expect(existsSync(file())).toBe(false)
    writeFileSync(file(), '')
    expectRefusal(() => open(), 'corrupt')
    writeFileSync(file(), `SQLite format 3\u0000${'x'.repeat(4080)}`)
    expectRefusal(() => open(), 'corrupt')
    writeFileSync(file(), 'Das ist ein Brief.')
    expectRefusal(() => open(), 'corrupt')
    writeFileSync(file(), kept)
    const foreign = new CipherConnection(file(), notes.key)
    foreign.exec('PRAGMA application_id = 1')
    foreign.close()
    expectRefusal(() => open(), 'corrupt')
  })

  it('is refused, unread and unwritten, when a newer program wrote it', () => {
    const newer = new CipherConnection(file(), notes.key)
    newer.exec('PRAGMA user_version = 999')
    newer.pragmaRows('wal_checkpoint(TRUNCATE)')
    newer.close()
    expectRefusal(() => open(), 'newer-version')
  })

  it('shows one flipped byte wherever it is', () => {
    const kept = readFileSync(file())
    for (let at = 100; at < kept.length; at += Math.floor(kept.length / 24)) {
      const flipped = Buffer.from(kept)
      flipped[at] = (flipped[at] as number) ^ 0x01
      writeFileSync(file(), flipped)
      expectRefusal(() => open(), 'corrupt')
    }
  })

  it('is never replaced by a new one', () =>
    expectRefusal(() => createDatabase(notes.folder, 'office', notes.key, testVaultId), 'corrupt'))
})

describe('the log of a crashed run', () => {
  const wal = (): string => `${file()}-wal`

  /** Copies the files of the running database, as a killed process leaves them. */
  async function crash(): Promise<void> {
    for (let count = 0; count < 5; count += 1) {
      await notes.side.write(actor, { label: 'Notiz' }, (transaction) =>
        transaction.update('note', 'n1', { title: `Stand ${count}` }),
      )
    }
    const copy = mkdtempSync(join(tmpdir(), 'integrationsbuero-crash-'))
    for (const name of ['office.db', 'office.db-wal']) copyFileSync(join(notes.folder, name), join(copy, name))
    await notes.side.close()
    rmSync(notes.folder, { recursive: true, force: true })
    notes = { ...notes, folder: copy }
  }

  it('is taken over whole', async () => {
    await crash()
    const { writer, reader, droppedTail } = open()
    expect(writer.all('SELECT title FROM note')).toEqual([{ title: 'Stand 4' }])
    expect(droppedTail).toBe(false)
    reader.close()
    writer.close()
  })

  it('is damage when a byte is flipped before its last frame', async () => {
    await crash()
    const kept = readFileSync(wal())
    const lastFrame = kept.length - 4096 - 24
    for (let at = 0; at < lastFrame; at += Math.floor(lastFrame / 40)) {
      const flipped = Buffer.from(kept)
      flipped[at] = (flipped[at] as number) ^ 0x10
      writeFileSync(wal(), flipped)
      expectRefusal(() => open(), 'corrupt')
    }
  })

  it('loses only an unfinished last write, and says so', async () => {
    await crash()
    const kept = readFileSync(wal())
    writeFileSync(wal(), kept.subarray(0, kept.length - 100))
    const { writer, reader, droppedTail } = open()
    expect(droppedTail).toBe(true)
    expect(writer.all('SELECT title FROM note')).toEqual([{ title: 'Stand 3' }])
    reader.close()
    writer.close()
  })
})

describe('a verified copy', () => {
  it('opens with the same key and holds the same rows', async () => {
    const target = join(notes.folder, 'kopie.db')
    verifiedCopy(notes.side.connections.writer, target, 'office', notes.key)
    const copy = new CipherConnection(target, notes.key)
    expect(copy.all('SELECT title FROM note')).toEqual([{ title: 'Geheimer Titel' }])
    copy.close()
    expect(readFileSync(target).includes('Geheim')).toBe(false)
    await notes.side.close()
  })
})

describe('on a network drive', () => {
  /** The folder as it would be on a Windows share that Linux has mounted. */
  const share: PathProbe = { ...systemProbe, platform: 'linux', mounts: () => `//server/amt ${tmpdir()} cifs rw 0 0\n` }
  const openShared = () => openDatabase(notes.folder, 'office', notes.key, { vaultId: testVaultId, newestVersion: 10, network: isNetworkPath(notes.folder, share) })
  const names = (): string[] => readdirSync(notes.folder).filter((name) => name.startsWith('office.db')).sort()

  it('a rollback journal is used and one connection, which nobody else gets past', async () => {
    await notes.side.close()
    const { writer, reader, wal } = openShared()
    expect([wal, writer.pragma('journal_mode'), reader === writer]).toEqual([false, 'truncate', true])
    writer.exec("UPDATE note SET title = 'neu'")
    expect(names()).toEqual(['office.db', 'office.db-journal'])
    const other = new CipherConnection(file(), notes.key)
    expect(() => other.all('SELECT * FROM note')).toThrow(/locked/)
    other.close()
    writer.close()
  })

  it('the log that a crash left on a disk is folded in without shared memory', () => {
    // As it lies there while somebody works.
    const crashed = mkdtempSync(join(tmpdir(), 'absturz-'))
    for (const name of ['office.db', 'office.db-wal']) copyFileSync(join(notes.folder, name), join(crashed, name))
    const { writer } = openDatabase(crashed, 'office', notes.key, { vaultId: testVaultId, newestVersion: 10, network: true })
    expect(writer.all('SELECT title FROM note')).toEqual([{ title: 'Geheimer Titel' }])
    expect(readdirSync(crashed).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    writer.close()
    rmSync(crashed, { recursive: true })
  })
})

describe('the guard', () => {
  it('is asked at the beginning and before the commit of a transaction; what it refuses is not stored', async () => {
    await notes.side.close()
    let refused: 'begin' | 'commit' | null = null
    let asked = 0
    const guard = (): void => {
      asked += 1
      if (refused === 'begin' || (refused === 'commit' && asked === 2)) throw new Error('refused')
    }
    const connections = openDatabase(notes.folder, 'office', notes.key, { vaultId: testVaultId, newestVersion: 10, guard })
    const side = new Kysely<{ note: { title: string } }>({ dialect: new CipherDialect(connections.writer, connections.guard) })
    const write = (title: string) => side.transaction().execute((transaction) => transaction.updateTable('note').set({ title }).execute())
    const title = () => connections.reader.all('SELECT title FROM note')[0]?.title
    for (const at of ['begin', 'commit'] as const) {
      ;[refused, asked] = [at, 0]
      await expect(write(at)).rejects.toThrow('refused')
      expect(title()).toBe('Geheimer Titel')
    }
    ;[refused, asked] = [null, 0]
    await write('erlaubt')
    expect([asked, title()]).toEqual([2, 'erlaubt'])
    closeConnections(connections)
  })
})
