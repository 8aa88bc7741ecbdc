import { useQuery, skipToken } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { layers, type CalendarLine, type Layer } from '../../shared/calendar/model.ts'
import { useCommand } from '../app/commands.ts'
import { api } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { useSession } from '../app/session.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { usePreference } from '../app/usePreference.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { AgendaList } from './AgendaList.tsx'
import { CalendarHead } from './CalendarHead.tsx'
import { EntryRecord } from './EntryRecord.tsx'
import { LayerFilter } from './LayerFilter.tsx'
import { ConfirmMove, MoveDialog } from './MoveDialogs.tsx'
import { dropped, prepareMove, type Move, type MoveTo } from './moving.ts'
import { NewEntry, type NewAt } from './NewEntry.tsx'
import { calendarViews, periodOf, stepped, today, type CalendarView } from './periods.ts'
import { SpecialDayDialog } from './SpecialDayDialog.tsx'
import { useCalendarKeys } from './useCalendarKeys.ts'
import { useCalendarLines } from './useCalendarLines.ts'
import { Views } from './Views.tsx'
import classes from './Calendar.module.css'

/** „Kalender": everything that has a day, by day, week, month, year, or as a list. */
export function CalendarScreen(): ReactNode {
  const { id, date: wanted } = useSearch({ from: '/calendar' })
  const navigate = useNavigate()
  const land = useOfficeLand()
  const { canSee } = useSession()
  const [kept, setView] = usePreference<string>('calendar.view', 'month')
  const [hiddenLayers, setHidden] = usePreference<Layer[]>('calendar.hidden', [])
  const [chosen, setChosen] = useState<CalendarLine | null>(null)
  const [creating, setCreating] = useState<NewAt | null>(null)
  const [moving, setMoving] = useState<CalendarLine | null>(null)
  const [asking, setAsking] = useState<Move | null>(null)
  const view = calendarViews.find((each) => each === kept) ?? 'month'
  const date = wanted ?? today()
  const hidden = useMemo(() => new Set(hiddenLayers), [hiddenLayers])
  const offered = layers.filter((layer) => layer !== 'counselling' || canSee('counselling'))
  const { drawn, error, retry } = useCalendarLines(view, date, hidden)
  useDayOfEntry(id, wanted === undefined, (day) => void navigate({ to: '/calendar', search: { id, date: day }, replace: true }))

  const show = (day: string, open?: string): void => void navigate({ to: '/calendar', search: { date: day, ...(open !== undefined && { id: open }) }, replace: true })
  const go = (next: CalendarView, day: string): void => { setView(next); show(day) }
  const begin = (): void => setCreating({ day: date, at: null, until: null })
  const open = (line: CalendarLine): void => {
    setChosen(line)
    if (line.record?.type === 'calendar-entry') show(date, line.record.id)
    else if (line.record) openRecord(line.record)
  }
  const move = async (line: CalendarLine, to: MoveTo): Promise<void> => {
    setMoving(null)
    setAsking(await prepareMove(line, to, land))
  }
  const step = (by: 1 | -1): void => show(stepped(view, date, by))
  const close = (): void => { setChosen(null); show(date) }
  const commonKeys = { onToday: () => show(today()), onView: setView, onNew: begin, onStep: step }
  useCalendarKeys({ ...commonKeys, onMove: (key) => setMoving(drawn.lines.find((line) => line.key === key && line.movable) ?? null) })
  useCommand('new', begin)

  return (
    <div className={classes.screen}>
      <CalendarHead view={view} date={date} shown={offered.filter((layer) => !hidden.has(layer))} {...commonKeys} />
      <LayerFilter offered={offered} hidden={hidden} onChange={setHidden} />
      {error && <FailureAlert error={error} retry={retry} />}
      {drawn.view === 'agenda'
        ? <div className={classes.view} data-view="agenda"><AgendaList period={periodOf('agenda', drawn.date)} lines={drawn.lines} onOpen={open} onMove={setMoving} /></div>
        : <Views view={drawn.view} date={drawn.date} lines={drawn.lines} onOpen={open} onView={go} onNew={(day, at, until) => setCreating({ day, at, until })} onDrop={(line, day, at) => void move(line, dropped(line, day, at))} />}
      {creating && <NewEntry at={creating} onClose={() => setCreating(null)} />}
      {id !== undefined && <EntryRecord id={id} line={chosen?.record?.id === id ? chosen : null} onClose={close} onMove={(line) => { close(); setMoving(line) }} />}
      {chosen?.specialDayId && <SpecialDayDialog id={chosen.specialDayId} near={chosen.from} onClose={() => setChosen(null)} />}
      {moving && <MoveDialog line={moving} onMove={(to) => void move(moving, to)} onClose={() => setMoving(null)} />}
      {asking && <ConfirmMove move={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

/** Who comes from the search or the trash sees the days around the entry. */
function useDayOfEntry(id: string | undefined, needed: boolean, onDay: (day: string) => void): void {
  const { data } = useQuery(api.calendar.entries.get.queryOptions({ input: id !== undefined && needed ? { id } : skipToken }))
  useEffect(() => {
    if (needed && data) onDay(data.startsOn)
    // Only once: afterwards the days are the person's own choice.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [needed, data])
}
