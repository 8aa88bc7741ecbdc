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
  const [opened, setOpened] = useState(false)
  // As the chosen one stands in the field; that text is no search.
  const [chosenLabel, setChosenLabel] = useState(value?.name ?? '')
  const [query] = useDebouncedValue(typed, 120)
  const { data, isPlaceholderData } = useQuery(api.directory.list.queryOptions({
    input: { query: query === chosenLabel ? '' : query, limit: shown }, placeholderData: keepPreviousData,
  }))
  const found = (data?.contacts ?? []).map(({ id, name, department, employer, place }) => ({
    value: id, label: [name, department || employer, place].filter(Boolean).join(', '), name: department ? `${name}, ${department}` : name, organisation: employer,
  }))
  const options = found.map((option) => ({ value: option.value, label: option.label }))
  const word = typed.trim()
  if (word !== '' && word !== chosenLabel) options.push({ value: `${TYPED}${word}`, label: `„${word}“ ohne Eintrag im Verzeichnis` })
  const known = value === null ? null : (value.contactId ?? CURRENT)
  if (known !== null && !options.some((option) => option.value === known)) options.unshift({ value: known, label: chosenLabel })

  const choose = (chosen: string | null | undefined): void => {
    if (!chosen || chosen === CURRENT) return
    const contact = found.find((option) => option.value === chosen)
    if (!contact && !chosen.startsWith(TYPED)) return
    const name = contact?.name ?? chosen.slice(TYPED.length)
    setChosenLabel(contact?.label ?? name)
    onChange({ contactId: contact ? chosen : null, name, organisation: contact?.organisation ?? '' })
    setOpened(false)
  }
  return (
    <Select
      label={label} description={description} placeholder="Name, Ort, Arbeitsfeld" searchable openOnFocus={false} data-autofocus data={options} value={known} error={error} maxDropdownHeight={260}
      // The office process has searched already, by every spelling.
      filter={({ options: all }) => all} searchValue={typed} onSearchChange={setTyped} nothingFoundMessage="Nichts gefunden"
      dropdownOpened={opened} onDropdownOpen={() => setOpened(true)} onDropdownClose={() => setOpened(false)} classNames={{ input: 'personal', option: 'personal' }} onChange={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || word === '' || word === chosenLabel || event.currentTarget.getAttribute('aria-activedescendant')) return
        // Enter takes the first hit, but never one of an earlier search that is still shown.
        event.preventDefault()
        if (query === typed && !isPlaceholderData) choose(options[0]?.value)
      }}
    />
  )
}
