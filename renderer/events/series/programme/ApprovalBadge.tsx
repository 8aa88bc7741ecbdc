import { Badge } from '@mantine/core'
import { IconCheck, IconHelpCircle, IconInbox, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { approvalLabels, type Approval } from '../../../../shared/events/series/model.ts'

const looks = { received: { icon: IconInbox, color: 'gray' }, query: { icon: IconHelpCircle, color: 'amber' }, accepted: { icon: IconCheck, color: 'petrol' }, rejected: { icon: IconX, color: 'red' } } as const

/** What was decided about an entry, by icon, colour and word. */
export function ApprovalBadge({ approval }: { approval: Approval }): ReactNode {
  const { icon: Sign, color } = looks[approval]
  return <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{approvalLabels[approval]}</Badge>
}
