import { Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './OverviewScreen.module.css'

/** One tile of the overview. */
export function Card({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {note && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      {children}
    </section>
  )
}

interface CardRowProps {
  title: ReactNode
  detail: ReactNode
  aside: ReactNode
  onOpen: () => void
}

/** A line of a tile that leads to its record. */
export function CardRow({ title, detail, aside, onOpen }: CardRowProps) {
  return (
    <li>
      <button type="button" className={classes.row} onClick={onOpen}>
        <Text size="sm" fw={600} className={classes.cut}>
          {title}
        </Text>
        <Text size="sm" component="span">
          {aside}
        </Text>
        <Text size="xs" c="dimmed" className={classes.cut}>
          {detail}
        </Text>
      </button>
    </li>
  )
}

/** A list of {@link CardRow}s. */
export function CardList({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** What stands where a tile has nothing to list. */
export function CardEmpty({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" p="md">
      {children}
    </Text>
  )
}
