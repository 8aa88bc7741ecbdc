import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Escalation, EscalationContact } from '../../../shared/counselling/escalation/model.ts'
import { displayName } from '../../../shared/directory/names.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ContactPicker } from '../../ui/ContactPicker.tsx'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { Section } from '../person/Section.tsx'
import classes from './Escalation.module.css'

/** Whom to reach in this situation, from the directory, with numbers; printed in the „Lagevermerk“ too. */
export function Reachable({ escalation: { id, contacts } }: { escalation: Escalation }) {
  const [contactId, setContactId] = useState<string | null>(null)
  const [role, setRole] = useState('')
  const act = async (work: () => Promise<{ change: string | null }>, said: string): Promise<void> => {
    try {
      showUndoNotice(said, 'counselling', (await work()).change)
    } catch (error) {
      showFailure(error)
    }
  }
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (contactId === null) return
    void act(() => office.counselling.escalation.saveContact({ id, contact: { id: crypto.randomUUID(), contactId, role } }), 'Ansprechstelle eingetragen.')
    setContactId(null)
    setRole('')
  }
  return (
    <Section title="Erreichbarkeiten">
      {contacts.length === 0 && <Text size="sm" c="dimmed">Polizei, Ordnungsamt, Leitung der Einrichtung: Wer im Ernstfall anzurufen ist, steht hier und im Lagevermerk, auch auf Papier.</Text>}
      <ul className={classes.rows} aria-label="Erreichbarkeiten">
        {contacts.map((contact) => (
          <Row key={contact.id} contact={contact} onRemove={() => void act(() => office.counselling.escalation.removeContact({ id, contactId: contact.id }), 'Ansprechstelle entfernt.')} />
        ))}
      </ul>
      <form onSubmit={add}>
        <Group align="flex-end" gap="xs">
          <ContactPicker label="Kontakt" kind="all" value={contactId} onChange={setContactId} />
          <TextInput label="Wofür" placeholder="Einsatzleitung" maxLength={120} value={role} onChange={(event) => setRole(event.currentTarget.value)} />
          <Button type="submit" disabled={contactId === null} leftSection={<IconPlus size={17} aria-hidden />}>Hinzufügen</Button>
        </Group>
      </form>
    </Section>
  )
}

function Row({ contact: { contactId, role }, onRemove }: { contact: EscalationContact; onRemove(): void }) {
  const { data, isPending } = useQuery(api.directory.get.queryOptions({ input: { id: contactId }, retry: false }))
  const gone = !isPending && (!data || data.trashed)
  const numbers = data && !gone ? data.channels.filter(({ kind }) => kind === 'phone' || kind === 'mobile') : []
  const copy = async (number: string): Promise<void> => {
    try {
      await desktop.copyText(number)
      showNotice('Nummer kopiert.')
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <li>
      <div>
        <Text size="sm" fw={600}>{role || 'Ansprechstelle'}</Text>
        <Text size="sm">{gone ? 'Kontakt nicht mehr vorhanden' : <Personal>{data ? displayName(data) : ''}</Personal>}</Text>
        {numbers.map(({ id, value, label }) => (
          <Button key={id} size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} aria-hidden />} aria-label={`${value} kopieren`} onClick={() => void copy(value)}>
            {[value, label && `(${label})`].filter(Boolean).join(' ')}
          </Button>
        ))}
      </div>
      <Tooltip label="Entfernen"><ActionIcon variant="subtle" aria-label={`Ansprechstelle ${role} entfernen`} onClick={onRemove}><IconTrash size={17} aria-hidden /></ActionIcon></Tooltip>
    </li>
  )
}
