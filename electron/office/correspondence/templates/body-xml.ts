import { hasHeaderRow, inlineText, type BlockNode, type InlineNode, type LetterBody, type ListNode, type TableNode } from '../../../../shared/correspondence/body.ts'
import { millimetresToTwips } from '../../../../shared/correspondence/din5008.ts'
import { tableColumnWidths } from '../../../../shared/correspondence/table-widths.ts'
import { startsRightToLeft } from '../../documents/docx-text.ts'
import type { BodyLook } from './body-look.ts'
import { escapeXml, runsXml } from './body-runs.ts'
import { noteReference, noteXml } from './footnotes.ts'
import { numberedList } from './numbering.ts'

/** The text as Word's paragraphs and tables, the numbers of its lists for the numbering part, and its notes for theirs. */
export interface BodyXml { paragraphs: string; numbers: string; notes: string }

type Changes = Record<string, string | null>

/** Order of a paragraph's properties, as the schema of WordprocessingML asks. */
const order = [
  'pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr', 'suppressLineNumbers', 'pBdr', 'shd', 'tabs', 'suppressAutoHyphens',
  'kinsoku', 'wordWrap', 'overflowPunct', 'topLinePunct', 'autoSpaceDE', 'autoSpaceDN', 'bidi', 'adjustRightInd', 'snapToGrid', 'spacing', 'ind', 'contextualSpacing',
  'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment', 'textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle',
]
const indent = 357
/** Below a table, in twips: a table has no distance of its own. */
const belowTable = 240
/** The width that tables are shared out by; in the document they are as wide as the text around. */
const usualWidth = 165
const usualPoints = 11

/** Gives the formatted text of a document as real paragraphs, lists, tables and notes in the styles of a template. */
export function bodyXml(body: LetterBody, look: BodyLook): BodyXml {
  return new BodyWriter(look).write(body.content)
}

class BodyWriter {
  readonly #look: BodyLook
  readonly #numbers: string[] = []
  readonly #notes: string[] = []
  /** Notes where Word has none. */
  readonly #below: string[] = []
  #nextNumber: number

  constructor(look: BodyLook) {
    this.#look = look
    this.#nextNumber = look.numbering.next
  }

  write(content: readonly BlockNode[]): BodyXml {
    const blocks = content.map((node, index) => {
      const above: Changes = content[index - 1]?.type === 'table' || (this.#look.tight && index > 0) ? this.#apart() : {}
      // Two tables would become one, and a cell or a page must end with a paragraph.
      const between = node.type === 'table' && (index === content.length - 1 || content[index + 1]?.type === 'table')
      return `${this.#block(node, above)}${between ? `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${belowTable}" w:lineRule="exact"/></w:pPr></w:p>` : ''}`
    }).join('')
    return { paragraphs: `${blocks}${this.#below.join('')}`, numbers: this.#numbers.join(''), notes: this.#notes.join('') }
  }

  /** A line's distance above: below a table, and where the template itself leaves none between paragraphs (DIN 5008 asks for one blank line). */
  #apart(): Changes {
    return { spacing: withSpaceAbove(this.#look.paragraph.get('spacing')), contextualSpacing: null }
  }

  #block(node: BlockNode, above: Changes): string {
    if (node.type === 'paragraph') return this.#paragraph(node.content, above)
    if (node.type === 'table') return this.#table(node)
    if (node.type === 'blockquote') {
      const style = this.#look.quote
      return node.content.map(({ content }, index) => style === null
        ? this.#paragraph(content, { ...(index === 0 ? above : this.#look.tight ? this.#apart() : {}), ind: `<w:ind w:left="${millimetresToTwips(10)}" w:right="${millimetresToTwips(10)}"/>` })
        : this.#styled(content, style)).join('')
    }
    if (node.type !== 'heading') return this.#list(node, 0, true, above)
    const style = this.#look.headings[node.attrs.level]
    return style === null ? this.#paragraph(node.content, { ...above, keepNext: '<w:keepNext/>' }, { bold: true }) : this.#styled(node.content, style)
  }

  /** A paragraph that looks as its style says: what stands directly at the text's own paragraph is not meant for it. */
  #styled(nodes: readonly InlineNode[] | undefined, style: string): string {
    const frame = this.#look.paragraph.get('framePr')
    return this.#made(nodes, new Map([['pStyle', `<w:pStyle w:val="${style}"/>`], ...(frame === undefined ? [] : [['framePr', frame] as const])]), { run: '', bold: false })
  }

  #paragraph(nodes: readonly InlineNode[] | undefined, changes: Changes, { bold = false }: { bold?: boolean } = {}): string {
    const properties = new Map(this.#look.paragraph)
    for (const [name, xml] of Object.entries(changes)) {
      if (xml === null) properties.delete(name)
      else properties.set(name, xml)
    }
    return this.#made(nodes, properties, { run: this.#look.run, bold })
  }

  #made(nodes: readonly InlineNode[] = [], properties: Map<string, string>, { run, bold }: { run: string; bold: boolean }): string {
    if (startsRightToLeft(inlineText(nodes))) properties.set('bidi', '<w:bidi/>')
    const sorted = [...properties].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, xml]) => xml).join('')
    return `<w:p>${sorted === '' ? '' : `<w:pPr>${sorted}</w:pPr>`}${runsXml(nodes, { properties: run, bold }, (text) => this.#note(text))}</w:p>`
  }

  // The entries stand close together; what comes after the list has its distance.
  #list(node: ListNode, level: number, ends: boolean, first: Changes): string {
    const ordered = node.type === 'orderedList'
    const { numbering, bullets, numbered } = this.#look
    const style = ordered ? (level === 0 ? numbered?.style : undefined) : bullets[level]
    const number = ordered ? this.#nextNumber : numbering.bullet
    if (ordered) {
      this.#numbers.push(numberedList(number, style === undefined ? numbering.decimal : numbered?.definition ?? 0, node.attrs?.start ?? 1))
      this.#nextNumber += 1
    }
    const inStyle: Changes = style === undefined ? {} : { pStyle: `<w:pStyle w:val="${style}"/>` }
    // A bulleted style brings its sign with it; a numbered one must be told where to begin.
    const sign: Changes = style !== undefined && !ordered ? {} : { numPr: `<w:numPr><w:ilvl w:val="${Math.min(level, 3)}"/><w:numId w:val="${number}"/></w:numPr>` }
    return node.content.map((item, place) => item.content.map((inside, index) => {
      const last = ends && place === node.content.length - 1 && index === item.content.length - 1
      if (inside.type !== 'paragraph') return this.#list(inside, level + 1, last, {})
      const position: Changes = index > 0 ? { ind: `<w:ind w:left="${(level + 1) * indent}"/>` } : { ...inStyle, ...sign, ind: null }
      return this.#paragraph(inside.content, { ...position, ...(last ? {} : { contextualSpacing: '<w:contextualSpacing/>' }), ...(place === 0 && index === 0 ? first : {}) })
    }).join('')).join('')
  }

  /** As wide as the text around it, with the template's grid where it has one; the first row is repeated when it names the columns. */
  #table(node: TableNode): string {
    const widths = tableColumnWidths(node, usualWidth, usualPoints)
    const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`
    const look = this.#look.table === null
      ? { style: '', borders: `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>` }
      : { style: `<w:tblStyle w:val="${this.#look.table}"/>`, borders: '' }
    const head = hasHeaderRow(node)
    const rows = node.content.map((row, index) => {
      const cells = row.content.map((cell, column) => {
        const width = `<w:tcW w:w="${Math.round(((widths[column] ?? 0) / usualWidth) * 5_000)}" w:type="pct"/>`
        const bold = cell.type === 'tableHeader'
        const close: Changes = { spacing: '<w:spacing w:before="0" w:after="0"/>', ind: null, ...(bold ? { keepNext: '<w:keepNext/>' } : {}) }
        const content = cell.content.map((inside) => (inside.type === 'paragraph' ? this.#paragraph(inside.content, close, { bold }) : this.#list(inside, 0, false, {}))).join('')
        return `<w:tc><w:tcPr>${width}${bold ? '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/>' : ''}</w:tcPr>${content}</w:tc>`
      }).join('')
      return `<w:tr><w:trPr><w:cantSplit/>${head && index === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`
    }).join('')
    const margins = '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    const properties = `<w:tblPr>${look.style}<w:tblW w:w="5000" w:type="pct"/>${look.borders}${margins}<w:tblLook w:val="${head ? '0420' : '0400'}" w:firstRow="${head ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`
    return `<w:tbl>${properties}<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${millimetresToTwips(width)}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  }

  #note(text: string): string {
    const { notes } = this.#look
    if (notes === null) {
      const number = this.#below.length + 1
      this.#below.push(this.#paragraph([{ type: 'text', text: `${number}) ${text}` }], {}))
      return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${escapeXml(String(number))}</w:t></w:r>`
    }
    const id = notes.next + this.#notes.length
    this.#notes.push(noteXml(notes, id, text))
    return noteReference(notes, id)
  }
}

/** The distances of a paragraph with room above it. */
function withSpaceAbove(spacing: string | undefined): string {
  if (spacing === undefined) return `<w:spacing w:before="${belowTable}"/>`
  return spacing.replace(/ w:before(?:Autospacing|Lines)?="[^"]*"/gu, '').replace('<w:spacing', `<w:spacing w:before="${belowTable}"`)
}
