import { useCallback, useEffect, useState } from 'react'

/** Seconds that run down to 0, and the way to start them anew. */
export function useCountdown(initial: number): [seconds: number, start: (seconds: number) => void] {
  const [seconds, setSeconds] = useState(initial)
  const start = useCallback((from: number) => setSeconds(from), [])
  const running = seconds > 0
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearInterval(timer)
  }, [running])
  return [seconds, start]
}
