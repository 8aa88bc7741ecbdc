import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx'
import { hasHeaderRow, inlineText, type TableCellNode, type TableNode } from '../../../shared/correspondence/body.ts'
import { formB, millimetresToTwips } from '../../../shared/correspondence/din5008.ts'
import { cellPadding, tableColumnWidths } from '../../../shared/correspondence/table-widths.ts'

const textWidth = formB.page.width - formB.margin.left - formB.margin.right
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const
/** A row with more than this many signs in a cell may be divided by a page break. */
const longCell = 400

/**
 * Gives a table of Word as wide as the text, whose first row is repeated on every page when it names the columns.
 * @param cell gives the paragraphs of a cell; `last` says that it stands in the last row
 */
export function wordTable(node: TableNode, points: number, cell: (cell: TableCellNode, last: boolean) => Paragraph[]): Table {
  const widths = tableColumnWidths(node, textWidth, points).map(millimetresToTwips)
  const padding = millimetresToTwips(cellPadding / 2)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: millimetresToTwips(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 40, bottom: 40, left: padding, right: padding, marginUnitType: WidthType.DXA },
    rows: node.content.map((row, index) => new TableRow({
      ...(index === 0 && hasHeaderRow(node) ? { tableHeader: true } : {}),
      cantSplit: row.content.every((each) => each.content.every((inside) => inside.type === 'paragraph' && inlineText(inside.content).length < longCell)),
      children: row.content.map((each, column) => new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        ...(each.type === 'tableHeader' ? { shading: { fill: 'F0F0F0' } } : {}),
        children: cell(each, index === node.content.length - 1),
      })),
    })),
  })
}
