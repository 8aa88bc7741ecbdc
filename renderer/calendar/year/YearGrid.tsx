import { memo, useMemo, useRef, type ReactNode } from 'react'
import type { CalendarLine } from '../../../shared/calendar/model.ts'
import { addDays, daysBetween, daysInMonth, formatDay, parseDay, weekday } from '../../../shared/holidays/days.ts'
import { countPerDay } from '../countPerDay.ts'
import { quietLayers } from '../layerLooks.ts'
import { longGermanDay, periodLabel, today, weekName, weekOf, type CalendarView } from '../periods.ts'
import { walkDays } from '../walkDays.ts'
import classes from './Year.module.css'

interface YearProps {
  date: string
  lines: readonly CalendarLine[]
  /** Names of holidays by day. */
  holidays: ReadonlyMap<string, string>
  onView(view: CalendarView, day: string): void
}

/** Twelve months; a day says how much stands on it. */
export function YearGrid({ date, lines, holidays, onView }: YearProps): ReactNode {
  const counts = useMemo(() => countPerDay(lines.filter(({ layer }) => !quietLayers.has(layer))), [lines])
  const latest = useRef(onView)
  latest.current = onView
  const go = useMemo(() => (view: CalendarView, day: string) => latest.current(view, day), [])
  const { year } = parseDay(date)
  return (
    <div className={classes.months} role="presentation" onKeyDown={walkDays}>
      {Array.from({ length: 12 }, (_, month) => formatDay({ year, month: month + 1, day: 1 })).map((first) => (
        <Month key={first.slice(5)} first={first} counts={counts} holidays={holidays} now={today()} entry={date.slice(0, 7) === first.slice(0, 7) ? date : ''} go={go} />
      ))}
    </div>
  )
}

interface MonthProps {
  first: string
  counts: ReadonlyMap<string, number>
  holidays: ReadonlyMap<string, string>
  now: string
  /** The day that the tab key leads to; empty in other months. */
  entry: string
  go(view: CalendarView, day: string): void
}

const Month = memo(function Month({ first, counts, holidays, now, entry, go }: MonthProps): ReactNode {
  const { year, month } = parseDay(first)
  const name = periodLabel('month', first)
  const length = daysInMonth(year, month)
  const { from } = weekOf(first)
  const mondays = Array.from({ length: Math.ceil((daysBetween(from, first) + length) / 7) }, (_, week) => addDays(from, 7 * week))
  return (
    <section className={classes.month} aria-label={name}>
      <button type="button" className={classes.name} onClick={() => go('month', first)}>{name.replace(/ \d+$/u, '')}</button>
      <div className={classes.days}>
        {['KW', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'].map((day) => <span key={day} className={classes.weekday} aria-hidden>{day}</span>)}
        {mondays.map((monday, week) => (
          <button key={monday} type="button" className={classes.week} style={{ gridRow: week + 2 }} aria-label={weekName(monday)} title={weekName(monday)} onClick={() => go('week', monday)}>{Number(weekName(monday).slice(-2))}</button>
        ))}
        {Array.from({ length }, (_, index) => addDays(first, index)).map((day) => {
          const count = counts.get(day) ?? 0
          const text = [[longGermanDay(day), holidays.get(day)].filter(Boolean).join(', '), count === 0 ? '' : count === 1 ? '1 Eintrag' : `${count} Einträge`].filter((part) => part !== '').join(': ')
          return (
            <button
              key={day} type="button" className={classes.day} style={{ gridRow: Math.floor(daysBetween(from, day) / 7) + 2, gridColumn: weekday(day) + 1 }} tabIndex={day === entry ? 0 : -1} data-day={day}
              data-weekend={weekday(day) > 5 || undefined} data-holiday={holidays.has(day) || undefined} data-full={count > 0 || undefined} aria-current={day === now ? 'date' : undefined}
              aria-label={text} title={text} onClick={() => go('day', day)}
            >
              {Number(day.slice(8))}{count > 0 && <span className={classes.count} aria-hidden>{count}</span>}
            </button>
          )
        })}
      </div>
    </section>
  )
})
