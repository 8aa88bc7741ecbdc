import { Checkbox, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { office } from '../../../app/office.ts'
import { DecisionDialog } from '../../../ui/DecisionDialog.tsx'
import { savePaper } from './savePaper.ts'

/** The whole list as a workbook, with as much of each as is wanted. What tells more is left out unless it is asked for, each time anew. */
export function ListDialog({ eventId, count, onClose }: { eventId: string; count: number; onClose(): void }): ReactNode {
  const [contact, setContact] = useState(false)
  const [needs, setNeeds] = useState(false)
  const save = async (): Promise<void> => {
    if (await savePaper('Teilnehmende.xlsx', 'xlsx', (grant) => office.events.participants.output.list({ eventId, grant, contact, needs }))) onClose()
  }
  return (
    <DecisionDialog title="Liste als Excel-Datei" confirm="Speichern unter …" saves="xlsx" onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{`${count === 1 ? 'Die eine Anmeldung' : `Alle ${count} Anmeldungen`} nach Familiennamen, auch Warteliste und Absagen: Name, Organisation, Personen, Stand, Sprachen, Fotofrage, Check-in. Notizen bleiben im Büro.`}</Text>
        <Checkbox label="Mit E-Mail und Telefon" checked={contact} onChange={(change) => setContact(change.currentTarget.checked)} />
        <Checkbox label="Mit Bedarf" description="Verpflegung, Allergien und Hilfen sagen etwas über Gesundheit und Glauben. Für Küche und Planung reichen die Blätter mit Zahlen." checked={needs} onChange={(change) => setNeeds(change.currentTarget.checked)} />
      </Stack>
    </DecisionDialog>
  )
}
