import { csvUtf8 } from '../../documents/csv.ts'

/** Rows that were not imported, as a list to mend and bring again: the columns of the file and the reason ("Grund") behind them. */
export function rejectedCsv(headings: readonly string[], rows: readonly { cells: readonly string[], reason: string | null }[]): Uint8Array {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length)
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  return csvUtf8([[...padded(headings), 'Grund'], ...rows.map(({ cells, reason }) => [...padded(cells), reason ?? ''])])
}
