import { Anchor, Text } from '@mantine/core'
import { IconCalendarOff, IconPencil, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { germanDate } from '../../shared/dates.ts'
import type { Contact, RoleEntry } from '../../shared/directory/contact.ts'
import { engagementLabels } from '../../shared/directory/labels.ts'
import { hasEnded } from '../../shared/directory/roles.ts'
import { office } from '../app/office.ts'
import { Personal } from '../ui/Personal.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import classes from './ContactRecord.module.css'
import { RoleForm } from './RoleForm.tsx'
import { RowAction } from './RowAction.tsx'

/** One role to read, to end, to correct, or to take off when it was never held. */
export function RoleRow({ contact, role, today, onOpen }: { contact: Contact; role: RoleEntry; today: string; onOpen: (id: string) => void }) {
  const [form, setForm] = useState<'none' | 'end' | 'edit'>('none')
  const row = useRef<HTMLLIElement>(null)
  const name = contact.kind === 'organisation' ? role.personName : role.organisationName
  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.directory.removeRole({ id: role.id })
      showUndoNotice('Funktion entfernt', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const close = (): void => {
    setForm('none')
    // The button that opened the form stands there again after this render; the keyboard goes on from the name.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus())
  }
  return (
    <li ref={row} className={classes.role}>
      <div className={classes.roleLine}>
        <Personal>
          <Anchor component="button" type="button" size="sm" fw={600} ta="left" onClick={() => onOpen(contact.kind === 'organisation' ? role.personId : role.organisationId)}>
            {name}
          </Anchor>
          <Text size="xs" c="dimmed">{[role.title, role.engagement === 'unknown' ? '' : engagementLabels[role.engagement], periodText(role)].filter(Boolean).join(' · ')}</Text>
        </Personal>
        {!contact.trashed && form === 'none' && (
          <span className={classes.roleActions}>
            {!hasEnded(role, today) && <RowAction icon={IconCalendarOff} label="Funktion beenden" name={name} onClick={() => setForm('end')} />}
            <RowAction icon={IconPencil} label="Funktion bearbeiten" name={name} onClick={() => setForm('edit')} />
            <RowAction icon={IconX} label="Funktion entfernen" name={name} onClick={() => void remove()} />
          </span>
        )}
      </div>
      {form !== 'none' && <RoleForm role={role} name={name} today={today} ending={form === 'end'} onClose={close} />}
    </li>
  )
}

function periodText({ from, to }: RoleEntry): string {
  if (from === null && to === null) return ''
  if (to === null) return `seit ${germanDate(from ?? '')}`
  return from === null ? `bis ${germanDate(to)}` : `${germanDate(from)} bis ${germanDate(to)}`
}
