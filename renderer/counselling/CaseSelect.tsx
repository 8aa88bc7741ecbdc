import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../app/office.ts'

const shown = 30
const NONE = 'none'

/** Chooses a case by number, alias or word; „ohne Fall“ is a choice of its own unless one is `required`. */
export function CaseSelect({ label, value, error, required = false, except, onChange }: {
  label: string
  value: string | null
  error?: string | undefined
  required?: boolean
  /** A case that isn't offered. */
  except?: string
  onChange(caseId: string | null): void
}) {
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed, 150)
  const chosen = useQuery(api.counselling.cases.get.queryOptions({ input: { id: value ?? '' }, enabled: value !== null }))
  const name = chosen.data && value !== null ? `${chosen.data.number} · ${chosen.data.alias}` : null
  const { data } = useQuery(api.counselling.cases.list.queryOptions({
    // The text of what is chosen is no search.
    input: { query: query === name || query === 'ohne Fall' ? '' : query, limit: shown }, placeholderData: keepPreviousData,
  }))
  const found = (data?.cases ?? []).filter(({ id }) => id !== except).map(({ id, number, alias }) => ({ value: id, label: `${number} · ${alias}` }))
  const options = required ? found : [{ value: NONE, label: 'ohne Fall' }, ...found]
  if (value !== null && name !== null && !found.some((option) => option.value === value)) options.push({ value, label: name })
  // What somebody searches for has to be readable; a case that was chosen is a name, also before it has been asked for by its id.
  const isName = typed === '' ? value !== null : options.some((option) => option.value !== NONE && option.label === typed)
  return (
    <Select
      label={label} searchable openOnFocus={false} data={options} value={value ?? (required ? null : NONE)} error={error} maxDropdownHeight={260}
      placeholder={required ? 'Nummer, Alias oder Stichwort' : undefined} data-autofocus={required || undefined}
      classNames={{ option: 'personal', input: isName ? 'personal' : '' }}
      filter={({ options: all }) => all} onSearchChange={setTyped} nothingFoundMessage="Kein solcher Fall"
      onChange={(chosenValue) => onChange(chosenValue === null || chosenValue === NONE ? null : chosenValue)}
    />
  )
}
