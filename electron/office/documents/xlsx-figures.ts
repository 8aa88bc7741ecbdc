import { workbook } from './workbook.ts'

/** A sheet of figures: a title, lines about it, a table, and notes below. */
export interface FigureSheet {
  /** Name on the tab. */
  name: string
  title: string
  about: readonly string[]
  headings: readonly string[]
  rows: readonly { depth: number; isTotal: boolean; cells: readonly (string | number)[] }[]
  notes: readonly string[]
}

const firstColumn = 42
const figureColumn = 15
const ink = '#E4DDD4'
/** Points. */
const lineHeight = 16

/** A workbook with a sheet per table. Figures are numbers, everything else is text and never a formula. */
export async function figuresXlsx(sheets: readonly FigureSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  return workbook(sheets.map((sheet, at) => ({
    data: dataOf(sheet),
    sheet: names[at] ?? `Tabelle ${at + 1}`,
    columns: sheet.headings.map((_, column) => ({ width: column === 0 ? firstColumn : typeof sheet.rows[0]?.cells[column] === 'string' && column === 1 ? firstColumn / 1.5 : figureColumn })),
    ...(sheet.headings.length > 5 ? { orientation: 'landscape' as const } : {}),
  })))
}

function dataOf({ title, about, headings, rows, notes }: FigureSheet) {
  const span = Math.max(headings.length, 3)
  const line = (value: string, style: object = {}) => [{ value, type: String, wrap: true, columnSpan: span, alignVertical: 'top' as const, height: 15 * Math.ceil(value.length / 95), ...style }]
  const cell = (value: string | number, isTotal: boolean, depth: number) => ({
    ...(typeof value === 'number' ? { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.0' } : { value, type: String, align: depth < 0 ? 'right' as const : 'left' as const, wrap: depth >= 0, indent: Math.max(0, depth) }),
    ...(isTotal ? { fontWeight: 'bold' as const, topBorderStyle: 'thin' as const } : {}),
  })
  // Told, as LibreOffice makes a row no higher for what is broken in it.
  const headHeight = lineHeight * Math.max(1, ...headings.map((value, at) => Math.ceil(value.length / ((at === 0 ? firstColumn : figureColumn) - 3))))
  return [
    line(title, { fontWeight: 'bold', fontSize: 14, height: 20 }),
    ...about.map((text) => line(text)),
    [],
    headings.map((value, at) => ({ value, type: String, height: headHeight, fontWeight: 'bold' as const, backgroundColor: ink, wrap: true, align: at === 0 ? 'left' as const : 'right' as const, alignVertical: 'bottom' as const })),
    ...rows.map(({ cells, isTotal, depth }) => cells.map((value, at) => cell(value, isTotal, at === 0 ? depth : typeof value === 'string' && isWord(value) ? 0 : -1))),
    [],
    ...notes.map((text) => line(text, { fontSize: 9 })),
  ]
}

/** Whether a text is a category and no share or sign for a figure. */
function isWord(value: string): boolean {
  return /\p{L}/u.test(value)
}

/** Names that Excel takes: at most 31 characters, none of its own signs, each once. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const short = name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31).trim() || 'Tabelle'
    const own = taken.has(short.toLowerCase()) ? `${short.slice(0, 27)} ${at + 1}` : short
    taken.add(own.toLowerCase())
    return own
  })
}
