import { Button, Checkbox, Select, Stack, Table, Text, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import { mailWayLabels, mailWays, type MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { ContactField } from '../../ui/ContactField.tsx'
import parts from '../parts.module.css'
import { embargoWarning } from './Embargo.tsx'
import { NewClipping } from './NewClipping.tsx'

/** „Versand und Echo": who got the release, when and how, and what appeared. */
export function Deliveries({ release }: { release: Release }): ReactNode {
  const [dialog, setDialog] = useState<'delivery' | 'clipping' | null>(null)
  const sendable = (release.state === 'released' || release.state === 'sent') && !release.trashed
  return (
    <div className={parts.page}>
      <section className={parts.section} aria-label="Wer die Mitteilung bekam">
        <Title order={3} size="h4">Wer sie bekam</Title>
        {release.deliveries.length === 0 ? <Text size="sm" c="dimmed">Noch niemand. Versandt wird eine freigegebene Mitteilung.</Text> : (
          <Table.ScrollContainer minWidth={380} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Empfänger, seitlich rollbar' } }}>
            <Table verticalSpacing={5}>
              <Table.Thead><Table.Tr><Table.Th>Empfänger</Table.Th><Table.Th>Weg</Table.Th><Table.Th>Am</Table.Th><Table.Th>Postausgang</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {release.deliveries.map(({ id, contactId, name, way, sentOn, entry }) => (
                  <Table.Tr key={id}>
                    <Table.Td><Personal>{contactId === null ? name : <button type="button" className={parts.link} onClick={() => openRecord({ type: 'contact', id: contactId })}>{name}</button>}</Personal></Table.Td>
                    <Table.Td>{mailWayLabels[way]}</Table.Td><Table.Td>{germanDate(sentOn)}</Table.Td><Table.Td>{entry}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {sendable && <Button w="fit-content" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('delivery')}>Weitergabe vermerken …</Button>}
      </section>
      <section className={parts.section} aria-label="Echo">
        <Title order={3} size="h4">Was erschienen ist</Title>
        {release.clippings.length === 0 && <Text size="sm" c="dimmed">Noch nichts eingetragen.</Text>}
        <ul className={parts.rows}>
          {release.clippings.map(({ id, on, mediumName, title }) => <li key={id} className={parts.row}><button type="button" className={parts.link} onClick={() => openRecord({ type: 'clipping', id })}>{title}</button><Text size="sm" c="dimmed">{mediumName}, {germanDate(on)}</Text></li>)}
        </ul>
        {!release.trashed && <Button w="fit-content" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('clipping')}>Bericht eintragen …</Button>}
      </section>
      {dialog === 'delivery' && <DeliveryDialog release={release} onClose={() => setDialog(null)} />}
      {dialog === 'clipping' && <NewClipping release={{ id: release.id, topic: release.topic, title: release.title }} files={[]} onClose={() => setDialog(null)} onCreated={() => setDialog(null)} />}
    </div>
  )
}

function DeliveryDialog({ release, onClose }: { release: Release; onClose(): void }): ReactNode {
  const [contact, setContact] = useState<{ id: string | null; name: string }>({ id: null, name: '' })
  const [way, setWay] = useState<MailWay>('phone')
  const [on, setOn] = useState<string | null>(isoDay(new Date()))
  const [seen, setSeen] = useState(false)
  const warning = embargoWarning(release.embargoAt)
  const save = async (): Promise<void> => {
    try {
      const { version } = await office.correspondence.press.releases.get({ id: release.id })
      const { change } = await office.correspondence.press.releases.noteDelivery({ id: release.id, version, recipients: [{ contactId: contact.id, name: contact.name }], way, on: on ?? isoDay(new Date()), embargoSeen: seen })
      showUndoNotice('Weitergabe vermerkt.', 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Weitergabe vermerken" confirm="Vermerken" disabled={contact.name.trim() === '' || on === null || (warning !== null && !seen)} onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <ContactField label="An" autoFocus value={contact} onChange={setContact} />
        <Select label="Weg" allowDeselect={false} data={mailWays.map((value) => ({ value, label: mailWayLabels[value] }))} value={way} onChange={(value) => value && setWay(value as MailWay)} />
        <DateInput label="Am" valueFormat="DD.MM.YYYY" value={on} onChange={setOn} />
        {warning !== null && <Checkbox label={`${warning} Trotzdem vermerken.`} checked={seen} onChange={({ currentTarget }) => setSeen(currentTarget.checked)} />}
      </Stack>
    </DecisionDialog>
  )
}
