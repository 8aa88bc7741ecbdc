import { NavLink, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { findInHandbook } from '../../shared/help/sections.ts'
import { handbook } from './handbook.ts'

const shown = 20

/**
 * A field that finds sections of the handbook.
 * @param props.children what stands below it as long as nothing is asked for
 */
export function FindInHandbook({ onPage, children }: { onPage(page: string, heading: string): void; children: ReactNode }) {
  const [query, setQuery] = useState('')
  const hits = findInHandbook(handbook, query)
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        aria-label="Im Handbuch suchen"
        placeholder="Im Handbuch suchen"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {query.trim() === '' ? children : (
        <Stack gap={2} role="region" aria-label="Fundstellen" aria-live="polite">
          {hits.length === 0 && <Text size="sm" c="dimmed">Dazu steht nichts im Handbuch. Versuchen Sie ein anderes oder kürzeres Wort.</Text>}
          {hits.slice(0, shown).map(({ page, section, line }) => (
            <NavLink
              key={`${page}#${section.anchor}`}
              component="button"
              label={section.heading}
              description={line.length > 90 ? `${line.slice(0, 90).trimEnd()} …` : line}
              onClick={() => onPage(page, section.heading)}
            />
          ))}
          {hits.length > shown && <Text size="sm" c="dimmed">und {hits.length - shown} weitere</Text>}
        </Stack>
      )}
    </Stack>
  )
}
