import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../app/office.ts'

const shown = 30
const TYPED = 'typed:'
const CURRENT = 'current'

/** To whom somebody is referred: a contact of the directory, or a name that stands in none. */
export interface Target {
  contactId: string | null
  name: string
  organisation: string
}

/** Finds a contact as one types; what is in no directory can be taken as it is written. */
export function TargetSelect({ label, description, value, error, onChange }: {
  label: string
  description?: string
  value: Target | null
  error?: string | undefined
  onChange(target: Target): void
}) {
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 120)
  const current = value === null ? '' : value.name
  // The text of what is chosen is no search.
  const asked = query === current ? '' : query
  const { data } = useQuery(api.directory.list.queryOptions({ input: { query: asked, limit: shown }, placeholderData: keepPreviousData }))
  const found = (data?.contacts ?? []).map(({ id, name, department, employer, place }) => ({
    value: id, label: [name, department || employer, place].filter(Boolean).join(', '), name: department ? `${name}, ${department}` : name, organisation: employer,
  }))
  const options = found.map((option) => ({ value: option.value, label: option.label }))
  const word = typed.trim()
  if (word !== '' && word !== current) options.push({ value: `${TYPED}${word}`, label: `„${word}“ ohne Eintrag im Verzeichnis` })
  const known = value === null ? null : (value.contactId ?? CURRENT)
  if (known !== null && !options.some((option) => option.value === known)) options.unshift({ value: known, label: current })
  return (
    <Select
      label={label} description={description} placeholder="Name, Ort, Arbeitsfeld" searchable openOnFocus={false} data-autofocus data={options} value={known} error={error} maxDropdownHeight={260}
      // The office process has searched already, by every spelling.
      filter={({ options: all }) => all} searchValue={typed} onSearchChange={setTyped} nothingFoundMessage="Nichts gefunden" selectFirstOptionOnChange
      classNames={{ input: 'personal', option: 'personal' }}
      onChange={(chosen) => {
        if (chosen === null || chosen === CURRENT) return
        const contact = found.find((option) => option.value === chosen)
        if (contact) onChange({ contactId: chosen, name: contact.name, organisation: contact.organisation })
        else if (chosen.startsWith(TYPED)) onChange({ contactId: null, name: chosen.slice(TYPED.length), organisation: '' })
      }}
    />
  )
}
