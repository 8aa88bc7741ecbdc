import { Badge, Text } from '@mantine/core'
import type { ClientLetterItem } from '../../../shared/counselling/letters/contract.ts'
import { germanDate } from '../../../shared/dates.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './Letters.module.css'
import { standOf } from './standOf.ts'

/** One line of the register, or of a case. */
export function LetterRow({ letter, current, onOpen }: { letter: ClientLetterItem; current: boolean; onOpen(): void }) {
  const { number, subject, recipientName, date, sentOn, caseNumber } = letter
  const { label, color, icon: Sign } = standOf(letter)
  return (
    <li className={classes.row} data-current={current || undefined}>
      <button type="button" className={classes.open} aria-current={current || undefined} onClick={onOpen}>
        <Text size="sm" fw={600} truncate><Personal current>{subject || 'Ohne Betreff'}</Personal></Text>
        <Text size="xs" c="dimmed" truncate>{number} · {caseNumber} · {germanDate(sentOn ?? date)}{recipientName === '' ? '' : <> · <Personal current>{recipientName}</Personal></>}</Text>
      </button>
      <Badge variant="light" color={color} tt="none" leftSection={<Sign size={12} aria-hidden />}>{label}</Badge>
    </li>
  )
}
