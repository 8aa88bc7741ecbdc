import { Badge } from '@mantine/core'
import { IconCheck, IconClock, IconClockExclamation, IconFlame } from '@tabler/icons-react'
import type { Urgency } from '../../shared/counselling/deadlines/urgency.ts'

const looks = {
  burning: { icon: IconFlame, color: 'red' },
  warned: { icon: IconClockExclamation, color: 'amber' },
  calm: { icon: IconClock, color: 'gray' },
  done: { icon: IconCheck, color: 'petrol' },
} as const

/** How urgent a deadline is, by icon, colour and words. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { icon: Mark, color } = looks[urgency.level]
  return (
    <Badge variant="light" color={color} leftSection={<Mark size={13} aria-hidden />} style={{ maxWidth: '100%' }}>
      {urgency.text}
    </Badge>
  )
}
