import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ROLE_LABELS } from '../../shared/vault/roles.ts'
import { api } from '../app/office.ts'

/** The people of the office. */
export function usePeople() {
  return useQuery(api.vault.people.list.queryOptions()).data?.people ?? []
}

/** Somebody of the office, or nobody yet. */
export function PersonField({ label, id, name, readOnly = false, onChange }: { label: string; id: string | null; name: string; readOnly?: boolean; onChange(person: { id: string | null; name: string }): void }): ReactNode {
  const people = usePeople()
  const known = people.map((person) => ({ value: person.id, label: `${person.name} (${ROLE_LABELS[person.role]})` }))
  // Somebody who has left the office keeps the name.
  const data = id !== null && !known.some(({ value }) => value === id) ? [...known, { value: id, label: name }] : known
  return (
    <Select
      label={label} data={data} value={id} readOnly={readOnly} clearable={!readOnly} placeholder="Noch niemand"
      onChange={(chosen) => onChange({ id: chosen, name: people.find((person) => person.id === chosen)?.name ?? '' })}
    />
  )
}
