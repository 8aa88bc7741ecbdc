import { Badge } from '@mantine/core'
import { IconBan, IconCheck, IconHourglass, IconPencil, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { releaseStateLabels, type ReleaseState } from '../../../shared/correspondence/press/workflow.ts'

const looks = {
  draft: { sign: IconPencil, color: 'gray' }, review: { sign: IconHourglass, color: 'amber' }, released: { sign: IconCheck, color: 'petrol' }, sent: { sign: IconSend, color: 'petrol' },
  dropped: { sign: IconBan, color: 'gray' },
} as const

/** Where a release stands, by sign, colour and word. */
export function ReleaseStateBadge({ state }: { state: ReleaseState }): ReactNode {
  const { sign: Sign, color } = looks[state]
  return <Badge variant="light" tt="none" color={color} leftSection={<Sign size={12} aria-hidden />}>{releaseStateLabels[state]}</Badge>
}
