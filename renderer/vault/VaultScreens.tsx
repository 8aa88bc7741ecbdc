import { lazy, Suspense } from 'react'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { StatusTrouble } from './StatusTrouble.tsx'
import { Unlock } from './Unlock.tsx'

const FirstRun = lazy(async () => ({ default: (await import('./FirstRun.tsx')).FirstRun }))

interface VaultScreensProps {
  status: Exclude<VaultStatus, { state: 'unlocked' }>
  /** True when the office process has ended under open screens, which keep their text behind this one. */
  resumed?: boolean
}

/** Everything before the office: first run, lock screen, trouble. */
export function VaultScreens({ status, resumed = false }: VaultScreensProps) {
  if (status.state === 'locked') return <Unlock status={status} resumed={resumed} />
  if (status.state === 'problem') return <StatusTrouble status={status} />
  return (
    <Suspense>
      <FirstRun demo={status.demo} />
    </Suspense>
  )
}
