import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './ContactRecord.module.css'

/** What to think about below a field; it keeps nothing from being stored. Goes into the field's `description`, so that it is read out with it. */
export function fieldWarning(text: string | null) {
  if (text === null) return {}
  return {
    description: <span className={classes.warning}><IconAlertTriangle size={15} aria-hidden />{text}</span>,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  }
}
