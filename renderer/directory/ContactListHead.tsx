import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconEdit, IconFilter, IconListDetails, IconSearch, IconTag, IconTrash, IconX } from '@tabler/icons-react'
import { useState, type ReactNode, type RefObject } from 'react'
import { isOpenFilter } from '../../shared/directory/filter.ts'
import { maxSearchHits } from '../../shared/directory/list.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { DisplayMenu } from './finding/DisplayMenu.tsx'
import { FilterChips } from './finding/FilterChips.tsx'
import { FilterDialog } from './finding/FilterDialog.tsx'
import { ViewMenu } from './finding/ViewMenu.tsx'
import type { ContactList } from './useContactList.ts'

const number = new Intl.NumberFormat('de-DE')

/** Above the list: search as one types, how many were found, and what can be done with several at once. */
export function ContactListHead({ list, search, selected, output, onChange, onTag, onList, onCheck, onRemove }: {
  list: ContactList
  search: RefObject<HTMLInputElement | null>
  selected: number
  /** The menu that gives contacts out. */
  output: ReactNode
  onChange: () => void
  onTag: () => void
  onList: () => void
  onCheck: () => void
  onRemove: () => void
}) {
  const { settings, change } = list
  const [filtering, setFiltering] = useState(false)
  return (
    <div>
      <Group gap={6} wrap="nowrap" m="10px 14px 6px">
        <TextInput
          ref={search}
          flex={1}
          miw={110}
          aria-label="In Kontakten suchen"
          placeholder="Name, Ort, Nummer, Schlagwort …"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={settings.query !== '' && (
            <ActionIcon variant="subtle" color="gray" aria-label="Suche leeren" onClick={() => change({ query: '' })}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
          value={settings.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
        />
        <Tooltip label="Filter: Art, Ort, Sprache, Schlagwort, was fehlt …">
          <ActionIcon size={36} variant={isOpenFilter(settings.filter) ? 'default' : 'light'} aria-label="Filter" aria-haspopup="dialog" onClick={() => setFiltering(true)}>
            <IconFilter size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <DisplayMenu list={list} />
        <ViewMenu />
        {output}
      </Group>
      {filtering && <FilterDialog filter={settings.filter} query={settings.query.trim()} group={settings.group} onChange={(filter) => change({ filter })} onClose={() => setFiltering(false)} />}
      <FilterChips filter={settings.filter} onChange={(filter) => change({ filter })} />
      <Group justify="space-between" gap={6} px={14} mih={32} pb={4}>
        <Text size="xs" c="dimmed" role="status">
          {selected > 1 ? `${number.format(selected)} ausgewählt` : foundText(list)}
        </Text>
        {selected > 1 ? (
          <Group gap={6}>
            <Bulk icon={IconEdit} label="Ändern" onClick={onChange} />
            <Bulk icon={IconTag} label="Schlagwörter" onClick={onTag} />
            <Bulk icon={IconListDetails} label="In Verteiler" onClick={onList} />
            <Bulk icon={IconCheck} label="Heute geprüft" onClick={onCheck} />
            <Bulk icon={IconTrash} label="In den Papierkorb" onClick={onRemove} />
          </Group>
        ) : selected === 1 && <Text size="xs" c="dimmed">T Telefon, E E-Mail kopieren · {keysOf('letter')} Schreiben</Text>}
      </Group>
    </div>
  )
}

function Bulk({ icon: BulkIcon, label, onClick }: { icon: typeof IconTag; label: string; onClick: () => void }) {
  return <Button size="compact-sm" variant="default" leftSection={<BulkIcon size={15} aria-hidden />} onClick={onClick}>{label}</Button>
}

function foundText({ total, capped, similar, settings: { query, filter } }: ContactList): string {
  if (total === undefined) return ''
  if (capped) return `Mehr als ${number.format(maxSearchHits)} Treffer. Bitte genauer suchen; gezeigt werden die zuletzt geänderten.`
  const found = total === 1 ? '1 Kontakt' : `${number.format(total)} Kontakte`
  if (query.trim() === '') return isOpenFilter(filter) ? found : `${found} im Filter`
  if (similar) return `${total === 0 ? 'So geschrieben nichts gefunden' : `${number.format(total)} gefunden`}, ${number.format(similar.total)} ähnlich geschrieben`
  return total === 0 ? 'Nichts gefunden. Gesucht wird nach Wortanfängen.' : `${number.format(total)} gefunden`
}
