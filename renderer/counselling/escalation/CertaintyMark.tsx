import { IconCircleCheck, IconCircleX, IconHelpCircle, IconMessageQuestion } from '@tabler/icons-react'
import { certainties, type Certainty } from '../../../shared/counselling/escalation/model.ts'
import classes from './Escalation.module.css'

const icons: Record<Certainty, typeof IconCircleCheck> = {
  known: IconCircleCheck, reported: IconMessageQuestion, assumed: IconHelpCircle, refuted: IconCircleX,
}

/** How sure an entry is: facts and guesses are told apart at a glance, by icon and word. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  const Icon = icons[certainty]
  return <span className={classes.certainty} data-certainty={certainty}><Icon size={15} aria-hidden /> {certainties[certainty]}</span>
}
