import { hasHeaderRow, type TableNode } from '../../../../shared/correspondence/body.ts'
import { tableColumnWidths } from '../../../../shared/correspondence/table-widths.ts'
import { pointsPerMillimetre, tagged, type Pdf } from '../../documents/pdf.ts'
import { wrap } from '../../documents/wrap.ts'

/** Where a table stands, in points; `nextPage` begins a page and gives the top of its text. */
export interface TablePlace {
  left: number
  width: number
  top: number
  bottom: number
  size: number
  nextPage(): number
}

type Cell = { lines: string[]; head: boolean }

const padding = 1.5 * pointsPerMillimetre
const grey = '#808080'

/**
 * Draws a table as part of the structure of a PDF. A row goes to the next page rather than to be divided; the names of the columns are
 * repeated there for the eye.
 * @param words gives what a cell says, lines divided by `\n`
 * @returns where the table ends
 */
export function drawTable(pdf: Pdf, parent: PDFKit.PDFStructureElement, table: TableNode, words: (cell: TableNode['content'][number]['content'][number]) => string, place: TablePlace): number {
  const { left, size, bottom, nextPage } = place
  const widths = tableColumnWidths(table, place.width / pointsPerMillimetre, size).map((width) => width * pointsPerMillimetre)
  const lineHeight = pdf.lineHeight(size)
  const rows = table.content.map((row) => row.content.map((cell, column): Cell => {
    const head = cell.type === 'tableHeader'
    return { head, lines: wrap(words(cell), (widths[column] ?? 0) - 2 * padding, (part) => pdf.widthOf(part, size, head ? 'bold' : 'regular')) }
  }))
  const heightOf = (cells: readonly Cell[]): number => Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight + 2 * padding
  const columns = hasHeaderRow(table) ? rows[0] : undefined
  let y = place.top

  const drawCells = (cells: readonly Cell[], around: (cell: Cell, draw: () => void) => void): void => {
    const height = heightOf(cells)
    let x = left
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0
      const at = x
      pdf.drawArtifact(() => pdf.document.lineWidth(0.5).strokeColor(grey).rect(at, y, width, height).stroke().fillColor('#000000'))
      around(cell, () => cell.lines.forEach((line, number) => pdf.drawLine(line, { x: at + padding, y: y + padding + number * lineHeight, size, font: cell.head ? 'bold' : 'regular' })))
      x += width
    })
    y += height
  }
  const turn = (): void => {
    y = nextPage()
    if (columns) drawCells(columns, (_, draw) => pdf.drawArtifact(draw))
  }

  const body = pdf.document.struct('Table')
  parent.add(body)
  rows.forEach((cells, index) => {
    // The names of the columns never stand alone at the foot of a page.
    const together = heightOf(cells) + (index === 0 && columns && rows[1] ? heightOf(rows[1]) : 0)
    if (y + together > bottom) {
      if (index === 0) y = nextPage()
      else turn()
    }
    const row = pdf.document.struct('TR')
    body.add(row)
    for (const piece of pieces(cells, Math.max(1, Math.floor((bottom - y - 2 * padding) / lineHeight)))) {
      if (y + heightOf(piece) > bottom) turn()
      drawCells(piece, ({ head }, draw) => {
        const cell = tagged(pdf, head ? 'TH' : 'TD', draw)
        if (head) (cell as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.A = { O: 'Table', Scope: index === 0 ? 'Column' : 'Row' }
        row.add(cell)
      })
    }
    row.end()
  })
  body.end()
  return y
}

/** Cuts a row that is higher than the rest of the page. */
function pieces(cells: readonly Cell[], most: number): Cell[][] {
  const highest = Math.max(...cells.map(({ lines }) => lines.length))
  return Array.from({ length: Math.max(1, Math.ceil(highest / most)) }, (_, index) => cells.map(({ lines, head }) => ({ head, lines: lines.slice(index * most, (index + 1) * most) })))
}
