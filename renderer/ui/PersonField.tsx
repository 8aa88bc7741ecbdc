import { CheckIcon, Group, Select, Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { absenceText } from '../../shared/calendar/absence-text.ts'
import { isoDay } from '../../shared/dates.ts'
import { ROLE_LABELS } from '../../shared/vault/roles.ts'
import { api } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'

/** The people of the office. */
export function usePeople() {
  return useQuery(api.vault.people.list.queryOptions()).data?.people ?? []
}

interface PersonFieldProps {
  label: string
  id: string | null
  name: string
  readOnly?: boolean
  /** The day until which something is to be done, null for none yet: whoever is away today or then is said to be. */
  dueOn?: string | null
  onChange(person: { id: string | null; name: string }): void
}

/** Somebody of the office, or nobody yet. */
export function PersonField({ label, id, name, readOnly = false, dueOn, onChange }: PersonFieldProps): ReactNode {
  const people = usePeople()
  const away = useAway(readOnly ? undefined : dueOn)
  const known = people.map((person) => ({ value: person.id, label: `${person.name} (${ROLE_LABELS[person.role]})` }))
  // Somebody who has left the office keeps the name.
  const data = id !== null && !known.some(({ value }) => value === id) ? [...known, { value: id, label: name }] : known
  return (
    <Select
      label={label} data={data} value={id} readOnly={readOnly} clearable={!readOnly} placeholder="Noch niemand"
      description={id === null ? undefined : away(id)} inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(dueOn !== undefined && {
        renderOption: ({ option, checked }) => (
          <Group gap="xs" wrap="nowrap">{checked && <CheckIcon size={12} aria-hidden />}<div>{option.label}{away(option.value) && <Text size="xs" c="dimmed">{away(option.value)}</Text>}</div></Group>
        ),
      })}
      onChange={(chosen) => onChange({ id: chosen, name: people.find((person) => person.id === chosen)?.name ?? '' })}
    />
  )
}

/** Says of somebody how long they are away, today or on the day when something is due. Says it of nobody where no day counts. */
export function useAway(dueOn: string | null | undefined): (id: string) => string | undefined {
  const land = useOfficeLand()
  const today = isoDay(new Date())
  const asked = (day: string | null | undefined) => api.calendar.away.queryOptions({ input: typeof day === 'string' ? { day, land } : skipToken })
  const now = useQuery(asked(dueOn === undefined ? undefined : today)).data ?? []
  const then = useQuery(asked(typeof dueOn === 'string' && dueOn > today ? dueOn : undefined)).data ?? []
  return (id) => {
    const found = [...now, ...then].find(({ personId }) => personId === id)
    return found && absenceText(found, today)
  }
}
