import { z } from 'zod'
import { minutesOf } from '../shifts/model.ts'
import { partClock, partDay, partId, partLine, partText } from '../part.ts'

/** An item of the run sheet. It begins at its own time, or when the one before it ends. */
export const runItemSchema = z.object({
  id: partId,
  day: partDay,
  /** A fixed time; null to follow the item before. */
  startsAt: partClock.nullable(),
  minutes: z.number().int().min(0).max(2_880).nullable(),
  title: partLine(),
  who: partLine(),
  place: partLine(),
  technology: partLine(500),
  note: partText(),
})
export type RunItem = z.infer<typeof runItemSchema>
export const runSchema = z.object({ items: z.array(runItemSchema).max(500) })

/** An item with the time that follows from all before it. */
export interface TimedItem {
  item: RunItem
  /** Minutes from midnight of its day; null as long as nothing says when it begins. */
  from: number | null
  to: number | null
  /** Minutes between the end of the item before and this fixed beginning: a break, or below zero an overlap. */
  gap: number
}

/**
 * Gives every item its time. Durations chain: who lengthens one moves all that follow up to the next fixed time; there the difference is
 * said as break or overlap. Each day begins anew.
 * @param startsAt when the event begins; the first item of its first day follows from that, and what stands before an item fixed at that very time (setting up) ends there
 */
export function timed(items: readonly RunItem[], startsAt: string | null): TimedItem[] {
  let [day, end]: [number | null, number | null] = [null, null]
  return items.map((item, index) => {
    const anew = item.day !== day
    if (anew) end = item.day === 0 && startsAt !== null ? minutesOf(startsAt) - minutesBefore(items.slice(index), startsAt) : null
    // After midnight a fixed time belongs to the same evening.
    const fixed = item.startsAt === null ? null : late(minutesOf(item.startsAt), anew ? null : end)
    const from = fixed ?? end
    const gap = fixed === null || end === null || anew ? 0 : fixed - end
    const to = from === null ? null : from + (item.minutes ?? 0)
    day = item.day
    end = to
    return { item, from, to, gap }
  })
}

/** Minutes of what stands before the item that opens the event at its beginning; none where no item is fixed there, or they would reach into the day before. */
function minutesBefore(items: readonly RunItem[], startsAt: string): number {
  const opening = items.findIndex((item) => item.startsAt !== null || item.day !== 0)
  if (items[opening]?.startsAt !== startsAt || items[opening].day !== 0) return 0
  const minutes = items.slice(0, opening).reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return minutes > minutesOf(startsAt) ? 0 : minutes
}

/** A fixed time that lies more than half a day before what was, is one of the next morning. */
function late(minutes: number, after: number | null): number {
  return after !== null && after - minutes > 720 ? minutes + 1440 : minutes
}

/** "14:05" of minutes since midnight, also past it. */
export function clockOf(minutes: number): string {
  const of = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`
}

/** What stands before an item that doesn't begin when the one before ends; empty where it does. */
export function gapText(gap: number): string {
  if (gap === 0) return ''
  return gap > 0 ? `${durationText(gap)} frei davor` : `überschneidet sich um ${durationText(-gap)}`
}

/** "45 Min.", "1 Std. 30 Min." */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [`${hours} Std.`] : []), ...(rest > 0 || hours === 0 ? [`${rest} Min.`] : [])].join(' ')
}
