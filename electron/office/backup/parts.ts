import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { PageCodes } from '../database/page-codes.ts'

/** A file of a set is written, read and compared in parts of this length (manifest format 2). Whole pages. */
export const partBytes = 8 * 1024 * 1024
/** A share that is slow is to be seen getting on, so progress is told more often than once a part. */
const portion = 1024 * 1024

/** By what a copy is compared with its source: where pages are authenticated in what was read back, a short checksum does. */
export type Comparison = 'sha256' | 'crc32'

/** Work on one part of one file. */
export type PartJob =
  /** Write it and count its checksum. */
  | { kind: 'copy'; path: string; at: number; count: number; bytes: SharedArrayBuffer; compare: Comparison }
  /** Read it, and look at its pages unless it has the checksum `known`. */
  | { kind: 'hash'; path: string; at: number; count: number; compare: Comparison; codeKey: Uint8Array | null; known: string | null }
  /** Read the file to its end in one checksum, as sets of the first format have it. */
  | { kind: 'whole'; path: string }

/** What was seen. */
export interface SeenPart {
  /** Bytes that were there. */
  count: number
  /** Empty where only the short checksum was counted. */
  sha256: string
  /** The checksum by which copy and source are compared. */
  sum: string
  /** Pages that don't fit their codes. */
  faulty: number
}

let room: Buffer | null = null

/**
 * Does the work, without a pause: one part after the other in each thread.
 * @param onBytes told how many bytes more were written or read
 * @throws the file system's error
 */
export function performPart(job: PartJob, onBytes: (bytes: number) => void): SeenPart {
  const file = openSync(job.path, job.kind === 'copy' ? 'r+' : 'r')
  try {
    if (job.kind === 'copy') return copyPart(file, job, onBytes)
    room ??= Buffer.allocUnsafeSlow(partBytes)
    return job.kind === 'hash' ? hashPart(file, room, job, onBytes) : hashWhole(file, room, onBytes)
  } finally {
    closeSync(file)
  }
}

function copyPart(file: number, { at, count, bytes, compare }: Extract<PartJob, { kind: 'copy' }>, onBytes: (bytes: number) => void): SeenPart {
  const given = Buffer.from(bytes, 0, count)
  for (let done = 0; done < count;) {
    const written = writeSync(file, given, done, Math.min(portion, count - done), at + done)
    done += written
    onBytes(written)
  }
  return { count, sha256: '', sum: compare === 'sha256' ? hash('sha256', given) : shortSum(given), faulty: 0 }
}

function hashPart(file: number, room: Buffer, { at, count, compare, codeKey, known }: Extract<PartJob, { kind: 'hash' }>, onBytes: (bytes: number) => void): SeenPart {
  let done = 0
  while (done < count) {
    const read = readSync(file, room, done, count - done, at + done)
    if (read === 0) break
    done += read
  }
  onBytes(done)
  const bytes = room.subarray(0, done)
  const sha256 = hash('sha256', bytes)
  // Bytes whose codes were checked before, at the same place and by the same key, need no second look.
  const faulty = codeKey && sha256 !== known ? new PageCodes(codeKey).faulty(bytes, at) : 0
  return { count: done, sha256, sum: compare === 'sha256' ? sha256 : shortSum(bytes), faulty }
}

function shortSum(bytes: Buffer): string {
  return crc32(bytes).toString(16)
}

function hashWhole(file: number, room: Buffer, onBytes: (bytes: number) => void): SeenPart {
  const sum = createHash('sha256')
  for (let at = 0; ;) {
    const count = readSync(file, room, 0, portion, at)
    if (count === 0) return { count: at, sha256: sum.digest('hex'), sum: '', faulty: 0 }
    sum.update(room.subarray(0, count))
    at += count
    onBytes(count)
  }
}
