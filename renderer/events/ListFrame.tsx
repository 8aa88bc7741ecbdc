import { Button, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { EventsTabs } from './EventsTabs.tsx'
import classes from './Events.module.css'

/** One entry of a short list. */
export interface ListEntry {
  id: string
  title: string
  text: string
}

/** The left side of a screen whose list is short: heading, tabs, entries. */
export function ListFrame({ tab, title, add, onAdd, entries, empty, current, onChoose, children }: {
  tab: Parameters<typeof EventsTabs>[0]['current']
  title: string
  add: string
  onAdd(): void
  /** Undefined until loaded. */
  entries: readonly ListEntry[] | undefined
  empty: string
  current: string | undefined
  onChoose(id: string): void
  children?: ReactNode
}): ReactNode {
  return (
    <div className={classes.list}>
      <div className={classes.head}>
        <div className={classes.title}>
          <Title order={1} size="h3">{title}</Title>
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={onAdd}>{add}</Button>
        </div>
        <EventsTabs current={tab} />
        {children}
      </div>
      <div className={classes.scroll}>
        {entries?.length === 0 && <p>{empty}</p>}
        <ul className={classes.rows} aria-label={title}>
          {entries?.map(({ id, title: name, text }) => (
            <li key={id}>
              <button type="button" className={classes.entry} aria-current={id === current} onClick={() => onChoose(id)}>
                <strong>{name}</strong>
                <div className={classes.facts}>{text}</div>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
