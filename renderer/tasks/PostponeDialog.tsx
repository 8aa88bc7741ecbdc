import { Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Task } from '../../shared/tasks/model.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { taskActions } from '../records/taskActions.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { DayWordsField } from './DayWordsField.tsx'
import { useDayWords } from './useDayWords.ts'

/** Gives one task or several another day. */
export function PostponeDialog({ tasks, onClose }: { tasks: readonly Pick<Task, 'id' | 'title' | 'lead'>[]; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const words = useDayWords()
  const [tried, setTried] = useState(false)
  const postpone = async (): Promise<void> => {
    setTried(true)
    if (words.day !== null && await taskActions.postpone(tasks, words.day.wantedOn, land)) onClose()
  }
  return (
    <DecisionDialog title={tasks.length === 1 ? 'Aufgabe verschieben' : `${tasks.length} Aufgaben verschieben`} confirm="Verschieben" disabled={words.text.trim() === ''} onConfirm={() => void postpone()} onClose={onClose}>
      <DayWordsField label="Auf wann?" words={words} focus tried={tried} empty="Der neue Tag steht hier, bevor er gilt." />
      {tasks.some(({ lead }) => lead !== null) && <Text size="sm" mt="xs">Aufgaben, die mit einem Termin wandern, bleiben danach auf dem neuen Tag stehen.</Text>}
    </DecisionDialog>
  )
}
