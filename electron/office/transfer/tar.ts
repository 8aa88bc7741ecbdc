import { createHash, type Hash } from 'node:crypto'

/**
 * The tar format as POSIX.1-1988 (ustar) lays it down: 512-byte headers, contents padded to 512, two empty blocks at the end. It is
 * written and read from beginning to end, and every system has a program for it.
 */

const block = 512
const longestName = 99

/** A header for a file of so many bytes. @param seconds time of the file, Unix */
export function tarHeader(name: string, bytes: number, seconds: number): Uint8Array {
  if (name.length > longestName || !/^[\x20-\x7e]+$/u.test(name)) throw new RangeError('a name that tar does not hold')
  const header = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number): void => void header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  header.write(name, 0, 'latin1')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(bytes, 124, 12)
  octal(seconds, 136, 12)
  header.write('        ', 148, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** What fills up the last block of a file. */
export function tarPadding(bytes: number): Uint8Array {
  return new Uint8Array((block - (bytes % block)) % block)
}

/** The end of an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * block)
}

/** A file as it was read: its size and its SHA-256, and its content where that was asked for. */
export interface ReadFile {
  name: string
  bytes: number
  sha256: string
  content: Buffer | null
}

/** Reads an archive from beginning to end, in whatever pieces it comes. */
export class TarReader {
  readonly #onFile: (file: ReadFile) => void
  readonly #keeps: (name: string) => boolean
  #pending: Buffer = Buffer.alloc(0)
  #file: { name: string; bytes: number; left: number; padding: number; hash: Hash; kept: Buffer[] | null } | null = null
  #ended = false

  /** @param keeps whether the content of a file is given with it */
  constructor(onFile: (file: ReadFile) => void, keeps: (name: string) => boolean) {
    this.#onFile = onFile
    this.#keeps = keeps
  }

  /** Whether the end was reached. */
  get ended(): boolean {
    return this.#ended
  }

  /** @throws Error for what is no tar */
  take(piece: Uint8Array): void {
    this.#pending = this.#pending.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([this.#pending, piece])
    while (!this.#ended && this.#step());
  }

  #step(): boolean {
    const file = this.#file
    if (!file) return this.#header()
    const part = this.#pending.subarray(0, file.left)
    file.hash.update(part)
    file.kept?.push(Buffer.from(part))
    file.left -= part.length
    this.#pending = this.#pending.subarray(part.length)
    if (file.left > 0 || this.#pending.length < file.padding) return false
    this.#pending = this.#pending.subarray(file.padding)
    this.#file = null
    this.#onFile({ name: file.name, bytes: file.bytes, sha256: file.hash.digest('hex'), content: file.kept && Buffer.concat(file.kept) })
    return true
  }

  #header(): boolean {
    if (this.#pending.length < block) return false
    const header = this.#pending.subarray(0, block)
    this.#pending = this.#pending.subarray(block)
    if (header.every((byte) => byte === 0)) return !(this.#ended = true)
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('not a tar archive')
    const name = header.toString('latin1', 0, 100).replace(/\0.*$/u, '')
    const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8)
    this.#file = { name, bytes, left: bytes, padding: (block - (bytes % block)) % block, hash: createHash('sha256'), kept: this.#keeps(name) ? [] : null }
    return true
  }
}
