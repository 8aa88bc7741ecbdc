import { Button, Group } from '@mantine/core'
import { IconEye, IconHandStop, IconLock, IconTransferIn } from '@tabler/icons-react'
import type { Occupancy } from '../../shared/vault/desk/model.ts'

/** What submitting the lock screen does: open, look on, or take over. */
export type Way = 'unlock' | 'look' | 'takeOver'

/** Which way is open. A backup makes room, so whoever unlocks waits for it. */
export function wayOf(occupancy: Occupancy | undefined): Way {
  if (!occupancy || occupancy.state === 'free' || occupancy.state === 'backup') return 'unlock'
  return occupancy.takeOverIn === 0 ? 'takeOver' : 'look'
}

const ways = {
  unlock: { label: 'Entsperren', Icon: IconLock },
  look: { label: 'Nur ansehen', Icon: IconEye },
  takeOver: { label: 'Übernehmen und entsperren', Icon: IconTransferIn },
} as const

interface UnlockButtonsProps {
  occupancy: Occupancy | undefined
  busy: boolean
  disabled: boolean
  onLook(): void
  onAsk(): void
  onWithdraw(): void
}

/** The buttons of the lock screen: one that submits, and what else can be done while somebody has the office open. */
export function UnlockButtons({ occupancy, busy, disabled, onLook, onAsk, onWithdraw }: UnlockButtonsProps) {
  const way = wayOf(occupancy)
  const { label, Icon } = ways[way]
  const asked = occupancy?.asked && !occupancy.asked.freed
  return (
    <>
      <Button type="submit" fullWidth loading={busy} disabled={disabled || (way === 'look' && occupancy?.state === 'restore')} leftSection={<Icon size={18} aria-hidden />}>
        {label}
      </Button>
      {way !== 'unlock' && occupancy?.state === 'person' && (
        <Group grow>
          {way === 'takeOver' && (
            <Button variant="default" leftSection={<IconEye size={18} aria-hidden />} disabled={busy || disabled} onClick={onLook}>
              Nur ansehen
            </Button>
          )}
          {way === 'look' && (
            <Button variant="default" leftSection={<IconHandStop size={18} aria-hidden />} onClick={asked ? onWithdraw : onAsk}>
              {asked ? 'Bitte zurückziehen' : 'Um Freigabe bitten'}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}
