import { Autocomplete, Button, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Helper } from '../../../shared/events/shifts/model.ts'
import { api } from '../../app/office.ts'

/** Adds somebody to a shift: a contact, those who help first, or a name typed by hand. Enter adds. */
export function HelperField({ onAdd }: { onAdd(person: Omit<Helper, 'id'>): void }): ReactNode {
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const { data = [] } = useQuery({ ...api.events.shifts.helpers.queryOptions({ input: { query, limit: 12 } }), placeholderData: keepPreviousData })
  // Two of the same name are told apart by what stands below.
  const named = data.map((hit) => ({ ...hit, value: data.filter(({ name }) => name === hit.name).length > 1 ? `${hit.name} · ${hit.subtitle || hit.id.slice(-4)}` : hit.name }))
  const options = named.filter((hit, at) => named.findIndex(({ value }) => value === hit.value) === at)
  const add = (text: string): void => {
    const chosen = options.find(({ value }) => value === text)
    if (chosen) onAdd({ contactId: chosen.id, name: chosen.name })
    else if (text.trim() !== '') onAdd({ contactId: null, name: text.trim().slice(0, 300) })
    setTyped('')
  }
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Autocomplete
        flex={1} label="Wer hilft" placeholder="Kontakt suchen oder Namen eintragen" maxLength={300} value={typed} data={options.map(({ value }) => value)} filter={({ options: all }) => all} maxDropdownHeight={260}
        onChange={setTyped} onOptionSubmit={(value) => { add(value); queueMicrotask(() => setTyped('')) }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          // The dialog is not stored by this Enter; an option that is marked adds itself.
          event.preventDefault()
          if (event.currentTarget.getAttribute('aria-activedescendant') === null) add(typed)
        }}
        renderOption={({ option }) => {
          const hit = options.find(({ value }) => value === option.value)
          return <div><Text size="sm">{hit?.name}</Text><Text size="xs" c="dimmed">{[hit?.why, hit?.subtitle].filter(Boolean).join(' · ')}</Text></div>
        }}
      />
      <Button variant="default" disabled={typed.trim() === ''} onClick={() => add(typed)}>Einteilen</Button>
    </Group>
  )
}
