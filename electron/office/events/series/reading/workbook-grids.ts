import { read, SSF, type CellObject, type WorkBook } from '@e965/xlsx'
import type { Grid } from '../../../../../shared/events/series/entry-grid.ts'
import { UnreadableForm } from './unreadable-form.ts'

const mostRows = 2_000
const mostColumns = 60

/** The visible sheets of a workbook as tables of text: the values saved last, never a formula. @throws UnreadableForm */
export function gridsOfWorkbook(bytes: Uint8Array): Grid[] {
  let book: WorkBook
  try {
    book = read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellNF: true, cellText: true, bookVBA: true, sheetRows: mostRows })
  } catch (error) {
    throw new UnreadableForm(/password|encrypt/iu.test(String((error as Error).message))
      ? 'Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort senden lassen.' : 'Die Arbeitsmappe lässt sich nicht lesen. Bitte in Excel oder LibreOffice öffnen und neu als .xlsx speichern.')
  }
  if (book.vbaraw !== undefined) throw new UnreadableForm('Die Datei enthält Makros und wurde nicht gelesen. Bitte ohne Makros als .xlsx neu speichern lassen.')
  return book.SheetNames.flatMap((name, index): Grid[] => {
    const sheet = book.Sheets[name]
    if (sheet === undefined || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) return []
    const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
    return [Array.from(rows, (row) => Array.from((row ?? []).slice(0, mostColumns), cellText))]
  })
}

/** What a cell shows: dates and times in German, whole numbers in full. */
function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'e') return ''
  if (cell.t === 'b') return cell.v === true ? 'ja' : 'nein'
  if (typeof cell.v !== 'number') return String(cell.v)
  if (typeof cell.z !== 'string' || !SSF.is_date(cell.z)) return String(cell.v)
  const parts = SSF.parse_date_code(cell.v) as { y: number; m: number; d: number; H: number; M: number } | null
  if (parts === null) return String(cell.v)
  const two = (part: number): string => String(part).padStart(2, '0')
  const time = `${two(parts.H)}:${two(parts.M)}`
  if (cell.v < 1) return time
  const day = `${two(parts.d)}.${two(parts.m)}.${parts.y}`
  return cell.v % 1 === 0 ? day : `${day} ${time} Uhr`
}
