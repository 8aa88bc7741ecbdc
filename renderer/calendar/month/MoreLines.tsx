import { CloseButton, Group, Popover, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CalendarLine } from '../../../shared/calendar/model.ts'
import { LineButton } from '../Line.tsx'
import { longGermanDay } from '../periods.ts'
import { lastDayOf } from './layout.ts'
import classes from './Month.module.css'

/** All lines of a day that has more than fit, beside the button that said so. */
export function MoreLines({ day, button, lines, onOpen, onClose }: { day: string; button: HTMLElement; lines: readonly CalendarLine[]; onOpen(line: CalendarLine): void; onClose(): void }): ReactNode {
  // The button lies in its week, and that in the month.
  const top = button.offsetTop + ((button.offsetParent as HTMLElement | null)?.offsetTop ?? 0)
  const close = (): void => { onClose(); button.focus() }
  return (
    <Popover opened onChange={(opened) => { if (!opened) close() }} width={320} position="bottom-start" shadow="md" trapFocus withinPortal withRoles={false}>
      <Popover.Target><span className={classes.anchor} style={{ left: button.offsetLeft, top, width: button.offsetWidth, height: button.offsetHeight }} /></Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" aria-label={longGermanDay(day)}>
        <Group justify="space-between" wrap="nowrap" mb={4}><Text fw={600} size="sm">{longGermanDay(day)}</Text><CloseButton size="sm" aria-label="Schließen" onClick={close} /></Group>
        <ul className={classes.all}>{lines.filter((line) => line.from <= day && lastDayOf(line) >= day).map((line) => <li key={line.key}><LineButton line={line} onOpen={(chosen) => { onClose(); onOpen(chosen) }} /></li>)}</ul>
      </Popover.Dropdown>
    </Popover>
  )
}
