import { CancelledError, useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'

/** A part of a list under its own heading. */
export interface Section {
  key: string
  label: string
  total: number
  collapsed: boolean
}

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
  /** The heading that stands at an index instead of a row, in a list with sections. */
  headingAt?(index: number): Section | undefined
  error: unknown
}

export const rowsPerPage = 100

/**
 * A page for a selection beyond the screen: from memory, or loaded anew where a commit was announced since. A refetch of the
 * screen may take over a page that is just being loaded here; then its result is awaited.
 */
export async function loadPage<Row>(
  queries: QueryClient, page: { queryKey: readonly unknown[], queryFn: () => Promise<RowPage<Row>> },
): Promise<RowPage<Row>> {
  const { queryKey, queryFn } = page
  for (let left = 3; ; left -= 1) {
    try {
      return await queries.fetchQuery({ queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY })
    } catch (error) {
      if (!(error instanceof CancelledError) || left === 0) throw error
    }
  }
}

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
    queryFn: () => fetchPage(number * rowsPerPage, rowsPerPage),
    // While a changed search or order is loading, the same page of the former one stays on screen.
    placeholderData: (former: RowPage<Row> | undefined, formerQuery: { queryKey: readonly unknown[] } | undefined) =>
      formerQuery?.queryKey.at(-1) === number ? former : undefined,
  })
  const results = useQueries({
    queries: Array.from({ length: range.last - range.first + 1 }, (_, index) => page(range.first + index)),
  })
  const pages = new Map(results.flatMap(({ data }, index) => data === undefined ? [] : [[range.first + index, data] as const]))

  const onRange = useCallback((first: number, last: number): void => {
    const wanted = { first: Math.floor(first / rowsPerPage), last: Math.floor(Math.max(first, last) / rowsPerPage) }
    setRange((before) => before.first === wanted.first && before.last === wanted.last ? before : wanted)
  }, [])
  const between = async (first: number, last: number): Promise<Row[]> => {
    const found: Row[] = []
    for (let number = Math.floor(first / rowsPerPage); number <= Math.floor(last / rowsPerPage); number += 1) {
      const { rows } = await loadPage(queries, page(number))
      found.push(...rows.slice(Math.max(0, first - number * rowsPerPage), last - number * rowsPerPage + 1))
    }
    return found
  }

  // Jumping to pages that aren't loaded yet must not make the list empty for a moment: it would lose its place, and keys that
  // come in that moment would find no rows.
  const known = useRef<number | undefined>(undefined)
  const total = [...pages.values()].at(-1)?.total ?? known.current
  known.current = total
  const error = results.find((result) => result.error !== null)?.error ?? null
  return {
    total,
    at: (index) => pages.get(Math.floor(index / rowsPerPage))?.rows[index % rowsPerPage],
    onRange,
    between,
    error,
  }
}
