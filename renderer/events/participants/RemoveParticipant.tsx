import { Radio, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Participant } from '../../../shared/events/participants/model.ts'
import { office } from '../../app/office.ts'
import { CopiesNote } from '../../ui/CopiesNote.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { removeFrom } from './rosterSteps.ts'

/** Takes somebody off the list: so that it can be taken back, or for good, as somebody may ask. */
export function RemoveParticipant({ participant, eventId, onClose, onRemoved }: { participant: Participant; eventId: string; onClose(): void; onRemoved(): void }): ReactNode {
  const [forGood, setForGood] = useState(false)
  const remove = async (): Promise<void> => {
    if (!forGood) return void (await removeFrom(eventId, [participant.id]) && onRemoved())
    try {
      await office.events.participants.destroyOne({ eventId, id: participant.id })
      showNotice('Die Anmeldung ist endgültig gelöscht.')
      onRemoved()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Anmeldung entfernen" confirm={forGood ? 'Endgültig löschen' : 'Entfernen'} danger={forGood} onConfirm={() => void remove()} onClose={onClose}>
      <Radio.Group aria-label="Wie" value={forGood ? 'good' : 'list'} onChange={(value) => setForGood(value === 'good')}>
        <Stack gap="xs">
          <Radio value="list" label="Von der Liste nehmen" description="Lässt sich rückgängig machen, bis die Liste gelöscht wird." />
          <Radio value="good" label="Endgültig löschen, auch aus dem Verlauf" description="Wenn jemand die Löschung verlangt. Die Person zählt dann nirgends mehr mit." />
        </Stack>
      </Radio.Group>
      {forGood && <Text mt="sm" size="sm"><CopiesNote /></Text>}
    </DecisionDialog>
  )
}
