import { open, stat, type FileHandle } from 'node:fs/promises'
import type { SetFile } from '../../../shared/backup/model.ts'
import { BackupFailure } from './failure.ts'
import type { PartThreads } from './part-threads.ts'
import { partBytes, type PartJob } from './parts.ts'

/** So much is written before the disk is told to take it. Told for every part, it would wait for what others write as well. */
const syncBytes = 128 * 1024 * 1024

/** Where the bytes of a copy come from. */
export interface ByteSource {
  bytes: number
  /** Fills the buffer from a place on. @returns bytes read, 0 at the end */
  read(buffer: Uint8Array, position: number): Promise<number>
}

/** By what the pages of a database are known to be authentic. */
export interface PageCheck {
  /** As `pageCodeKey` gives it. */
  key: Uint8Array
  /** Checksums of parts whose pages an earlier copy showed to be authentic by the same key, by their place. */
  known: readonly string[]
}

/** How a long copy is done, followed and ended. */
export interface CopyOptions {
  threads: PartThreads
  signal?: AbortSignal | undefined
  /** Told how many bytes more were done. */
  onBytes?: ((bytes: number) => void) | undefined
  pages?: PageCheck | null | undefined
}

/** What was copied: its length and the checksum of each of its parts. */
export interface CopiedFile {
  bytes: number
  parts: string[]
}

/**
 * Writes a new file from a source, part by part; each is read again at once, compared with what the source gave, and its pages are authenticated in what was
 * read back. Done when the disk has taken the whole. The office process itself only reads the source, because no other descriptor of a database may be closed
 * while it is open; all else is done by the threads.
 * @throws BackupFailure `copy-damaged` when something else was read than written, `source-damaged` when the source is shorter than it says or its
 *   pages aren't authentic; the file system's error; `AbortError` when the signal ended it
 */
export async function copyParts(source: ByteSource, target: string, options: CopyOptions): Promise<CopiedFile> {
  const file = await open(target, 'wx', 0o600)
  try {
    const parts = await writeParts(source, target, file, options)
    await file.sync()
    return { bytes: source.bytes, parts }
  } finally {
    await file.close()
  }
}

async function writeParts(source: ByteSource, path: string, file: FileHandle, options: CopyOptions): Promise<string[]> {
  const { threads, signal, onBytes, pages } = options
  let unsynced = 0
  let syncing: Promise<void> = Promise.resolve()
  const sums = await eachPart(source.bytes, threads, signal, () => {
    const bytes = new SharedArrayBuffer(Math.min(partBytes, source.bytes))
    return async (index, place) => {
      const part = { path, at: index * partBytes, count: Math.min(partBytes, source.bytes - index * partBytes) }
      await fill(Buffer.from(bytes, 0, part.count), source, part.at)
      await threads.perform(place, { ...part, kind: 'write', bytes }, onBytes)
      const { sha256, same, faulty } = await threads.perform(place, { ...part, kind: 'read', given: bytes, codeKey: pages?.key ?? null, known: pages?.known[index] ?? null }, onBytes)
      if (!same) throw new BackupFailure('copy-damaged')
      if (faulty > 0) throw new BackupFailure('source-damaged', `${faulty} pages`)
      unsynced += part.count
      // The disk begins while more is being read. What goes wrong with it is told once for a descriptor, so it is kept: a network drive tells only here that it is full.
      if (unsynced >= syncBytes) {
        unsynced = 0
        syncing = syncing.then(() => file.datasync())
        syncing.catch(() => undefined)
      }
      return sha256
    }
  })
  await syncing
  return sums
}

/** Reads a file's parts. @returns the SHA-256 of each */
function readParts(path: string, bytes: number, { threads, signal, onBytes }: CopyOptions): Promise<string[]> {
  return eachPart(bytes, threads, signal, () => async (index, place) => {
    const job: PartJob = { kind: 'read', path, at: index * partBytes, count: Math.min(partBytes, bytes - index * partBytes), given: null, codeKey: null, known: null }
    return (await threads.perform(place, job, onBytes)).sha256
  })
}

async function fill(buffer: Buffer, source: ByteSource, at: number): Promise<void> {
  for (let done = 0; done < buffer.length;) {
    const count = await source.read(buffer.subarray(done), at + done)
    if (count === 0) throw new BackupFailure('source-damaged', 'shorter than it was')
    done += count
  }
}

/**
 * Works on every part of a file, as many at once as the threads take.
 * @param begin gives the work of one place, with its own room
 */
async function eachPart(bytes: number, threads: PartThreads, signal: AbortSignal | undefined, begin: () => (index: number, place: number) => Promise<string>): Promise<string[]> {
  const sums = Array.from<string>({ length: Math.ceil(bytes / partBytes) })
  let next = 0
  const failures: unknown[] = []
  const atPlace = async (place: number): Promise<void> => {
    const work = begin()
    while (next < sums.length && failures.length === 0) {
      const index = next++
      try {
        signal?.throwIfAborted()
        sums[index] = await work(index, place)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  // All have come to their end before the file is closed or taken away.
  await Promise.all(Array.from({ length: Math.min(threads.places, sums.length) }, (_, place) => atPlace(place)))
  if (failures.length > 0) throw failures[0]
  return sums
}

/** Copies a file that nobody changes meanwhile. @throws BackupFailure `gave-way` when somebody did, else as {@link copyParts} */
export async function copyFileParts(path: string, target: string, options: CopyOptions): Promise<CopiedFile> {
  const file = await open(path, 'r')
  try {
    const before = await file.stat({ bigint: true })
    const copied = await copyParts({ bytes: Number(before.size), read: async (buffer, position) => (await file.read(buffer, 0, buffer.length, position)).bytesRead }, target, options)
    const after = await file.stat({ bigint: true })
    if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) throw new BackupFailure('gave-way')
    return copied
  } finally {
    await file.close()
  }
}

/** Copies a file of a set. @returns whether it was, and is now, as the set's manifest says */
export async function copySetFile(path: string, target: string, file: SetFile, options: CopyOptions): Promise<boolean> {
  const copied = await copyFileParts(path, target, options)
  if ('parts' in file) return copied.bytes === file.bytes && sameParts(copied.parts, file.parts)
  const { count, sha256 } = await options.threads.perform(0, { kind: 'whole', path: target })
  return count === file.bytes && sha256 === file.sha256
}

/** Reads a file of a set. @returns whether it is as the set's manifest says @throws the file system's error */
export async function isAsWritten(path: string, file: SetFile, { threads, signal, onBytes }: CopyOptions): Promise<boolean> {
  signal?.throwIfAborted()
  if (!('parts' in file)) {
    const { count, sha256 } = await threads.perform(0, { kind: 'whole', path }, onBytes)
    return count === file.bytes && sha256 === file.sha256
  }
  if ((await stat(path)).size !== file.bytes) return false
  return sameParts(await readParts(path, file.bytes, { threads, signal, onBytes }), file.parts)
}

function sameParts(found: readonly string[], meant: readonly string[]): boolean {
  return found.length === meant.length && found.every((sum, index) => sum === meant[index])
}
