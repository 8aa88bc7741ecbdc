import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ContactKind } from '../../shared/directory/model.ts'
import { api } from '../app/office.ts'

interface ContactPickerProps {
  label: string
  /** `all`: organisations and persons. */
  kind: ContactKind | 'all'
  /** Id of the chosen contact, `null` for none. */
  value: string | null
  /** What the chosen contact is called, where it was chosen before; the search may not find it. */
  valueLabel?: string | undefined
  /** A contact that is not offered. */
  except?: string | undefined
  description?: string
  error?: ReactNode
  onChange: (id: string | null) => void
}

/** Chooses one contact by its name; the office process searches by every spelling. */
export function ContactPicker({ label, kind, value, valueLabel, except, description, error, onChange }: ContactPickerProps) {
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query, 120)
  const { data } = useQuery(api.directory.list.queryOptions({
    // The name of what is chosen stands in the field; it is no search for others.
    input: { query: settled === valueLabel ? '' : settled, group: kind, limit: 30 },
    placeholderData: keepPreviousData,
  }))
  const found = (data?.contacts ?? []).filter(({ id }) => id !== except)
    .map(({ id, name, department, place }) => ({ value: id, label: [name, department, place].filter(Boolean).join(', ') }))
  const chosen = value !== null && valueLabel !== undefined && !found.some((option) => option.value === value) ? [{ value, label: valueLabel }] : []
  return (
    <Select
      label={label}
      description={description}
      searchable
      clearable
      placeholder="Name suchen"
      nothingFoundMessage="Nichts gefunden. Bitte den Kontakt zuerst anlegen."
      filter={({ options }) => options}
      data={[...chosen, ...found]}
      value={value}
      onChange={onChange}
      searchValue={query}
      onSearchChange={setQuery}
      error={error}
    />
  )
}
