import type { FocusEvent } from 'react'
import { parseNearDay, tookDay } from '../../shared/near-day-input.ts'
import { showWarning } from '../ui/notices.tsx'

/** How fields of days read what is typed, unless a field has its own way. The library's own way takes 01.02. for the second of January. */
export function readDay(text: string): string | null {
  return parseNearDay(text, new Date())
}

/** A field that is left puts back what it had when it can't read what was typed. That must not go unnoticed. */
export function sayWhatWasLost({ currentTarget: field }: FocusEvent<HTMLInputElement>): void {
  const typed = field.value
  setTimeout(() => {
    if (!field.isConnected || tookDay(typed, field.value, new Date())) return
    showWarning(`„${typed}“ ist als Tag nicht zu lesen oder hier nicht möglich. ${field.value === '' ? 'Das Feld ist leer.' : `Im Feld steht wieder ${field.value}.`} Lesbar sind 15.3., 15.03.2026, 150326 und „heute“.`)
  }, 0)
}
