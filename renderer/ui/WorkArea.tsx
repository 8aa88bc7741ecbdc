import type { ReactNode } from 'react'
import classes from './WorkArea.module.css'

/** The shape of an area: what to begin and the groups on the left, list and record beside it; above it in a narrow window. */
export function WorkArea({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.area}>
      <div className={classes.panes}>
        <div className={classes.aside}>{aside}</div>
        <div className={classes.work}>{children}</div>
      </div>
    </div>
  )
}
