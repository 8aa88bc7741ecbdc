import type { Borders, Cell, Placed, Row, Table } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { alignOf, colour, number, toggle, twips } from './measures.ts'
import type { Part } from './package.ts'
import { bordersOf, letterProperties, lineOf, overParagraph, paragraphProperties } from './properties.ts'
import type { Inherited, Reading } from './reading.ts'

/** Distance of the words from the line beside them, unless a table says otherwise (115 twips, as Word has it). */
const usualPadding = 5.4
type Padding = Cell['padding']
/** What a style says for a place in the table, from the weakest to the strongest. */
type Place = 'wholeTable' | 'band1Horz' | 'firstCol' | 'lastCol' | 'firstRow' | 'lastRow'

/** Reads a table. */
export function readTable(element: Element, part: Part, reading: Reading, depth: number): Table {
  const properties = child(element, 'tblPr')
  const styles = reading.styles.table(attribute(properties && child(properties, 'tblStyle'), 'val') ?? undefined)
  const layers = [...styles.map((style) => child(style, 'tblPr')), properties].filter((each) => each !== null)
  const lines = Object.assign({}, ...layers.map((layer) => child(layer, 'tblBorders')).map((own) => (own ? linesOf(own) : {}))) as Lines
  const padding = layers.map((layer) => child(layer, 'tblCellMar')).reduce<Padding>((inherited, own) => paddingOf(own, inherited), [0, usualPadding, 0, usualPadding])
  const rows = children(element).flatMap((each) => (each.localName === 'sdt' ? [...each.getElementsByTagNameNS('*', 'tr')] : [each])).filter((each) => is(each, 'tr'))
  const columns = columnsOf(element, rows)
  const look = lookOf(properties && child(properties, 'tblLook'))
  const rowProperties = rows.map((row) => child(row, 'trPr'))
  const grid = rows.map((row) => cellsOf(row))
  const read = grid.map((cells, rowIndex): Row => {
    let column = skipped(rowProperties[rowIndex] ?? null)
    const found = cells.flatMap((cell): Cell[] => {
      const own = child(cell, 'tcPr')
      const span = Math.max(1, number(attribute(own && child(own, 'gridSpan'), 'val')) ?? 1)
      const at = column
      column += span
      const merge = own && child(own, 'vMerge')
      if (merge && attribute(merge, 'val') !== 'restart') return []
      const rowSpan = merge ? 1 + below(grid, rowIndex, at, rowProperties) : 1
      const edges = { top: rowIndex === 0, bottom: rowIndex + rowSpan >= rows.length, left: at === 0, right: column >= columns.length }
      const places = placesOf(look, { row: rowIndex, rows: rows.length, left: edges.left, right: edges.right })
      const layered = places.flatMap((place) => styles.map((style) => (place === 'wholeTable' ? style : conditional(style, place)))).filter((each) => each !== null)
      const cellLayers = [...layered.map((layer) => child(layer, 'tcPr')), own].filter((each) => each !== null)
      const inherited = layered.reduce<Inherited>((before, layer) => ({
        paragraph: overParagraph(before.paragraph, paragraphProperties(child(layer, 'pPr'))), letters: { ...before.letters, ...letterProperties(child(layer, 'rPr'), reading.styles.font) },
      }), { paragraph: {}, letters: {} })
      const vertical = attribute(own && child(own, 'vAlign'), 'val')
      return [{
        columns: span, rows: rowSpan, width: columns.slice(at, at + span).reduce((sum, width) => sum + width, 0),
        borders: cellLayers.reduce((before, layer) => overBorders(before, child(layer, 'tcBorders')), bordersAt(lines, edges)),
        padding: paddingOf(own && child(own, 'tcMar'), padding), align: vertical === 'center' ? 'middle' : vertical === 'bottom' ? 'end' : 'start',
        ground: cellLayers.reduce<string | undefined>((before, layer) => { const shade = child(layer, 'shd'); return shade ? colour(attribute(shade, 'fill')) : before }, undefined),
        blocks: reading.inside(cell, part, depth, inherited),
      }]
    })
    const own = rowProperties[rowIndex] ?? null
    const height = own && child(own, 'trHeight')
    return { height: twips(attribute(height, 'val')) ?? 0, exact: attribute(height, 'hRule') === 'exact', head: own ? toggle(own, 'tblHeader') ?? false : false, keepLines: own ? toggle(own, 'cantSplit') ?? false : false, cells: found }
  })
  const align = attribute(properties && child(properties, 'jc'), 'val')
  const indent = twips(attribute(properties && child(properties, 'tblInd'), 'w')) ?? 0
  return {
    type: 'table', align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'end' : 'start',
    left: reading.edgeOfTable ? indent : indent - padding[3], columns: widthsOf(columns, properties), rows: read,
  }
}

/** Where a table stands that text flows around; null for one in the text. */
export function tablePlace(element: Element, table: Table): Placed | null {
  const properties = child(element, 'tblPr')
  const place = properties && child(properties, 'tblpPr')
  if (!place) return null
  const from = (name: string) => { const anchor = attribute(place, name); return anchor === 'page' || anchor === 'margin' ? anchor : null }
  return {
    across: { from: from('horzAnchor') ?? 'margin', offset: twips(attribute(place, 'tblpX')) ?? 0, align: alignOf(attribute(place, 'tblpXSpec')) },
    down: { from: from('vertAnchor') ?? 'paragraph', offset: twips(attribute(place, 'tblpY')) ?? 0, align: alignOf(attribute(place, 'tblpYSpec')) },
    width: table.columns.reduce((sum, width) => sum + Math.max(0, width), 0), height: 0, least: true, wrap: 'beside', padding: [0, 0, 0, 0], align: 'start',
    blocks: [{ ...table, left: 0 }],
  }
}

/** Cells of a row, also those in content controls. */
function cellsOf(row: Element): Element[] {
  return children(row).flatMap((each) => (each.localName === 'tc' ? [each] : each.localName === 'sdt' ? [...each.getElementsByTagNameNS('*', 'tc')].slice(0, 1) : []))
}

function skipped(row: Element | null): number {
  return number(attribute(row && child(row, 'gridBefore'), 'val')) ?? 0
}

/** How many rows below go on with the cell that begins in this column. */
function below(grid: readonly Element[][], row: number, column: number, properties: readonly (Element | null)[]): number {
  let count = 0
  for (let next = row + 1; next < grid.length; next += 1) {
    let at = skipped(properties[next] ?? null)
    const cell = grid[next]?.find((each) => {
      const here = at === column
      at += Math.max(1, number(attribute(child(child(each, 'tcPr') ?? each, 'gridSpan'), 'val')) ?? 1)
      return here
    })
    const merge = cell && child(child(cell, 'tcPr') ?? cell, 'vMerge')
    if (!merge || attribute(merge, 'val') === 'restart') break
    count += 1
  }
  return count
}

/** Widths in points: those of the first row whose cells all say theirs, else of the grid. */
function columnsOf(table: Element, rows: readonly Element[]): number[] {
  const grid = child(table, 'tblGrid')
  const widths = grid ? children(grid).map((each) => twips(attribute(each, 'w')) ?? 0) : []
  for (const row of rows) {
    const cells = cellsOf(row).map((cell) => child(cell, 'tcPr'))
    const said = cells.map((cell) => (cell && !child(cell, 'gridSpan') && attribute(child(cell, 'tcW'), 'type') === 'dxa' ? twips(attribute(child(cell, 'tcW'), 'w')) : null))
    if (said.length >= widths.length && said.every((width) => width !== null && width > 0)) return said.map((width) => width ?? 0)
  }
  return widths
}

/** A width that is a share of the text's is negative: minus one is all of it. */
function widthsOf(columns: readonly number[], properties: Element | null): number[] {
  const width = properties && child(properties, 'tblW')
  const said = attribute(width, 'w') ?? ''
  const value = number(said) ?? 0
  const sum = columns.reduce((total, column) => total + column, 0)
  if (sum === 0) return columns.map(() => -1 / columns.length)
  const share = said.endsWith('%') ? value / 100 : attribute(width, 'type') === 'pct' ? value / 5000 : 0
  if (share > 0) return columns.map((column) => (-share * column) / sum)
  return [...columns]
}

type Lines = Partial<Record<'top' | 'right' | 'bottom' | 'left' | 'insideH' | 'insideV', Borders['top']>>

function linesOf(element: Element): Lines {
  const inside = (name: string): Lines => { const line = child(element, name); return line ? { [name]: lineOf(line) } : {} }
  return { ...bordersOf(element), ...inside('insideH'), ...inside('insideV') }
}

function bordersAt(lines: Lines, edges: { top: boolean; right: boolean; bottom: boolean; left: boolean }): Borders {
  return {
    top: edges.top ? lines.top : lines.insideH, bottom: edges.bottom ? lines.bottom : lines.insideH, left: edges.left ? lines.left : lines.insideV, right: edges.right ? lines.right : lines.insideV,
  }
}

function overBorders(before: Borders, own: Element | null): Borders {
  if (!own) return before
  const names: Record<string, keyof Borders> = { top: 'top', right: 'right', end: 'right', bottom: 'bottom', left: 'left', start: 'left' }
  return { ...before, ...Object.fromEntries(children(own).flatMap((each) => { const side = names[each.localName ?? '']; return side ? [[side, lineOf(each)]] : [] })) }
}

function paddingOf(own: Element | null, inherited: Padding): Padding {
  if (!own) return inherited
  const side = (index: number, ...names: string[]) => names.map((name) => twips(attribute(child(own, name), 'w'))).find((value) => value !== null) ?? inherited[index] ?? 0
  return [side(0, 'top'), side(1, 'right', 'end'), side(2, 'bottom'), side(3, 'left', 'start')]
}

function lookOf(element: Element | null): Record<Exclude<Place, 'wholeTable'>, boolean> {
  const bits = Number.parseInt(attribute(element, 'val') ?? '0', 16) || 0
  const on = (name: string, bit: number) => { const said = attribute(element, name); return said === null ? (bits & bit) !== 0 : said === '1' || said === 'true' }
  return { firstRow: on('firstRow', 0x20), lastRow: on('lastRow', 0x40), firstCol: on('firstColumn', 0x80), lastCol: on('lastColumn', 0x100), band1Horz: !on('noHBand', 0x200) && element !== null }
}

function placesOf(look: ReturnType<typeof lookOf>, at: { row: number; rows: number; left: boolean; right: boolean }): Place[] {
  const banded = at.row - (look.firstRow ? 1 : 0)
  const here: [Place, boolean][] = [
    ['wholeTable', true], ['band1Horz', look.band1Horz && banded >= 0 && banded % 2 === 0], ['firstCol', look.firstCol && at.left], ['lastCol', look.lastCol && at.right],
    ['firstRow', look.firstRow && at.row === 0], ['lastRow', look.lastRow && at.row === at.rows - 1],
  ]
  return here.filter(([, applies]) => applies).map(([place]) => place)
}

function conditional(style: Element, place: Place): Element | null {
  return children(style).find((each) => is(each, 'tblStylePr') && attribute(each, 'type') === place) ?? null
}
