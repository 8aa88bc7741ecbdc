import { Badge } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconCircleOff, IconEye, IconInbox, IconPencil, IconSend, IconSignature, IconUsers, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { stateLabels, type StatementState } from '../../../shared/correspondence/statements/workflow.ts'

const looks: Readonly<Record<StatementState, { icon: Icon; color: string }>> = {
  received: { icon: IconInbox, color: 'amber' }, drafting: { icon: IconPencil, color: 'gray' }, cosigning: { icon: IconUsers, color: 'gray' },
  submitted: { icon: IconEye, color: 'amber' }, returned: { icon: IconArrowBackUp, color: 'amber' }, signed: { icon: IconSignature, color: 'petrol' },
  sent: { icon: IconSend, color: 'petrol' }, closed: { icon: IconCheck, color: 'petrol' }, dropped: { icon: IconCircleOff, color: 'gray' },
}

/** Where a statement stands, by sign and word. */
export function StateBadge({ state }: { state: StatementState }): ReactNode {
  const { icon: Sign, color } = looks[state]
  return <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{stateLabels[state]}</Badge>
}
