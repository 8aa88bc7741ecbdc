import { IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TextBlockItem } from '../../../shared/correspondence/blocks/model.ts'
import { validityOn } from '../../../shared/correspondence/validity.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import classes from './Blocks.module.css'

/** Says that a text block doesn't apply today; nothing for one that does. */
export function BlockValidity({ block: { validFrom, validUntil } }: { block: Pick<TextBlockItem, 'validFrom' | 'validUntil'> }): ReactNode {
  const validity = validityOn(isoDay(new Date()), validFrom, validUntil)
  if (validity === 'valid') return null
  return (
    <span className={classes.late}>
      <IconClock size={13} aria-hidden /> {validity === 'ended' ? `abgelaufen, galt bis ${germanDate(validUntil ?? '')}` : `gilt erst ab ${germanDate(validFrom ?? '')}`}
    </span>
  )
}
