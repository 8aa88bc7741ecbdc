import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from '@tabler/icons-react'
import { certaintyLabels, type Certainty } from '../../../shared/directory/duplicates/certainty.ts'
import classes from './Duplicates.module.css'

const icons = { sure: IconCircleCheck, likely: IconCircleHalf2, possible: IconCircleDashed }

/** How sure it is that two contacts are one, as icon and word. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  const Mark = icons[certainty]
  return <span className={classes.certainty} data-certainty={certainty}><Mark size={16} aria-hidden />{certaintyLabels[certainty]}</span>
}
