import { Badge } from '@mantine/core'
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

/** Where an event stands, by icon, colour and word. */
export function EventStateBadge({ state }: { state: EventState }): ReactNode {
  const { icon: Sign, color } = looks[state]
  return <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{eventStateLabels[state]}</Badge>
}
