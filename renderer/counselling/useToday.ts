import { useState } from 'react'
import { isoDay } from '../../shared/dates.ts'

/** The ISO day on which a form or list was opened. */
export function useToday(): string {
  const [today] = useState(() => isoDay(new Date()))
  return today
}
