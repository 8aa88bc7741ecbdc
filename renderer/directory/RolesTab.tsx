import { Text } from '@mantine/core'
import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'
import type { Contact, RoleEntry } from '../../shared/directory/contact.ts'
import { hasEnded } from '../../shared/directory/roles.ts'
import classes from './ContactRecord.module.css'
import { NewRole } from './NewRole.tsx'
import { RoleRow } from './RoleRow.tsx'

/** Who works in an organisation and as what, or where a person works; what has ended stands below as history. */
export function RolesTab({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const [today] = useState(() => isoDay(new Date()))
  const held = contact.roles.filter((role) => !hasEnded(role, today))
  const former = contact.roles.filter((role) => hasEnded(role, today))
  const rows = (roles: readonly RoleEntry[]) => roles.map((role) => <RoleRow key={role.id} contact={contact} role={role} today={today} onOpen={onOpen} />)
  return (
    <>
      {held.length === 0 && (
        <Text size="sm" c="dimmed">{contact.kind === 'organisation' ? 'Derzeit ist keine Person eingetragen.' : 'Derzeit keiner Organisation zugeordnet.'}</Text>
      )}
      {held.length > 0 && <ul className={classes.roles} aria-label={contact.kind === 'organisation' ? 'Personen' : 'Organisationen'}>{rows(held)}</ul>}
      {former.length > 0 && (
        <>
          <h3 className={classes.former}>Früher</h3>
          <ul className={classes.roles} aria-label="Früher">{rows(former)}</ul>
        </>
      )}
      {!contact.trashed && <NewRole contact={contact} />}
    </>
  )
}
