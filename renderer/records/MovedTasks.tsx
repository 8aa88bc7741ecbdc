import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { germanDay } from '../../shared/holidays/days.ts'
import type { office } from '../app/office.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import classes from './MovedTasks.module.css'

/** Where a new day of an event would bring its open tasks. */
export interface PlannedMoves {
  day: string
  moves: Awaited<ReturnType<typeof office.events.planMove>>
}

/** What a notice says of an event that was moved with its tasks. */
export function movedText({ day, moves }: PlannedMoves): string {
  return moves.length === 0 ? `Auf ${germanDay(day)} gelegt.` : `Auf ${germanDay(day)} gelegt, ${tasksText(moves.length)} verschoben.`
}

/** Shows which tasks a new day of an event moves and which of them would lie in the past, before it is done. `children`: what else the day brings. */
export function MovedTasks({ planned: { day, moves }, onConfirm, onClose, children }: { planned: PlannedMoves; onConfirm(): void; onClose(): void; children?: ReactNode }): ReactNode {
  const past = moves.filter((move) => move.past)
  return (
    <DecisionDialog title={`Auf ${germanDay(day)} legen?`} confirm={moves.length === 0 ? 'Verschieben' : `Verschieben mit ${tasksText(moves.length, 'dative')}`} atConfirm onConfirm={onConfirm} onClose={onClose}>
      {moves.length > 0 && <Text size="sm" mb="sm">{moves.length === 1 ? 'Eine offene Aufgabe hängt' : `${moves.length} offene Aufgaben hängen`} am Tag der Veranstaltung und {moves.length === 1 ? 'zieht' : 'ziehen'} mit um. Erledigte und von Hand verschobene bleiben, wo sie sind.</Text>}
      {past.length > 0 && (
        <Alert mb="sm" color="amber" icon={<IconAlertTriangle aria-hidden />} title={`${tasksText(past.length)} ${past.length === 1 ? 'läge' : 'lägen'} dann in der Vergangenheit`}>
          Sie sind unten mit „vorbei“ gekennzeichnet. Prüfen Sie, ob die Zeit noch reicht, vor allem bei Genehmigungen.
        </Alert>
      )}
      {children}
      {moves.length > 0 && (
        // A list that scrolls must be reached by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={classes.moves} aria-label="Aufgaben, die umziehen" tabIndex={0}>
          {[...past, ...moves.filter((each) => !each.past)].map(({ id, title, from, to, past: gone }) => (
            <li key={id}>
              <span>{title}</span>
              <Text size="sm" span fw={gone ? 600 : undefined}>{from === null ? 'ohne Tag' : germanDay(from)} → {germanDay(to)}{gone ? ' · vorbei' : ''}</Text>
            </li>
          ))}
        </ul>
      )}
    </DecisionDialog>
  )
}

function tasksText(count: number, grammar: 'plain' | 'dative' = 'plain'): string {
  if (count === 1) return grammar === 'dative' ? 'einer Aufgabe' : 'Eine Aufgabe'
  return `${count} Aufgaben`
}
