import { Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useState } from 'react'
import { FollowUpOfClients } from '../counselling/deadlines/entry/FollowUpOfClients.tsx'
import { FindClient } from '../counselling/find/FindClient.tsx'
import { QuickLine } from '../counselling/quick/QuickLine.tsx'
import { DeskNotices } from '../desk/DeskNotices.tsx'
import { FollowUp } from '../tasks/FollowUp.tsx'
import { useHelpPlace } from '../ui/helpPlace.ts'
import { undoLastChange } from '../ui/notices.tsx'
import { areas } from './areas.ts'
import { CommandPalette } from './CommandPalette.tsx'
import { useCommand, waitForScreens } from './commands.ts'
import { Navigation } from './Navigation.tsx'
import { desktop } from './office.ts'
import { useSession } from './session.ts'
import classes from './Shell.module.css'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useDensity } from './useDensity.ts'
import { useLockTime } from './useLockTime.ts'
import { useSessionNotices } from './useSessionNotices.ts'
import { useGreyedWriting } from './viewing/useGreyedWriting.ts'
import { VisitorProvider } from './visitor.ts'

/** Frame of the unlocked office: navigation, bar with search, the area's screen, status line. */
export function Shell() {
  const { canSee } = useSession()
  const [visitor, setVisitor] = useState(false)
  useAreaCommands()
  useWaitingCommands()
  useSessionNotices()
  useLockTime()
  const density = useDensity()
  useCommand('lock', () => void desktop.lock())
  useCommand('undo', () => void undoLastChange())
  useCommand('print', () => void desktop.print())
  useCommand('visitor-mode', () => setVisitor((on) => !on))
  useBlurredNames(visitor)
  useGreyedWriting()

  return (
    <VisitorProvider value={visitor}>
      <div className={classes.shell} data-density={density}>
        <Navigation />
        <DeskNotices />
        <TopBar visitor={visitor} onVisitor={() => setVisitor((on) => !on)} />
        <main className={classes.main} id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <StatusBar visitor={visitor} />
        <CommandPalette />
        <FollowUp />
        {canSee('counselling') && <FollowUpOfClients />}
        {canSee('counselling') && <QuickLine />}
        {canSee('counselling') && <FindClient />}
      </div>
    </VisitorProvider>
  )
}

/** Dialogs, menus and notices stand outside of the shell, so the whole document is marked; the lock screen is not. */
function useBlurredNames(visitor: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-visitor', visitor)
    return () => document.documentElement.removeAttribute('data-visitor')
  }, [visitor])
}

/** A screen comes in a chunk of its own: what is typed meanwhile is meant for it. */
function useWaitingCommands(): void {
  const router = useRouter()
  useEffect(() => waitForScreens(() => (router.state.status !== 'pending' ? null : new Promise((resolve) => {
    // Of two screens in quick succession only one is told as rendered, perhaps while the other is still coming; that all are there is told before the status says so.
    const look = (): void => void setTimeout(() => {
      if (router.state.status === 'pending') return
      for (const end of ends) end()
      resolve()
    })
    const ends = [router.subscribe('onRendered', look), router.subscribe('onResolved', look)]
  }))), [router])
}

/** Strg+1 and so on lead to the areas that the person may see; new records can be begun from every screen. */
function useAreaCommands(): void {
  const { canSee } = useSession()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useHelpPlace(pathname, 'screen')
  useCommand('letter', () => void navigate({ to: '/correspondence', search: { new: true } }), true, 'fallback')
  useCommand('new', () => void navigate({ to: '/directory', search: { new: true } }), true, 'fallback')
  for (const { command, path, side } of areas.filter((area) => area.command !== 'help')) {
    // The list is constant, so the order of hooks is too.
    // oxlint-disable-next-line react-hooks/rules-of-hooks
    useCommand(command, () => void navigate({ to: path }), canSee(side))
  }
}
