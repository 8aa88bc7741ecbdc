import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconClockExclamation, IconHourglass, IconInfinity, IconShieldCheck } from '@tabler/icons-react'
import { validUntil, type RadarGroup, type ResidenceStatus } from '../../../shared/counselling/residence/model.ts'
import { germanDate } from '../../../shared/dates.ts'

const looks = {
  expired: { icon: IconAlertTriangle, color: 'red', word: 'abgelaufen am' },
  '1': { icon: IconAlertTriangle, color: 'red', word: 'nur noch bis' },
  '4': { icon: IconClockExclamation, color: 'amber', word: 'bis' },
  '8': { icon: IconClockExclamation, color: 'amber', word: 'bis' },
  '12': { icon: IconHourglass, color: 'gray', word: 'bis' },
} as const

/** How long a title is valid, by icon, colour and words. */
export function ExpiryBadge({ title, group }: { title: Pick<ResidenceStatus, 'printedExpiry' | 'effectiveExpiry' | 'extension'>; group: RadarGroup | null }) {
  const until = validUntil(title)
  if (group === 'open-ended') return <Badge variant="light" color="petrol" leftSection={<IconHourglass size={13} aria-hidden />}>bis zur Entscheidung</Badge>
  if (until === null) return <Badge variant="light" color="gray" leftSection={<IconInfinity size={13} aria-hidden />}>ohne Ablauf</Badge>
  if (group === null) return <Badge variant="light" color="petrol" leftSection={<IconShieldCheck size={13} aria-hidden />}>bis {germanDate(until)}</Badge>
  const { icon: Mark, color, word } = looks[group]
  return <Badge variant="light" color={color} leftSection={<Mark size={13} aria-hidden />}>{word} {germanDate(until)}</Badge>
}
