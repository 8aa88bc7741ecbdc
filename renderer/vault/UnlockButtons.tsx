import { Button, Group } from '@mantine/core'
import { IconEye, IconHandStop, IconLock, IconTransferIn } from '@tabler/icons-react'
import type { Occupancy } from '../../shared/vault/desk/model.ts'

/** What submitting the lock screen does: open, look on, or take over. */
export type Way = 'unlock' | 'look' | 'takeOver'

/**
 * Which way is open. A backup makes room, so whoever unlocks waits for it.
 * @param resumed behind the lock screen lie open forms; looking on would end with a fresh page, and with it what was typed
 */
export function wayOf(occupancy: Occupancy | undefined, resumed: boolean): Way {
  if (!occupancy || occupancy.state === 'free' || occupancy.state === 'backup') return 'unlock'
  if (occupancy.takeOverIn === 0) return 'takeOver'
  return resumed ? 'unlock' : 'look'
}

const ways = {
  unlock: { label: 'Entsperren', Icon: IconLock },
  look: { label: 'Nur ansehen', Icon: IconEye },
  takeOver: { label: 'Übernehmen und entsperren', Icon: IconTransferIn },
} as const

interface UnlockButtonsProps {
  occupancy: Occupancy | undefined
  resumed: boolean
  busy: boolean
  disabled: boolean
  onLook(): void
  onAsk(): void
  onWithdraw(): void
}

/** The buttons of the lock screen: one that submits, and what else can be done while somebody has the office open. */
export function UnlockButtons({ occupancy, resumed, busy, disabled, onLook, onAsk, onWithdraw }: UnlockButtonsProps) {
  const way = wayOf(occupancy, resumed)
  const { label, Icon } = ways[way]
  const asked = occupancy?.asked && !occupancy.asked.freed
  return (
    <>
      <Button type="submit" fullWidth loading={busy} disabled={disabled || (way === 'look' && occupancy?.state === 'restore')} leftSection={<Icon size={18} aria-hidden />}>
        {label}
      </Button>
      {occupancy?.state === 'person' && (
        <Group grow>
          {way === 'takeOver' && !resumed && (
            <Button variant="default" leftSection={<IconEye size={18} aria-hidden />} disabled={busy || disabled} onClick={onLook}>
              Nur ansehen
            </Button>
          )}
          {way !== 'takeOver' && (
            <Button variant="default" leftSection={<IconHandStop size={18} aria-hidden />} onClick={asked ? onWithdraw : onAsk}>
              {asked ? 'Bitte zurückziehen' : 'Um Freigabe bitten'}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}
