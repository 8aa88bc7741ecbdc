import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Tab, Table, TableCell, TableRow, TabStopType, TextRun, WidthType, type FileChild } from 'docx'
import { cleanLine } from '../../../shared/correspondence/clean-text.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { textRuns } from './docx-text.ts'

/** Twips between paragraphs, and the margins of an A4 page (2.5 cm). */
const after = 120
const margin = 1417
const textWidth = 11906 - 2 * margin

/**
 * A document with title, headings and language, as assistive technology needs them; it names nobody but the office.
 * @param foot stands at the foot of every page beside its number; none of either without it
 */
export async function plainDocument(title: string, letterhead: Letterhead, children: FileChild[], foot?: string): Promise<Uint8Array> {
  const owner = cleanLine(letterhead.officeName) || 'Integrationsbüro'
  const font = letterhead.fontFamily
  const heading = (size: number, before: number) => ({ run: { font, size, bold: true, color: 'auto' }, paragraph: { keepNext: true, spacing: { before, after } } })
  const document = new Document({
    title, creator: owner, lastModifiedBy: owner,
    compatibility: { version: 15 },
    styles: {
      default: {
        document: { run: { font, size: 21, language: { value: 'de-DE', eastAsia: 'de-DE', bidirectional: 'ar-SA' } }, paragraph: { spacing: { after } } },
        title: heading(32, 0), heading1: heading(25, 280), heading2: heading(22, 180),
      },
    },
    sections: [{ ...foot !== undefined && { footers: { default: footer(foot) } }, properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: margin, right: margin, top: margin, bottom: margin } } }, children }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function footer(text: string): Footer {
  const size = 17
  return new Footer({ children: [new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [...textRuns(text, { size }), new TextRun({ size, children: [new Tab(), 'Seite ', PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })],
  })] })
}

export const title = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(text) })
export const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(text) })
export const paragraph = (text: string): Paragraph => new Paragraph({ children: textRuns(text) })
export const bullet = (text: string): Paragraph => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: textRuns(text) })

/** Something that the office has to fill in, so that nobody overlooks it. */
export const missing = (what: string): Paragraph =>
  new Paragraph({ children: textRuns(`[Bitte ergänzen: ${what}]`, { bold: true, highlight: 'yellow' }) })

/** How columns and rows of a table look. */
export interface TableLook {
  /** Columns whose text stands at the right edge: figures. */
  right?: readonly number[]
  /** Rows that are sums. */
  bold?: readonly number[]
  /** Half points; as the text where none is given. */
  size?: number
}

/** Rows of a table whose first row is repeated on each page. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[], { right = [], bold = [], size }: TableLook = {}): Table {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.round(textWidth * width / total))
  const row = (cells: readonly string[], isHead: boolean, isSum: boolean): TableRow => new TableRow({
    tableHeader: isHead, cantSplit: true,
    children: cells.map((text, index) => new TableCell({
      width: { size: columns[index] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...isHead ? { shading: { fill: 'EFEFEF' } } : {},
      children: [new Paragraph({ spacing: { after: 0 }, ...right.includes(index) && { alignment: AlignmentType.RIGHT }, children: textRuns(text, { bold: isHead || isSum, ...size !== undefined && { size } }) })],
    })),
  })
  return new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths: columns, rows: [row(head, true, false), ...rows.map((cells, index) => row(cells, false, bold.includes(index)))] })
}
