import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { loadPage, rowsPerPage, type RowPage, type Section, type WindowedRows } from './useWindowedRows.ts'

/** Where a section begins among all rows, its heading first. */
interface Placed extends Section {
  start: number
  /** Rows with the heading; one where it is collapsed. */
  length: number
}

/**
 * A list of sections of which only the pages on screen are loaded. The headings are rows of the list: the keyboard walks over
 * them, and they are never part of a selection.
 * @param fetchPage gives rows of a section from `offset` on
 */
export function useSectionedRows<Row>(
  queryKey: readonly unknown[], sections: readonly Section[] | undefined,
  fetchPage: (section: string, offset: number, limit: number) => Promise<RowPage<Row>>,
): WindowedRows<Row> {
  const queries = useQueryClient()
  const [range, setRange] = useState({ first: 0, last: 0 })
  const placed = useMemo(() => place(sections ?? []), [sections])
  const page = (key: string, number: number) => ({
    queryKey: [...queryKey, 'section', key, number],
    queryFn: () => fetchPage(key, number * rowsPerPage, rowsPerPage),
  })
  const wanted = pagesBetween(placed, range.first, range.last)
  const results = useQueries({ queries: wanted.map(({ key, number }) => page(key, number)) })
  const pages = new Map(results.flatMap(({ data }, index) => data === undefined ? [] : [[nameOf(wanted[index]), data] as const]))

  const onRange = useCallback((first: number, last: number): void => {
    setRange((before) => before.first === first && before.last === last ? before : { first, last })
  }, [])
  const at = (index: number): Row | undefined => {
    const section = sectionAt(placed, index)
    const inside = section === undefined ? -1 : index - section.start - 1
    return section === undefined || inside < 0 ? undefined : pages.get(nameOf({ key: section.key, number: Math.floor(inside / rowsPerPage) }))?.rows[inside % rowsPerPage]
  }
  const between = async (first: number, last: number): Promise<Row[]> => {
    const found: Row[] = []
    for (const { start, length, key } of placed) {
      const from = Math.max(first, start + 1) - start - 1
      const to = Math.min(last, start + length - 1) - start - 1
      for (let number = Math.floor(from / rowsPerPage); from <= to && number <= Math.floor(to / rowsPerPage); number += 1) {
        const { rows } = await loadPage(queries, page(key, number))
        found.push(...rows.slice(Math.max(0, from - number * rowsPerPage), to - number * rowsPerPage + 1))
      }
    }
    return found
  }
  const end = placed.at(-1)
  return {
    total: sections === undefined ? undefined : end === undefined ? 0 : end.start + end.length,
    at,
    onRange,
    between,
    headingAt: (index) => placed.find(({ start }) => start === index),
    error: results.find((result) => result.error !== null)?.error ?? null,
  }
}

function place(sections: readonly Section[]): Placed[] {
  let start = 0
  return sections.map((section) => {
    const length = section.collapsed ? 1 : section.total + 1
    const here = { ...section, start, length }
    start += length
    return here
  })
}

function sectionAt(placed: readonly Placed[], index: number): Placed | undefined {
  return placed.find(({ start, length }) => index >= start && index < start + length)
}

function pagesBetween(placed: readonly Placed[], first: number, last: number): { key: string, number: number }[] {
  return placed.filter(({ start, length }) => length > 1 && start <= last && start + length > first).flatMap(({ key, start, length }) => {
    const from = Math.floor(Math.max(0, first - start - 1) / rowsPerPage)
    const to = Math.floor(Math.max(0, Math.min(last, start + length - 1) - start - 1) / rowsPerPage)
    return Array.from({ length: to - from + 1 }, (_, index) => ({ key, number: from + index }))
  })
}

function nameOf(page: { key: string, number: number } | undefined): string {
  return `${page?.number} ${page?.key}`
}
