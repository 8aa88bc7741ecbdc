import { Checkbox, Select, Text, TextInput, Title } from '@mantine/core'
import { MonthPickerInput } from '@mantine/dates'
import { IconSearch } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { maxSearchHits } from '../../shared/counselling/model.ts'
import { useCommand } from '../app/commands.ts'
import { CounsellingTabs, type CounsellingTab } from './CounsellingTabs.tsx'
import classes from './ListHead.module.css'
import { mainTopicOptions } from './topicOptions.tsx'
import type { FilterState } from './useFilter.ts'
import { useToday } from './useToday.ts'

const number = new Intl.NumberFormat('de-DE')

/** Says that a search had more hits than a list shows. */
export function CappedSearch() {
  return (
    <Text component="output" className={classes.count}>
      Mehr als {number.format(maxSearchHits)} Treffer. Bitte genauer suchen; gezeigt werden die zuletzt eingetragenen.
    </Text>
  )
}

/** Heading of the area, its two lists, search and filters. */
export function ListHead({ list, action, state, searchHint, beside }: {
  list: CounsellingTab
  action: ReactNode
  state: FilterState
  searchHint: string
  /** Another way to search, beside the field. */
  beside?: ReactNode
}) {
  const { filter, set } = state
  const today = useToday()
  const search = useRef<HTMLInputElement>(null)
  useCommand('find-here', () => search.current?.focus())
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <Title order={1} size="h2">Beratung</Title>
        {action}
      </div>
      <CounsellingTabs current={list} />
      <div className={classes.search}>
        <TextInput
          ref={search} type="search" aria-label="Beratung durchsuchen" placeholder={searchHint} value={filter.query}
          leftSection={<IconSearch size={17} aria-hidden />} onChange={(event) => set({ query: event.currentTarget.value })}
        />
        {beside}
      </div>
      <div className={classes.filters}>
        <Select
          aria-label="Filter: Anliegen" placeholder="alle Anliegen" searchable clearable data={mainTopicOptions(today)}
          clearButtonProps={{ 'aria-label': 'Filter Anliegen leeren' }} value={filter.topic} onChange={(topic) => set({ topic })}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        />
        <MonthPickerInput
          aria-label="Filter: Monat" placeholder="alle Monate" clearable valueFormat="MMM YYYY" maxDate={today}
          clearButtonProps={{ 'aria-label': 'Filter Monat leeren' }} value={filter.month === null ? null : `${filter.month}-01`}
          onChange={(value) => set({ month: value === null ? null : value.slice(0, 7) })}
        />
        <Checkbox
          label="nur eigene" checked={filter.mine} onChange={(event) => set({ mine: event.currentTarget.checked })}
          styles={{ root: { alignSelf: 'center' }, label: { paddingInlineStart: 6 } }}
        />
      </div>
    </div>
  )
}
