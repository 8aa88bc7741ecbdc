import { useEffect, useState, type ReactNode } from 'react'
import classes from './ContactRecord.module.css'

/**
 * Fields that few contacts need, folded away behind one line. It opens by itself when one of them has an error, and says when
 * closed how many are filled in.
 */
export function FieldGroup({ title, filled, error, children }: { title: string; filled: number; error: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(error)
  useEffect(() => {
    if (error) setOpen(true)
  }, [error])
  return (
    <details className={classes.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {!open && filled > 0 && <span className={classes.label}> · {filled === 1 ? '1 Angabe' : `${filled} Angaben`}</span>}
      </summary>
      <div className={classes.foldBody}>{children}</div>
    </details>
  )
}
