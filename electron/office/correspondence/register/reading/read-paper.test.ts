import { randomBytes } from 'node:crypto'
import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { tablePdf } from '../../../documents/pdf-table.ts'
import { sampleMail } from '../../statements/sample-request.fixture.ts'
import { readInThread } from './paper-reader.ts'
import { wordsOfHtml } from './paper-text.ts'
import { readPaper } from './read-paper.ts'

const pdf = await tablePdf({ title: 'Begründung Südliche Gärten', remarks: ['Mondscheinsonate'], headings: ['Größe'], rows: [['Fünfzig']] })

/** An Outlook message with the given streams in UTF-16. */
function msg(fields: Record<string, string>): Uint8Array {
  const streams = Object.entries(fields).map(([tag, text]) => ({ name: `__substg1.0_${tag}001F`, bytes: Buffer.from(text, 'utf16le') }))
  const properties = { name: '__properties_version1.0', bytes: Buffer.alloc(32) }
  const files = [properties, ...streams].map(({ name, bytes }) => ({ name, type: 2, length: bytes.length, binaryProvider: () => new Uint8Array(bytes) }))
  return burn([{ name: 'Root Entry', type: 5, length: 0, children: files.map((_file, index) => index + 1) }, ...files])
}

describe('what is read out of papers', () => {
  it('a mail gives subject, sender, day, text and what hangs on it', async () => {
    const { mail, text, trouble } = await readInThread(sampleMail(pdf), 'eml')
    expect(mail).toMatchObject({ subject: 'Beteiligung B-Plan 52 Südliche Gärten', fromName: 'Jürgen Planer', fromAddress: 'planung@stadt.example', sentOn: '2026-11-10' })
    expect(mail?.attachments.map(({ name }) => name)).toEqual(['Begruendung.pdf', 'rechnung.pdf'])
    expect(Buffer.from(mail?.attachments[0]?.bytes ?? []).equals(Buffer.from(pdf))).toBe(true)
    expect(text).toContain('Zirbelkiefer')
    expect(trouble).toBe('')
  })

  it('a message of Outlook gives the same', async () => {
    const { mail } = await readPaper(msg({ '0037': 'Bitte um Votum', '0C1A': 'Erika Änderung', '5D01': 'erika@amt.example', '1000': 'bis 11.12.2026' }), 'msg')
    expect(mail).toMatchObject({ subject: 'Bitte um Votum', fromName: 'Erika Änderung', fromAddress: 'erika@amt.example', text: 'bis 11.12.2026', attachments: [] })
  })

  it('PDF, Word and OpenDocument give their words', async () => {
    expect((await readInThread(pdf, 'pdf')).text).toMatch(/Begründung Südliche Gärten[\s\S]*Mondscheinsonate/u)
    const docx = await new JSZip().file('word/document.xml', '<w:p><w:r><w:t>Haupt</w:t></w:r><w:r><w:t>satzung &amp; mehr</w:t></w:r></w:p><w:p><w:t>Zweite</w:t></w:p>').file('word/header1.xml', '<w:t>Kopf</w:t>').generateAsync({ type: 'uint8array' })
    expect((await readPaper(docx, 'docx')).text).toBe('Hauptsatzung & mehr\nZweite\n\nKopf')
    const odt = await new JSZip().file('content.xml', '<text:p>Grün<text:s/>kohl</text:p>').generateAsync({ type: 'uint8array' })
    expect((await readPaper(odt, 'odt')).text.trim()).toBe('Grün kohl')
  })

  it('HTML gives words only', () => {
    expect(wordsOfHtml('<style>p{}</style><p>Gr&uuml;&szlig;e &amp; Dank&#33;</p><script>böse()</script><div>zwei</div>')).toBe('Grüße & Dank!\nzwei')
  })
})

describe('hostile papers', () => {
  it.each([
    ['pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(4_000)])], ['docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(2_000)])],
    ['msg', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(4_000)])],
  ] as const)('%s full of noise is kept without words', async (kind, bytes) => {
    const read = await readInThread(bytes, kind)
    expect(read).toMatchObject({ text: '', mail: null })
    expect(read.trouble).toMatch(/\.$/u)
  })

  it('a packed file that would fill the memory is not unpacked', async () => {
    const bomb = await new JSZip().file('word/document.xml', Buffer.alloc(20_000_000, 'a')).generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    expect((await readInThread(bomb, 'docx')).trouble).toContain('zu groß')
  })

  it('a mail nested a thousand deep, or all headers, ends', async () => {
    const nested = Array.from({ length: 1_000 }, (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`).join('')
    expect(await readInThread(Buffer.from(`From: a@b.example\r\n${nested}`), 'eml')).toMatchObject({ text: expect.any(String) })
    expect(await readInThread(Buffer.from(`From: a@b.example\r\n${'X-A: y\r\n'.repeat(200_000)}`), 'eml')).toMatchObject({ trouble: expect.stringContaining('beschädigt') })
  })
})
