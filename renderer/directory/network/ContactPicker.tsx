import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../app/office.ts'

/** A field that finds a contact as one types. */
export function ContactPicker({ label, placeholder, group = 'all', onChoose }: {
  label: string
  placeholder: string
  group?: 'all' | 'organisation'
  onChoose: (id: string) => void
}) {
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query, 120)
  const { data } = useQuery(api.directory.list.queryOptions({ input: { query: settled, group, limit: 30 }, placeholderData: keepPreviousData }))
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      size="sm"
      nothingFoundMessage="Nichts gefunden"
      // The office process has searched already, by every spelling.
      filter={({ options }) => options}
      data={(data?.contacts ?? []).map(({ id, name, department, place }) => ({ value: id, label: [name, department, place].filter(Boolean).join(', ') }))}
      value={null}
      onChange={(id) => {
        if (id === null) return
        setQuery('')
        onChoose(id)
      }}
      searchValue={query}
      onSearchChange={setQuery}
    />
  )
}
