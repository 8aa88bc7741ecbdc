import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CipherConnection } from './driver.ts'
import { finishDestruction } from './destroy.ts'
import { holdStill, type StillFile } from './still-file.ts'
import { openNotes, type NoteDatabase } from './testing.ts'

const actor = { id: 'p', name: 'Petra' }
let notes: NoteDatabase
beforeEach(async () => { notes = await openNotes() })
afterEach(() => notes.dispose())

const path = (): string => join(notes.folder, 'office.db')
const hash = (): string => createHash('sha256').update(readFileSync(path())).digest('hex')

async function write(count: number, word: string): Promise<void> {
  await notes.side.write(actor, { label: 'Notizen' }, async (transaction) => {
    for (let number = 0; number < count; number++) await transaction.insert('note', { id: `${word}-${number}`, title: word, text: 'lang '.repeat(400) } as never)
  })
}

async function readAll(still: StillFile): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let position = 0; ;) {
    const buffer = Buffer.alloc(10_000)
    const count = await still.read(buffer, position)
    if (count === 0) return Buffer.concat(parts)
    parts.push(buffer.subarray(0, count))
    position += count
  }
}

it('keeps every byte while others write and fold the log in, and loses none of what they wrote', async () => {
  await write(50, 'vorher')
  const still = await holdStill(notes.side, notes.key)
  const before = hash()
  await write(600, 'nachher')
  // More than SQLite folds in by itself, and once more by force.
  expect(statSync(`${path()}-wal`).size).toBeGreaterThan(1000 * 4096)
  notes.side.connections.writer.exec('PRAGMA busy_timeout = 0')
  await notes.side.foldLog()
  expect(hash()).toBe(before)
  const copy = join(notes.folder, 'copy.db')
  writeFileSync(copy, await readAll(still))
  expect(still.held).toBe(true)

  still.letGo()
  await notes.side.foldLog()
  expect(hash()).not.toBe(before)
  const copied = new CipherConnection(copy, notes.key)
  expect(copied.pragmaRows('cipher_integrity_check')).toEqual([])
  expect(copied.pragma('integrity_check')).toBe('ok')
  expect(copied.all('SELECT count(*) AS n FROM note')).toEqual([{ n: 50 }])
  copied.close()
  expect(await notes.side.read.selectFrom('note').select(({ fn }) => fn.countAll().as('n')).execute()).toEqual([{ n: 650 }])
})

it('lets go for a destruction, and for whoever closes the database', async () => {
  const first = await holdStill(notes.side, notes.key)
  notes.side.connections.writer.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('rewrite_due', 'now')")
  finishDestruction(notes.side)
  expect(first.held).toBe(false)
  const second = await holdStill(notes.side, notes.key)
  expect(second.held).toBe(true)
  await notes.reopen()
  expect(second.held).toBe(false)
  expect(await notes.side.read.selectFrom('note').select('id').execute()).toEqual([])
})

it('waits for a write that is under way', async () => {
  const writing = write(300, 'lang')
  const still = await holdStill(notes.side, notes.key)
  await writing
  const copy = join(notes.folder, 'copy.db')
  writeFileSync(copy, await readAll(still))
  still.letGo()
  const copied = new CipherConnection(copy, notes.key)
  expect([0, 300]).toContain(copied.all('SELECT count(*) AS n FROM note')[0]?.n)
  copied.close()
})

describe('without a log, as on a network drive', () => {
  beforeEach(async () => {
    notes.dispose()
    notes = await openNotes({ network: true })
    await write(20, 'vorher')
  })

  it('has writes wait, and lets reads go on', async () => {
    const still = await holdStill(notes.side, notes.key)
    const before = hash()
    let written = false
    const writing = write(5, 'nachher').then(() => (written = true))
    for (let read = 0; read < 5; read++) {
      expect(await notes.side.read.selectFrom('note').select('id').execute()).toHaveLength(20)
      await pause(10)
    }
    expect([written, hash(), still.held]).toEqual([false, before, true])
    still.letGo()
    await writing
    expect(await notes.side.read.selectFrom('note').select('id').execute()).toHaveLength(25)
    expect(still.held).toBe(false)
  })

  it('is ended by what writes past that, and says so', async () => {
    const still = await holdStill(notes.side, notes.key)
    await notes.side.schema.transaction().execute((transaction) => transaction.deleteFrom('note').where('id', '=', 'vorher-0').execute())
    expect(still.held).toBe(false)
    const next = await holdStill(notes.side, notes.key)
    expect(next.held).toBe(true)
    next.letGo()
  })

  it('waits for writes that are under way', async () => {
    const writing = Promise.all([write(200, 'lang'), write(3, 'kurz')])
    await Promise.resolve()
    const still = await holdStill(notes.side, notes.key)
    const before = hash()
    await pause(20)
    expect([hash(), still.held]).toEqual([before, true])
    still.letGo()
    await writing
  })
})
