import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { OpposingParty } from '../../../shared/counselling/household/model.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Person.module.css'
import { Section } from './Section.tsx'
import { useSaveForm } from './useSaveForm.ts'

/** The other side of the matter; it is compared with the people of all cases. */
export function OpposingSection({ caseId, opposing }: { caseId: string; opposing: readonly OpposingParty[] }) {
  const [editing, setEditing] = useState<OpposingParty | null>(null)
  const remove = async ({ id }: OpposingParty): Promise<void> => {
    try {
      const { change } = await office.counselling.household.removeOpposing({ caseId, id })
      showUndoNotice('Gegenseite entfernt.', 'counselling', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Section
      title="Gegenseite"
      action={
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEditing({ id: crypto.randomUUID(), name: '', role: '', contact: '' })}>
          Gegenseite
        </Button>
      }
    >
      {opposing.length === 0 && editing === null && (
        <Text size="sm" c="dimmed">Vermieter, Arbeitgeberin, getrennter Ehepartner: Der Name wird mit allen Fällen verglichen, ohne dass einer davon sichtbar wird.</Text>
      )}
      {opposing.length > 0 && (
        <ul className={classes.lines} aria-label="Gegenseite">
          {opposing.map((party) => (
            <li key={party.id}>
              <Text size="sm"><Personal current><strong>{party.name}</strong>{[party.role, party.contact].filter(Boolean).map((text) => ` · ${text}`)}</Personal></Text>
              <Group gap={2}>
                <Tooltip label="Bearbeiten"><ActionIcon variant="subtle" aria-label={`${party.name} bearbeiten`} onClick={() => setEditing(party)}><IconPencil size={16} aria-hidden /></ActionIcon></Tooltip>
                <Tooltip label="Entfernen"><ActionIcon variant="subtle" aria-label={`${party.name} entfernen`} onClick={() => void remove(party)}><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {editing && <OpposingForm key={editing.id} caseId={caseId} initial={editing} onDone={() => setEditing(null)} />}
    </Section>
  )
}

function OpposingForm({ caseId, initial, onDone }: { caseId: string; initial: OpposingParty; onDone(): void }) {
  const [party, setParty] = useState(initial)
  const { errors, busy, save } = useSaveForm('party', onDone)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(() => office.counselling.household.saveOpposing({ caseId, party }), 'Gegenseite gespeichert.')
  }
  const text = (name: 'name' | 'role' | 'contact', label: string, placeholder: string) => (
    <TextInput
      label={label} placeholder={placeholder} value={party[name]} error={errors[name]} autoComplete="off"
      onChange={(event) => {
        const { value } = event.currentTarget
        setParty((before) => ({ ...before, [name]: value }))
      }}
    />
  )
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        {text('name', 'Name der Gegenseite', 'ganzer Name oder Firma')}
        {text('role', 'Rolle', 'z. B. Vermieterin')}
        {text('contact', 'Telefon, E-Mail', 'mehrere mit Komma')}
      </div>
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={busy}>Speichern</Button>
        <Button variant="default" onClick={onDone}>Abbrechen</Button>
      </Group>
    </form>
  )
}
