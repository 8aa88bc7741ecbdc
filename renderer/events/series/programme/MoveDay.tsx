import { Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Series } from '../../../../shared/events/model.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import { office } from '../../../app/office.ts'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import { MovedTasks, movedText, type PlannedMoves } from '../../../records/MovedTasks.tsx'
import { attempt } from '../../../ui/attempt.ts'
import { ComingDateInput } from '../../../ui/ComingDateInput.tsx'
import { DecisionDialog } from '../../../ui/DecisionDialog.tsx'
import { showFailure } from '../../../ui/notices.tsx'

/** Moves a whole day of the programme: asks for the new day, shows which tasks go along, and moves all its events in one step. */
export function MoveDay({ series, day, count, onClose }: { series: Series; day: string; count: number; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const [to, setTo] = useState<string | null>(null)
  const [planned, setPlanned] = useState<PlannedMoves | null>(null)
  const events = count === 1 ? '1 Veranstaltung' : `${count} Veranstaltungen`
  const plan = async (): Promise<void> => {
    if (to === null) return
    try {
      setPlanned({ day: to, moves: await office.events.programme.days.plan({ seriesId: series.id, from: day, to, land }) })
    } catch (error) {
      showFailure(error)
    }
  }
  const move = async (moves: PlannedMoves): Promise<void> => {
    if (await attempt(() => office.events.programme.days.move({ seriesId: series.id, from: day, to: moves.day, land }), `${events}: ${movedText(moves)}`)) onClose()
  }
  if (planned) {
    return (
      <MovedTasks planned={planned} onConfirm={() => void move(planned)} onClose={onClose}>
        <Text size="sm" mb="sm">{events} vom {germanDay(day)} {count === 1 ? 'wird' : 'werden'} verlegt. Uhrzeiten und Orte bleiben; prüfen Sie danach die Ansicht „Überschneidungen“.</Text>
        {outside(series, planned.day) && <Text size="sm" mb="sm">Der neue Tag liegt außerhalb der Reihe ({series.startsOn && germanDay(series.startsOn)} bis {series.endsOn && germanDay(series.endsOn)}).</Text>}
      </MovedTasks>
    )
  }
  return (
    <DecisionDialog title={`${germanDay(day)} verlegen`} confirm="Weiter" disabled={to === null || to === day} onConfirm={() => void plan()} onClose={onClose}>
      <Text size="sm" mb="sm">{events} {count === 1 ? 'zieht' : 'ziehen'} mit den offenen Aufgaben auf den neuen Tag, als ein Schritt, der sich rückgängig machen lässt.</Text>
      <ComingDateInput data-autofocus label="Neuer Tag" placeholder="TT.MM.JJJJ" defaultDate={day} value={to} onChange={setTo} />
    </DecisionDialog>
  )
}

function outside({ startsOn, endsOn }: Series, day: string): boolean {
  return startsOn !== null && endsOn !== null && (day < startsOn || day > endsOn)
}
