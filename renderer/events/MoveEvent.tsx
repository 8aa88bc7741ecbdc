import type { ReactNode } from 'react'
import type { EventInput, OfficeEvent } from '../../shared/events/model.ts'
import { movedDays } from '../../shared/events/moved-days.ts'
import { office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import type { RecordForm } from '../app/useRecordForm.ts'
import { MovedTasks, movedText, type PlannedMoves } from '../records/MovedTasks.tsx'
import { attempt } from '../ui/attempt.ts'
import { ClashList } from './clashes/ClashList.tsx'
import { useClashes } from './clashes/useClashes.ts'
import classes from './Events.module.css'

/** Shows what a new day moves and what it runs into, and moves it in one step. */
export function MoveEvent({ event, fields, planned, form, onClose }: { event: OfficeEvent; fields: EventInput; planned: PlannedMoves; form: RecordForm<EventInput>; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const clashes = useClashes(event.id, { ...fields, ...movedDays(fields, planned.day) })
  const move = async (): Promise<void> => {
    const moved = await attempt(async () => {
      await form.flush()
      return office.events.update({ id: event.id, version: form.version(), fields: movedDays(fields, planned.day), land })
    }, movedText(planned))
    if (moved) onClose()
  }
  return (
    <MovedTasks planned={planned} onConfirm={() => void move()} onClose={onClose}>
      <div className={classes.clashes}><ClashList clashes={clashes} eventId={null} /></div>
    </MovedTasks>
  )
}
