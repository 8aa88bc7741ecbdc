import { memo, useMemo, useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { CalendarLine } from '../../../shared/calendar/model.ts'
import { addDays, daysBetween } from '../../../shared/holidays/days.ts'
import { LineButton } from '../Line.tsx'
import { longGermanDay, shownOf, today, weekName, type CalendarView } from '../periods.ts'
import { walkDays } from '../walkDays.ts'
import { monthWeeks, type MonthWeek } from './layout.ts'
import { MoreLines } from './MoreLines.tsx'
import classes from './Month.module.css'

/** Pixels of the number of a day and of a line. */
const [head, row, weekdays] = [26, 23, 26]
/** Fewer lines than this in a day scroll the month instead. */
const leastRows = 3

interface MonthProps {
  date: string
  lines: readonly CalendarLine[]
  /** Names of holidays by day. */
  holidays: ReadonlyMap<string, string>
  /** Pixels that the month may fill. */
  height: number
  onOpen(line: CalendarLine): void
  /** An empty place was chosen. */
  onNew(day: string): void
  onDrop(line: CalendarLine, day: string): void
  onView(view: CalendarView, day: string): void
}

/**
 * The month. Ours, as the library's own lays out with the square of the number of lines and left most of a full day empty; it draws what fits and no more, so that
 * paging stays as quick with thousands of entries.
 */
export function MonthGrid({ date, lines, holidays, height, ...handlers }: MonthProps): ReactNode {
  const shown = shownOf('month', date)
  const rows = Math.max(leastRows, Math.floor(((height - weekdays) / ((daysBetween(shown.from, shown.to) + 1) / 7) - head - 4) / row))
  const weeks = useMemo(() => monthWeeks(lines, { from: shown.from, to: shown.to }, rows), [lines, shown.from, shown.to, rows])
  const [more, setMore] = useState<{ day: string; button: HTMLElement } | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const latest = useRef(handlers)
  latest.current = handlers
  // The same for ever: a week is drawn again only when something in it has changed.
  const actions = useMemo<WeekActions>(() => ({
    open: (line) => latest.current.onOpen(line),
    create: (day) => latest.current.onNew(day),
    week: (monday) => latest.current.onView('week', monday),
    more: (day, button) => setMore({ day, button }),
  }), [])
  const dragged = useRef<CalendarLine | null>(null)
  const drag = {
    onDragStart: (event: DragEvent) => {
      const key = (event.target as HTMLElement).dataset['line']
      dragged.current = lines.find((line) => line.key === key && line.movable) ?? null
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const day = dragged.current ? dayAt(event) : null
      if (day !== null) event.preventDefault()
      setOver(day)
    },
    onDragEnd: () => { dragged.current = null; setOver(null) },
    onDrop: (event: DragEvent) => {
      const [line, day] = [dragged.current, dayAt(event)]
      event.preventDefault()
      setOver(null)
      if (line && day !== null) latest.current.onDrop(line, day)
    },
  }
  return (
    <div className={classes.month} role="presentation" onKeyDown={walkDays} {...drag}>
      <div className={classes.weekdays} aria-hidden><span />{['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'].map((name) => <span key={name}>{name}</span>)}</div>
      {weeks.map((week) => (
        <Week
          key={week.monday} week={week} month={date.slice(0, 7)} rows={rows} holidays={holidays} actions={actions} now={today()}
          entry={date >= week.monday && date <= addDays(week.monday, 6) ? date : ''} over={over !== null && over >= week.monday && over <= addDays(week.monday, 6) ? over : ''}
        />
      ))}
      {more && <MoreLines day={more.day} button={more.button} lines={lines} onOpen={actions.open} onClose={() => setMore(null)} />}
    </div>
  )
}

interface WeekActions {
  open(line: CalendarLine): void
  create(day: string): void
  week(monday: string): void
  more(day: string, button: HTMLElement): void
}

interface WeekProps {
  week: MonthWeek
  /** `2026-11` */
  month: string
  rows: number
  holidays: ReadonlyMap<string, string>
  actions: WeekActions
  now: string
  /** The day that the tab key leads to; empty in other weeks. */
  entry: string
  /** The day above which something is held; empty in other weeks. */
  over: string
}

const Week = memo(function Week({ week: { monday, segments, hidden }, month, rows, holidays, actions, now, entry, over }: WeekProps): ReactNode {
  const days = Array.from({ length: 7 }, (_, column) => addDays(monday, column))
  return (
    <div className={classes.week} style={{ gridTemplateRows: `${head}px repeat(${rows}, ${row}px) 1fr`, minHeight: head + rows * row + 4 }}>
      <button type="button" className={classes.number} aria-label={weekName(monday)} title={weekName(monday)} onClick={() => actions.week(monday)}>{Number(weekName(monday).slice(-2))}</button>
      {days.map((day, column) => (
        <button
          key={day} type="button" className={classes.day} style={{ gridColumn: column + 2 }} tabIndex={day === entry ? 0 : -1} data-day={day} data-outside={day.slice(0, 7) !== month || undefined}
          data-weekend={column > 4 || undefined} data-holiday={holidays.has(day) || undefined} data-over={day === over || undefined} aria-current={day === now ? 'date' : undefined}
          aria-label={`Neuer Eintrag am ${[longGermanDay(day), holidays.get(day)].filter(Boolean).join(', ')}`} onClick={() => actions.create(day)}
        >
          <span className={classes.label} aria-hidden>{Number(day.slice(8))}</span>
        </button>
      ))}
      {segments.map(({ line, column, span, row: at, hanging }) => (
        <div key={`${line.key} ${column}`} className={classes.place} style={{ gridColumn: `${column + 2} / span ${span}`, gridRow: at + 2 }}>
          <LineButton line={line} hanging={hanging} draggable={line.movable} onOpen={actions.open} />
        </div>
      ))}
      {hidden.map((count, column) => {
        const day = addDays(monday, column)
        return count > 0 && (
          <button key={day} type="button" className={classes.more} style={{ gridColumn: column + 2, gridRow: rows + 1 }} aria-haspopup="dialog" aria-label={`${count} weitere am ${longGermanDay(day)}`} onClick={(event) => actions.more(day, event.currentTarget)}>
            + {count}<span className={classes.moreWord}> weitere</span>
          </button>
        )
      })}
    </div>
  )
})

/** The day under the pointer, also where a line lies above it. */
function dayAt({ clientX, clientY }: DragEvent): string | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const day = (element as HTMLElement).dataset['day']
    if (day !== undefined) return day
  }
  return null
}
