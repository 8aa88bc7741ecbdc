import { Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ContactFilter } from '../../../shared/directory/filter.ts'
import { filterChips } from './filterWords.ts'

/** What the list is filtered by, each with one click or key to take it off. */
export function FilterChips({ filter, onChange }: { filter: ContactFilter; onChange: (filter: ContactFilter) => void }) {
  const chips = filterChips(filter)
  if (chips.length === 0) return null
  return (
    <Group gap={6} px={14} pb={6} role="group" aria-label="Gefiltert nach">
      {chips.map(({ key, label, without }) => (
        <Button key={key} size="compact-sm" variant="light" rightSection={<IconX size={14} aria-hidden />} aria-label={`Filter entfernen: ${label}`} onClick={() => onChange(without)}>
          {label}
        </Button>
      ))}
      {chips.length > 1 && <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>Alle entfernen</Button>}
    </Group>
  )
}
