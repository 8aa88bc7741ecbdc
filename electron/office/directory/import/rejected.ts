/** What begins like this is calculated by spreadsheets; an apostrophe before it makes it text. A plain number stays one. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s()./-]*$))/u

/** A cell that no spreadsheet takes for a formula; `cleanCell` of the import takes the apostrophe off again. */
export function neutralCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

function written(cell: string): string {
  const neutral = neutralCell(cell)
  return /[";\n\r]/u.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral
}

/**
 * Rows that were not imported, as a list to mend and bring again: the columns of the file and the reason ("Grund") behind
 * them. UTF-8 with byte order mark, semicolons and CRLF, which German Excel opens by double click.
 */
export function rejectedCsv(headings: readonly string[], rows: readonly { cells: readonly string[], reason: string | null }[]): Uint8Array {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headings.length)
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  const lines = [[...padded(headings), 'Grund'], ...rows.map(({ cells, reason }) => [...padded(cells), reason ?? ''])]
  return new TextEncoder().encode(`\uFEFF${lines.map((cells) => `${cells.map(written).join(';')}\r\n`).join('')}`)
}
