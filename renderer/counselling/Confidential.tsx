import { IconLock } from '@tabler/icons-react'
import classes from './CaseRecord.module.css'

/** Says who can read what is on the screen. */
export function Confidential() {
  return (
    <p className={classes.foot}>
      <IconLock size={15} aria-hidden />
      Nur Leitung und Vertretung. Liegt in der eigenen, verschlüsselten Beratungsdatenbank.
    </p>
  )
}
