import { DOMParser, type Document, type Element } from '@xmldom/xmldom'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { emptyBody, type LetterBody } from '../../../shared/correspondence/body.ts'
import { emptyLetterhead } from '../../../shared/settings/letterhead.ts'
import { letterDocx } from './letter-docx.ts'
import { sampleLetterhead, sampleSheet } from './sample-letter.fixture.ts'

const twips = (millimetres: number) => String(Math.round((millimetres / 25.4) * 1440))

/** Opens a part of the file; malformed XML fails the test that asks for it. */
async function part(bytes: Uint8Array, name: string): Promise<Document> {
  const text = await (await JSZip.loadAsync(bytes)).file(name)?.async('string')
  if (text === undefined) throw new Error(`${name} is missing`)
  return new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`) } }).parseFromString(text, 'text/xml')
}

const all = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)]
const text = (node: Document | Element): string => all(node, 'w:t').map((t) => t.textContent).join('')
const styled = (document: Document, style: string): Element[] =>
  all(document, 'w:p').filter((p) => all(p, 'w:pStyle')[0]?.getAttribute('w:val') === style)
const paragraph = (content: string): LetterBody['content'][number] => ({ type: 'paragraph', content: [{ type: 'text', text: content }] })
const bodyOf = (...content: LetterBody['content']): LetterBody => ({ type: 'doc', content })

describe('letterDocx', () => {
  it('places address, information block and text where form B wants them', async () => {
    const document = await part(await letterDocx(sampleSheet, sampleLetterhead), 'word/document.xml')
    const frame = (style: string) => all(styled(document, style)[0] as Element, 'w:framePr')[0]
    expect(frame('Anschrift')?.getAttribute('w:x')).toBe(twips(25))
    expect(frame('Anschrift')?.getAttribute('w:y')).toBe(twips(62.7))
    expect(frame('Anschrift')?.getAttribute('w:vAnchor')).toBe('page')
    expect(frame('Informationsblock')?.getAttribute('w:x')).toBe(twips(125))
    expect(frame('Informationsblock')?.getAttribute('w:y')).toBe(twips(50))
    expect(frame('Ruecksendeangabe')?.getAttribute('w:y')).toBe(twips(45))
    const margins = all(document, 'w:pgMar')[0]
    expect([margins?.getAttribute('w:left'), margins?.getAttribute('w:right')]).toEqual([twips(25), twips(20)])
    expect(all(document, 'w:titlePg')).toHaveLength(1)
  })

  it('holds every part in reading order, without the word "Betreff" and without blank paragraphs', async () => {
    const document = await part(await letterDocx(sampleSheet, sampleLetterhead), 'word/document.xml')
    const paragraphs = all(document, 'w:p').map(text)
    expect(paragraphs).toEqual([
      'Stadt Musterstadt/Pśikładowe město · Neumarkt 5 · 03046 Musterstadt',
      ...sampleSheet.addressLines,
      ...sampleSheet.information.map(({ label, value }) => `${label}:${value}`),
      sampleSheet.subject,
      'Sehr geehrte Frau Dr. Muster,',
      'zu dem übersandten Entwurf nehme ich nach § 7 der Hauptsatzung wie folgt Stellung.',
      'Ich stimme dem Entwurf zu.',
      'Mit freundlichen Grüßen',
      'Integrationsbeauftragte', 'Im Auftrag', 'Jana Beispiel',
      'Anlage', 'Sozialraumdaten',
    ])
    expect(paragraphs.join(' ')).not.toContain('Betreff')
  })

  it('draws two fold marks and the hole mark on the first page only', async () => {
    const bytes = await letterDocx(sampleSheet, sampleLetterhead)
    const headers = await Promise.all(['word/header1.xml', 'word/header2.xml'].map((name) => part(bytes, name)))
    const marks = headers.map((header) => all(header, 'w:framePr').filter((f) => f.getAttribute('w:x') === twips(5)).map((f) => f.getAttribute('w:y')))
    expect(marks.toSorted((a, b) => a.length - b.length)).toEqual([[], [105, 148.5, 210].map(twips)])
    const continuation = headers.find((header) => text(header).includes('Seite'))
    expect(all(continuation as Document, 'w:instrText').map((i) => i.textContent)).toEqual(['PAGE', 'NUMPAGES'])
  })

  it('names its styles, speaks German and tells nobody who wrote it', async () => {
    const bytes = await letterDocx(sampleSheet, sampleLetterhead)
    const styles = await part(bytes, 'word/styles.xml')
    const ids = all(styles, 'w:style').map((style) => style.getAttribute('w:styleId'))
    expect(ids).toEqual(expect.arrayContaining(['Betreff', 'Anrede', 'Textkoerper', 'Heading2', 'Heading3', 'Grussformel']))
    expect(all(styles, 'w:lang')[0]?.getAttribute('w:val')).toBe('de-DE')
    const fonts = all(all(styles, 'w:docDefaults')[0] as Element, 'w:rFonts')[0]
    expect(fonts?.getAttribute('w:ascii')).toBe('Arial')
    const core = await part(bytes, 'docProps/core.xml')
    const property = (name: string) => all(core, name)[0]?.textContent
    expect(property('dc:title')).toBe(sampleSheet.subject)
    expect(property('dc:creator')).toBe(sampleLetterhead.officeName)
    expect(property('cp:lastModifiedBy')).toBe(sampleLetterhead.officeName)
  })

  it.each([
    ['markup', '<w:p>&amp; "Anführung" \'einfach\' ]]>'],
    ['emoji', '😀👩🏽‍🏫🇩🇪'],
    ['combining diacritics', 'm̂ Nguyễn Kůň'],
    ['right-to-left text', 'שלום'],
  ])('keeps %s as it was typed, everywhere', async (_, typed) => {
    const sheet = {
      ...sampleSheet, subject: typed, salutation: typed, addressLines: [typed], body: bodyOf(paragraph(typed)), closing: typed,
      signature: { authority: typed, addition: typed, name: typed }, enclosures: [typed], copies: [typed], continuationTitle: typed,
      information: [{ label: 'Ihr Zeichen', value: typed }],
    }
    const bytes = await letterDocx(sheet, { ...sampleLetterhead, officeName: typed, bank: typed, footer: typed })
    const document = await part(bytes, 'word/document.xml')
    const expected = typed.normalize('NFC')
    for (const style of ['Betreff', 'Anrede', 'Anschrift', 'Textkoerper', 'Grussformel']) {
      expect(styled(document, style).map(text)).toContain(expected)
    }
    for (const name of ['word/header1.xml', 'word/header2.xml', 'word/footer1.xml', 'word/footer2.xml', 'docProps/core.xml']) await part(bytes, name)
  })

  it('drops control characters and lone surrogates, which no DOCX may hold', async () => {
    const dirty = 'a\u0000b\u0008c\uD800d\uFFFEe'
    const bytes = await letterDocx({ ...sampleSheet, subject: dirty, body: bodyOf(paragraph(dirty)) }, { ...sampleLetterhead, officeName: dirty })
    expect(styled(await part(bytes, 'word/document.xml'), 'Betreff').map(text)).toEqual(['abcde'])
    expect(all(await part(bytes, 'docProps/core.xml'), 'dc:title')[0]?.textContent).toBe('abcde')
  })

  it('marks Arabic as running from right to left', async () => {
    const body = bodyOf(paragraph('السلام عليكم'), paragraph('Gruß: سلام am Ende'))
    const document = await part(await letterDocx({ ...sampleSheet, body }, sampleLetterhead), 'word/document.xml')
    const [arabic, mixed] = styled(document, 'Textkoerper') as [Element, Element]
    expect(all(arabic, 'w:bidi')).toHaveLength(1)
    expect(all(mixed, 'w:bidi')).toHaveLength(0)
    expect(all(mixed, 'w:r').filter((run) => all(run, 'w:rtl').length > 0).map(text).join('')).toContain('سلام')
  })

  it('is a letter also with no text, no letterhead and no recipient', async () => {
    const sheet = { ...sampleSheet, body: emptyBody, addressLines: [], information: [], subject: '', salutation: '', closing: '', enclosures: [], signature: { authority: '', addition: '', name: '' } }
    const bytes = await letterDocx(sheet, emptyLetterhead)
    expect(all(await part(bytes, 'word/document.xml'), 'w:sectPr')).toHaveLength(1)
    expect(all(await part(bytes, 'docProps/core.xml'), 'dc:title')[0]?.textContent).toBe('Schreiben 2026/0042')
  })

  it('keeps the columns of the foot apart, however long their lines are', async () => {
    const department = 'Beauftragte für Integration, Migration, Teilhabe und gesellschaftlichen Zusammenhalt'
    const bytes = await letterDocx(sampleSheet, { ...sampleLetterhead, department })
    const footers = await Promise.all(['word/footer1.xml', 'word/footer2.xml'].map((name) => part(bytes, name)))
    const cells = footers.flatMap((footer) => all(footer, 'w:tc').map(text))
    expect(cells).toHaveLength(3)
    expect(cells[0]).toContain(department)
    expect(cells[1]).toContain(sampleLetterhead.phone)
    expect(cells[2]).toContain('IBAN')
  })

  it('formats marks, headings and lists; each numbered list begins anew', async () => {
    const item = (content: string) => ({ type: 'listItem' as const, content: [paragraph(content)] as { type: 'paragraph' }[] })
    const numbered = { type: 'orderedList' as const, content: [item('eins'), item('zwei')] }
    const body = bodyOf(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Überschrift' }] },
      { type: 'paragraph', content: [
        { type: 'text', text: 'fett', marks: [{ type: 'bold' }] }, { type: 'hardBreak' },
        { type: 'text', text: 'beides', marks: [{ type: 'italic' }, { type: 'underline' }] },
      ] },
      numbered, paragraph('dazwischen'), numbered,
    )
    const document = await part(await letterDocx({ ...sampleSheet, body }, sampleLetterhead), 'word/document.xml')
    expect(styled(document, 'Heading2').map(text)).toEqual(['Überschrift'])
    const [first] = styled(document, 'Textkoerper') as [Element]
    expect([all(first, 'w:b').length, all(first, 'w:br').length, all(first, 'w:i').length, all(first, 'w:u').length]).toEqual([1, 1, 1, 1])
    const numbers = styled(document, 'Aufzaehlung').map((p) => all(p, 'w:numId')[0]?.getAttribute('w:val'))
    expect(numbers[0]).toBe(numbers[1])
    expect(numbers[2]).toBe(numbers[3])
    expect(numbers[0]).not.toBe(numbers[2])
  })

  it('makes tables whose first row is repeated, footnotes of Word, and quotations', async () => {
    const cell = (type: 'tableCell' | 'tableHeader', content: string) => ({ type, content: [paragraph(content)] as { type: 'paragraph' }[] })
    const body = bodyOf(
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Zahlen' }, { type: 'reference', attrs: { text: 'Quelle' } }] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Ort'), cell('tableHeader', 'Zahl')] }, { type: 'tableRow', content: [cell('tableCell', 'Nord'), cell('tableCell', '12')] }] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Zitat' }] }] },
    )
    const bytes = await letterDocx({ ...sampleSheet, body }, sampleLetterhead)
    const document = await part(bytes, 'word/document.xml')
    expect(styled(document, 'Heading1').map(text)).toEqual(['Zahlen'])
    expect(all(document, 'w:tblHeader')).toHaveLength(1)
    expect(styled(document, 'Tabellenkopf').map(text)).toEqual(['Ort', 'Zahl'])
    expect(styled(document, 'Quote').map(text)).toEqual(['Zitat'])
    const [reference] = all(document, 'w:footnoteReference')
    const note = all(await part(bytes, 'word/footnotes.xml'), 'w:footnote').find((each) => each.getAttribute('w:id') === reference?.getAttribute('w:id'))
    expect(note && text(note)).toBe(' Quelle')
  })
})
