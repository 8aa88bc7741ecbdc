import { Box, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { DiagnosisDialog } from '../diagnosis/DiagnosisDialog.tsx'
import { PolicyBanner } from '../policy/PolicyBanner.tsx'
import { VaultScreens } from '../vault/VaultScreens.tsx'
import { useCommandSources } from './commands.ts'
import classes from './Gate.module.css'
import { api, desktop, whenConnected } from './office.ts'
import { SessionProvider, useVaultStatus, type UnlockedStatus } from './session.ts'
import { flushUnsaved } from './unsaved.ts'
import { useAnnouncedChanges } from './useAnnouncedChanges.ts'

/** The office's screens come in a chunk of their own: the lock screen is there without them, and they load while somebody types. */
const loadOffice = () => import('./OfficeFrame.tsx')
/** Features don't import each other: here the bringing back of backups is given to the screens of the vault. */
const RestoreAssistant = lazy(() => import('../backup/restore/RestoreAssistant.tsx').then((module) => ({ default: module.RestoreAssistant })))
/** With the whole handbook in it, so it comes after the first paint. */
const HelpPanel = lazy(() => import('../help/HelpPanel.tsx').then((module) => ({ default: module.HelpPanel })))
const OfficeFrame = lazy(() => loadOffice().then((module) => ({ default: module.OfficeFrame })))

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
  const known = status !== undefined
  useEffect(() => {
    // After the first paint, so that it doesn't wait for this.
    if (known) requestIdleCallback(() => void loadOffice(), { timeout: 2000 })
  }, [known])
  const unlocked = status?.state === 'unlocked'
  useAnnouncedChanges(unlocked)
  useCommandSources(unlocked)
  useEffect(() => {
    if (!unlocked || !interrupted.current) return
    // What could not be saved because the office process had ended is saved now, then everything is read anew.
    interrupted.current = false
    void flushUnsaved().then(() => queries.invalidateQueries())
  }, [unlocked, queries])

  const session = lastUnlocked.current
  if (status && !unlocked && session) interrupted.current = true
  return (
    <div className={classes.frame}>
      <PolicyBanner />
      <div className={classes.screens}>{status ? <Screens status={status} session={session} /> : <Box bg="var(--surface-page)" h="100%" />}</div>
      <DiagnosisDialog />
      {status && <Suspense fallback={null}><HelpPanel locked={!unlocked} /></Suspense>}
    </div>
  )
}

/** The vault's screens, the office, or the one over the other. @param props.session whose office it is, or was until a moment ago */
function Screens({ status, session }: { status: VaultStatus; session: UnlockedStatus | null }) {
  const closed = status.state === 'unlocked' ? null : status
  if (!session) return closed && <VaultScreens status={closed} Restore={RestoreAssistant} />
  return (
    <SessionProvider value={session}>
      <Suspense fallback={<Box bg="var(--surface-page)" h="100%" />}>
        <OfficeFrame reachable={closed === null} />
      </Suspense>
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
        {closed && <VaultScreens status={closed} resumed Restore={RestoreAssistant} />}
      </Modal>
    </SessionProvider>
  )
}
