import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { flipByte } from '../../../tests/reliability/damaged-office.ts'
import { copyFileParts, copyParts, copySetFile, isAsWritten, type ByteSource } from './copy.ts'
import { PartThreads, withThreads } from './part-threads.ts'
import { partBytes, performPart } from './parts.ts'

const base = mkdtempSync(join(tmpdir(), 'integrationsbuero-parts-'))
afterAll(() => rmSync(base, { recursive: true }))
const bytes = randomBytes(2 * partBytes + 4096)
const parts = [0, 1, 2].map((index) => hash('sha256', bytes.subarray(index * partBytes, (index + 1) * partBytes)))
const from = join(base, 'from')
const target = join(base, 'to')
beforeEach(() => {
  writeFileSync(from, bytes)
  rmSync(target, { force: true })
})
const source = (read: ByteSource['read'] = async (buffer, at) => bytes.copy(buffer, 0, at)): ByteSource => ({ bytes: bytes.length, read })

describe.each([['in threads', bytes.length], ['without threads', 0]])('a copy by parts, %s', (_how, size) => {
  it('holds the same bytes, with the checksum of each part, and says how far it is', async () => {
    let done = 0
    const copied = await withThreads(size, (threads) => copyFileParts(from, target, { threads, onBytes: (count) => (done += count) }))
    expect(copied).toEqual({ bytes: bytes.length, parts })
    expect(readFileSync(target).equals(bytes)).toBe(true)
    expect(done).toBe(2 * bytes.length)
  })

  it('takes nothing for a copy that reads otherwise than it was given', async () => {
    const copying = withThreads(size, (threads) => {
      // The disk forgets a byte after it was written, before it is read again.
      const perform = threads.perform.bind(threads)
      let damaged = false
      vi.spyOn(threads, 'perform').mockImplementation((place, job, onBytes) => {
        if (job.kind === 'read' && !damaged) {
          damaged = true
          flipByte(target, job.at + 77)
        }
        return perform(place, job, onBytes)
      })
      return copyParts(source(), target, { threads })
    })
    await expect(copying).rejects.toMatchObject({ kind: 'copy-damaged' })
  })

  it('ends with what the source, the disk or the signal says', async () => {
    const copy = (read?: ByteSource['read'], to = target, signal?: AbortSignal): Promise<unknown> => withThreads(size, (threads) => copyParts(source(read), to, { threads, signal }))
    await expect(copy(async (buffer, at) => bytes.copy(buffer, 0, at, Math.max(at, partBytes)))).rejects.toMatchObject({ kind: 'source-damaged' })
    await expect(copy()).rejects.toMatchObject({ code: 'EEXIST' })
    rmSync(target)
    const stop = new AbortController()
    await expect(copy(async (buffer, at) => {
      if (at > 0) stop.abort()
      return bytes.copy(buffer, 0, at)
    }, target, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('ends with what the disk says of the first bytes that it was told to take: it says so only once', async () => {
    // More than is written before the disk is told for the first time.
    const zeros: ByteSource = { bytes: 17 * partBytes, read: async (buffer) => buffer.length }
    const probe = await open(from)
    const datasync = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'datasync').mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    await probe.close()
    await expect(withThreads(size, (threads) => copyParts(zeros, target, { threads }))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(datasync).toHaveBeenCalledOnce()
    datasync.mockRestore()
  })

  it('is compared with what a set says of it, in the form of today and in the first one', async () => {
    const files = [{ name: 'office.db', bytes: bytes.length, parts }, { name: 'office.db', bytes: bytes.length, sha256: hash('sha256', bytes) }]
    for (const file of files) {
      const outcome = await withThreads(size, async (threads) => {
        rmSync(target, { force: true })
        const same = [await isAsWritten(from, file, { threads }), await copySetFile(from, target, file, { threads })]
        flipByte(from, -1)
        rmSync(target)
        const changed = [await isAsWritten(from, file, { threads }), await copySetFile(from, target, file, { threads })]
        writeFileSync(from, bytes.subarray(0, -1))
        const cut = await isAsWritten(from, file, { threads })
        writeFileSync(from, Buffer.concat([bytes, bytes.subarray(0, 1)]))
        const longer = await isAsWritten(from, file, { threads })
        writeFileSync(from, bytes)
        return [same, changed, cut, longer]
      })
      expect(outcome).toEqual([[true, true], [false, false], false, false])
    }
  })
})

it('pages are authenticated in what was read back; those that were found authentic before are not looked at again', async () => {
  writeFileSync(target, Buffer.alloc(8192))
  const job = { kind: 'read', path: target, at: 0, count: 8192, given: null, codeKey: Buffer.alloc(32, 1) } as const
  const zeros = hash('sha256', Buffer.alloc(8192))
  const seen = [null, zeros, parts[0] ?? ''].map((known) => performPart({ ...job, known }, () => undefined).faulty)
  expect(seen).toEqual([2, 0, 2])
  rmSync(target)
  const pages = { key: Buffer.alloc(32, 1), known: [] }
  await expect(withThreads(0, (threads) => copyParts(source(), target, { threads, pages }))).rejects.toMatchObject({ kind: 'source-damaged' })
  // Pages that are known are still compared with what the source gave.
  rmSync(target)
  await expect(withThreads(0, (threads) => {
    const perform = threads.perform.bind(threads)
    vi.spyOn(threads, 'perform').mockImplementation((place, each, onBytes) => {
      if (each.kind === 'read' && each.at === 0) flipByte(target, 77)
      return perform(place, each, onBytes)
    })
    return copyParts(source(), target, { threads, pages: { ...pages, known: parts } })
  })).rejects.toMatchObject({ kind: 'copy-damaged' })
})

it('errors of the file system come out of the threads as they are', async () => {
  const threads = new PartThreads(1)
  await expect(threads.perform(0, { kind: 'whole', path: join(base, 'missing') })).rejects.toMatchObject({ code: 'ENOENT' })
  expect(() => performPart({ kind: 'whole', path: join(base, 'missing') }, () => undefined)).toThrow('ENOENT')
  const waiting = threads.perform(0, { kind: 'whole', path: from })
  await Promise.all([threads.end(), expect(waiting).rejects.toThrow('ended')])
})
