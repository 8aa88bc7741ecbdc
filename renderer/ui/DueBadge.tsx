import { Badge } from '@mantine/core'
import { IconClock, IconClockExclamation, IconFlame } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { daysBetween } from '../../shared/holidays/days.ts'

/** How far a day lies ahead or behind, in words: "noch 3 Tage", "heute", "seit 2 Tagen". */
export function farText(day: string, today: string): string {
  const left = daysBetween(today, day)
  if (left === 0) return 'heute'
  const count = Math.abs(left) === 1 ? '1 Tag' : `${Math.abs(left)} ${left > 0 ? 'Tage' : 'Tagen'}`
  return left > 0 ? `noch ${count}` : `seit ${count}`
}

/** How urgent a day is, by sign, colour and words. */
export function DueBadge({ day, today, label = '' }: { day: string; today: string; label?: string }): ReactNode {
  const left = daysBetween(today, day)
  const Sign = left < 0 ? IconFlame : left <= 3 ? IconClockExclamation : IconClock
  return <Badge variant="light" color={left < 0 ? 'red' : left <= 3 ? 'amber' : 'gray'} leftSection={<Sign size={13} aria-hidden />}>{[label, farText(day, today)].filter(Boolean).join(' ')}</Badge>
}
