import { DayView, MonthView, WeekView, YearView, type DayViewProps, type ScheduleEventData, type ScheduleLabelsOverride } from '@mantine/schedule'
import '@mantine/schedule/styles.css'
import { useElementSize } from '@mantine/hooks'
import { useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import type { CalendarLine } from '../../shared/calendar/model.ts'
import { isoWeek } from '../../shared/dates.ts'
import { daysBetween } from '../../shared/holidays/days.ts'
import { LineButton, renderLine } from './Line.tsx'
import { quietLayers } from './layerLooks.ts'
import { longGermanDay, shownOf, type CalendarView, type Period } from './periods.ts'
import { lineOf, scheduleEvents } from './scheduleEvents.ts'
import classes from './Calendar.module.css'

const labels: ScheduleLabelsOverride = {
  today: 'Heute', next: 'Weiter', previous: 'Zurück', more: 'Mehr', day: 'Tag', week: 'KW', month: 'Monat', year: 'Jahr', allDay: 'Ganztägig', weekday: 'Tag', timeSlot: 'Zeit',
  selectMonth: 'Monat wählen', selectYear: 'Jahr wählen', noEvents: 'Nichts eingetragen', moreLabel: (count) => `+ ${count} weitere`, viewSelectLabel: 'Ansicht',
}

/** The first hour in sight is seven: head and whole days of the week stay in front of what scrolls. */
const underHead = '05:00:00'

interface ViewsProps {
  view: Exclude<CalendarView, 'agenda'>
  date: string
  lines: readonly CalendarLine[]
  /** A line was chosen. */
  onOpen(line: CalendarLine): void
  /** An empty place was chosen; the time is null where the view has none. */
  onNew(day: string, at: string | null, until: string | null): void
  onDrop(line: CalendarLine, day: string, at: string | null): void
  onView(view: CalendarView, day: string): void
}

/** The four views that Mantine draws; lines look and speak as ours do. */
export function Views({ view, date, lines, onOpen, onNew, onDrop, onView }: ViewsProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const { ref: sized, height } = useElementSize()
  const weeks = (daysBetween(shownOf('month', date).from, shownOf('month', date).to) + 1) / 7
  const events = useMemo(() => scheduleEvents(lines), [lines])
  const holidays = useMemo(() => new Map(lines.filter(({ layer }) => layer === 'holiday').map(({ from, title }) => [from, title])), [lines])
  const rows = useMemo(() => (view === 'week' ? mostWhole(lines, shownOf('week', date)) : 0), [view, lines, date])
  const whole = useMemo(() => (view === 'day' ? lines.filter((line) => line.from <= date && line.to >= date && isWhole(line)) : []), [view, lines, date])
  // The rest stands above the hours of a day, each once.
  const hourly = useMemo(() => (view === 'day' ? scheduleEvents(lines.filter((line) => !isWhole(line))) : []), [view, lines])
  useGermanLabels(frame)
  const common = {
    date, events, labels, locale: 'de', withHeader: false, renderEvent: renderLine, withEventsDragAndDrop: true, canDragEvent: (event: ScheduleEventData) => lineOf(event).movable,
    onEventClick: (event: ScheduleEventData) => onOpen(lineOf(event)),
  } as const
  const timed: Partial<DayViewProps> = {
    ...common, intervalMinutes: 30, slotHeight: 52, highlightBusinessHours: true, businessHours: ['07:00:00', '19:00:00'], scrollAreaProps: { mah: height },
    onEventDrop: ({ event, newStart }) => onDrop(lineOf(event), newStart.slice(0, 10), newStart.slice(11, 16)),
    onTimeSlotClick: ({ slotStart }) => onNew(slotStart.slice(0, 10), slotStart.slice(11, 16), hourLater(slotStart.slice(11, 16))), onAllDaySlotClick: (day) => onNew(day, null, null),
    getTimeSlotProps: ({ start }) => ({ 'aria-label': `Neuer Eintrag am ${longGermanDay(start.slice(0, 10))} um ${start.slice(11, 16)} Uhr` }),
  }
  const dayName = (day: string): string => [longGermanDay(day), holidays.get(day)].filter(Boolean).join(', ')
  return (
    <div ref={(node) => { frame.current = node; sized(node) }} className={classes.view} data-view={view} style={{ '--whole-rows': rows } as CSSProperties}>
      {whole.length > 0 && <ul className={classes.whole} aria-label="Ganztägig und fällig" style={{ height: wholeHeight(whole.length) }}>{whole.map((line) => <li key={line.key}><LineButton line={line} onOpen={onOpen} /></li>)}</ul>}
      {view === 'day' && height > 0 && <DayView {...timed} date={date} events={hourly} withAllDaySlot={false} startScrollTime="07:00:00" scrollAreaProps={{ mah: height - wholeHeight(whole.length) }} />}
      {view === 'week' && height > 0 && <WeekView {...timed as object} date={date} startScrollTime={underHead} classNames={{ weekViewAllDaySlots: classes.allDay, weekViewAllDaySlotsList: classes.allDayList, weekViewAllDaySlotsEvents: classes.allDayEvents }} weekLabelFormat="DD.MM." highlightToday onDateChange={() => undefined} />}
      {view === 'month' && (
        <MonthView
          {...common} withWeekNumbers consistentWeeks={false} maxEventsPerDay={Math.max(2, Math.min(8, Math.floor(((height - 40) / weeks - 52) / 24)))} classNames={{ monthViewDay: classes.monthDay }} getWeekNumberProps={(day) => ({ 'aria-label': weekName(day), title: weekName(day) })}
          getDayProps={(day) => ({ 'aria-label': `Neuer Eintrag am ${dayName(day)}`, mod: { holiday: holidays.has(day) } })} onDayClick={(day) => onNew(day, null, null)}
          onWeekNumberClick={(day) => onView('week', day)} onEventDrop={({ event, newStart }) => onDrop(lineOf(event), newStart.slice(0, 10), null)}
        />
      )}
      {view === 'year' && <Year date={date} lines={lines} dayName={dayName} holidays={holidays} onView={onView} />}
    </div>
  )
}

/** Twelve months; a day says how much stands on it. */
function Year({ date, lines, dayName, holidays, onView }: Pick<ViewsProps, 'date' | 'lines' | 'onView'> & { dayName(day: string): string; holidays: ReadonlyMap<string, string> }): ReactNode {
  const loud = useMemo(() => lines.filter(({ layer }) => !quietLayers.has(layer)), [lines])
  const events = useMemo(() => scheduleEvents(loud), [loud])
  const counts = useMemo(() => countPerDay(loud), [loud])
  const countText = (day: string): string => {
    const count = counts.get(day) ?? 0
    return count === 0 ? '' : count === 1 ? '1 Eintrag' : `${count} Einträge`
  }
  return (
    <YearView
      date={date} events={events} locale="de" withHeader={false} withWeekNumbers withOutsideDays={false} monthLabelFormat="MMMM" onMonthClick={(day) => onView('month', day)} onDayClick={(day) => onView('day', day)}
      onWeekNumberClick={(day) => onView('week', day)} getWeekNumberProps={(day) => ({ 'aria-label': weekName(day), title: weekName(day) })}
      classNames={{ yearViewMonths: classes.yearMonths, yearViewDay: classes.yearDay, yearViewWeekNumber: classes.yearQuiet, yearViewWeekday: classes.yearQuiet }}
      getDayProps={(day) => {
        const text = [dayName(day), countText(day)].filter((part) => part !== '').join(': ')
        return { 'aria-label': text, title: text, mod: { holiday: holidays.has(day), full: (counts.get(day) ?? 0) > 0 } }
      }}
      renderDay={(day) => <><span>{Number(day.slice(8))}</span>{(counts.get(day) ?? 0) > 0 && <span className={classes.count} aria-hidden>{counts.get(day)}</span>}</>}
    />
  )
}

/** Lines that stand above the hours: without a time, or over several days. */
function isWhole({ from, fromAt, to }: CalendarLine): boolean {
  return fromAt === null || from !== to
}

/** The most whole lines on one day of a span; the library shows two and hides the rest. */
function mostWhole(lines: readonly CalendarLine[], { from, to }: Period): number {
  const counts = countPerDay(lines.filter(isWhole))
  return Math.max(2, ...[...counts].filter(([day]) => day >= from && day <= to).map(([, count]) => count))
}

/** Pixels of what stands above the hours of a day; more than six lines scroll. */
function wholeHeight(count: number): number {
  return count === 0 ? 0 : 27 * Math.min(count, 6) + 8
}

function countPerDay(lines: readonly CalendarLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of lines) {
    const last = Date.parse(to)
    for (let time = Date.parse(from); time <= last; time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10)
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
  }
  return counts
}

/** The library names days of the week view in its own way (`Tag 2026-11-23`), and offers no other. */
function useGermanLabels(frame: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    for (const button of frame.current?.querySelectorAll('[aria-label]') ?? []) {
      const found = /^(Tag|Ganztägig) (\d{4}-\d{2}-\d{2})$/u.exec(button.getAttribute('aria-label') ?? '')
      if (found?.[2]) button.setAttribute('aria-label', found[1] === 'Tag' ? longGermanDay(found[2]) : `Neuer ganztägiger Eintrag am ${longGermanDay(found[2])}`)
    }
  })
}

function weekName(monday: string): string {
  return `Kalenderwoche ${isoWeek(new Date(`${monday}T12:00`))}`
}

function hourLater(time: string): string | null {
  const hour = Number(time.slice(0, 2)) + 1
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}${time.slice(2)}`
}
