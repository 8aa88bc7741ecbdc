import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { listKindLabels } from '../../../shared/directory/lists/labels.ts'
import type { ListItem } from '../../../shared/directory/lists/model.ts'
import classes from './ListsScreen.module.css'

/** All lists by title, each with what it is and how many contacts it has. */
export function ListsOverview({ lists, current, onOpen, begin }: {
  lists: readonly ListItem[]
  current: string | null
  onOpen: (id: string) => void
  /** The button that begins another one. */
  begin: ReactNode
}) {
  return (
    <div className={classes.pane}>
      <Group m="10px 14px 8px">{begin}</Group>
      <ul className={classes.lists} aria-label="Verteiler">
        {lists.map(({ id, title, kind, members }) => (
          <li key={id}>
            <button type="button" className={classes.list} aria-current={id === current} onClick={() => onOpen(id)}>
              <span className={classes.title}>{title}</span>
              <span className={classes.quiet}>
                {members === 1 ? '1 Kontakt' : `${members.toLocaleString('de-DE')} Kontakte`} · {listKindLabels[kind]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
