import { RouterProvider } from '@tanstack/react-router'
import { LockWarning } from './LockWarning.tsx'
import { router } from './router.tsx'
import { SessionProvider, type UnlockedStatus } from './session.ts'

/**
 * The unlocked office.
 * @param props.reachable false behind the lock screen: mounted, but out of reach for the eye, the keyboard and a screen reader
 */
export function OfficeFrame({ session, reachable }: { session: UnlockedStatus; reachable: boolean }) {
  return (
    <SessionProvider value={session}>
      <div inert={!reachable} style={{ display: 'contents', visibility: reachable ? undefined : 'hidden' }}>
        <RouterProvider router={router} />
      </div>
      <LockWarning />
    </SessionProvider>
  )
}
