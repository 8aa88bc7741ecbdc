import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactFilter, ContactGroup, ContactListItem, ContactSort } from '../../shared/directory/contact.ts'
import { api, office } from '../app/office.ts'
import { usePreference } from '../app/usePreference.ts'
import { useWindowedRows } from '../ui/useWindowedRows.ts'

const afterLastKeyMilliseconds = 80

/** State of the list of contacts: search, group and order, the rows on screen, and how many each group has. */
export function useContactList() {
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query.trim(), afterLastKeyMilliseconds)
  const [group, setGroup] = usePreference<ContactGroup>('directory.group', 'all')
  const [filter, setFilter] = usePreference<ContactFilter>('directory.filter', {})
  const [sort, setSort] = usePreference<ContactSort>('directory.sort', 'name')
  const [descending, setDescending] = usePreference('directory.descending', false)
  const counts = useQuery(api.directory.counts.queryOptions())

  const input = { query: settled, group, filter, sort, descending }
  const [capped, setCapped] = useState(false)
  const rows = useWindowedRows<ContactListItem>(['directory.list', input], async (offset, limit) => {
    const page = await office.directory.list({ ...input, offset, limit })
    setCapped(page.capped)
    return { rows: page.contacts, total: page.total }
  })

  return {
    rows,
    capped,
    counts: counts.data,
    query,
    setQuery,
    group,
    setGroup,
    filter,
    setFilter,
    sort,
    descending,
    /** Sorts by a column; a second time turns the order round. */
    sortBy: (wanted: ContactSort): void => {
      setDescending(wanted === sort ? !descending : false)
      setSort(wanted)
    },
  }
}

export type ContactList = ReturnType<typeof useContactList>
