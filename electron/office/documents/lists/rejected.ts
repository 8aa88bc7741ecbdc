import { csvUtf8 } from '../csv.ts'
import { xlsx } from '../xlsx.ts'

/**
 * Rows that were not imported, as a list to mend and bring again: the columns of the file and the reason ("Grund") behind them.
 * What came as a workbook goes back as one.
 */
export async function rejectedRows(
  format: 'workbook' | 'csv', headings: readonly string[], rows: readonly { cells: readonly string[], reason: string | null }[],
): Promise<Uint8Array> {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length)
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  const head = [...padded(headings), 'Grund']
  const body = rows.map(({ cells, reason }) => [...padded(cells), reason ?? ''])
  return format === 'workbook' ? xlsx({ name: 'Nicht importierte Zeilen', headings: head, rows: body }) : csvUtf8([head, ...body])
}
