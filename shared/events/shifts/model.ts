import { z } from 'zod'
import { partClock, partDay, partId, partLine, partText } from '../part.ts'

/** Somebody who helps: a contact, or just a name. Nothing else is kept of them here. */
export const helperSchema = z.object({ id: partId, contactId: partId.nullable(), name: partLine().refine((value) => value !== '', 'Bitte einen Namen angeben.') })
export type Helper = z.infer<typeof helperSchema>

/** A shift of volunteers. An end that is not after the beginning lies on the next day. */
export const shiftSchema = z.object({
  id: partId,
  task: partLine(),
  place: partLine(),
  day: partDay,
  startsAt: partClock.nullable(),
  endsAt: partClock.nullable(),
  needed: z.number().int().min(0).max(500),
  /** What they have to know: the briefing. */
  note: partText(),
  people: z.array(helperSchema).max(200),
})
export type Shift = z.infer<typeof shiftSchema>
export const shiftsSchema = z.object({ shifts: z.array(shiftSchema).max(300) })

/** Shifts in the order of their beginnings, those without one first of their day. */
export function inShiftOrder(shifts: readonly Shift[]): Shift[] {
  return shifts.toSorted((a, b) => a.day - b.day || (a.startsAt ?? '').localeCompare(b.startsAt ?? '') || (a.endsAt ?? '').localeCompare(b.endsAt ?? '') || a.task.localeCompare(b.task, 'de'))
}

/** "13:00–16:00", "ab 13:00", "bis 16:00"; empty where no time is known. */
export function shiftTime({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): string {
  if (startsAt !== null && endsAt !== null) return `${startsAt}–${endsAt}`
  return startsAt !== null ? `ab ${startsAt}` : endsAt !== null ? `bis ${endsAt}` : ''
}

/** How well a shift is filled, in words. */
export function fillText({ needed, people }: Pick<Shift, 'needed' | 'people'>): string {
  const count = people.length
  if (needed === 0) return count === 0 ? 'niemand eingeteilt' : `${count} eingeteilt`
  if (count < needed) return `${count} von ${needed} besetzt, ${needed - count} ${needed - count === 1 ? 'fehlt' : 'fehlen'}`
  return count === needed ? `${count} von ${needed} besetzt` : `${count} von ${needed} besetzt, ${count - needed} mehr als gebraucht`
}

/** Who is the same person: the contact, or the name as written. */
export function helperKey({ contactId, name }: Pick<Helper, 'contactId' | 'name'>): string {
  return contactId ?? `name:${name.normalize('NFC').toLocaleLowerCase('de').replace(/\s+/gu, ' ').trim()}`
}

/** Minutes of a shift from midnight of the first day on; null without both times. */
function span({ day, startsAt, endsAt }: Shift): readonly [number, number] | null {
  if (startsAt === null || endsAt === null) return null
  const [from, to] = [minutesOf(startsAt), minutesOf(endsAt)]
  return [day * 1440 + from, day * 1440 + (to > from ? to : to + 1440)]
}

/** Minutes of the day of `14:30`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Somebody who is wanted at two places at once. */
export interface DoubleShift {
  name: string
  first: Shift
  second: Shift
}

/** Everybody whose shifts overlap; the end of one and the beginning of the next at the same minute don't. */
export function overlaps(shifts: readonly Shift[]): DoubleShift[] {
  const byPerson = new Map<string, { name: string; shift: Shift }[]>()
  for (const shift of inShiftOrder(shifts)) {
    for (const helper of shift.people) byPerson.set(helperKey(helper), [...byPerson.get(helperKey(helper)) ?? [], { name: helper.name, shift }])
  }
  return [...byPerson.values()].flatMap((of) => of.flatMap(({ name, shift: first }, at) => of.slice(at + 1).flatMap(({ shift: second }) => {
    const [a, b] = [span(first), span(second)]
    // Twice in the same shift is as wrong as two at once.
    return first.id === second.id || (a !== null && b !== null && a[0] < b[1] && b[0] < a[1]) ? [{ name, first, second }] : []
  })))
}

/** The shifts of each person, by name. */
export function byHelper(shifts: readonly Shift[]): { name: string; shifts: Shift[] }[] {
  const found = new Map<string, { name: string; shifts: Shift[] }>()
  for (const shift of inShiftOrder(shifts)) {
    for (const helper of shift.people) {
      const known = found.get(helperKey(helper))
      if (known) known.shifts.push(shift)
      else found.set(helperKey(helper), { name: helper.name, shifts: [shift] })
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** How many places are taken and how many are left, over all shifts. */
export function staffing(shifts: readonly Shift[]): { needed: number; missing: number; people: number } {
  return {
    needed: shifts.reduce((sum, { needed }) => sum + needed, 0), missing: shifts.reduce((sum, { needed, people }) => sum + Math.max(0, needed - people.length), 0),
    people: new Set(shifts.flatMap(({ people }) => people.map(helperKey))).size,
  }
}
