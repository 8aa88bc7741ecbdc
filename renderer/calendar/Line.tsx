import { UnstyledButton } from '@mantine/core'
import type { DayViewProps } from '@mantine/schedule'
import { IconFlame } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { spokenLine } from '../../shared/calendar/line-text.ts'
import type { CalendarLine } from '../../shared/calendar/model.ts'
import { Personal } from '../ui/Personal.tsx'
import { layerIcons, quietLayers } from './layerLooks.ts'
import { lineOf } from './scheduleEvents.ts'
import classes from './Calendar.module.css'

/** Layers whose titles may bear names of people from outside. */
const namesIn: ReadonlySet<string> = new Set(['task', 'statement', 'counselling', 'meeting'])

/** Sign, time and title of a line; one that may say a name is blurred in visitor mode. */
function LineBody({ line }: { line: CalendarLine }): ReactNode {
  const Sign = layerIcons[line.layer]
  return (
    <span className={classes.body} data-off={line.off || undefined} data-whole={line.fromAt === null || undefined}>
      <Sign size={13} aria-hidden className={classes.bodySign} />
      {line.mark === 'überfällig' && <IconFlame size={13} aria-hidden className={classes.bodySign} />}
      {line.fromAt !== null && <span className={classes.time}>{line.fromAt} </span>}
      <span className={classes.what}>{line.mark === 'vorläufig' && '≈ '}<LineTitle line={line} /></span>
      {line.mark !== '' && <span className={classes.mark}>{line.mark}</span>}
    </span>
  )
}

/** The title, with whatever else it is told by. */
export function LineTitle({ line }: { line: CalendarLine }): ReactNode {
  return namesIn.has(line.layer) ? <Personal>{line.title}</Personal> : line.title
}

/** Draws a line as button that says all of it. What the views draw themselves has no sign in a week, and colours that are too pale. */
export const renderLine: NonNullable<DayViewProps['renderEvent']> = (event, { title: _title, children: _children, ...props }) => {
  const line = lineOf(event)
  return (
    <UnstyledButton
      {...props} aria-label={spokenLine(line)} title={namesIn.has(line.layer) ? undefined : spokenLine(line)} data-layer={line.layer} data-line={line.key} data-quiet={quietLayers.has(line.layer) || undefined}
      className={`${props.className ?? ''} ${classes.line}`}
    >
      <span className={classes.inner}><LineBody line={line} /></span>
    </UnstyledButton>
  )
}

/** A line as button outside of the library's views. Plain, as a month has hundreds of them. */
export function LineButton({ line, hanging = 'none', draggable = false, onOpen }: { line: CalendarLine; hanging?: 'none' | 'start' | 'end' | 'both'; draggable?: boolean; onOpen(line: CalendarLine): void }): ReactNode {
  return (
    <button
      type="button" aria-label={spokenLine(line)} title={namesIn.has(line.layer) ? undefined : spokenLine(line)} data-layer={line.layer} data-line={line.key} data-quiet={quietLayers.has(line.layer) || undefined}
      data-hanging={hanging === 'none' ? undefined : hanging} draggable={draggable || undefined} className={`${classes.line} ${classes.plain}`} onClick={() => onOpen(line)}
    >
      <span className={classes.inner}><LineBody line={line} /></span>
    </button>
  )
}
