import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { partnerStateLabels, partnerStates, seriesPartnerSchema, type PartnerState, type SeriesPartner } from '../../../../shared/events/series/model.ts'
import { office } from '../../../app/office.ts'
import { openRecord } from '../../../app/openRecord.ts'
import { ContactField } from '../../../ui/ContactField.tsx'
import { attempt } from '../../../ui/attempt.ts'

/** One partner: who it is, where it stands, what was agreed. */
export function PartnerDialog({ seriesId, partner, readOnly, onClose }: { seriesId: string; partner: SeriesPartner; readOnly: boolean; onClose(): void }): ReactNode {
  const { id } = partner
  const [value, setValue] = useState(partner)
  const [fault, setFault] = useState<string>()
  const store = async (): Promise<void> => {
    const checked = seriesPartnerSchema.pick({ name: true, contactId: true, note: true }).safeParse(value)
    if (!checked.success) return setFault(checked.error.issues[0]?.message)
    const said = await attempt(async () => {
      const first = await office.events.programme.partners.update({ seriesId, id, fields: checked.data })
      return value.state === partner.state ? first : office.events.programme.partners.setState({ seriesId, ids: [id], state: value.state })
    }, 'Partner gespeichert.')
    if (said) onClose()
  }
  const remove = async (): Promise<void> => {
    if (await attempt(() => office.events.programme.partners.remove({ seriesId, id }), 'Aus den Partnern genommen. Veranstaltungen bleiben.')) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Partner">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <ContactField label="Wer" readOnly={readOnly} value={{ id: value.contactId, name: value.name }} error={fault} onChange={({ id: contactId, name }) => { setValue({ ...value, contactId, name }); setFault(undefined) }} />
          <Select label="Stand" allowDeselect={false} readOnly={readOnly} data={partnerStates.map((state) => ({ value: state, label: partnerStateLabels[state] }))} value={value.state} onChange={(state) => state && setValue({ ...value, state: state as PartnerState })} />
          <Textarea label="Vermerk" autosize minRows={2} maxLength={1_000} readOnly={readOnly} value={value.note} onChange={({ currentTarget }) => setValue({ ...value, note: currentTarget.value })} />
          <Text size="sm" c="dimmed">Kennung auf dem Formular: {partner.code}</Text>
          <Group justify="space-between" gap="xs">
            <Group gap="xs">
              {partner.contactId !== null && <Button variant="default" onClick={() => openRecord({ type: 'contact', id: partner.contactId ?? '' })}>Kontakt öffnen</Button>}
              {!readOnly && <Button variant="subtle" color="red" onClick={() => void remove()}>Entfernen</Button>}
            </Group>
            <Group gap="xs"><Button variant="subtle" onClick={onClose}>Abbrechen</Button>{!readOnly && <Button type="submit">Speichern</Button>}</Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
