import { createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const pageSize = 4096
/** At the end of each page: 16 bytes initialisation vector, 64 bytes authentication code (SQLCipher 4). */
const reserved = 80
const saltLength = 16
const logHeader = 32
const frameHeader = 24

/**
 * Every byte of a database and its log as SQLite sees them, decrypted page by page: also free pages and the unused parts of
 * pages, which no statement can read.
 */
export function plainPages(path: string, key: Uint8Array): Buffer {
  const file = readFileSync(path)
  const pages = Array.from({ length: file.length / pageSize }, (_, index) => decrypted(file.subarray(index * pageSize, (index + 1) * pageSize), key, index === 0))
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0)
  for (let at = logHeader; at + frameHeader + pageSize <= log.length; at += frameHeader + pageSize) {
    const page = log.subarray(at + frameHeader, at + frameHeader + pageSize)
    pages.push(decrypted(page, key, log.readUInt32BE(at) === 1))
  }
  return Buffer.concat(pages)
}

function decrypted(page: Buffer, key: Uint8Array, isFirst: boolean): Buffer {
  const start = isFirst ? saltLength : 0
  const vector = page.subarray(pageSize - reserved, pageSize - reserved + 16)
  const cipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  return Buffer.concat([cipher.update(page.subarray(start, pageSize - reserved)), cipher.final()])
}
