import { createHash, createHmac, pbkdf2Sync, createCipheriv, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { exportTroubleWords } from '../../../shared/transfer/words.ts'
import { archivePassphrase } from '../../../shared/transfer/model.ts'
import { fillDemo } from '../demo/fill-demo.ts'
import type { CipherConnection } from '../database/driver.ts'
import { OfficeProcess } from '../office-process.ts'
import { openSession, type Session } from '../session.ts'
import { VaultService } from '../vault/service.ts'
import { UnreadableArchive, makeArchive } from './archive.ts'
import { exportsOf, troubleOf, type ExportedVault, type Exports } from './service.ts'
import { tablesOf } from './tables.ts'

/** What the test knows of ZIP and of WinZip AE-2 it has from their descriptions, not from the library that wrote the archive. */
interface Entry {
  name: string
  method: number
  flags: number
  extra: Buffer
  packed: Buffer
}

function zipEntries(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const wide = archive.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'))
  let at = wide >= 0 ? Number(archive.readBigUInt64LE(wide + 48)) : archive.readUInt32LE(end + 16)
  const entries: Entry[] = []
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = archive.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const big = field(extra, 1)
    let bigAt = 0
    const value = (narrow: number): number => (narrow === 0xffffffff && big ? Number(big.readBigUInt64LE((bigAt += 8) - 8)) : narrow)
    value(archive.readUInt32LE(at + 24))
    const packedLength = value(archive.readUInt32LE(at + 20))
    const local = value(archive.readUInt32LE(at + 42))
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    entries.push({ name, method: archive.readUInt16LE(at + 10), flags: archive.readUInt16LE(at + 8), extra, packed: archive.subarray(start, start + packedLength) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function field(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  return undefined
}

/** https://www.winzip.com/en/support/aes-encryption/: salt, two bytes of check, CTR with a little-endian counter, HMAC-SHA1-80. */
function decrypt({ packed, extra, method }: Entry, passphrase: string): Buffer {
  const aes = field(extra, 0x9901)
  expect(method).toBe(99)
  expect([aes?.readUInt16LE(0), aes?.toString('latin1', 2, 4), aes?.[4]]).toEqual([2, 'AE', 3])
  const salt = packed.subarray(0, 16)
  const keys = pbkdf2Sync(passphrase, salt, 1000, 66, 'sha1')
  if (!keys.subarray(64).equals(packed.subarray(16, 18))) throw new Error('wrong passphrase')
  const body = packed.subarray(18, -10)
  expect(createHmac('sha1', keys.subarray(32, 64)).update(body).digest().subarray(0, 10)).toEqual(packed.subarray(-10))
  const counters = Buffer.alloc(Math.ceil(body.length / 16) * 16)
  for (let index = 0; index * 16 < counters.length; index++) counters.writeUInt32LE(index + 1, index * 16)
  const cipher = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false)
  const stream = cipher.update(counters)
  const plain = Buffer.from(body.map((byte, index) => byte ^ (stream[index] ?? 0)))
  return aes?.readUInt16LE(5) === 8 ? inflateRawSync(plain) : plain
}

function untar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (let at = 0; archive[at] !== 0; ) {
    const name = archive.toString('latin1', at, at + 100).replace(/\0.*/u, '')
    const bytes = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8)
    files.set(name, archive.subarray(at + 512, at + 512 + bytes))
    at += 512 + Math.ceil(bytes / 512) * 512
  }
  return files
}

interface Manifest {
  tables: { name: string; rows: number; files: string[] }[]
  leftOut: { name: string; reason: string }[]
  files: { name: string; bytes: number; sha256: string }[]
}

const passphrase = 'K7QMX-2RTVW-9ZAB3-HJN4P-6YDCF'
let process: OfficeProcess
let exports: Exports
let folder: string
let vault: () => Promise<ExportedVault>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-export-'))
})
afterEach(async () => {
  await exports.finished
  rmSync(folder, { recursive: true, force: true })
})

function officeProcess(): OfficeProcess {
  process = new OfficeProcess({ stateChanged: () => {}, vaultChosen: () => {} })
  exports = exportsOf(process)
  return process
}

async function exportTo(name: string, parts: 'all' | 'office' = 'all', words = passphrase): Promise<string> {
  const path = join(folder, name)
  process.grants.allow(name, path, 'write')
  await exports.begin(name, parts, words, vault)
  return path
}

/** Every row of a database, as the export should have it. */
function rowsOf(connection: CipherConnection, table: string): unknown[] {
  return connection.all(`SELECT * FROM "${table}"`)
}

describe('a whole export', () => {
  let demo: { process: OfficeProcess; vault: VaultService }
  let session: Session

  beforeAll(async () => {
    demo = { process: officeProcess(), vault: new VaultService(process, fillDemo, () => {}) }
    await demo.vault.openDemo()
    session = demo.process.unlocked
  }, 120_000)
  beforeEach(() => {
    process = demo.process
    exports = exportsOf(process)
    vault = () => demo.vault.change(async ({ keys, file }) => ({ keys, officeName: file.list.officeName }))
  })
  afterAll(async () => {
    await demo.process.end()
    rmSync(session.folder, { recursive: true, force: true })
  })

  it('holds every row of every table of both sides; nothing but the passphrase is needed to read it', async () => {
    // What an export left behind that was killed goes.
    writeFileSync(join(folder, '.export.zip.12345678.unfertig'), 'x')
    const path = await exportTo('export.zip')
    // It has its name only once it is whole: a kill leaves nothing that could be taken for an archive.
    expect(readdirSync(folder).every((name) => name.startsWith('.export.zip.') && name.endsWith('.unfertig'))).toBe(true)
    await exports.finished
    expect(exports.stand()).toMatchObject({ running: null, trouble: null, last: { parts: 'all', sha256: createHash('sha256').update(readFileSync(path)).digest('hex') } })
    expect(readdirSync(folder)).toEqual(['export.zip'])
    const entries = zipEntries(readFileSync(path))
    expect(entries.map(({ name }) => name)).toEqual(['LIESMICH.txt', 'buero.tar', 'beratung.tar'])
    expect(() => decrypt(entries[1] as Entry, 'falsch')).toThrow('wrong passphrase')

    for (const [index, side] of (['office', 'counselling'] as const).entries()) {
      const database = session[side]?.database
      if (!database) throw new Error('side missing')
      const connection = database.connections.reader
      const files = untar(decrypt(entries[index + 1] as Entry, passphrase))
      const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
      const manifest = JSON.parse(text('manifest.json')) as Manifest
      expect(manifest.files.map(({ name }) => name)).toEqual([...files.keys()].filter((name) => name !== 'manifest.json'))
      for (const { name, bytes, sha256 } of manifest.files) {
        expect(files.get(name)?.length, name).toBe(bytes)
        expect(createHash('sha256').update(files.get(name) ?? '').digest('hex'), name).toBe(sha256)
      }
      let compared = 0
      for (const table of manifest.tables) {
        const stored = rowsOf(connection, table.name)
        expect(stored.length, table.name).toBe(table.rows)
        if (table.name === 'attachment_chunk') continue
        const exported = table.files.flatMap((name) => text(name).trimEnd().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>))
        const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(Object.entries(row as object).sort())).sort()
        const restored = exported.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== '$datei').map(([column, value]) => {
          const path = (value as { $datei?: string } | null)?.$datei
          return [column, path === undefined ? value : new Uint8Array(files.get(path) ?? [])]
        })))
        expect(sorted(restored), table.name).toEqual(sorted(stored.map((row) => Object.fromEntries(Object.entries(row as object).map(([column, value]) => [column, value instanceof Uint8Array ? new Uint8Array(value) : value])))))
        compared += exported.length
      }
      expect(compared).toBeGreaterThan(40)
      // Attachments lie there whole.
      for (const { id, kind } of connection.all(`SELECT id, kind FROM ${side === 'office' ? 'document' : 'attachment'}`)) {
        const chunks = connection.all('SELECT bytes FROM attachment_chunk WHERE attachment_id = ? ORDER BY position', [id ?? null])
        if (chunks.length > 0) expect(files.get(`dateien/anlage-${String(id)}.${String(kind)}`)).toEqual(Buffer.concat(chunks.map(({ bytes }) => bytes as Uint8Array)))
      }
    }
  }, 60_000)

  it('says nothing outside of what is encrypted: neither names nor counts', async () => {
    const path = await exportTo('export.zip')
    await exports.finished
    const readme = zipEntries(readFileSync(path))[0] as Entry
    const text = readme.method === 8 ? inflateRawSync(readme.packed).toString('utf8') : readme.packed.toString('utf8')
    expect(text).toContain('7-Zip')
    expect(text).not.toContain('Musterstadt')
    expect(readFileSync(path).includes('Musterstadt')).toBe(false)
  }, 60_000)

  it('of the office side alone has nothing of the counselling side', async () => {
    const path = await exportTo('export.zip', 'office')
    await exports.finished
    expect(zipEntries(readFileSync(path)).map(({ name }) => name)).toEqual(['LIESMICH.txt', 'buero.tar'])
  }, 60_000)
})

describe('every table', () => {
  let test: TestSession
  beforeEach(async () => {
    test = await openTestSession()
  })
  afterEach(() => test.dispose())

  it('is exported or left out with a reason, also one that comes tomorrow', () => {
    for (const side of ['office', 'counselling'] as const) {
      const connection = test.session[side]?.database.connections.writer
      if (!connection) throw new Error('side missing')
      connection.exec('CREATE TABLE come_tomorrow (id TEXT PRIMARY KEY) STRICT')
      const { exported, leftOut } = tablesOf(connection)
      const all = connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => String(name))
      expect([...exported.map(({ name }) => name), ...leftOut.map(({ name }) => name)].filter((name) => name !== 'sqlite_schema').sort()).toEqual(all.filter((name) => name !== 'sqlite_schema').sort())
      expect(exported.map(({ name }) => name)).toContain('come_tomorrow')
      expect(leftOut.map(({ name }) => name).filter((name) => !/^(search_|sqlite_)/u.test(name))).toEqual([])
      expect(leftOut.every(({ reason }) => reason !== '')).toBe(true)
    }
  })
})

describe('an export that fails', () => {
  let test: TestSession
  beforeEach(async () => {
    test = await openTestSession()
    vault = async () => ({ keys: { office: Buffer.from(test.vault.officeKey), counselling: Buffer.from(test.vault.counsellingKey ?? []) }, officeName: 'Stadt Musterstadt' })
    officeProcess().begin(test.session)
  })
  afterEach(async () => {
    await exports.finished
    await test.dispose()
  })

  it('is refused to anybody but the Leitung, with a weak passphrase, and while another one runs', async () => {
    await expect(exportTo('a.zip', 'all', 'Sommer2026!')).rejects.toMatchObject({ code: 'invalid', data: { fields: { passphrase: expect.stringContaining('zu leicht') } } })
    await exportTo('b.zip')
    await expect(exportTo('c.zip')).rejects.toMatchObject({ code: 'busy' })
    await exports.finished
    for (const role of ['vertretung', 'assistenz'] as const) {
      officeProcess().begin(await test.reopen(role))
      await expect(exportTo('d.zip')).rejects.toMatchObject({ code: 'forbidden' })
      expect(() => exports.stand()).toThrow(expect.objectContaining({ code: 'forbidden' }))
      await expect(exports.stop()).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(readdirSync(folder)).toEqual(['b.zip'])
  }, 60_000)

  it('leaves nothing behind when it is stopped, when the office is locked, and when its place is gone', async () => {
    await exportTo('a.zip')
    await exports.stop()
    expect(exports.stand()).toMatchObject({ running: null, trouble: 'stopped' })
    process.grants.allow('gone', join(folder, 'fehlt', 'b.zip'), 'write')
    await exports.begin('gone', 'all', passphrase, vault)
    await exports.finished
    expect(exports.stand()).toMatchObject({ trouble: 'not-reachable' })
    await exportTo('c.zip')
    await exports.ending()
    expect(readdirSync(folder)).toEqual([])
  }, 60_000)

  it('is stopped at any moment, and the process lives', async () => {
    for (let after = 0; after < 1_000; after += 100) {
      await exportTo('a.zip')
      await pause(after)
      await exports.stop()
      if (exports.stand().trouble === null) break
      expect(readdirSync(folder)).toEqual([])
    }
    rmSync(join(folder, 'a.zip'), { force: true })
  }, 60_000)

  it('is given up when the databases get new keys meanwhile', async () => {
    await exportTo('a.zip')
    process.begin(test.session)
    await exports.finished
    expect(exports.stand()).toMatchObject({ running: null, trouble: 'keys-renewed' })
    expect(readdirSync(folder)).toEqual([])
  }, 60_000)

  it('is found when the disk gives back something else than was written', async () => {
    const { connections } = test.session.office.database
    const source = { side: 'office' as const, connection: connections.reader, vaultId: 'v', officeName: 'x', exportedAt: new Date().toISOString() }
    const path = join(folder, 'damaged.zip')
    const onWritten = (): void => {
      const bytes = readFileSync(path)
      const place = Math.floor(bytes.length / 2)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    const made = makeArchive(path, passphrase, [source], { onWritten })
    await expect(made).rejects.toBeInstanceOf(UnreadableArchive)
  })

  it.each(['ENOSPC', 'EROFS', 'EBUSY', 'EIO', 'SQLITE_CORRUPT', 'unreadable', 'whatever'] as const)('has words for %s', (code) => {
    expect(exportTroubleWords[troubleOf(code)].length).toBeGreaterThan(40)
    expect(troubleOf(code) === 'failed').toBe(code === 'whatever')
  })
})

it('a proposed passphrase is drawn evenly from letters that nobody confuses', () => {
  const drawn = Array.from({ length: 400 }, () => archivePassphrase((bytes) => void bytes.set(randomBytes(bytes.length))))
  expect(drawn.every((words) => /^([2-9A-HJKMNP-TV-Z]{5}-){4}[2-9A-HJKMNP-TV-Z]{5}$/u.test(words))).toBe(true)
  expect(new Set(drawn).size).toBe(400)
  const counts = new Map<string, number>()
  for (const character of drawn.join('').replaceAll('-', '')) counts.set(character, (counts.get(character) ?? 0) + 1)
  expect(counts.size).toBe(30)
  expect(Math.min(...counts.values())).toBeGreaterThan(220)
})

it('reads an office on a network drive, whose databases this program has for itself alone', async () => {
  const test = await openTestSession()
  await test.session.close()
  test.session = await openSession({ ...test.vault, network: true }, () => undefined)
  officeProcess().begin(test.session)
  vault = async () => ({ keys: { office: Buffer.from(test.vault.officeKey), counselling: Buffer.from(test.vault.counsellingKey ?? []) }, officeName: 'Amt' })
  const path = await exportTo('netz.zip')
  await exports.finished
  expect(exports.stand()).toMatchObject({ trouble: null, last: { parts: 'all' } })
  expect(untar(decrypt(zipEntries(readFileSync(path))[1] as Entry, passphrase)).has('manifest.json')).toBe(true)
  // No write-ahead log, and nobody else got in meanwhile.
  expect(readdirSync(test.vault.folder).filter((name) => name.endsWith('-shm') || name.endsWith('-wal'))).toEqual([])
  expect(test.session.office.database.connections.writer.pragma('journal_mode')).toBe('truncate')
  await test.dispose()
})
