import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconCheck, IconFilter, IconSearch, IconListDetails, IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { useState, type RefObject } from 'react'
import { maxSearchHits } from '../../shared/directory/contact.ts'
import { FilterChips, FilterFields } from './ContactFilters.tsx'
import type { ContactList } from './useContactList.ts'

const number = new Intl.NumberFormat('de-DE')

/** Above the list: search as one types, how many were found, and what can be done with several at once. */
export function ContactListHead({ list, search, selected, onTag, onList, onCheck, onRemove }: {
  list: ContactList
  search: RefObject<HTMLInputElement | null>
  selected: number
  onTag: () => void
  onList: () => void
  onCheck: () => void
  onRemove: () => void
}) {
  const [filtering, setFiltering] = useState(false)
  return (
    <div>
      <Group gap={8} wrap="nowrap" m="10px 14px 6px">
        <TextInput
          ref={search}
          flex={1}
          aria-label="In Kontakten suchen"
          placeholder="Name, Ort, Nummer, Schlagwort …"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={list.query !== '' && (
            <ActionIcon variant="subtle" color="gray" aria-label="Suche leeren" onClick={() => list.setQuery('')}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
          value={list.query}
          onChange={(event) => list.setQuery(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />} aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>Filter</Button>
      </Group>
      {filtering && <FilterFields filter={list.filter} onChange={list.setFilter} />}
      <FilterChips filter={list.filter} onChange={list.setFilter} />
      <Group justify="space-between" gap={6} px={14} mih={32} pb={4}>
        <Text size="xs" c="dimmed" role="status">
          {selected > 1 ? `${number.format(selected)} ausgewählt` : foundText(list)}
        </Text>
        {selected > 1 && (
          <Group gap={6}>
            <Button size="compact-sm" variant="default" leftSection={<IconTag size={15} aria-hidden />} onClick={onTag}>
              Schlagwörter
            </Button>
            <Button size="compact-sm" variant="default" leftSection={<IconListDetails size={15} aria-hidden />} onClick={onList}>
              In Verteiler
            </Button>
            <Button size="compact-sm" variant="default" leftSection={<IconCheck size={15} aria-hidden />} onClick={onCheck}>
              Heute geprüft
            </Button>
            <Button size="compact-sm" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={onRemove}>
              In den Papierkorb
            </Button>
          </Group>
        )}
      </Group>
    </div>
  )
}

function foundText({ rows: { total }, capped, query }: ContactList): string {
  if (total === undefined) return ''
  if (capped) return `Mehr als ${number.format(maxSearchHits)} Treffer. Bitte genauer suchen; gezeigt werden die zuletzt geänderten.`
  if (query !== '') return total === 0 ? 'Nichts gefunden. Gesucht wird nach Wortanfängen.' : `${number.format(total)} gefunden`
  return total === 1 ? '1 Kontakt' : `${number.format(total)} Kontakte`
}
