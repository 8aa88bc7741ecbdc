import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupingLabel } from '../../shared/directory/finding/grouping.ts'
import type { ContactListItem, ContactSort } from '../../shared/directory/list.ts'
import { api, office } from '../app/office.ts'
import { useSectionedRows } from '../ui/useSectionedRows.ts'
import { useWindowedRows, type Section } from '../ui/useWindowedRows.ts'
import { useListSettings } from './finding/useListSettings.ts'

const afterLastKeyMilliseconds = 80
/** With fewer hits than this, contacts that are written alike are shown below them. */
const fewHits = 5
const similarSection = 'similar'

/** State of the list of contacts: what it shows and how, the rows on screen, and how many each group has. */
export function useContactList() {
  const { settings, change } = useListSettings()
  const [settled] = useDebouncedValue(settings.query.trim(), afterLastKeyMilliseconds)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const counts = useQuery(api.directory.counts.queryOptions())
  const { group, filter, sort, descending, grouping } = settings
  const selection = { query: settled, group, filter }
  const order = { sort, descending }

  const [capped, setCapped] = useState(false)
  const plain = useWindowedRows<ContactListItem>(['directory.list', { ...selection, ...order }], async (offset, limit) => {
    const page = await office.directory.list({ ...selection, ...order, offset, limit })
    setCapped(page.capped)
    return { rows: page.contacts, total: page.total }
  })

  const asked = settled !== '' && plain.total !== undefined && plain.total < fewHits
  const similar = useQuery(api.directory.finding.similar.queryOptions({ input: selection, enabled: asked }))
  const found = asked && similar.data && similar.data.total > 0 ? similar.data : undefined
  const groups = useQuery(api.directory.finding.groups.queryOptions({
    input: { selection, by: grouping ?? 'type' }, enabled: grouping !== null && !asked, placeholderData: keepPreviousData,
  }))
  const open = (section: Omit<Section, 'collapsed'>): Section => ({ ...section, collapsed: collapsed.has(section.key) })
  const sections: Section[] | undefined = found ? [
    ...plain.total ? [open({ key: 'exact', label: 'Gefunden', total: plain.total })] : [],
    open({ key: similarSection, label: similarLabel(found.words), total: found.total }),
  ] : grouping === null || asked ? undefined : groups.data?.map(({ key, total }) => open({ key, total, label: groupingLabel(grouping, key) }))
  const sectioned = useSectionedRows<ContactListItem>(['directory.list', { ...selection, ...order, by: found ? 'spelling' : grouping }], sections, async (key, offset, limit) => {
    const within = found || grouping === null ? {} : { within: { by: grouping, key } }
    const page = await office.directory.list({ ...selection, ...order, ...within, ...found && key === similarSection ? { spelling: 'similar' as const } : {}, offset, limit })
    return { rows: page.contacts, total: page.total }
  })

  return {
    rows: sections === undefined ? plain : sectioned,
    /** Contacts in all, without headings. */
    total: plain.total,
    similar: found,
    capped,
    counts: counts.data,
    settings,
    change,
    sections,
    toggleSection: (key: string): void => setCollapsed((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    }),
    /** Closes every section of a grouped list, or opens all of them. */
    collapseAll: (close: boolean): void => setCollapsed(new Set(close ? sections?.map(({ key }) => key) : [])),
    /** Sorts by a column; a second time turns the order round. */
    sortBy: (wanted: ContactSort): void => change({ sort: wanted, descending: wanted === sort ? !descending : false }),
  }
}

export type ContactList = ReturnType<typeof useContactList>

function similarLabel(words: readonly string[]): string {
  return words.length === 0 ? 'Ähnliche Schreibweise' : `Ähnliche Schreibweise: ${words.join(', ')}`
}
