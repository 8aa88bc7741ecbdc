import { Button, Checkbox, Group, Select, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import type { ContactFilter } from '../../shared/directory/contact.ts'
import { detailLabel, detailOptions } from '../../shared/directory/details.ts'
import { api } from '../app/office.ts'

interface FilterProps {
  filter: ContactFilter
  onChange: (filter: ContactFilter) => void
}

/** The fields of the filter; everything that is chosen must hold. */
export function FilterFields({ filter, onChange }: FilterProps) {
  const [today] = useState(() => isoDay(new Date()))
  const { data: tags = [] } = useQuery(api.directory.tags.queryOptions())
  const field = (key: 'tag' | 'area' | 'language') => ({
    searchable: true, clearable: true, placeholder: 'alle', nothingFoundMessage: 'Nichts gefunden', value: filter[key] ?? null,
    onChange: (value: string | null) => onChange({ ...filter, [key]: value ?? undefined }),
  })
  return (
    <Stack gap={6} px={14} pb={8} role="group" aria-label="Filter">
      <Group grow gap={8}>
        <Select label="Schlagwort" data={tags} {...field('tag')} />
        <Select label="Arbeitsfeld" data={detailOptions('areas', today)} {...field('area')} />
        <Select label="Sprache" data={detailOptions('languages', today)} {...field('language')} />
      </Group>
      <Checkbox label="Nur ohne E-Mail-Adresse" checked={filter.withoutEmail ?? false} onChange={(event) => onChange({ ...filter, withoutEmail: event.currentTarget.checked || undefined })} />
    </Stack>
  )
}

/** What the list is filtered by, each with one click to take it off. */
export function FilterChips({ filter, onChange }: FilterProps) {
  const chips: [keyof ContactFilter, string | undefined][] = [
    ['tag', filter.tag],
    ['area', filter.area && detailLabel('areas', filter.area)],
    ['language', filter.language && detailLabel('languages', filter.language)],
    ['withoutEmail', filter.withoutEmail ? 'ohne E-Mail' : undefined],
  ]
  const shown = chips.filter(([, label]) => label !== undefined)
  if (shown.length === 0) return null
  return (
    <Group gap={6} px={14} pb={6}>
      {shown.map(([key, label]) => (
        <Button key={key} size="compact-sm" variant="light" rightSection={<IconX size={14} aria-hidden />} aria-label={`Filter entfernen: ${label}`} onClick={() => onChange({ ...filter, [key]: undefined })}>
          {label}
        </Button>
      ))}
    </Group>
  )
}
