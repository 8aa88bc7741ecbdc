import type { CalendarLine } from '../../shared/calendar/model.ts'

/** How many lines stand on each day; days without any are left out. */
export function countPerDay(lines: readonly CalendarLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of lines) {
    if (from === to) counts.set(from, (counts.get(from) ?? 0) + 1)
    else {
      for (let time = Date.parse(from), last = Date.parse(to); time <= last; time += 86_400_000) {
        const day = new Date(time).toISOString().slice(0, 10)
        counts.set(day, (counts.get(day) ?? 0) + 1)
      }
    }
  }
  return counts
}
