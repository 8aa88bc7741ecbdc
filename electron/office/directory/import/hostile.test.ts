import { deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../documents/lists/read-file.ts'
import { contactHeadings } from './headings.ts'
import { readHead } from './table.ts'
import { UnreadableFile } from '../../documents/lists/unreadable.ts'

interface Entry { name: string, content: Buffer, claimed?: number }

/** A packed file; an entry may claim another size than it has. */
function zip(entries: readonly Entry[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimed = content.length } of entries) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed, 22)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    bodies.push(local, title, packed)
    directory.push(entry, title)
    offset += local.length + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

const refusal = (bytes: Uint8Array) => readFile(bytes, {}, contactHeadings).then(() => 'read', (error: unknown) => error instanceof UnreadableFile ? error.message : `${error}`)
const sheet = (rows: unknown[][]) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Liste')
  return book
}

describe('files that are refused with a reason', () => {
  it('one that unpacks to more than it says', async () => {
    expect(await refusal(zip([{ name: 'xl/workbook.xml', content: Buffer.alloc(2_000_000), claimed: 10 }]))).toContain('entpackt zu groß')
  })

  it('one that says it unpacks to more than a list ever does, without unpacking it', async () => {
    expect(await refusal(zip([{ name: 'xl/workbook.xml', content: Buffer.from('x'), claimed: 4_000_000_000 }]))).toContain('entpackt zu groß')
  })

  it('one with macros', async () => {
    expect(await refusal(zip(['xl/workbook.xml', 'xl/vbaProject.bin'].map((name) => ({ name, content: Buffer.from('x') }))))).toContain('enthält Makros')
  })

  it('one with a password, of Excel and of LibreOffice', async () => {
    expect(await refusal(zip([
      { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
      { name: 'content.xml', content: Buffer.from([1, 2, 3]) },
      { name: 'META-INF/manifest.xml', content: Buffer.from('<manifest:encryption-data/>') },
    ]))).toContain('mit einem Kennwort geschützt')
    const file = CFB.utils.cfb_new()
    CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0, ...Buffer.from('<encryption/>')]))
    CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096, 7))
    expect(await refusal(new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer))).toContain('mit einem Kennwort geschützt')
  })

  it('a damaged one, and one that is no list', async () => {
    const good = new Uint8Array(write(sheet([['Name'], ['A']]), { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    expect(await refusal(good.subarray(0, good.length / 2))).toContain('beschädigt')
    expect(await refusal(zip([{ name: 'bild.png', content: Buffer.from('x') }]))).toContain('keine Arbeitsmappe')
  })
})

describe('files that are odd and read', () => {
  it('300 columns', async () => {
    const headings = Array.from({ length: 300 }, (_, index) => index === 150 ? 'Organisation' : index === 299 ? 'Ort' : `Feld ${index}`)
    const row = headings.map((_, index) => `Wert ${index}`)
    const csv = new TextEncoder().encode([headings, row].map((cells) => cells.join(';')).join('\n'))
    const workbook = new Uint8Array(write(sheet([headings, row]), { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    for (const file of [csv, workbook]) {
      const { columns } = readHead(await readFile(file, {}, contactHeadings), {}, () => null)
      expect([columns.length, columns[150]?.field, columns[299]?.field, columns[299]?.sample]).toEqual([300, 'organisation', 'place', 'Wert 299'])
    }
  })

  it('zero bytes among the letters', async () => {
    const { tables } = await readFile(new TextEncoder().encode('Organisation;Ort\nVer\0ein;For\0st\n\0;\0\n'), {}, contactHeadings)
    expect(tables[0]?.records.map(({ cells }) => cells.map((cell) => cell.replaceAll('\0', '')))).toEqual([['Organisation', 'Ort'], ['Verein', 'Forst'], ['', '']])
  })
})
