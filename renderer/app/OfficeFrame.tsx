import { RouterProvider } from '@tanstack/react-router'
import { LockWarning } from './LockWarning.tsx'
import { router } from './router.tsx'

/**
 * The unlocked office.
 * @param props.reachable false behind the lock screen: mounted, but out of reach for the eye, the keyboard and a screen reader
 */
export function OfficeFrame({ reachable }: { reachable: boolean }) {
  return (
    <>
      <div inert={!reachable} style={{ display: 'contents', visibility: reachable ? undefined : 'hidden' }}>
        <RouterProvider router={router} />
      </div>
      <LockWarning />
    </>
  )
}
