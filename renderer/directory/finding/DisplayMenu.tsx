import { ActionIcon, Button, Checkbox, Group, Popover, Select, Stack, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { groupingNames } from '../../../shared/directory/finding/grouping.ts'
import { contactColumns, initialColumns, type ColumnChoice } from '../../../shared/directory/finding/views.ts'
import { contactGroupings } from '../../../shared/directory/list.ts'
import type { ContactList } from '../useContactList.ts'
import { columnHeading } from './columns.tsx'

/** „Anzeige": which columns the list has, in which order, and by what it is grouped. */
export function DisplayMenu({ list: { settings, change, sections, collapseAll } }: { list: ContactList }) {
  const [opened, setOpened] = useState(false)
  const { columns, grouping } = settings
  const shown = new Set(columns.map(({ key }) => key))
  const setColumns = (next: readonly ColumnChoice[]): void => change({ columns: [...next] })
  const move = (from: number, to: number): void => setColumns(columns.map((column, index) => (index === from ? columns[to] : index === to ? columns[from] : column) ?? column))
  const hidden = contactColumns.filter((key) => !shown.has(key))
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withArrow trapFocus returnFocus shadow="md" width={300}>
      <Popover.Target>
        <Tooltip label="Anzeige: Spalten und Gruppen">
          <ActionIcon size={36} variant="default" aria-label="Anzeige" onClick={() => setOpened(!opened)}><IconColumns3 size={17} aria-hidden /></ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Anzeige" mah="70vh" style={{ overflowY: 'auto' }}>
        <Stack gap={8}>
          <Select
            data-autofocus label="Gruppieren nach" size="sm" comboboxProps={{ withinPortal: false }} value={grouping ?? 'none'}
            data={[{ value: 'none', label: 'nicht gruppieren' }, ...contactGroupings.map((value) => ({ value, label: groupingNames[value] }))]}
            onChange={(value) => change({ grouping: contactGroupings.find((known) => known === value) ?? null })}
          />
          {sections !== undefined && (
            <Group gap={6}>
              <Button size="compact-sm" variant="default" onClick={() => collapseAll(true)}>Alle zuklappen</Button>
              <Button size="compact-sm" variant="default" onClick={() => collapseAll(false)}>Alle aufklappen</Button>
            </Group>
          )}
          <Text size="sm" fw={600} mt={4}>Spalten</Text>
          {columns.map(({ key }, index) => (
            <Group key={key} gap={4} justify="space-between" wrap="nowrap">
              <Checkbox label={columnHeading(key)} checked disabled={key === 'name'} onChange={() => setColumns(columns.filter((column) => column.key !== key))} />
              {index > 0 && (
                <Group gap={2} wrap="nowrap">
                  <ActionIcon variant="subtle" color="gray" disabled={index < 2} aria-label={`${columnHeading(key)} nach vorn`} onClick={() => move(index, index - 1)}><IconArrowUp size={15} aria-hidden /></ActionIcon>
                  <ActionIcon variant="subtle" color="gray" disabled={index === columns.length - 1} aria-label={`${columnHeading(key)} nach hinten`} onClick={() => move(index, index + 1)}><IconArrowDown size={15} aria-hidden /></ActionIcon>
                </Group>
              )}
            </Group>
          ))}
          {hidden.map((key) => <Checkbox key={key} label={columnHeading(key)} checked={false} onChange={() => setColumns([...columns, { key }])} />)}
          <Button size="compact-sm" variant="default" w="fit-content" onClick={() => change({ columns: [...initialColumns], grouping: null })}>Zurücksetzen</Button>
          <Text size="xs" c="dimmed">Die Breite einer Spalte ändern Sie am Rand ihrer Überschrift.</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
