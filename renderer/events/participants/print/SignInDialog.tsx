import { Checkbox, NumberInput, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { office } from '../../../app/office.ts'
import { usePreference } from '../../../app/usePreference.ts'
import { DecisionDialog } from '../../../ui/DecisionDialog.tsx'
import { savePaper } from './savePaper.ts'

/** The list that people sign at the door: as little of each as that needs. */
export function SignInDialog({ eventId, onClose }: { eventId: string; onClose(): void }): ReactNode {
  const [organisation, setOrganisation] = usePreference('participants.signIn.organisation', true)
  const [blank, setBlank] = useState<number | string>(10)
  const save = async (): Promise<void> => {
    const rows = typeof blank === 'number' ? blank : 0
    if (await savePaper('Unterschriftenliste.pdf', 'pdf', (grant) => office.events.participants.output.signIn({ eventId, grant, organisation, blank: rows }))) onClose()
  }
  return (
    <DecisionDialog title="Unterschriftenliste" confirm="Speichern unter …" saves="pdf" onConfirm={() => void save()} onClose={onClose}>
      <Text size="sm" mb="sm">Wer einen Platz hat, nach Familiennamen, mit Platz für die Unterschrift. E-Mail, Bedarf und Notizen stehen nicht darauf: Die Liste liegt offen aus.</Text>
      <Checkbox label="Mit Organisation" checked={organisation} onChange={(change) => setOrganisation(change.currentTarget.checked)} />
      <NumberInput mt="sm" w={240} label="Leere Zeilen für Unangemeldete" min={0} max={200} allowDecimal={false} value={blank} onChange={setBlank} />
    </DecisionDialog>
  )
}
