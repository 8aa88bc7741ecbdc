import { DURATION_MAX, roundDuration } from '../model.ts'

const UNIT = /^(?:min|min\.|minuten|m|h|std|std\.|stunde|stunden)$/iu
const HOURS = /^(?:h|std|std\.|stunde|stunden)$/iu

/**
 * Minutes of a word like `20`, `20min`, `1h`, `1h30`, `1,5h`, rounded up to five. `unit` is the following word where the number
 * stands alone (`20 min`). Null when it is no duration, or none between one minute and ten hours.
 */
export function durationOf(word: string, unit?: string): number | null {
  const mixed = /^(\d{1,2})(?:h|std)(\d{1,2})(?:m|min)?$/iu.exec(word)
  if (mixed) return inRange(Number(mixed[1]) * 60 + Number(mixed[2]))
  const plain = /^(\d{1,3}(?:[.,]\d{1,2})?)(\p{L}+\.?)?$/u.exec(word)
  if (!plain) return null
  const amount = Number((plain[1] ?? '').replace(',', '.'))
  const named = plain[2] ?? unit
  if (named !== undefined && !isUnit(named)) return null
  if (named !== undefined && HOURS.test(named)) return inRange(amount * 60)
  return Number.isInteger(amount) ? inRange(amount) : null
}

/** Whether a word names minutes or hours. */
export function isUnit(word: string): boolean {
  return UNIT.test(word)
}

/** `14:05` as it is stored, or null. */
export function timeOf(word: string): string | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(word)
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : null
}

function inRange(minutes: number): number | null {
  return minutes >= 1 && minutes <= DURATION_MAX ? roundDuration(minutes) : null
}
