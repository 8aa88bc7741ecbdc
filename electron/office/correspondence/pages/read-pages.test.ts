import { describe, expect, it } from 'vitest'
import { pagesSchema, type Block, type Paragraph, type Table } from '../../../../shared/correspondence/pages/model.ts'
import { p, r, table, textBox, wordFile, type WordFileOptions } from '../templates/word-file.fixture.ts'
import { readPages } from './read-pages.ts'

const read = (body: string, options?: WordFileOptions) => readPages(wordFile(body, options), [])
const blocks = (body: string, options?: WordFileOptions): Block[] => read(body, options).sections.flatMap((section) => section.blocks)
const paragraphs = (body: string, options?: WordFileOptions): Paragraph[] => blocks(body, options).filter((block) => block.type === 'paragraph')
const words = (paragraph: Paragraph | undefined): string => (paragraph?.inlines ?? []).map((inline) => (inline.type === 'text' ? inline.text : `<${inline.type}>`)).join('')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = (id: string, how = 'embed') => `<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><a:graphic><a:graphicData uri="x"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const relation = (id: string, type: string, target: string, external = false) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`

describe('a hostile document', () => {
  it('brings nothing into the window that could fetch or run', () => {
    const hyperlink = '<w:hyperlink r:id="rId51"><w:r><w:t>Hier klicken</w:t></w:r></w:hyperlink>'
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "https://böse.example/c.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Ergebnis</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const body = `<w:p>${picture('rId50')}${picture('rId50', 'link')}${picture('rId53')}${picture('rId54')}${hyperlink}${field}<w:r><w:t>&lt;img src=x onerror=alert(1)&gt;</w:t></w:r></w:p><w:altChunk r:id="rId52"/>${p('Ende')}`
    const pages = read(body, {
      relations: [
        relation('rId50', 'image', 'https://böse.example/a.png', true), relation('rId51', 'hyperlink', 'javascript:alert(1)', true), relation('rId52', 'aFChunk', 'afchunk.htm'),
        relation('rId53', 'image', 'media/a.png'), relation('rId54', 'image', '../../../secret.png'),
      ].join(''),
      files: { 'word/afchunk.htm': '<script>fetch("https://böse.example")</script>', 'word/media/a.png': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' },
    })
    expect(pages.images).toEqual([])
    const said = JSON.stringify(pages)
    expect(said).not.toMatch(/https?:|javascript|script>|svg|secret/u)
    expect(pages.sections[0]?.blocks.map((block) => (block.type === 'paragraph' ? words(block) : ''))).toEqual(['<picture><picture><picture><picture>Hier klickenErgebnis<img src=x onerror=alert(1)>', 'Ende'])
    expect(pagesSchema.parse(pages)).toEqual(pages)
  })

  it('can’t put an address in the place of a picture', () => {
    const pages = read(p('x'))
    for (const image of ['https://böse.example/a.png', 'data:image/svg+xml;base64,PHN2Zy8+', 'data:text/html;base64,eA==', 'javascript:alert(1)']) {
      expect(pagesSchema.safeParse({ ...pages, images: [image] }).success).toBe(false)
    }
  })

  it('is refused when it can’t be unpacked, and ends where it nests without end', () => {
    expect(() => readPages(Buffer.from('PK'), [])).toThrow(expect.objectContaining({ code: 'invalid' }))
    let nested = p('tief')
    for (let depth = 0; depth < 60; depth += 1) nested = table([nested + p('')])
    expect(JSON.stringify(read(nested + p('Ende')))).not.toContain('tief')
  })
})

describe('what pages are drawn from', () => {
  it('has the picture of the file, its size and the kind that its bytes say', () => {
    const pages = read(`<w:p>${picture('rId50')}</w:p>`, { relations: relation('rId50', 'image', 'media/logo.dat'), files: { 'word/media/logo.dat': png } })
    expect(pages.images).toEqual([`data:image/png;base64,${png.toString('base64')}`])
    expect(pages.sections[0]?.blocks[0]).toMatchObject({ inlines: [{ type: 'picture', picture: { image: 0, width: 100, height: 50 } }] })
  })

  it('works out what styles say of each other, of paragraphs and of letters', () => {
    const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="Standard"/><w:pPr><w:spacing w:after="240" w:line="360" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:color w:val="0F5C63"/></w:rPr></w:style>'
    const pages = read(`<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${r('fett', '')}${r('mager', '<w:b w:val="0"/><w:sz w:val="16"/>')}</w:p>`, { styles })
    const [paragraph] = pages.sections[0]?.blocks ?? []
    expect(paragraph).toMatchObject({ align: 'justify', after: 12, line: { rule: 'auto', value: 1.5 }, left: 36, first: -18 })
    expect((paragraph as Paragraph).inlines.map((inline) => ('look' in inline ? pages.looks[inline.look] : null))).toEqual([
      { font: 'Arial', size: 11, kerning: false, bold: true, colour: '#0f5c63' }, { font: 'Arial', size: 8, kerning: false, bold: false, colour: '#0f5c63' },
    ])
  })

  it('has numbers of pages where fields stand, results of other fields, and neither deleted nor hidden words', () => {
    const simple = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    const complex = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const changed = '<w:ins><w:r><w:t>neu</w:t></w:r></w:ins><w:del><w:r><w:delText>alt</w:delText></w:r></w:del>'
    expect(paragraphs(`<w:p>${r('Seite ')}${simple}${r(' von ')}${complex}${r(' ')}${changed}${r('geheim', '<w:vanish/>')}</w:p>`).map(words)).toEqual(['Seite <page> von <pages> neu'])
  })

  it('counts lists, each from its own start', () => {
    const numbering = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>'
    const item = (list: number, level = 0) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r('x')}</w:p>`
    const listed = paragraphs(item(1) + item(1, 1) + item(1, 1) + item(1) + item(1, 1) + item(2), { relations: relation('rId60', 'numbering', 'numbering.xml'), files: { 'word/numbering.xml': numbering } })
    expect(listed.map(({ label }) => label?.text)).toEqual(['1.', '1.a)', '1.b)', '2.', '2.a)', '4.'])
    expect(listed[0]).toMatchObject({ left: 17.85, first: -17.85 })
  })

  it('has frames and text boxes at their places, measured from the page', () => {
    const frame = (text: string) => `<w:p><w:pPr><w:framePr w:w="4820" w:h="1550" w:hRule="exact" w:hAnchor="page" w:vAnchor="page" w:x="1417" w:y="3555"/></w:pPr>${r(text)}</w:p>`
    const [letter, further] = paragraphs(frame('Frau Muster') + frame('01999 Musterstadt') + p('Betreff') + p(textBox(p('Im Kasten'))))
    expect(letter?.placed).toMatchObject([{ across: { from: 'page', offset: 70.85 }, down: { from: 'page', offset: 177.75 }, width: 241, height: 77.5, least: false, blocks: [{}, {}] }])
    expect(words(letter)).toBe('Betreff')
    expect(further?.placed).toMatchObject([{ across: { from: 'page' }, down: { from: 'page' }, wrap: 'none', padding: [0, 0, 0, 0] }])
    expect(words(further?.placed[0]?.blocks[0] as Paragraph)).toBe('Im Kasten')
  })

  it('has tables with cells that are bound together, and their widths', () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${more}</w:tcPr>${p(text)}</w:tc>`
    const [block] = blocks(`<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="8"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('hoch', '<w:vMerge w:val="restart"/>')}${cell('a')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('b')}</w:tr></w:tbl>`)
    const { rows, columns } = block as Table
    expect(columns).toEqual([100, 100])
    expect(rows.map(({ head, cells }) => [head, ...cells.map((each) => each.rows)])).toEqual([[true, 2, 1], [false, 1]])
    expect(rows[0]?.cells[0]?.borders).toMatchObject({ top: { width: 0.5 }, right: { width: 1 } })
  })

  it('begins a page where a break stands, and keeps heads and feet of the first page apart', () => {
    const pages = read(`<w:p>${r('eins')}<w:r><w:br w:type="page"/></w:r>${r('zwei')}</w:p>`, { header: p('Kopf') })
    expect(pages.sections[0]?.blocks).toMatchObject([{ breakBefore: false }, { breakBefore: true }])
    expect(pages.sections[0]?.headers).toMatchObject({ first: [{ inlines: [{ text: 'Kopf' }] }], others: [] })
  })
})
