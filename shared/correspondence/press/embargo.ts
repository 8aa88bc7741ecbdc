import { germanDate } from '../../dates.ts'

/** The local minute as an embargo is kept: `2026-11-24T10:00`. */
export function localMinute(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** "24.11.2026, 10:00 Uhr" */
export function minuteText(at: string): string {
  return `${germanDate(at.slice(0, 10))}, ${at.slice(11, 16)} Uhr`
}

/** Whether an embargo still binds at a local minute. */
export function embargoBinds(embargoAt: string | null, now: string): embargoAt is string {
  return embargoAt !== null && now < embargoAt
}

/** How an embargo is printed above a release and in the subject of the mail; empty for none. */
export function embargoPrinted(embargoAt: string | null): string {
  return embargoAt === null ? '' : `bis ${minuteText(embargoAt)}. Veröffentlichung erst danach.`
}

/** How an embargo is shown on the screens; null for none. */
export function embargoShown(embargoAt: string | null, now: string): string | null {
  if (embargoAt === null) return null
  return embargoBinds(embargoAt, now) ? `Sperrfrist bis ${minuteText(embargoAt)}` : `Sperrfrist abgelaufen am ${minuteText(embargoAt)}`
}
