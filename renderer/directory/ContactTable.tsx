import type { ContactListItem } from '../../shared/directory/list.ts'
import { VirtualTable } from '../ui/VirtualTable.tsx'
import { tableColumns } from './finding/columns.tsx'
import { copyByKey } from './finding/copyContact.ts'
import type { ContactList } from './useContactList.ts'

/** The list of contacts. */
export function ContactTable({ list, current, selected, onSelect, onOpen }: {
  list: ContactList
  current: string | null
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>, current: string | null) => void
  onOpen: () => void
}) {
  const { settings, change } = list
  const { columns, leastWidth } = tableColumns(settings.columns)
  return (
    <VirtualTable<ContactListItem, typeof settings.sort>
      label="Kontakte"
      columns={columns}
      leastWidth={leastWidth}
      rows={list.rows}
      sort={settings.sort}
      descending={settings.descending}
      onSort={list.sortBy}
      onResize={(key, width) => change({ columns: settings.columns.map((column) => column.key === key ? { ...column, width } : column) })}
      onToggle={list.toggleSection}
      onKey={(event) => current !== null && copyByKey(event, current)}
      current={current}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    />
  )
}
