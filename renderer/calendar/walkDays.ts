import type { KeyboardEvent } from 'react'
import { addDays } from '../../shared/holidays/days.ts'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Arrow keys walk from day to day; days bear `data-day`. */
export function walkDays(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const day = (event.target as HTMLElement).dataset['day']
  if (step === undefined || day === undefined) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(`[data-day="${addDays(day, step)}"]`)?.focus()
}
