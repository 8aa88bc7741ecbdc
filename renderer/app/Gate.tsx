import { Box, Modal } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { VaultScreens } from '../vault/VaultScreens.tsx'
import { useCommandSources } from './commands.ts'
import { LockWarning } from './LockWarning.tsx'
import { api, desktop, whenConnected } from './office.ts'
import { router } from './router.tsx'
import { SessionProvider, useVaultStatus, type UnlockedStatus } from './session.ts'
import { flushUnsaved } from './unsaved.ts'
import { useAnnouncedChanges } from './useAnnouncedChanges.ts'

/** Out of sight at once, whatever the office process still does; the page is loaded anew after that. */
function leave(): void {
  document.documentElement.dataset.locking = ''
  void flushUnsaved().finally(() => desktop.lockReady())
}

/**
 * Decides between first run, lock screen and office. After a crash of the office process the screens stay mounted
 * behind the lock screen, so that forms keep their text until it can be saved.
 */
export function Gate() {
  const queries = useQueryClient()
  const { data: status } = useVaultStatus()
  const lastUnlocked = useRef<UnlockedStatus | null>(null)
  const interrupted = useRef(false)
  if (status?.state === 'unlocked') lastUnlocked.current = status

  useEffect(() => whenConnected(() => void queries.invalidateQueries({ queryKey: api.vault.status.key() })), [queries])
  useEffect(
    () =>
      desktop.on((event) => {
        if (event.type === 'lock-pending') leave()
      }),
    [],
  )
  const unlocked = status?.state === 'unlocked'
  useAnnouncedChanges(unlocked)
  useCommandSources(unlocked)
  useEffect(() => {
    if (!unlocked || !interrupted.current) return
    // What could not be saved because the office process had ended is saved now, then everything is read anew.
    interrupted.current = false
    void flushUnsaved().then(() => queries.invalidateQueries())
  }, [unlocked, queries])

  if (!status) return <Box bg="var(--surface-page)" h="100%" />
  const session = lastUnlocked.current
  const closed = status.state === 'unlocked' ? null : status
  if (closed && session) interrupted.current = true
  if (!session) return closed && <VaultScreens status={closed} />
  return (
    <SessionProvider value={session}>
      {/* Mounted but out of reach behind the lock screen: for the eye, the keyboard and a screen reader. */}
      <div inert={closed !== null} style={{ display: 'contents', visibility: closed ? 'hidden' : undefined }}>
        <RouterProvider router={router} />
      </div>
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
