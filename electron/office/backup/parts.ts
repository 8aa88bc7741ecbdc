import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { PageCodes } from '../database/page-codes.ts'

/** A file of a set is written, read and compared in parts of this length (manifest format 2). Whole pages. */
export const partBytes = 8 * 1024 * 1024
/** Written at once, as `cp` does. Linux takes larger units of memory for larger ones, of which it has fewer at hand: measured, up to twice the time for the copy. */
const writtenBytes = 128 * 1024
/** A share that is slow is to be seen getting on, so progress is told more often than once a part. */
const toldBytes = 1024 * 1024

/** Work on one part of one file. */
export type PartJob =
  /** Write it. */
  | { kind: 'write'; path: string; at: number; count: number; bytes: SharedArrayBuffer }
  /** Read it, compare it with what was given, if anything was, and look at its pages unless it has the checksum `known`. */
  | { kind: 'read'; path: string; at: number; count: number; given: SharedArrayBuffer | null; codeKey: Uint8Array | null; known: string | null }
  /** Read the file to its end in one checksum, as sets of the first format have it. */
  | { kind: 'whole'; path: string }

/** What was seen. */
export interface SeenPart {
  /** Bytes that were there. */
  count: number
  /** Of what was read. */
  sha256: string
  /** Whether it was read as it was given. */
  same: boolean
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
  const file = openSync(job.path, job.kind === 'write' ? 'r+' : 'r')
  try {
    if (job.kind === 'write') return writePart(file, job, onBytes)
    room ??= Buffer.allocUnsafeSlow(partBytes)
    return job.kind === 'read' ? readPart(file, room, job, onBytes) : hashWhole(file, room, onBytes)
  } finally {
    closeSync(file)
  }
}

function writePart(file: number, { at, count, bytes }: Extract<PartJob, { kind: 'write' }>, onBytes: (bytes: number) => void): SeenPart {
  const given = Buffer.from(bytes, 0, count)
  let told = 0
  for (let done = 0; done < count;) {
    done += writeSync(file, given, done, Math.min(writtenBytes, count - done), at + done)
    if (done - told < toldBytes && done < count) continue
    onBytes(done - told)
    told = done
  }
  return { count, sha256: '', same: true, faulty: 0 }
}

function readPart(file: number, room: Buffer, { at, count, given, codeKey, known }: Extract<PartJob, { kind: 'read' }>, onBytes: (bytes: number) => void): SeenPart {
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
  return { count: done, sha256, same: given === null || bytes.equals(Buffer.from(given, 0, count)), faulty }
}

function hashWhole(file: number, room: Buffer, onBytes: (bytes: number) => void): SeenPart {
  const sum = createHash('sha256')
  for (let at = 0; ;) {
    const count = readSync(file, room, 0, toldBytes, at)
    if (count === 0) return { count: at, sha256: sum.digest('hex'), same: true, faulty: 0 }
    sum.update(room.subarray(0, count))
    at += count
    onBytes(count)
  }
}
