import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Case } from '../../shared/counselling/contract.ts'
import { office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { OpenDeadlines } from './deadlines/OpenDeadlines.tsx'
import { useOpenDeadlines } from './deadlines/useOpenDeadlines.ts'

/** Moves a case to the trash; open deadlines are shown first and stay in the list of deadlines. */
export function RemoveCase({ current, onRemoved }: { current: Case; onRemoved(): void }) {
  const question = useOpenDeadlines(current.id, async (deadlinesSeen) => {
    try {
      const receipt = await office.counselling.cases.remove({ id: current.id, version: current.version, deadlinesSeen })
      const kept = deadlinesSeen.length === 0 ? '' : ' Die offenen Fristen stehen weiter unter „Fristen“.'
      showUndoNotice(`${current.number} liegt mit allen Beratungen im Papierkorb.${kept}`, 'counselling', receipt.change)
      onRemoved()
    } catch (error) {
      showFailure(error)
    }
  })
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void question.begin()}>Löschen</Button>
      <OpenDeadlines question={question} number={current.number} button="Trotzdem löschen, Fristen behalten" where="Liegt der Fall im Papierkorb, bleiben sie unter „Fristen“ stehen, als „Fall im Papierkorb“, bis über jede entschieden ist." />
    </>
  )
}
