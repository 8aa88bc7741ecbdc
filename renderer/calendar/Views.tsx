import { DayView, WeekView, type DayViewProps, type ScheduleEventData, type ScheduleLabelsOverride } from '@mantine/schedule'
import '@mantine/schedule/styles.css'
import { useElementSize } from '@mantine/hooks'
import { useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import type { CalendarLine } from '../../shared/calendar/model.ts'
import { countPerDay } from './countPerDay.ts'
import { LineButton, renderLine } from './Line.tsx'
import { MonthGrid } from './month/MonthGrid.tsx'
import { longGermanDay, shownOf, type CalendarView, type Period } from './periods.ts'
import { lineOf, scheduleEvents } from './scheduleEvents.ts'
import { YearGrid } from './year/YearGrid.tsx'
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

/** Day and week as the library draws them, with lines that look and speak as ours do; month and year of our own. */
export function Views({ view, date, lines, onOpen, onNew, onDrop, onView }: ViewsProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const { ref: sized, height } = useElementSize()
  const events = useMemo(() => (view === 'week' ? scheduleEvents(lines) : []), [view, lines])
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
  return (
    <div ref={(node) => { frame.current = node; sized(node) }} className={classes.view} data-view={view} style={{ '--whole-rows': rows } as CSSProperties}>
      {whole.length > 0 && <ul className={classes.whole} aria-label="Ganztägig und fällig" style={{ height: wholeHeight(whole.length) }}>{whole.map((line) => <li key={line.key}><LineButton line={line} onOpen={onOpen} /></li>)}</ul>}
      {view === 'day' && height > 0 && <DayView {...timed} date={date} events={hourly} withAllDaySlot={false} startScrollTime="07:00:00" scrollAreaProps={{ mah: height - wholeHeight(whole.length) }} />}
      {view === 'week' && height > 0 && <WeekView {...timed as object} date={date} startScrollTime={underHead} classNames={{ weekViewAllDaySlots: classes.allDay, weekViewAllDaySlotsList: classes.allDayList, weekViewAllDaySlotsEvents: classes.allDayEvents }} weekLabelFormat="DD.MM." highlightToday onDateChange={() => undefined} />}
      {view === 'month' && height > 0 && (
        <MonthGrid date={date} lines={lines} holidays={holidays} height={height} onOpen={onOpen} onView={onView} onNew={(day) => onNew(day, null, null)} onDrop={(line, day) => onDrop(line, day, null)} />
      )}
      {view === 'year' && <YearGrid date={date} lines={lines} holidays={holidays} onView={onView} />}
    </div>
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

/** The library names days of the week view in its own way (`Tag 2026-11-23`), and offers no other. */
function useGermanLabels(frame: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    for (const button of frame.current?.querySelectorAll('[aria-label]') ?? []) {
      const found = /^(Tag|Ganztägig) (\d{4}-\d{2}-\d{2})$/u.exec(button.getAttribute('aria-label') ?? '')
      if (found?.[2]) button.setAttribute('aria-label', found[1] === 'Tag' ? longGermanDay(found[2]) : `Neuer ganztägiger Eintrag am ${longGermanDay(found[2])}`)
    }
  })
}

function hourLater(time: string): string | null {
  const hour = Number(time.slice(0, 2)) + 1
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}${time.slice(2)}`
}
