import { existsSync, readFileSync } from 'node:fs'

/**
 * What a write-ahead log left behind by a crash looks like:
 * - `clean`: absent, empty, or valid to its end;
 * - `torn`: the last write is incomplete, which a crash explains and SQLite drops;
 * - `damaged`: intact frames follow a broken one, which no crash explains. SQLite would silently drop all of them.
 */
export type WalState = 'clean' | 'torn' | 'damaged'

const headerBytes = 32
const frameHeaderBytes = 24

/** Checks a log by the format in https://sqlite.org/fileformat2.html#the_write_ahead_log, without a key. */
export function checkWal(path: string): WalState {
  if (!existsSync(path)) return 'clean'
  const log = readFileSync(path)
  if (log.length < headerBytes) return log.length === 0 ? 'clean' : 'torn'

  const bigEndian = (log.readUInt32BE(0) & 1) === 1
  const pageBytes = log.readUInt32BE(8)
  const headerSum = checksum(log.subarray(0, 24), [0, 0], bigEndian)
  if (!sameSum(headerSum, storedSum(log, 24))) return log.length === headerBytes ? 'torn' : 'damaged'

  const frameBytes = frameHeaderBytes + pageBytes
  let seed = headerSum
  let broken = false
  for (let at = headerBytes; at + frameBytes <= log.length; at += frameBytes) {
    // Another salt marks what an earlier generation of the log left behind, unless a broken frame came before.
    const current = log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))
    const sum = checksum(log.subarray(at, at + 8), seed, bigEndian)
    const whole = checksum(log.subarray(at + frameHeaderBytes, at + frameBytes), sum, bigEndian)
    const stored = storedSum(log, at + 16)
    const valid = current && sameSum(whole, stored)
    if (valid && broken) return 'damaged'
    if (!current && !broken) {
      if (!continues(log, at + frameBytes, frameBytes, stored, bigEndian)) break
      return 'damaged'
    }
    if (!valid) broken = true
    // The sums are chained; the stored sum lets a frame after a broken one be judged by itself.
    seed = stored
  }
  return broken || (log.length - headerBytes) % frameBytes !== 0 ? 'torn' : 'clean'
}

/** Whether the frame at `at` belongs to the log's generation and follows a frame with the sum `seed`. */
function continues(log: Buffer, at: number, frameBytes: number, seed: Sum, bigEndian: boolean): boolean {
  if (at + frameBytes > log.length || !log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) return false
  const sum = checksum(log.subarray(at, at + 8), seed, bigEndian)
  return sameSum(checksum(log.subarray(at + frameHeaderBytes, at + frameBytes), sum, bigEndian), storedSum(log, at + 16))
}

type Sum = [number, number]

function storedSum(log: Buffer, at: number): Sum {
  return [log.readUInt32BE(at), log.readUInt32BE(at + 4)]
}

function sameSum(a: Sum, b: Sum): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function checksum(bytes: Buffer, [first, second]: Sum, bigEndian: boolean): Sum {
  let a = first
  let b = second
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}
