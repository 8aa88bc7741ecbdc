import { Alert, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { CalendarLine } from '../../shared/calendar/model.ts'
import { germanDate } from '../../shared/dates.ts'
import type { Clash } from '../../shared/events/clashes/model.ts'
import { parseDueDay } from '../../shared/due-day-input.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { MovedTasks } from '../records/MovedTasks.tsx'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { doMove, type Move, type MoveTo } from './moving.ts'
import classes from './Calendar.module.css'

/** „Verlegen": day and times of a line, for those who don't drag. */
export function MoveDialog({ line, onMove, onClose }: { line: CalendarLine; onMove(to: MoveTo): void; onClose(): void }): ReactNode {
  const [typed, setTyped] = useState(germanDate(line.from))
  const [times, setTimes] = useState({ at: line.fromAt, until: line.toAt })
  const day = parseDueDay(typed, new Date())
  const wrong = times.at !== null && times.until !== null && line.from === line.to && times.until <= times.at ? 'Das Ende liegt vor dem Beginn.' : undefined
  return (
    <DecisionDialog title={`„${line.title}“ verlegen`} confirm="Verlegen" disabled={wrong !== undefined || day === null} onConfirm={() => day !== null && onMove({ day, ...times })} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: line.layer === 'task' ? 1 : 3 }} spacing="sm">
        <TextInput
          label="Neuer Tag" data-autofocus autoComplete="off" value={typed} error={day === null ? 'Bitte einen Tag angeben.' : undefined}
          onFocus={(event) => event.currentTarget.select()} onChange={(change) => setTyped(change.currentTarget.value)}
        />
        {line.layer !== 'task' && (
          <>
            <TimeField label="Beginn" value={times.at} error={undefined} onChange={(at) => setTimes({ at, until: at === null ? null : times.until })} />
            <TimeField label="Ende" value={times.until} error={wrong} onChange={(until) => setTimes({ ...times, until })} />
          </>
        )}
      </SimpleGrid>
      <Text component="output" display="block" size="sm" mt="sm">{day === null ? '' : `Neu: ${germanDay(day)}. `}<Text span size="sm" c="dimmed">Bisher {germanDay(line.from)}{line.fromAt === null ? '' : `, ${line.fromAt} Uhr`}. Es genügt „mo“, „2w“ oder „15.3.“.</Text></Text>
    </DecisionDialog>
  )
}

/** What an event would run into on the new day. */
function Clashes({ clashes }: { clashes: readonly Clash[] }): ReactNode {
  if (clashes.length === 0) return null
  return (
    <Alert mb="sm" color="amber" icon={<IconAlertTriangle aria-hidden />} title="Am neuen Tag zu bedenken">
      <ul className={classes.clashes}>{clashes.map(({ key, severity, other, title, reasons }) => <li key={key}><strong>{severity === 'hard' ? 'Überschneidung: ' : ''}{other?.title ?? title}</strong> – {reasons.join(' ')}</li>)}</ul>
    </Alert>
  )
}

/** What is asked before a line moves: which tasks go along, or which times. */
export function ConfirmMove({ move, onClose }: { move: Move; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const [all, setAll] = useState(false)
  const confirm = async (): Promise<void> => { if (await doMove(move, all, land)) onClose() }
  if (move.planned) return <MovedTasks planned={move.planned} onConfirm={() => void confirm()} onClose={onClose}><Clashes clashes={move.clashes ?? []} /></MovedTasks>
  const { line, to } = move
  return (
    <DecisionDialog title={`„${line.title}“ auf ${germanDay(to.day)} legen?`} confirm="Verlegen" onConfirm={() => void confirm()} onClose={onClose}>
      <Radio.Group label="Der Eintrag wiederholt sich." value={all ? 'all' : 'one'} onChange={(value) => setAll(value === 'all')}>
        <Stack gap="xs" mt="xs">
          <Radio value="one" label={`Nur den Termin am ${germanDay(line.from)} verlegen`} />
          <Radio value="all" disabled={!move.allPossible} label="Alle Termine dieser Wiederholung" description={move.allPossible ? undefined : 'Diese Regel lässt sich nicht mit einem Tag verlegen. Ändern Sie sie im Eintrag.'} />
        </Stack>
      </Radio.Group>
    </DecisionDialog>
  )
}
