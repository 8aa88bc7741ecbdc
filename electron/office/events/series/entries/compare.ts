import { kindLabel } from '../../../../../shared/events/catalogue.ts'
import type { OfficeEvent, Venue } from '../../../../../shared/events/model.ts'
import { fieldOfValue, valueLabels, type EntryValues, type PlannedEntry, type RawEntry } from '../../../../../shared/events/series/entries.ts'
import { germanDay } from '../../../../../shared/holidays/days.ts'
import type { SeriesEvent, StoredEntry } from '../events-repository.ts'
import { placeFrom } from './places.ts'

type Field = keyof EntryValues
const fields = Object.keys(valueLabels) as Field[]

/**
 * What a form says otherwise than the event. What the partner hasn't changed since the last reading is no difference, whatever the office
 * made of it; what both have changed stays as the office wrote it unless the field is taken.
 */
export function differences({ event, entry }: SeriesEvent, values: EntryValues, taken: RawEntry['taken'], venues: readonly Venue[]): (PlannedEntry['changes'][number] & { value: Field })[] {
  const base = entry?.lastReading ?? null
  const now = valuesOf(event, entry)
  return fields.flatMap((value) => {
    const next = values[value]
    const untouched = value === 'place' ? samePlace(event, base?.place ?? '', venues) : same(now[value], base?.[value] ?? emptyOf(value))
    if (base === null ? same(next, emptyOf(value)) || value === 'partners' : same(next, base[value])) return []
    if (value === 'place' ? samePlace(event, values.place, venues) : same(next, now[value])) return []
    const field = fieldOfValue[value]
    return [{ value, field, label: valueLabels[value], before: shown(value, now[value]), after: shown(value, next), edited: !untouched, taken: untouched || taken.includes(field) }]
  })
}

/** What an event says now, in the terms of a form. */
function valuesOf(event: OfficeEvent, entry: StoredEntry | null): EntryValues {
  return {
    title: event.title, kind: event.kind, startsOn: event.startsOn, startsAt: event.startsAt, endsOn: event.endsOn, endsAt: event.endsAt, place: event.place, accessNote: event.accessNote,
    targetGroup: event.targetGroup, languages: event.languages, interpretation: event.interpretation, childcare: event.childcare, topic: event.topic, cost: event.cost,
    registration: event.registration, programmeText: event.programmeText, expected: event.expected, publicContact: entry?.publicContact ?? '', partners: entry?.lastReading?.partners ?? '',
    remark: entry?.remark ?? '',
  }
}

function samePlace({ venueId, roomId, placeText }: OfficeEvent, text: string, venues: readonly Venue[]): boolean {
  const place = placeFrom(text, venues)
  return place.venueId === venueId && place.roomId === roomId && place.placeText === placeText
}

function same(a: string | number | null, b: string | number | null): boolean {
  return a === b
}

function emptyOf(value: Field): string | null {
  return ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'expected'].includes(value) ? null : value === 'kind' ? 'other' : ''
}

function shown(value: Field, said: string | number | null): string {
  if (said === null || said === '') return ''
  if (value === 'kind') return kindLabel(String(said))
  return value === 'startsOn' || value === 'endsOn' ? germanDay(String(said)) : String(said)
}
