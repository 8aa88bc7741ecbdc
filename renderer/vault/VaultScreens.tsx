import { IconRestore } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import type { VaultStatus } from '../../shared/vault/contract.ts'
import { useHelpPlace } from '../ui/helpPlace.ts'
import { LockFrame } from './LockFrame.tsx'
import { StatusTrouble } from './StatusTrouble.tsx'
import { Unlock } from './Unlock.tsx'
import { useRefreshStatus } from './useVault.ts'

const FirstRun = lazy(async () => ({ default: (await import('./FirstRun.tsx')).FirstRun }))

const helpPlaces = { 'first-run': 'first-run', locked: 'lock', problem: 'trouble' } as const

/** Brings an earlier state back; comes from the feature of the backups. */
export type RestoreScreen = ComponentType<{ onBack: () => void; onSwitched: (done: boolean) => void }>

interface VaultScreensProps {
  status: Exclude<VaultStatus, { state: 'unlocked' }>
  /** True when the office process has ended under open screens, which keep their text behind this one. */
  resumed?: boolean
  Restore: RestoreScreen
}

/** Everything before the office: first run, lock screen, trouble. */
export function VaultScreens({ status, resumed = false, Restore }: VaultScreensProps) {
  const [restoring, setRestoring] = useState(false)
  const refresh = useRefreshStatus()
  useHelpPlace(restoring ? 'restore' : helpPlaces[status.state])
  // Behind a resumed lock screen lie open forms, which belong to the present state.
  const restore = resumed || status.demo ? undefined : () => setRestoring(true)
  if (restoring) {
    return (
      <LockFrame heading="Aus einer Sicherung wiederherstellen" icon={<IconRestore size={34} stroke={1.5} />} wide>
        <Suspense>
          <Restore onBack={() => setRestoring(false)} onSwitched={() => void refresh().then(() => setRestoring(false))} />
        </Suspense>
      </LockFrame>
    )
  }
  if (status.state === 'locked') return <Unlock status={status} resumed={resumed} onRestore={restore} />
  if (status.state === 'problem') return <StatusTrouble status={status} onRestore={restore} />
  return (
    <Suspense>
      <FirstRun demo={status.demo} onRestore={restore} />
    </Suspense>
  )
}
