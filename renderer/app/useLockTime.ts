import { useEffect } from 'react'
import { desktop } from './office.ts'
import { usePolicy } from './usePolicy.ts'
import { usePreference } from './usePreference.ts'

/** Minutes without use until the office locks, as IT or else the person has set it; default 10. Tells the main process. */
export function useLockTime(): [number, (minutes: number) => void] {
  const [own, setMinutes] = usePreference('lock.minutes', 10)
  const minutes = usePolicy().values.AutoLockMinutes ?? own
  useEffect(() => void desktop.setIdleLock(minutes), [minutes])
  return [minutes, setMinutes]
}
