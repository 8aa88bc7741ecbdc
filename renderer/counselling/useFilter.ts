import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

/** What narrows a list of counselling down. Kept for the visit only: words from it shall not lie in office.db. */
export interface Filter {
  query: string
  topic: string | null
  /** `2026-03`. */
  month: string | null
  mine: boolean
}

export interface FilterState {
  /** As typed. */
  filter: Filter
  set(patch: Partial<Filter>): void
  /** As asked for, a moment after the last key. */
  asked: Filter
  active: boolean
}

const afterLastKeyMilliseconds = 150

/** State of the search field and the filters above a list. Own cases come first; others are a choice. */
export function useFilter(): FilterState {
  const [filter, setFilter] = useState<Filter>({ query: '', topic: null, month: null, mine: true })
  const [query] = useDebouncedValue(filter.query, afterLastKeyMilliseconds)
  return {
    filter,
    set: (patch) => setFilter((before) => ({ ...before, ...patch })),
    asked: { ...filter, query },
    active: query.trim() !== '' || filter.topic !== null || filter.month !== null,
  }
}
