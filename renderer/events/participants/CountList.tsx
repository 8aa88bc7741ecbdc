import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Participants.module.css'

/** Counts under a heading; nothing where nothing was counted. */
export function CountList({ title, counts, label }: { title: string; counts: readonly { code: string; count: number }[]; label(code: string): string }): ReactNode {
  if (counts.length === 0) return null
  return (
    <section aria-label={title}>
      <Title order={4} size="h6">{title}</Title>
      <dl className={classes.count}>
        {counts.map(({ code, count }) => [<dt key={code}>{label(code)}</dt>, <dd key={`${code} count`}>{count.toLocaleString('de-DE')}</dd>])}
      </dl>
    </section>
  )
}

/** One figure that is meant to be seen from afar. */
export function Tile({ label, value, of }: { label: string; value: number; of?: number | null }): ReactNode {
  return <div className={classes.tile}><dt>{label}</dt><dd>{value.toLocaleString('de-DE')}{of === undefined || of === null ? '' : <Text span size="sm" c="dimmed"> von {of.toLocaleString('de-DE')}</Text>}</dd></div>
}
