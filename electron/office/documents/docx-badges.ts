import { AlignmentType, Document, HeightRule, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type FileChild } from 'docx'
import { a4, labelPlaces, labelsPerSheet, type LabelSheet } from '../../../shared/labels/sheets.ts'
import { textRuns } from './docx-text.ts'
import type { Badge, LabelOptions } from './pdf-labels.ts'

const twips = (millimetres: number): number => Math.round(millimetres * 56.6929)
const none = { style: 'none', size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const thin = { style: 'single', size: 4, color: '8A8075' } as const
const frame = { top: thin, bottom: thin, left: thin, right: thin }
/** Half points, by the length of a name: Word doesn't shrink by itself. */
const sizes: readonly (readonly [letters: number, size: number])[] = [[12, 52], [18, 42], [26, 34], [36, 26], [Number.POSITIVE_INFINITY, 20]]

/** Name badges as Word document, for those who want to change something by hand: a table as large as the sheet of labels. */
export async function badgesDocx(badges: readonly Badge[], { title, sheet, start, frames }: LabelOptions): Promise<Uint8Array> {
  const places = labelPlaces(sheet, badges.length, start)
  const pages = Array.from({ length: (places.at(-1)?.page ?? 0) + 1 }, (_, page) => {
    const cells = new Map<number, Badge>()
    const before = page === 0 ? start - 1 : 0
    places.forEach((place, index) => {
      const badge = badges[index]
      if (place.page === page && badge) cells.set(before + [...cells].length, badge)
    })
    return pageTable(sheet, cells, frames)
  })
  const document = new Document({
    title, creator: 'Integrationsbüro', lastModifiedBy: 'Integrationsbüro', compatibility: { version: 15 },
    styles: { default: { document: { run: { font: 'Source Sans 3', language: { value: 'de-DE' } }, paragraph: { spacing: { after: 0 } } } } },
    sections: pages.map((table) => ({
      properties: { page: { size: { width: twips(a4.width), height: twips(a4.height) }, margin: { left: twips(sheet.left), right: 0, top: twips(sheet.top), bottom: 0, header: 0, footer: 0 } } },
      children: [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })] satisfies FileChild[],
    })),
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** The labels of a page; what lies between two of them is a row or column of its own. */
function pageTable(sheet: LabelSheet, cells: ReadonlyMap<number, Badge>, frames: boolean): Table {
  const gapX = Math.max(0, sheet.stepX - sheet.width)
  const gapY = Math.max(0, sheet.stepY - sheet.height)
  const hasGapX = gapX > 0.2
  const columns = Array.from({ length: sheet.columns }, (_, column) => [twips(sheet.width), ...(hasGapX && column < sheet.columns - 1 ? [twips(gapX)] : [])]).flat()
  const rows = Array.from({ length: sheet.rows }, (_, row) => {
    const labels = Array.from({ length: sheet.columns }, (__, column) => [label(cells.get(row * sheet.columns + column), sheet, frames), ...(hasGapX && column < sheet.columns - 1 ? [empty(gapX)] : [])]).flat()
    const line = new TableRow({ height: { value: twips(sheet.height), rule: HeightRule.EXACT }, cantSplit: true, children: labels })
    return gapY > 0.2 && row < sheet.rows - 1 ? [line, new TableRow({ height: { value: twips(gapY), rule: HeightRule.EXACT }, children: columns.map((width) => empty(width / 56.6929)) })] : [line]
  }).flat()
  if (rows.length === 0) throw new RangeError(`A sheet of ${labelsPerSheet(sheet)} labels has no rows.`)
  return new Table({ layout: TableLayoutType.FIXED, width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: columns, borders: noBorders, margins: { left: 0, right: 0 }, rows })
}

function label(badge: Badge | undefined, sheet: LabelSheet, frames: boolean): TableCell {
  const { name, organisation } = badge ?? { name: '', organisation: '' }
  const size = sizes.find(([letters]) => name.length <= letters * (sheet.width / 80))?.[1] ?? 20
  const line = (text: string, half: number, bold: boolean): Paragraph[] => (text === '' ? [] : [new Paragraph({ alignment: AlignmentType.CENTER, children: textRuns(text, { size: half, bold }) })])
  const children = [...line(name, size, true), ...line(organisation, 22, false)]
  return new TableCell({
    width: { size: twips(sheet.width), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: twips(3), right: twips(3), top: 0, bottom: 0 },
    borders: frames ? frame : { top: none, bottom: none, left: none, right: none }, children: children.length > 0 ? children : [new Paragraph({ children: [] })],
  })
}

function empty(width: number): TableCell {
  return new TableCell({ width: { size: twips(width), type: WidthType.DXA }, borders: { top: none, bottom: none, left: none, right: none }, children: [new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })] })
}
