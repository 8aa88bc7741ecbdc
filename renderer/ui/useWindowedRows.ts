import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** One page as the office process gives it. */
export interface RowPage<Row> {
  rows: readonly Row[]
  total: number
}

/** A list of any length of which only the visible pages are loaded. */
export interface WindowedRows<Row> {
  /** Undefined until the first page has come. */
  total: number | undefined
  /** The row at an index, undefined as long as its page is loading. */
  at(index: number): Row | undefined
  /** Tells which rows are on screen, so that their pages are loaded. */
  onRange(first: number, last: number): void
  /** Rows of a range, loaded if need be; for selections that reach beyond the screen. */
  between(first: number, last: number): Promise<Row[]>
  error: unknown
}

const pageSize = 100

/**
 * Loads the pages of a list that are on screen. While a changed search or order is loading, the former rows stay.
 * @param queryKey what the list depends on: area, search, group, order
 * @param fetchPage gives rows from `offset` on
 */
export function useWindowedRows<Row>(queryKey: readonly unknown[], fetchPage: (offset: number, limit: number) => Promise<RowPage<Row>>): WindowedRows<Row> {
  const queries = useQueryClient()
  const [range, setRange] = useState({ first: 0, last: 0 })
  const page = (number: number) => ({
    queryKey: [...queryKey, number],
    queryFn: () => fetchPage(number * pageSize, pageSize),
    // While a changed search or order is loading, the same page of the former one stays on screen.
    placeholderData: (former: RowPage<Row> | undefined, formerQuery: { queryKey: readonly unknown[] } | undefined) =>
      formerQuery?.queryKey.at(-1) === number ? former : undefined,
  })
  const results = useQueries({
    queries: Array.from({ length: range.last - range.first + 1 }, (_, index) => page(range.first + index)),
  })
  const pages = new Map(results.flatMap(({ data }, index) => data === undefined ? [] : [[range.first + index, data] as const]))

  const onRange = useCallback((first: number, last: number): void => {
    const wanted = { first: Math.floor(first / pageSize), last: Math.floor(Math.max(first, last) / pageSize) }
    setRange((before) => before.first === wanted.first && before.last === wanted.last ? before : wanted)
  }, [])
  const between = async (first: number, last: number): Promise<Row[]> => {
    const found: Row[] = []
    for (let number = Math.floor(first / pageSize); number <= Math.floor(last / pageSize); number += 1) {
      const { rows } = await queries.ensureQueryData(page(number))
      found.push(...rows.slice(Math.max(0, first - number * pageSize), last - number * pageSize + 1))
    }
    return found
  }

  const total = [...pages.values()].at(-1)?.total
  const error = results.find((result) => result.error !== null)?.error ?? null
  return {
    total,
    at: (index) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    onRange,
    between,
    error,
  }
}
