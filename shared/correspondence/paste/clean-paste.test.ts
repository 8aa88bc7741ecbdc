import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, it } from 'vitest'
import { cleanPaste } from './clean-paste.ts'
import { excel, excelWide, fromWeb, libreOffice, outlook, outlookWeb, wordFormatted, wordLists, wordNotes, wordReviewed, wordTable } from './clipboard.fixture.ts'
import type { PastedElement, PastedNode } from './tree.ts'

type Parsed = DefaultTreeAdapterMap['childNode']

/** Reads HTML as a browser does. */
function tree(html: string): PastedElement {
  const nodeOf = (node: Parsed): PastedNode[] => {
    if ('value' in node) return [node.value]
    if (!('tagName' in node)) return []
    return [{ tag: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), children: node.childNodes.flatMap(nodeOf) }]
  }
  return parse(html).childNodes.flatMap(nodeOf).find((node) => typeof node !== 'string') as PastedElement
}
const clean = (html: string) => cleanPaste(tree(html))
const html = (content: string) => clean(content).html

describe('what is copied from Word', () => {
  it('keeps headings, quotations, bold, italic and underlined, which stand in styles', () => {
    expect(clean(wordFormatted)).toEqual({
      html: '<h1>Konzept</h1><h2>Ausgangslage</h2><p>Im Jahr 2025 lebten <strong>3.412 Menschen</strong> hier, <em>so der Bericht</em>, auf 12 km² nach §\u00A05 <u>wörtlich</u>.</p><blockquote><p>Integration gelingt vor Ort.</p></blockquote><p>Kontakt: amt@musterstadt.example</p>',
      left: '',
    })
  })

  it('makes real lists of its paragraphs with signs', () => {
    expect(html(wordLists)).toBe('<p>Wir brauchen:</p><ul><li><p>Sprachkurse</p><ul><li><p>abends</p></li></ul></li><li><p>Beratung</p></li></ul><p>Danach:</p><ol start="3"><li><p>Antrag</p></li><li><p>Bescheid</p></li></ol>')
  })

  it('keeps tables, says that merged cells were divided, and knows the row that names the columns', () => {
    expect(clean(wordTable)).toEqual({
      html: '<table><tbody><tr><th><p>Stadtteil</p></th><th><p>Plätze</p></th></tr><tr><td><p>Nord</p></td><td><p>12</p></td></tr><tr><td><p><em>Zusammen 12</em></p></td><td><p></p></td></tr></tbody></table>',
      left: 'Verbundene Zellen wurden getrennt.',
    })
  })

  it('leaves out pictures, comments, deleted and hidden text, and says so', () => {
    expect(clean(wordReviewed)).toEqual({
      html: '<p>Der Rat beschließt das neue Konzept.</p><p>Durch gestrichen</p>',
      left: 'Nicht eingefügt: 1 gelöschte Stelle aus der Änderungsverfolgung, 1 Kommentar, 1 ausgeblendete Stelle, 1 Bild. Durchgestrichenes steht jetzt ohne Strich da: bitte prüfen.',
    })
  })

  it('brings its footnotes along', () => {
    expect(html(wordNotes)).toBe('<p>Das steht fest<sup data-letter-note="Statistik 2025, S.\u00A04."></sup>, sagt die Stadt.</p>')
  })
})

describe('what is copied from other programs', () => {
  it('from LibreOffice', () => expect(html(libreOffice)).toBe('<h2>Ziele</h2><ol><li><p>Erstens</p><ul><li><p>darunter</p></li></ul></li><li><p>Zweitens <strong>fett</strong></p></li></ol><p>Satz<sup data-letter-note="Eine Quelle"></sup>.</p>'))

  it('from a mail of Outlook, whose tables arrange and whose blank lines divide', () => expect(clean(outlook)).toEqual({
    html: '<p><strong>Von:</strong> Jana Beispiel</p><p>Guten Tag,</p><p>anbei die Zahlen.</p><p>Jana Beispiel</p><p>Musterstadt</p>', left: 'Nicht eingefügt: 1 Bild.',
  }))

  it('from Outlook in the browser', () => expect(html(outlookWeb)).toBe('<p>Hallo <strong>zusammen</strong>,</p><p>erste Zeile<br>zweite Zeile</p>'))

  it('from Excel, with the styles of its classes and without hidden rows', () => expect(clean(excel)).toEqual({
    html: '<table><tbody><tr><th><p>Jahr</p></th><th><p>Betrag</p></th></tr><tr><td><p>2025</p></td><td><p>1.234,50\u00A0€</p></td></tr></tbody></table>', left: 'Nicht eingefügt: 1 ausgeblendete Stelle.',
  }))

  it('from a sheet too wide for a letter', () => {
    const { html: cleaned, left } = clean(excelWide)
    expect(cleaned).toMatch(/^<p>1 \| 2 \| 3/u)
    expect(left).toContain('mehr als 12 Spalten')
  })

  it('from a page of the web: no script, no address, no form of its own', () => {
    const { html: cleaned } = clean(fromWeb)
    expect(cleaned).toBe('<p>Text mit Verweis und &lt;Klammern&gt;</p><ul><li><p>eins</p></li><li><p>zwei</p><ul><li><p>tief</p><ul><li><p>tiefer</p><ul><li><p>am tiefsten</p></li><li><p>zu tief</p></li></ul></li></ul></li></ul></li></ul>')
  })
})

describe('a cell', () => {
  it('holds no table, heading or quotation', () => {
    expect(html('<table><tr><td><h2>A</h2><blockquote>B</blockquote></td><td><table><tr><td>c</td><td>d</td></tr></table></td></tr><tr><td>e</td><td>f</td></tr></table>'))
      .toBe('<table><tbody><tr><td><p>A</p><p>B</p></td><td><p>c | d</p></td></tr><tr><td><p>e</p></td><td><p>f</p></td></tr></tbody></table>')
  })

  it('that says it spans more than there is doesn’t fill the memory', () => expect(html('<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr><tr><td>b</td></tr></table>').length).toBeLessThan(100_000))
})
