import { Badge, Group } from '@mantine/core'
import { IconAlertTriangle, IconCalendarExclamation, IconHistory, IconShoppingCart } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { materialFlagLabels, type MaterialFlag } from '../../../shared/correspondence/material/model.ts'

const looks = {
  negative: { sign: IconAlertTriangle, color: 'red' }, review: { sign: IconCalendarExclamation, color: 'amber' }, 'outdated-displayed': { sign: IconHistory, color: 'amber' },
  reorder: { sign: IconShoppingCart, color: 'amber' }, 'none-current': { sign: IconHistory, color: 'gray' },
} as const

/** What should be done about a material, by sign, colour and words. */
export function Flags({ flags }: { flags: readonly MaterialFlag[] }): ReactNode {
  return (
    <Group gap={4}>
      {flags.map((flag) => {
        const { sign: Sign, color } = looks[flag]
        return <Badge key={flag} variant="light" tt="none" color={color} leftSection={<Sign size={12} aria-hidden />}>{materialFlagLabels[flag]}</Badge>
      })}
    </Group>
  )
}
