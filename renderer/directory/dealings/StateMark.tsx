import { IconAlertTriangle, IconCheck, IconClock, IconHistory } from '@tabler/icons-react'
import classes from '../ContactRecord.module.css'

const signs = { good: IconCheck, soon: IconClock, bad: IconAlertTriangle, past: IconHistory }

/** A state as a sign and a word; colour only underlines it. */
export function StateMark({ tone, text }: { tone: keyof typeof signs; text: string }) {
  const Sign = signs[tone]
  return (
    <span className={tone === 'bad' ? `${classes.mark} ${classes.markProblem}` : classes.mark}>
      <Sign size={15} aria-hidden />
      {text}
    </span>
  )
}
