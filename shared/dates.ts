const longDateFormat = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const timeFormat = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' })

/** "Samstag, 21. November 2026" */
export function longDate(date: Date): string {
  return longDateFormat.format(date)
}

/** "14:03" in local time. */
export function clockTime(date: Date): string {
  return timeFormat.format(date)
}

/** "21.11.2026" from an ISO day or time; times are shown in local time. */
export function germanDate(iso: string): string {
  const day = iso.length === 10 ? iso : isoDay(new Date(iso))
  return day.split('-').reverse().join('.')
}

/** "21.11.2026, 14:03" from an ISO time, in local time. */
export function germanDateTime(iso: string): string {
  return `${germanDate(iso)}, ${clockTime(new Date(iso))}`
}

/** Local calendar day as `2026-11-21`. */
export function isoDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Calendar week by ISO 8601 (DIN 1355): weeks start on Monday, week 1 holds the year's first Thursday. */
export function isoWeek(date: Date): number {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 3 - ((date.getDay() + 6) % 7))
  const firstDay = new Date(thursday.getFullYear(), 0, 1)
  return 1 + Math.floor((Math.round((thursday.getTime() - firstDay.getTime()) / 86_400_000)) / 7)
}
