import { describe, expect, it } from 'vitest'
import { bodyFromText, emptyBody, type InlineNode, type LetterBody } from '../../../../shared/correspondence/body.ts'
import { noDecisions, type Decisions } from '../../../../shared/correspondence/templates/model.ts'
import { emptyLetterhead } from '../../../../shared/settings/letterhead.ts'
import { fillTemplate } from './fill.ts'
import { wholeRow, type Values } from './parser.ts'
import { letterValues } from './letter-values.ts'
import { prepareTemplate } from './prepare.ts'
import { sampleLetter } from './sample-letter.ts'
import { p, partOf, r, table, textBox, wordFile, wordsOf } from './word-file.fixture.ts'
import { parseXml } from './xml.ts'

const rows = (...texts: string[]) => texts.map((text, index) => new Map([['nr', String(index + 1)], ['bezeichnung', text], [wholeRow, text]]))
const values: Values = new Map<string, string | ReturnType<typeof rows>>([
  ['betreff', 'Plan & Bau <W/52>'], ['anschrift', 'Stadt\nFrau Muster\n03044 Ort'], ['anrede', 'Sehr geehrte Frau Muster,'], ['datum', '2026-11-30'], ['fax', ''], ['telefon', '0355 1'],
  ['anlagen', rows('Plan', 'Liste', 'Karte')], ['kopien', []], ['email', '1234.5'], ['titel', 't'], ['urheber', 'u'],
])

function fill(body: string, { text = emptyBody, decisions = noDecisions, ...options }: Parameters<typeof wordFile>[1] & { text?: LetterBody; decisions?: Decisions } = {}) {
  const { study, prepared } = prepareTemplate(wordFile(body, options), 'brief', decisions)
  const filled = fillTemplate(prepared, values, text)
  return { ...filled, study, words: wordsOf(filled.bytes), codes: study.faults.map(({ code }) => code).filter((code) => code !== 'lacking') }
}

describe('a template', () => {
  it('is filled where its tags stand, braces of the data included', () => {
    const braces = new Map(values).set('betreff', '{datum} {{x}} \uFDD3datum\uFDD4')
    const { prepared } = prepareTemplate(wordFile(p('Wegen {betreff}') + p('{Anschrift}')), 'brief', noDecisions)
    expect(wordsOf(fillTemplate(prepared, braces, emptyBody).bytes)).toEqual(['Wegen {datum} {{x}} datum', 'Stadt/Frau Muster/03044 Ort'])
    expect(fill(p('{betreff}')).words).toEqual(['Plan &amp; Bau &lt;W/52&gt;'])
  })

  it('is healed where Word split a tag, and looks as the tag began', () => {
    const split = '<w:p><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>{bet</w:t></w:r><w:bookmarkStart w:id="0" w:name="x"/><w:proofErr w:type="spellEnd"/><w:r w:rsidR="00B2"><w:rPr><w:i/></w:rPr><w:t>re</w:t></w:r><w:bookmarkEnd w:id="0"/><w:r><w:t>ff} Ende</w:t></w:r></w:p>'
    const { words, codes, bytes, study } = fill(split)
    expect(words).toEqual(['Plan &amp; Bau &lt;W/52&gt; Ende'])
    expect(codes).toEqual(['split'])
    expect(study.faults[0]).toMatchObject({ text: expect.stringContaining('Das Feld «betreff» ist in Word zerteilt'), where: 'Seite 1, Absatz 1', quote: '{bet ¦ re ¦ ff}' })
    expect(partOf(bytes)).toMatch(/<w:rPr><w:b\/><\/w:rPr><w:t[^>]*>Plan/u)
    expect(partOf(bytes)).not.toContain('proofErr')
    expect(partOf(bytes)).toContain('bookmarkStart')
  })

  it('repeats rows of a table, asks for conditions and skips the sections of what is empty', () => {
    const body = table([p('Nr.'), p('Anlage')], [p('{#anlagen}{nr}'), p('{Bezeichnung}{/anlagen}')])
      + p('{#telefon}Tel. {telefon}{/telefon}{#fax}Fax {fax}{/fax}{^fax}ohne Fax{/}') + p('{#kopien}') + p('{.}') + p('{/kopien}') + p('Ende')
    expect(fill(body).words).toEqual(['Nr.', 'Anlage', '1', 'Plan', '2', 'Liste', '3', 'Karte', 'Tel. 0355 1ohne Fax', 'Ende'])
  })

  it('loses lines that hold nothing but an empty field, and no others', () => {
    const body = p('Vorn') + p('{fax}') + p('Fax: {fax}') + p(r('{telefon}'), '<w:r><w:br/></w:r>', r('{fax}'), '<w:r><w:br/></w:r>', r('{telefon}')) + p('Ende')
      + table([p('{fax}'), p('{fax}') + p('Zelle')]) + p('')
    expect(fill(body).words).toEqual(['Vorn', 'Fax: ', '0355 1/0355 1', 'Ende', '', 'Zelle', ''])
  })

  it('knows how long the text is: of a release heading, lead and quotes too, as editorial offices count', () => {
    const letter = { ...sampleLetter('pressemitteilung', 'builtin:pressemitteilung', '2026-11-30'), subject: 'Titel', body: bodyFromText('x'.repeat(1_200)), particulars: { vorspann: 'Vorn', zitat: '' } }
    expect(letterValues('pressemitteilung', letter, emptyLetterhead).get('zeichenzahl')).toBe('1.211')
    expect(letterValues('grusswort', letter, emptyLetterhead).get('zeichenzahl')).toBe('1.200')
  })

  it('marks what is missing so that it is seen, and names it', () => {
    const gaps = new Map(values).set('betreff', ' ')
    const { prepared } = prepareTemplate(wordFile(p(r('Wegen {betreff} und', '<w:b/>')) + p('{text}')), 'brief', noDecisions)
    const { bytes, missing } = fillTemplate(prepared, gaps, emptyBody)
    expect(missing).toEqual(['Text', 'Betreff'])
    expect(wordsOf(bytes)).toEqual(['Wegen ‹fehlt: Betreff› und', '‹fehlt: Text›'])
    expect(partOf(bytes)).toContain('<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">‹fehlt: Betreff›</w:t>')
    expect(partOf(bytes)).not.toMatch(/undefined|[\uFDD0-\uFDEF{}]/u)
  })

  it('never prints a field that nobody knows as code', () => {
    const { words, codes } = fill(p('{xylophon} {betreff}'))
    expect(codes).toEqual(['unknown-name'])
    expect(words[0]).toContain('Plan')
  })

  it('is filled in its footnotes, too', () => {
    const note = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Stand {datum|datum:kurz}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    const { bytes, study } = fill(p('Text'), {
      files: { 'word/footnotes.xml': note },
      relations: '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>',
      contentTypes: '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>',
    })
    expect(wordsOf(bytes, 'word/footnotes.xml')).toEqual(['Stand 30.11.2026'])
    expect(study.outline.map(({ label }) => label)).toEqual(['Text', 'Fußnoten'])
  })

  it('knows the filters', () => {
    expect(fill(p('{datum} {datum|datum:kurz} {email | euro} {anlagen|liste} {anlagen|liste:und}')).words).toEqual(['30. November 2026 30.11.2026 1.234,50\u00A0€ Plan, Liste, Karte Plan, Liste und Karte'])
  })

  it('takes the fields of mail merge and of text boxes, whose older copies go', () => {
    const merge = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD Betreff \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>«Betreff»</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const simple = '<w:p><w:fldSimple w:instr=" MERGEFIELD &quot;Anrede&quot; "><w:r><w:t>«Anrede»</w:t></w:r></w:fldSimple></w:p>'
    const { words, codes, bytes } = fill(merge + simple + p(textBox(p('{anschrift}'))))
    expect(words).toEqual(['Plan &amp; Bau &lt;W/52&gt;', 'Sehr geehrte Frau Muster,', 'Stadt/Frau Muster/03044 Ort', ''])
    expect(codes).toEqual(['mail-merge', 'mail-merge'])
    expect(partOf(bytes)).not.toContain('mc:Fallback')
  })

  it('is used without any codes where somebody clicked the places', () => {
    const decisions: Decisions = {
      names: {},
      places: [
        { part: 'word/document.xml', paragraph: 0, mode: 'replace', field: 'anschrift' }, { part: 'word/document.xml', paragraph: 1, mode: 'clear', field: '' },
        { part: 'word/document.xml', paragraph: 2, mode: 'append', field: 'datum' }, { part: 'word/document.xml', paragraph: 2, mode: 'after', field: 'betreff' },
        { part: 'word/document.xml', paragraph: 3, mode: 'replace', field: 'text' }, { part: 'word/header1.xml', paragraph: 0, mode: 'before', field: 'telefon' },
        { part: 'word/document.xml', paragraph: 99, mode: 'replace', field: 'gruss' },
      ],
    }
    const body = p(r('Musterfirma', '<w:b/>')) + p('Beispielzeile') + p('Datum:') + '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>Hier kommt der Text hin</w:t></w:r></w:p>'
    const { words, bytes, codes } = fill(body, { decisions, header: p('Stadt'), text: bodyFromText('Erstens.\nZweitens.') })
    expect(words).toEqual(['Stadt/Frau Muster/03044 Ort', 'Datum: 30. November 2026', 'Plan &amp; Bau &lt;W/52&gt;', 'Erstens.', 'Zweitens.'])
    expect(wordsOf(bytes, 'word/header1.xml')).toEqual(['0355 1', 'Stadt'])
    expect(codes).toEqual(['place-lost'])
    expect(partOf(bytes).match(/<w:jc w:val="both"\/>/gu)).toHaveLength(2)
  })
})

describe('formatted text', () => {
  const text: LetterBody = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Titel' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Fett', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, { type: 'text', text: '{betreff} سلام' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Punkt' }] }] }] },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Drittens' }] }] }] },
    ],
  }

  const distance = '<w:pPr><w:spacing w:before="240"/></w:pPr>'
  const style = (more: string) => `<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Text"/>${more}</w:style>`
  it.each([
    ['a line apart where the template divides paragraphs by blank lines alone', p('{text}'), '', 1],
    ['as far apart as their own paragraph says', '<w:p><w:pPr><w:spacing w:after="120"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>', '', 0],
    ['as far apart as their style says', '<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>', style('<w:pPr><w:spacing w:after="160"/></w:pPr>'), 0],
    ['as far apart as the style says that theirs is based on', '<w:p><w:pPr><w:pStyle w:val="Sub"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>', `${style('<w:pPr><w:spacing w:after="160"/></w:pPr>')}<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Text"/></w:style>`, 0],
    ['as far apart as the document says', p('{text}'), '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>', 0],
    ['close together where the first line is indented', '<w:p><w:pPr><w:ind w:firstLine="284"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>', '', 0],
  ])('stands %s', (_name, body, styles, apart) => {
    const { bytes } = fill(body, { styles, text: bodyFromText('Erstens.\n\nZweitens.') })
    expect(partOf(bytes).split('w:before="240"').length - 1).toBe(apart)
    if (apart > 0) expect(partOf(bytes)).toMatch(new RegExp(`Erstens\\..*${distance}.*Zweitens`, 'u'))
  })

  it('becomes paragraphs, headings and lists in the styles of the template', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    const { bytes, words } = fill(`<w:p><w:pPr><w:pStyle w:val="Brieftext"/><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr><w:t>{text}</w:t></w:r></w:p>`, { text, styles })
    const xml = partOf(bytes)
    expect(words).toEqual(['Titel', 'Fett/{betreff} سلام', 'Punkt', 'Drittens'])
    expect(xml).toContain('<w:pStyle w:val="berschrift2"/>')
    expect(xml).toContain('<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:bCs/><w:sz w:val="22"/></w:rPr>')
    expect(xml).toContain('<w:rtl/>')
    expect(xml).not.toContain('w:numId w:val="7"')
    const numbering = partOf(bytes, 'word/numbering.xml')
    expect(numbering).toContain('<w:startOverride w:val="3"/>')
    expect(partOf(bytes, '[Content_Types].xml')).toContain('/word/numbering.xml')
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('numbering.xml')
  })

  const cell = (type: 'tableCell' | 'tableHeader', ...content: InlineNode[]) => ({ type, content: [{ type: 'paragraph' as const, content }] })
  const words = (text: string): InlineNode => ({ type: 'text', text })
  const rich: LetterBody = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [words('Eins')] },
      { type: 'table', content: [
        { type: 'tableRow', content: [cell('tableHeader', words('Ort')), cell('tableHeader', words('Zahl'))] },
        { type: 'tableRow', content: [cell('tableCell', words('Nord')), cell('tableCell', { type: 'reference', attrs: { text: 'Erhebung & Zählung {x}' } })] },
      ] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [words('Zitat')] }] },
      { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('Erstens'), { type: 'reference', attrs: { text: 'Zweite' } }] }] }] },
    ],
  }
  const bodyPlace = '<w:p><w:pPr><w:ind w:left="400"/></w:pPr><w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'

  it('gets tables and footnotes, whose part is added to a template that has none', () => {
    const { bytes } = fill(bodyPlace, { text: rich })
    const xml = partOf(bytes)
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml.match(/<w:footnoteReference w:id="(\d)"\/>/gu)).toEqual(['<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="2"/>'])
    expect(wordsOf(bytes, 'word/footnotes.xml').slice(2)).toEqual([' Erhebung &amp; Zählung {x}', ' Zweite'])
    expect(partOf(bytes, '[Content_Types].xml')).toContain('/word/footnotes.xml')
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('relationships/footnotes')
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/numbering.xml']) parseXml(partOf(bytes, part))
  })

  it('adds to the footnotes that a template has, and takes its styles for them, for quotations, lists and headings', () => {
    const style = (id: string, name: string, type = 'paragraph', inside = '') => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
    const note = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="7"><w:p><w:r><w:t>Eigene</w:t></w:r></w:p></w:footnote></w:footnotes>'
    const numbering = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4"/><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    const { bytes } = fill(bodyPlace, {
      text: rich,
      styles: style('berschrift1', 'heading 1') + style('Zitat', 'Quote') + style('Tabellenraster', 'Table Grid', 'table') + style('Funotentext', 'footnote text') + style('Funotenzeichen', 'footnote reference', 'character')
        + style('Listennummer', 'List Number', 'paragraph', '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'),
      files: { 'word/footnotes.xml': note, 'word/numbering.xml': numbering },
      relations: ['footnotes', 'numbering'].map((name) => `<Relationship Id="rId${name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`).join(''),
      contentTypes: ['footnotes', 'numbering'].map((name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`).join(''),
    })
    const xml = partOf(bytes)
    // Neither the indent nor the size of the text's own paragraph reaches a heading, whose style says both.
    expect(xml).toContain('<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t xml:space="preserve">Eins</w:t></w:r></w:p>')
    expect(xml).toContain('<w:pStyle w:val="Zitat"/>')
    expect(xml).toContain('<w:tblStyle w:val="Tabellenraster"/>')
    expect(xml).toMatch(/<w:pStyle w:val="Listennummer"\/>(?:(?!<\/w:pPr>).)*<w:numId w:val="10"\/>|<w:pStyle w:val="Listennummer"\/>(?:(?!<\/w:pPr>).)*<w:numPr>/u)
    expect(partOf(bytes, 'word/numbering.xml')).toContain('<w:abstractNumId w:val="4"/><w:lvlOverride')
    expect(xml).toContain('<w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteReference w:id="8"/>')
    expect(wordsOf(bytes, 'word/footnotes.xml')).toEqual(['Eigene', ' Erhebung &amp; Zählung {x}', ' Zweite'])
    expect(partOf(bytes, 'word/footnotes.xml')).toContain('<w:pStyle w:val="Funotentext"/>')
  })

  it('has its notes below the text where Word knows none', () => {
    const { bytes } = fill(p(textBox(p('{text}'))), { text: rich })
    expect(partOf(bytes)).not.toContain('footnoteReference')
    expect(wordsOf(bytes)).toEqual(expect.arrayContaining(['1) Erhebung &amp; Zählung {x}', '2) Zweite']))
  })
})
