import { hash, pbkdf2Sync } from 'node:crypto'

/**
 * The authentication codes of a SQLCipher 4 file, checked with Node's own OpenSSL: SQLCipher's `cipher_integrity_check` finds the same (proved in
 * `page-codes.test.ts`) and takes three times as long. Each page ends with 16 bytes initialisation vector and the HMAC-SHA512 over ciphertext,
 * vector and page number (https://www.zetetic.net/sqlcipher/design/, "Message Authentication"; `sqlcipher_page_hmac`). The file begins with the salt.
 */
export const pageBytes = 4096
export const saltBytes = 16
const codeBytes = 64
const numberBytes = 4
const covered = pageBytes - codeBytes
/** Block of SHA-512, to which HMAC fills up its key. */
const blockBytes = 128
/** SQLite locks by bytes of this page and never stores anything in it. */
const lockPage = 0x4000_0000 / pageBytes + 1

/** The key of a file's codes, from its raw key and its salt as SQLCipher derives it: PBKDF2, two rounds, of the salt with its bits changed. */
export function pageCodeKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(key, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512')
}

/** Checks pages against their codes. Not for two threads at once. */
export class PageCodes {
  // HMAC by hand: Node's createHmac costs more per page than hashing it does.
  readonly #inner = Buffer.alloc(blockBytes + covered + numberBytes, 0x36)
  readonly #outer = Buffer.alloc(blockBytes + codeBytes, 0x5c)
  readonly #first: Buffer

  /** @param key as {@link pageCodeKey} gives it */
  constructor(key: Uint8Array) {
    for (const [index, byte] of key.entries()) {
      this.#inner[index] = byte ^ 0x36
      this.#outer[index] = byte ^ 0x5c
    }
    // The salt at the beginning of the first page isn't covered by its code; every code depends on it through the key.
    this.#first = this.#inner.subarray(0, -saltBytes)
  }

  /**
   * How many pages don't fit their codes; what is left of a page counts as one.
   * @param bytes whole pages of a file, one after the other
   * @param at where in the file they begin, in bytes
   */
  faulty(bytes: Buffer, at: number): number {
    let faults = bytes.length % pageBytes === 0 ? 0 : 1
    for (let start = 0; start + pageBytes <= bytes.length; start += pageBytes) {
      const number = (at + start) / pageBytes + 1
      if (number !== lockPage && !this.#fits(bytes, start, number)) faults++
    }
    return faults
  }

  #fits(bytes: Buffer, start: number, number: number): boolean {
    const inner = number === 1 ? this.#first : this.#inner
    bytes.copy(inner, blockBytes, number === 1 ? start + saltBytes : start, start + covered)
    inner.writeUInt32LE(number, inner.length - numberBytes)
    // As text of one character a byte: a buffer for each digest would cost a third more.
    this.#outer.write(hash('sha512', inner, 'binary'), blockBytes, 'binary')
    return hash('sha512', this.#outer, 'binary') === bytes.toString('binary', start + covered, start + pageBytes)
  }
}
