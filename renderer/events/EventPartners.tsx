import { Badge, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { partnerRoleLabel, partnerRoles } from '../../shared/events/catalogue.ts'
import { partnerSchema, type OfficeEvent, type Partner } from '../../shared/events/model.ts'
import { office } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { ContactField } from '../ui/ContactField.tsx'
import { Personal } from '../ui/Personal.tsx'
import { attempt } from '../ui/attempt.ts'
import classes from './Events.module.css'

/** „Beteiligte": who makes the event, by role. */
export function EventPartners({ event }: { event: OfficeEvent }): ReactNode {
  const [editing, setEditing] = useState<Partner | null>(null)
  const known = (partner: Partner): boolean => event.partners.some(({ id }) => id === partner.id)
  const store = async (partners: Partner[], notice: string): Promise<void> => {
    if (await attempt(() => office.events.setPartners({ id: event.id, version: event.version, partners }), notice)) setEditing(null)
  }
  return (
    <div className={classes.page}>
      {event.partners.length === 0 && <Text size="sm" c="dimmed">Noch niemand. Veranstalter, Kooperation, Förderung, Künstlerinnen und Behörden stehen hier; wer aus den Kontakten kommt, hat die Veranstaltung auch unter „Gespräche“.</Text>}
      <ul className={classes.rows} aria-label="Beteiligte">
        {event.partners.map((each) => (
          <li key={each.id} className={classes.row}>
            <div className={classes.grow}>
              <Personal>{each.contactId === null ? <Text size="sm" fw={600} span>{each.name}</Text> : <button type="button" className={classes.link} onClick={() => openRecord({ type: 'contact', id: each.contactId ?? '' })}>{each.name}</button>}</Personal>
              {each.note !== '' && <Text size="xs" c="dimmed">{each.note}</Text>}
            </div>
            <Badge variant="light" color="gray">{partnerRoleLabel(each.role)}</Badge>
            {!event.trashed && <Button size="compact-sm" variant="default" aria-label={`${each.name} bearbeiten`} onClick={() => setEditing(each)}>Bearbeiten</Button>}
          </li>
        ))}
      </ul>
      {!event.trashed && <Button w="fit-content" variant="default" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setEditing({ id: uuidv7(), role: 'partner', contactId: null, name: '', note: '' })}>Hinzufügen</Button>}
      {editing && (
        <PartnerDialog
          partner={editing} onClose={() => setEditing(null)}
          onStore={(next) => store(known(next) ? event.partners.map((each) => (each.id === next.id ? next : each)) : [...event.partners, next], 'Beteiligte gespeichert.')}
          onRemove={known(editing) ? () => store(event.partners.filter(({ id }) => id !== editing.id), 'Aus den Beteiligten entfernt.') : undefined}
        />
      )}
    </div>
  )
}

function PartnerDialog({ partner, onClose, onStore, onRemove }: { partner: Partner; onClose(): void; onStore(partner: Partner): Promise<void>; onRemove: (() => Promise<void>) | undefined }): ReactNode {
  const [value, setValue] = useState(partner)
  const [fault, setFault] = useState<string>()
  const store = (): void => {
    const checked = partnerSchema.safeParse(value)
    if (checked.success) void onStore(checked.data)
    else setFault(checked.error.issues[0]?.message)
  }
  return (
    <Modal opened onClose={onClose} title={onRemove ? 'Beteiligte bearbeiten' : 'Beteiligte hinzufügen'}>
      <form onSubmit={(event) => { event.preventDefault(); store() }}>
        <Stack gap="sm">
          <ContactField label="Wer" autoFocus value={{ id: value.contactId, name: value.name }} error={fault} onChange={({ id, name }) => { setValue({ ...value, contactId: id, name }); setFault(undefined) }} />
          <Select label="Rolle" allowDeselect={false} data={partnerRoles.map(({ code, label }) => ({ value: code, label }))} value={value.role} onChange={(role) => role && setValue({ ...value, role })} />
          <Textarea label="Beitrag, Absprache" autosize minRows={2} maxLength={1_000} value={value.note} onChange={(event) => setValue({ ...value, note: event.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            {onRemove && <Button variant="subtle" color="red" onClick={() => void onRemove()}>Entfernen</Button>}
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit">Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
