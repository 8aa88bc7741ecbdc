import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { EventInput, OfficeEvent } from '../../shared/events/model.ts'
import { addDays, daysBetween, germanDay } from '../../shared/holidays/days.ts'
import { office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import type { RecordForm } from '../app/useRecordForm.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { attempt } from './attempt.ts'
import { ClashList } from './clashes/ClashList.tsx'
import { useClashes } from './clashes/useClashes.ts'
import classes from './Events.module.css'

/** Where a new day would bring the open tasks. */
export interface PlannedMoves {
  day: string
  moves: Awaited<ReturnType<typeof office.events.planMove>>
}

/** An event that lasts several days keeps its length. */
export function movedDays({ startsOn, endsOn }: Pick<EventInput, 'startsOn' | 'endsOn'>, day: string): Pick<EventInput, 'startsOn' | 'endsOn'> {
  return { startsOn: day, endsOn: endsOn === null || startsOn === null ? endsOn : addDays(endsOn, daysBetween(startsOn, day)) }
}

/** Shows what a new day moves, and moves it in one step. */
export function MoveEvent({ event, fields, planned: { day, moves }, form, onClose }: { event: OfficeEvent; fields: EventInput; planned: PlannedMoves; form: RecordForm<EventInput>; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const past = moves.filter((move) => move.past)
  const clashes = useClashes(event.id, { ...fields, ...movedDays(fields, day) })
  const move = async (): Promise<void> => {
    const moved = await attempt(async () => {
      await form.flush()
      return office.events.update({ id: event.id, version: form.version(), fields: movedDays(fields, day), land })
    }, `Auf ${germanDay(day)} gelegt, ${tasksText(moves.length)} verschoben.`)
    if (moved) onClose()
  }
  return (
    <DecisionDialog title={`Auf ${germanDay(day)} legen?`} confirm={`Verschieben mit ${tasksText(moves.length, 'dative')}`} onConfirm={() => void move()} onClose={onClose}>
      <Text size="sm" mb="sm">{moves.length === 1 ? 'Eine offene Aufgabe hängt' : `${moves.length} offene Aufgaben hängen`} am Tag der Veranstaltung und {moves.length === 1 ? 'zieht' : 'ziehen'} mit um. Erledigte und von Hand verschobene bleiben, wo sie sind.</Text>
      {past.length > 0 && (
        <Alert mb="sm" color="amber" icon={<IconAlertTriangle aria-hidden />} title={`${tasksText(past.length)} ${past.length === 1 ? 'läge' : 'lägen'} dann in der Vergangenheit`}>
          Sie sind unten mit „vorbei“ gekennzeichnet. Prüfen Sie, ob die Zeit noch reicht, vor allem bei Genehmigungen.
        </Alert>
      )}
      <div className={classes.clashes}><ClashList clashes={clashes} eventId={null} /></div>
      {/* A list that scrolls must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={classes.moves} aria-label="Aufgaben, die umziehen" tabIndex={0}>
        {[...past, ...moves.filter((each) => !each.past)].map(({ id, title, from, to, past: gone }) => (
          <li key={id}>
            <span>{title}</span>
            <Text size="sm" span fw={gone ? 600 : undefined}>{from === null ? 'ohne Tag' : germanDay(from)} → {germanDay(to)}{gone ? ' · vorbei' : ''}</Text>
          </li>
        ))}
      </ul>
    </DecisionDialog>
  )
}

function tasksText(count: number, grammar: 'plain' | 'dative' = 'plain'): string {
  if (count === 1) return grammar === 'dative' ? 'einer Aufgabe' : 'Eine Aufgabe'
  return `${count} Aufgaben`
}
