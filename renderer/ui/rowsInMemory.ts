import type { WindowedRows } from './useWindowedRows.ts'

/** Rows that are all there already, for a list that otherwise loads by pages. */
export function rowsInMemory<Row>(all: readonly Row[]): WindowedRows<Row> {
  return { total: all.length, at: (index) => all[index], onRange: () => {}, between: async (first, last) => all.slice(first, last + 1), error: null }
}
