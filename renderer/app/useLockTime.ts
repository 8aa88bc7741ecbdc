import { useEffect } from 'react'
import { desktop } from './office.ts'
import { usePreference } from './usePreference.ts'

/** Minutes without use until the office locks, as the person has set it; default 10. Tells the main process. */
export function useLockTime(): [number, (minutes: number) => void] {
  const [minutes, setMinutes] = usePreference('lock.minutes', 10)
  useEffect(() => void desktop.setIdleLock(minutes), [minutes])
  return [minutes, setMinutes]
}
