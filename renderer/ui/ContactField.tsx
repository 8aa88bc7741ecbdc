import { Autocomplete, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../app/office.ts'

export interface NamedContact {
  id: string | null
  name: string
}

/** A contact found by words, or a name typed by hand. */
export function ContactField({ label, value, error, description, readOnly = false, autoFocus = false, onChange }: {
  label: string
  value: NamedContact
  error?: string | undefined
  description?: string
  readOnly?: boolean
  /** Also in a dialog, which otherwise begins at the button that closes it: a name with a space would close it. */
  autoFocus?: boolean
  onChange(contact: NamedContact): void
}): ReactNode {
  const [query] = useDebouncedValue(value.name, 150)
  const searching = value.id === null && query.trim().length > 1
  const hits = useQuery({ ...api.search.find.queryOptions({ input: { query, limit: 12 } }), enabled: searching, placeholderData: keepPreviousData })
  const found = (searching ? (hits.data ?? []) : []).filter(({ record }) => record.type === 'contact')
  // Two contacts of the same name are told apart by what stands below it.
  const named = found.map((hit) => ({ id: hit.record.id, title: hit.title, subtitle: hit.subtitle, value: found.filter(({ title }) => title === hit.title).length > 1 ? `${hit.title} · ${hit.subtitle}` : hit.title }))
  const options = named.filter((hit, index) => named.findIndex((other) => other.value === hit.value) === index)
  return (
    <Autocomplete
      label={label} value={value.name} error={error} readOnly={readOnly} data={options.map((option) => option.value)} filter={({ options: all }) => all} autoFocus={autoFocus} data-autofocus={autoFocus || undefined}
      description={description ?? (value.id === null ? 'Kontakt suchen oder Namen eintragen' : 'Aus den Kontakten')} maxDropdownHeight={280} aria-label={label}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{options.find((each) => each.value === option.value)?.title}</Text>
          <Text size="xs" c="dimmed">{options.find((each) => each.value === option.value)?.subtitle}</Text>
        </div>
      )}
      onChange={(name) => {
        const chosen = options.find((each) => each.value === name)
        onChange(chosen ? { id: chosen.id, name: chosen.title } : { id: null, name })
      }}
    />
  )
}
