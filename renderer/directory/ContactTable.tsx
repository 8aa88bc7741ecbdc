import { IconBuilding, IconUser } from '@tabler/icons-react'
import type { ContactListItem, ContactSort } from '../../shared/directory/contact.ts'
import { contactKindLabels } from '../../shared/directory/labels.ts'
import { organisationTypeLabel } from '../../shared/directory/organisation-types.ts'
import { Personal } from '../ui/Personal.tsx'
import { VirtualTable, type TableColumn } from '../ui/VirtualTable.tsx'
import classes from './ContactTable.module.css'
import type { ContactList } from './useContactList.ts'

const columns: readonly TableColumn<ContactListItem, ContactSort>[] = [
  { key: 'name', heading: 'Name', width: 'minmax(0, 3fr)', sort: 'name', render: (contact) => <ContactName contact={contact} /> },
  { key: 'type', heading: 'Art', width: 'minmax(0, 1fr)', sort: 'type', render: (contact) => <span className={classes.quiet}>{typeOf(contact)}</span> },
  { key: 'place', heading: 'Ort', width: 'minmax(0, 1.2fr)', sort: 'place', render: ({ place }) => place },
]

/** The list of contacts. */
export function ContactTable({ list, current, selected, onSelect, onOpen }: {
  list: ContactList
  current: string | null
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>, current: string | null) => void
  onOpen: () => void
}) {
  return (
    <VirtualTable
      label="Kontakte"
      columns={columns}
      rows={list.rows}
      sort={list.sort}
      descending={list.descending}
      onSort={list.sortBy}
      current={current}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    />
  )
}

function ContactName({ contact: { kind, name, department, employer } }: { contact: ContactListItem }) {
  const beside = kind === 'organisation' ? department : employer
  const KindIcon = kind === 'organisation' ? IconBuilding : IconUser
  return (
    <>
      <KindIcon size={17} stroke={1.6} className={classes.icon} aria-label={contactKindLabels[kind]} role="img" />
      <Personal>
        <b className={classes.name}>{name}</b>
        {beside && <span className={classes.quiet}> · {beside}</span>}
      </Personal>
    </>
  )
}

function typeOf({ kind, typeCode }: ContactListItem): string {
  return kind === 'person' ? contactKindLabels.person : organisationTypeLabel(typeCode, 'short')
}
