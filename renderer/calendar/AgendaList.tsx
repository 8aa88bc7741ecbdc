import { Text } from '@mantine/core'
import { IconCalendarShare } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { beginOn, timeOn } from '../../shared/calendar/line-text.ts'
import { layerSingular, type CalendarLine } from '../../shared/calendar/model.ts'
import { addDays } from '../../shared/holidays/days.ts'
import { Personal } from '../ui/Personal.tsx'
import { layerIcons } from './layerLooks.ts'
import { LineTitle } from './Line.tsx'
import { longGermanDay, today, type Period } from './periods.ts'
import classes from './Calendar.module.css'

/** Day by day, all that is known of each line; what lasts several days stands on its first and, if that has gone, on the first shown. */
export function AgendaList({ period: { from, to }, lines, onOpen, onMove }: { period: Period; lines: readonly CalendarLine[]; onOpen(line: CalendarLine): void; onMove(line: CalendarLine): void }): ReactNode {
  const now = today()
  const next = useRef<HTMLHeadingElement>(null)
  // What comes next is what somebody looks for; what has gone stands above it.
  useEffect(() => { if (now > from && now <= to) next.current?.scrollIntoView({ block: 'start' }) }, [now, from, to])
  const days = useMemo(() => linesByDay(lines, from, to), [lines, from, to])
  const coming = days.find(({ day }) => day >= now)?.day
  if (days.length === 0) return <Text p="md" c="dimmed">In dieser Zeit steht nichts an.</Text>
  return (
    <div className={classes.agenda}>
      {days.map(({ day, lines: found }) => (
        // What is far from sight is laid out when it comes near: a full month has hundreds of rows.
        <section key={day} className={classes.agendaBlock} style={{ containIntrinsicSize: `auto ${40 + 47 * found.length}px` }}>
          <h2 className={classes.agendaDay} data-today={day === now || undefined} ref={day === coming ? next : null}>{longGermanDay(day)}{day === now ? ' · heute' : ''}</h2>
          <ul className={classes.agendaRows} aria-label={longGermanDay(day)}>{found.map((line) => <Row key={line.key} line={line} day={day} onOpen={onOpen} onMove={onMove} />)}</ul>
        </section>
      ))}
    </div>
  )
}

function linesByDay(lines: readonly CalendarLine[], from: string, to: string): { day: string; lines: CalendarLine[] }[] {
  const days: { day: string; lines: CalendarLine[] }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const found = lines.filter((line) => line.from === day || (line.from < day && line.to >= day && (line.fromAt !== null || day === from)))
      .toSorted((a, b) => (beginOn(a, day) < beginOn(b, day) ? -1 : beginOn(a, day) > beginOn(b, day) ? 1 : 0))
    if (found.length > 0) days.push({ day, lines: found })
  }
  return days
}

/** Plain elements: each of the library's computes its looks anew. */
function Row({ line, day, onOpen, onMove }: { line: CalendarLine; day: string; onOpen(line: CalendarLine): void; onMove(line: CalendarLine): void }): ReactNode {
  const Sign = layerIcons[line.layer]
  const until = line.to === line.from ? '' : `bis ${longGermanDay(line.to)}`
  const more = [line.mark, until, line.detail].filter((part) => part !== '').join(' · ')
  return (
    <li className={classes.agendaRow}>
      <span className={classes.agendaTime}>{timeOn(line, day)}</span>
      <span className={classes.layerName}><span className={classes.sign} data-layer={line.layer}><Sign size={14} aria-hidden /></span><span className={classes.agendaLayer}>{layerSingular[line.layer]}</span></span>
      <div>
        <button type="button" className={classes.agendaTitle} data-line={line.key} data-off={line.off || undefined} onClick={() => onOpen(line)}><LineTitle line={line} /></button>
        {more !== '' && <p className={classes.agendaMore}>{line.layer === 'feast' || line.layer === 'action' ? more : <Personal>{more}</Personal>}</p>}
      </div>
      {line.movable && <button type="button" className={classes.agendaMove} title="Verlegen" aria-label={`Verlegen: ${line.title}`} onClick={() => onMove(line)}><IconCalendarShare size={17} aria-hidden /></button>}
    </li>
  )
}
