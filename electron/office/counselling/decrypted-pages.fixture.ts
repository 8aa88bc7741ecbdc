import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** All pages of a SQLCipher 4 database with a raw key: AES-256-CBC, its IV at the start of each page's 80 reserved bytes. */
export function decryptedPages(path: string, key: Uint8Array): Buffer {
  const size = 4096
  const reserved = 80
  const file = readFileSync(path)
  const pages: Buffer[] = []
  for (let start = 0; start < file.length; start += size) {
    const page = file.subarray(start, start + size)
    const text = page.subarray(start === 0 ? 16 : 0, size - reserved)
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(size - reserved, size - reserved + 16)).setAutoPadding(false)
    pages.push(Buffer.concat([decipher.update(text), decipher.final()]))
  }
  return Buffer.concat(pages)
}
