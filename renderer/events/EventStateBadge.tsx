import { Badge, ThemeIcon } from '@mantine/core'
import { IconBulb, IconCalendarEvent, IconCalendarX, IconCertificate, IconCheck, IconReceipt, IconSpeakerphone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { eventStateLabels, type EventState } from '../../shared/events/catalogue.ts'

const looks = {
  idea: { icon: IconBulb, color: 'gray' },
  planned: { icon: IconCalendarEvent, color: 'petrol' },
  approved: { icon: IconCertificate, color: 'petrol' },
  advertised: { icon: IconSpeakerphone, color: 'petrol' },
  held: { icon: IconCheck, color: 'amber' },
  settled: { icon: IconReceipt, color: 'gray' },
  cancelled: { icon: IconCalendarX, color: 'red' },
} as const

/** Where an event stands, by icon, colour and word; where there is no room for the word, it is a hint and read out. */
export function EventStateBadge({ state, short = false }: { state: EventState; short?: boolean }): ReactNode {
  const { icon: Sign, color } = looks[state]
  if (short) return <ThemeIcon size={22} variant="light" color={color} role="img" aria-label={eventStateLabels[state]} title={eventStateLabels[state]}><Sign size={14} aria-hidden /></ThemeIcon>
  return <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{eventStateLabels[state]}</Badge>
}
