import { Box, Modal } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { VaultScreens } from '../vault/VaultScreens.tsx'
import { LockWarning } from './LockWarning.tsx'
import { desktop, whenConnected } from './office.ts'
import { router } from './router.tsx'
import { SessionProvider, useVaultStatus, type UnlockedStatus } from './session.ts'
import { flushUnsaved } from './unsaved.ts'
import { useAnnouncedChanges } from './useAnnouncedChanges.ts'

/**
 * Decides between first run, lock screen and office. After a crash of the office process the screens stay mounted
 * behind the lock screen, so that forms keep their text until it can be saved.
 */
export function Gate() {
  const queries = useQueryClient()
  const { data: status } = useVaultStatus()
  const lastUnlocked = useRef<UnlockedStatus | null>(null)
  if (status?.state === 'unlocked') lastUnlocked.current = status

  useEffect(() => whenConnected(() => void queries.invalidateQueries()), [queries])
  useEffect(
    () =>
      desktop.on((event) => {
        if (event.type === 'lock-pending') void flushUnsaved().finally(() => desktop.lockReady())
      }),
    [],
  )
  useAnnouncedChanges(status?.state === 'unlocked')

  if (!status) return <Box bg="var(--surface-page)" h="100%" />
  const session = lastUnlocked.current
  const closed = status.state === 'unlocked' ? null : status
  if (!session) return closed && <VaultScreens status={closed} />
  return (
    <SessionProvider value={session}>
      <RouterProvider router={router} />
      <LockWarning />
      <Modal
        opened={closed !== null}
        onClose={() => {}}
        fullScreen
        // Above every dialog that was open when the office process ended.
        zIndex={2000}
        withCloseButton={false}
        padding={0}
        transitionProps={{ duration: 0 }}
      >
        {closed && <VaultScreens status={closed} resumed />}
      </Modal>
    </SessionProvider>
  )
}
