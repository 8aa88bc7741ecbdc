import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './GroupList.module.css'

/** Looks of the left side for what stands below its groups. */
export const asideClasses = { links: classes.links, group: classes.group, label: classes.label, count: classes.count }

/** Left side of an area: its heading, what to begin (`actions`), and the groups of its list with their numbers. */
export function GroupList<Group extends string>({ title, actions, groups, current, onChoose, children }: {
  title: string
  actions: ReactNode
  groups: readonly { key: Group; label: string; count: number | undefined }[]
  /** `null` on a screen that shows none of them. */
  current: Group | null
  onChoose: (group: Group) => void
  /** Further blocks below the groups. */
  children?: ReactNode
}) {
  return (
    <div className={classes.aside}>
      <Title order={1} size="h2">{title}</Title>
      {actions}
      <nav className={classes.groups} aria-label={`Gruppen: ${title}`}>
        {groups.map(({ key, label, count }) => (
          <button key={key} type="button" className={classes.group} aria-current={key === current} onClick={() => onChoose(key)}>
            {label}
            <span className={classes.count}>{count?.toLocaleString('de-DE')}</span>
          </button>
        ))}
      </nav>
      {children}
    </div>
  )
}
