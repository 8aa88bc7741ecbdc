import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import type { OfficeEvent } from '../../shared/events/model.ts'
import { addDays, daysBetween, germanDay } from '../../shared/holidays/days.ts'

type Days = Pick<OfficeEvent, 'startsOn' | 'endsOn'>
/** Days before and after an event that are offered: setting up and taking down. */
const around = 3

/** A day of the plan in words: "Sa., 12.06.2027", or how far it is from the first day of an event without a date. */
export function dayName(day: number, { startsOn }: Pick<OfficeEvent, 'startsOn'>): string {
  if (startsOn !== null) return germanDay(addDays(startsOn, day))
  if (day === 0) return 'Tag der Veranstaltung'
  const count = Math.abs(day)
  return `${count} ${count === 1 ? 'Tag' : 'Tage'} ${day < 0 ? 'vorher' : 'danach'}`
}

/** Chooses a day near the event. It is kept as a distance, so it moves along with the event. */
export function DayOffset({ label, hideLabel = false, value, event, readOnly = false, onChange }: { label: string; hideLabel?: boolean; value: number; event: Days; readOnly?: boolean; onChange(day: number): void }): ReactNode {
  const last = event.startsOn !== null && event.endsOn !== null ? daysBetween(event.startsOn, event.endsOn) : 0
  const [from, to] = [Math.min(-around, value), Math.max(last + around, value)]
  const data = Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: `${dayName(from + at, event)}${from + at < 0 ? ' (vorher)' : from + at > last ? ' (danach)' : ''}` }))
  return <NativeSelect {...hideLabel ? { 'aria-label': label } : { label }} disabled={readOnly} value={String(value)} data={data} onChange={(change) => onChange(Number(change.currentTarget.value))} />
}
