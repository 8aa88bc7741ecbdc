import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Section } from './useWindowedRows.ts'
import classes from './VirtualTable.module.css'

/** The heading of a section among the rows of a list, with the number of its rows; opens and closes it. */
export function SectionHeading({ id, index, top, active, section, onToggle }: {
  id: string
  index: number
  top: number
  active: boolean
  section: Section
  onToggle: () => void
}) {
  const Sign = section.collapsed ? IconChevronRight : IconChevronDown
  return (
    // Keys reach the heading through the grid, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className={classes.heading}
      style={{ transform: `translateY(${top}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!section.collapsed}
      data-active={active || undefined}
      onClick={onToggle}
    >
      <div className={classes.headingText} role="gridcell">
        <Sign size={16} aria-hidden />
        {section.label}
        <span className={classes.count}>{section.total.toLocaleString('de-DE')}</span>
      </div>
    </div>
  )
}
