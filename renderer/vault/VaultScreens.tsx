import { Center, Title } from '@mantine/core'
import type { VaultStatus } from '../../shared/vault/contract.ts'

/**
 * Everything before the office: first run, lock screen, trouble.
 * @param props.resumed true when the office process has ended under open screens, which keep their text behind this one
 */
export function VaultScreens({ status }: { status: Exclude<VaultStatus, { state: 'unlocked' }>; resumed?: boolean }) {
  return (
    <Center h="100%">
      <Title order={1}>{status.state === 'first-run' ? 'Willkommen im Integrationsbüro' : 'Büro entsperren'}</Title>
    </Center>
  )
}
