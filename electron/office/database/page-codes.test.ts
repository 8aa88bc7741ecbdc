import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CipherConnection } from './driver.ts'
import { PageCodes, pageBytes, pageCodeKey, saltBytes } from './page-codes.ts'

const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-codes-'))
const path = join(folder, 'office.db')
const key = randomBytes(32)
let whole: Buffer
beforeAll(() => {
  const connection = new CipherConnection(path, key)
  connection.exec('CREATE TABLE letter (id INTEGER PRIMARY KEY, text BLOB)')
  for (let number = 0; number < 60; number++) connection.run('INSERT INTO letter (text) VALUES (randomblob(3000))')
  // Free pages carry codes, too.
  connection.exec('DELETE FROM letter WHERE id % 3 = 0')
  connection.close()
  whole = readFileSync(path)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ours = (bytes: Buffer, by = key): number => new PageCodes(pageCodeKey(by, bytes.subarray(0, saltBytes))).faulty(bytes, 0)

/** How many pages SQLCipher complains of; null when it can't open the file at all. */
function theirs(bytes: Buffer): number | null {
  const copy = join(folder, 'copy.db')
  writeFileSync(copy, bytes)
  const connection = new CipherConnection(copy, key)
  try {
    return connection.pragmaRows('cipher_integrity_check').length
  } catch {
    return null
  } finally {
    connection.close()
  }
}

describe('codes of pages, checked without SQLCipher', () => {
  it('agree with cipher_integrity_check on a whole file, page by page in pieces too', () => {
    expect(whole.length).toBeGreaterThan(40 * pageBytes)
    expect([ours(whole), theirs(whole)]).toEqual([0, 0])
    const codes = new PageCodes(pageCodeKey(key, whole.subarray(0, saltBytes)))
    for (let at = 0; at < whole.length; at += 7 * pageBytes) expect(codes.faulty(whole.subarray(at, at + 7 * pageBytes), at)).toBe(0)
  })

  it('find each of 300 flipped bits that cipher_integrity_check finds: salt, text, vector and code of every page', () => {
    const differences: string[] = []
    for (let flip = 0; flip < 300; flip++) {
      const places = [0, saltBytes - 1, saltBytes, pageBytes - 81, pageBytes - 80, pageBytes - 64, pageBytes - 1, whole.length - 1]
      const at = places[flip] ?? Math.floor(whole.length * ((flip * 0.618_034) % 1))
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << flip % 8)
      const [found, known] = [ours(bytes), theirs(bytes)]
      // With another salt or first page SQLCipher can't open the file, and doesn't count.
      if (found === 0 || (known !== null && found !== known)) differences.push(`${at}: ${found}, not ${known}`)
    }
    expect(differences).toEqual([])
  })

  it('find pages that were exchanged, repeated, moved or cut, and another key', () => {
    const page = (number: number): Buffer => whole.subarray(number * pageBytes, (number + 1) * pageBytes)
    const exchanged = Buffer.concat([whole.subarray(0, 5 * pageBytes), page(6), page(5), whole.subarray(7 * pageBytes)])
    expect([ours(exchanged), theirs(exchanged)]).toEqual([2, 2])
    expect(ours(Buffer.concat([whole, page(9)]))).toBe(1)
    expect(ours(whole.subarray(0, -10))).toBe(1)
    expect(ours(whole, randomBytes(32))).toBe(whole.length / pageBytes)
    expect(new PageCodes(pageCodeKey(key, whole.subarray(0, saltBytes))).faulty(page(3), 4 * pageBytes)).toBe(1)
  })

  it('pass over the page that SQLite locks by, which is never written', () => {
    const codes = new PageCodes(key)
    expect(codes.faulty(Buffer.alloc(pageBytes), 2 ** 30)).toBe(0)
    expect(codes.faulty(Buffer.alloc(pageBytes), 2 ** 30 + pageBytes)).toBe(1)
  })
})
