import { Checkbox, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Roster } from '../../../../shared/events/participants/model.ts'
import { hasPlace } from '../../../../shared/events/participants/places.ts'
import { office } from '../../../app/office.ts'
import { DecisionDialog } from '../../../ui/DecisionDialog.tsx'
import { PrintedFor, useLateOnly } from './PrintedFor.tsx'
import { savePaper } from './savePaper.ts'

/** Cards for the table: a sheet of A4 each, folded in the middle. */
export function TableCardsDialog({ roster, onClose }: { roster: Roster; onClose(): void }): ReactNode {
  const [organisation, setOrganisation] = useState(true)
  const late = useLateOnly(roster)
  const count = late.ids?.length ?? roster.participants.filter(hasPlace).length
  const save = async (): Promise<void> => {
    if (await savePaper('Tischkarten.pdf', 'pdf', (grant) => office.events.participants.output.tableCards({ eventId: roster.eventId, grant, organisation, ids: late.ids }))) onClose()
  }
  return (
    <DecisionDialog title="Tischkarten" confirm={count === 1 ? '1 Karte speichern …' : `${count.toLocaleString('de-DE')} Karten speichern …`} saves="pdf" disabled={count === 0} onConfirm={() => void save()} onClose={onClose}>
      <Text size="sm" mb="sm">Jede Karte ist ein Blatt A4, in der Mitte gefaltet; der Name steht auf beiden Seiten.</Text>
      <Checkbox mb="sm" label="Mit Organisation" checked={organisation} onChange={(change) => setOrganisation(change.currentTarget.checked)} />
      <PrintedFor late={late} />
    </DecisionDialog>
  )
}
