import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconEyeOff, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import type { OffenderFields } from '../../../shared/counselling/incidents/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { useVisitorMode } from '../../app/visitor.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Section } from '../person/Section.tsx'

interface Opened { opening: string; version: number; fields: OffenderFields }

/**
 * Names of offenders (Art. 10 DSGVO), closed until somebody opens them on purpose. What was opened lives here alone: leaving the tab,
 * the lock and visitor mode close it again.
 */
export function OffenderSection({ incident }: { incident: Incident }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const visitor = useVisitorMode()
  useEffect(() => {
    if (visitor) setOpened(null)
  }, [visitor])
  const log = useQuery(api.counselling.incidents.openings.queryOptions({ input: { id: incident.id } }))
  const done = (): void => {
    setOpened(null)
    void log.refetch()
  }
  return (
    <Section title="Namen von Verursachern">
      {opened === null || visitor ? <Closed incident={incident} visitor={visitor} onOpened={setOpened} /> : <Open incident={incident} opened={opened} onClose={done} />}
      {log.data !== undefined && log.data.length > 0 && (
        <Text size="xs" c="dimmed">Zuletzt geöffnet: {log.data.slice(0, 3).map(({ at, personName, reason }) => [germanDateTime(at), personName, reason].filter(Boolean).join(', ')).join(' · ')}</Text>
      )}
    </Section>
  )
}

function Closed({ incident, visitor, onOpened }: { incident: Incident; visitor: boolean; onOpened(opened: Opened): void }) {
  const [reason, setReason] = useState('')
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      onOpened(await office.counselling.incidents.openOffender({ id: incident.id, reason }))
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <form onSubmit={(event) => void open(event)}>
      <Text size="sm" mb="xs">
        Namen nur, wenn sie gebraucht werden (Art. 10 DSGVO). Sie liegen verschlossen, in keiner Suche und keinem Verlauf; jedes Öffnen wird mit
        Person, Zeit und Anlass festgehalten. {incident.hasOffender ? 'Es ist etwas eingetragen.' : 'Es ist nichts eingetragen.'}
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput label="Anlass (freiwillig)" placeholder="z. B. Strafantrag" w={240} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={visitor} leftSection={<IconLockOpen size={18} aria-hidden />}>Namen öffnen</Button>
      </Group>
      {visitor && <Text size="sm" c="dimmed" mt={6}>Im Publikumsmodus bleiben sie geschlossen.</Text>}
    </form>
  )
}

function Open({ incident, opened, onClose }: { incident: Incident; opened: Opened; onClose(): void }) {
  const [fields, setFields] = useState(opened.fields)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      const { change } = await office.counselling.incidents.saveOffender({ id: incident.id, opening: opened.opening, version: opened.version, fields })
      showUndoNotice('Die Namen liegen wieder verschlossen.', 'counselling', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        <Textarea label="Namen" autosize minRows={2} maxRows={8} maxLength={2000} value={fields.names} onChange={(event) => setFields({ ...fields, names: event.currentTarget.value })} />
        <Textarea label="Wozu sie gebraucht werden" autosize minRows={1} maxRows={4} maxLength={2000} value={fields.note} onChange={(event) => setFields({ ...fields, note: event.currentTarget.value })} />
        <Group gap="xs">
          <Button type="submit">Speichern und schließen</Button>
          <Button variant="default" leftSection={<IconEyeOff size={16} aria-hidden />} onClick={onClose}>Schließen, nichts ändern</Button>
        </Group>
      </Stack>
    </form>
  )
}
