import { createHash } from 'node:crypto'
import { germanDate } from '../../../../shared/dates.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { plainText } from '../../../../shared/events/clashes/words.ts'
import type { ImportItem, ImportOptions } from '../../../../shared/events/icalendar/model.ts'
import { kindOfCategories, withoutMark } from '../../../../shared/events/icalendar/published.ts'
import { emptyEvent, eventFaults, type EventInput } from '../../../../shared/events/model.ts'
import { cleanLine, cleanText } from '../../../../shared/correspondence/clean-text.ts'
import type { KnownSource, StandingEvent } from './import-repository.ts'
import { ownId } from './own-uid.ts'
import { entryKey, type ReadCalendars, type ReadEntry } from './reading/read-calendar.ts'

/** What a calendar says of an event; kept to see at the next import what has changed there. */
export interface SourceFields {
  title: string
  startsOn: string
  startsAt: string | null
  endsOn: string | null
  endsAt: string | null
  location: string
  description: string
  link: string
  cancelled: boolean
}

/** What the office has, as planning needs it. */
export interface Stock {
  sources: readonly KnownSource[]
  /** Events that were imported, or that a calendar names by our own name. */
  events: ReadonlyMap<string, StandingEvent>
  /** Our own events as we would give them out. */
  own: ReadonlyMap<string, SourceFields>
  /** What is planned in the days of the import. */
  standing: readonly StandingEvent[]
  places: readonly { id: string; name: string; rooms: readonly { id: string; name: string }[] }[]
}

/** An item of the preview with what it would do. */
export interface PlannedItem {
  item: ImportItem
  /** Null where nothing is to be done. */
  step: { kind: 'create'; fields: EventInput } | { kind: 'update'; eventId: string; fields: Partial<EventInput> } | null
  /** What is remembered of the calendar; null for our own events and for what the calendar no longer has. */
  source: { id: string | null; entry: ReadEntry; fields: SourceFields } | null
}

const longest = { title: 300, place: 300, programme: 3_000, note: 20_000 }

/** What becomes of each entry of a file. */
export function planImport(read: ReadCalendars, stock: Stock, options: ImportOptions): PlannedItem[] {
  const known = new Map(stock.sources.map((source) => [entryKey(source), source]))
  const planned = read.entries.map((entry) => planEntry(entry, known.get(entryKey(entry)), stock, options))
  return [...planned, ...missing(read, stock, options), ...read.faults.map(({ calendar, title, startsOn, reason }, at) => ({
    item: { ...emptyItem, key: `fault-${at}`, fate: 'unusable' as const, reason, title: title || 'Ohne Titel', startsOn, calendar }, step: null, source: null,
  }))]
}

const emptyItem: Omit<ImportItem, 'key' | 'fate' | 'title'> = {
  reason: '', startsOn: null, startsAt: null, endsOn: null, endsAt: null, place: '', calendar: '', repeats: false, cancelled: false, notes: [], changes: [], eventId: null,
}

function planEntry(entry: ReadEntry, source: KnownSource | undefined, stock: Stock, options: ImportOptions): PlannedItem {
  const fields = sourceFields(entry)
  const notes = [...entry.notes, ...(fields.title.length < cleanLine(entry.title).length ? ['Der Titel wird gekürzt.'] : [])]
  const item: ImportItem = {
    ...emptyItem, key: keyOf(entryKey(entry)), fate: 'new', title: fields.title, startsOn: entry.startsOn, startsAt: entry.startsAt, endsOn: entry.endsOn, endsAt: entry.endsAt, place: fields.location,
    calendar: entry.calendar, repeats: entry.recurrence !== '', cancelled: fields.cancelled, notes,
  }
  const unusable = (reason: string, eventId: string | null = null): PlannedItem => ({ item: { ...item, fate: 'unusable', reason, eventId }, step: null, source: null })
  const own = source ? undefined : stock.own.get(entry.uid)
  const event = stock.events.get(source?.eventId ?? ownId(entry.uid) ?? '')
  if (event?.deleted_at != null) return unusable('Liegt im Papierkorb. Bitte dort wiederherstellen, wenn sie wieder gelten soll.', event.id)
  if (event && (source || own)) return planKnown(entry, { item, fields, event, before: own ?? (JSON.parse(source?.fields ?? '{}') as SourceFields), sourceId: source?.id ?? null, remembered: source !== undefined }, stock, options)
  if (fields.cancelled) return unusable('Abgesagt und hier nicht bekannt.')
  const twin = stock.standing.find((each) => each.starts_on === entry.startsOn && each.title_key === sortKey(fields.title))
  const whole = newEvent(entry, fields, stock, options)
  if (Object.keys(eventFaults(whole)).length > 0) return unusable('Beginn und Ende passen nicht zusammen.')
  return { item: { ...item, ...(twin && { fate: 'twin' as const, eventId: twin.id }) }, step: { kind: 'create', fields: whole }, source: { id: null, entry, fields } }
}

interface Known {
  item: ImportItem
  fields: SourceFields
  event: StandingEvent
  before: SourceFields
  sourceId: string | null
  remembered: boolean
}

/** Only what the calendar has changed is taken over: what the office wrote since stays. */
function planKnown(entry: ReadEntry, { item, fields, event, before, sourceId, remembered }: Known, stock: Stock, options: ImportOptions): PlannedItem {
  const changed = (name: keyof SourceFields): boolean => fields[name] !== before[name]
  const patch: Partial<EventInput> = {}
  const changes: ImportItem['changes'] = []
  const tell = (label: string, from: string, to: string): void => void (from !== to && changes.push({ label, from, to }))
  if (changed('title') && fields.title !== event.title) {
    patch.title = fields.title
    tell('Titel', event.title, fields.title)
  }
  if ((['startsOn', 'startsAt', 'endsOn', 'endsAt'] as const).some(changed)) {
    const times = { startsOn: fields.startsOn, startsAt: fields.startsAt, endsOn: fields.endsOn, endsAt: fields.endsAt }
    const stored = { startsOn: event.starts_on, startsAt: event.starts_at, endsOn: event.ends_on, endsAt: event.ends_at }
    if (whenText(times) !== whenText(stored)) Object.assign(patch, times)
    tell('Zeit', whenText(stored), whenText(times))
  }
  if (changed('location')) {
    const place = placeOf(fields.location, stock)
    if (place.venueId !== event.venue_id || place.roomId !== event.room_id || place.placeText !== event.place_text) {
      Object.assign(patch, place)
      tell('Ort', [event.venue_name, event.room_name, event.place_text].filter((part) => part !== null && part !== '').join(', '), fields.location)
    }
  }
  const text = options.description === 'programme' ? 'programmeText' : options.description === 'note' ? 'note' : null
  if (remembered && changed('description') && text !== null) {
    const stored = text === 'note' ? event.note : event.programme_text
    const next = withText(stored, before.description, fields.description, text === 'note' ? longest.note : longest.programme)
    if (next !== stored) {
      patch[text] = next
      tell(text === 'note' ? 'Notiz' : 'Text im Programm', stored, next)
    }
  }
  if (changed('cancelled') && fields.cancelled !== (event.state === 'cancelled')) {
    patch.state = fields.cancelled ? 'cancelled' : options.state
    tell('Stand', fields.cancelled ? 'findet statt' : 'abgesagt', fields.cancelled ? 'abgesagt' : 'findet statt')
  }
  const same = Object.keys(patch).length === 0
  return {
    item: { ...item, fate: same ? 'same' : 'changed', eventId: event.id, changes },
    step: same ? null : { kind: 'update', eventId: event.id, fields: patch },
    source: remembered ? { id: sourceId, entry, fields } : null,
  }
}

/** Times of an entry that repeats which the calendar had and has no longer: they were called off there. */
function missing(read: ReadCalendars, stock: Stock, { from, to }: ImportOptions): PlannedItem[] {
  const [repeating, there] = [new Set(read.repeating), new Set(read.known)]
  return stock.sources.flatMap((source) => {
    const meant = source.recurrence.slice(0, 10)
    const event = stock.events.get(source.eventId)
    if (meant < from || meant > to || !repeating.has(source.uid) || there.has(entryKey(source)) || !event || event.deleted_at !== null || event.state === 'cancelled') return []
    return [{
      item: {
        ...emptyItem, key: keyOf(`fort ${entryKey(source)}`), fate: 'changed' as const, title: event.title, startsOn: event.starts_on, startsAt: event.starts_at, endsOn: event.ends_on, endsAt: event.ends_at,
        repeats: true, cancelled: true, notes: ['Der Kalender hat diesen Termin gestrichen.'], changes: [{ label: 'Stand', from: 'findet statt', to: 'abgesagt' }], eventId: event.id,
      },
      step: { kind: 'update' as const, eventId: event.id, fields: { state: 'cancelled' as const } }, source: null,
    }]
  })
}

function newEvent(entry: ReadEntry, fields: SourceFields, stock: Stock, { kind, state, seriesId, description }: ImportOptions): EventInput {
  const text = fields.description
  const note = [description === 'note' ? text : '', fields.link === '' ? '' : `Link: ${fields.link}`].filter((part) => part !== '').join('\n\n')
  const kindNamed = kindOfCategories(entry.categories)
  return {
    ...emptyEvent, title: fields.title, kind: kindNamed ?? kind, state, seriesId,
    startsOn: fields.startsOn, startsAt: fields.startsAt, endsOn: fields.endsOn, endsAt: fields.endsAt, ...placeOf(fields.location, stock),
    topic: cleanLine(entry.categories.filter((category) => kindOfCategories([category]) === null).join(', ')).slice(0, longest.title),
    programmeText: description === 'programme' ? text.slice(0, longest.programme) : '', note: note.slice(0, longest.note),
  }
}

function sourceFields({ title, startsOn, startsAt, endsOn, endsAt, location, description, link, status }: ReadEntry): SourceFields {
  return {
    title: withoutMark(cleanLine(title)).slice(0, longest.title).trim() || 'Ohne Titel', startsOn, startsAt, endsOn, endsAt, location: cleanLine(location).slice(0, longest.place),
    description: cleanText(description).trim().slice(0, longest.note), link: cleanLine(link).slice(0, 1_000), cancelled: status === 'cancelled',
  }
}

/** A place that the office keeps where the calendar names one, with its room; the words otherwise. */
function placeOf(location: string, { places }: Stock): Pick<EventInput, 'venueId' | 'roomId' | 'placeText'> {
  const parts = location.split(/[,;]/u).map(plainText)
  const venue = places.find(({ name }) => parts.includes(plainText(name)) || plainText(location) === plainText(name))
  const room = venue?.rooms.find(({ name }) => parts.includes(plainText(name)))
  return venue ? { venueId: venue.id, roomId: room?.id ?? null, placeText: '' } : { venueId: null, roomId: null, placeText: location }
}

/** A stored text with the calendar's new one in place of its old one; what the office wrote around it stays. */
function withText(stored: string, before: string, next: string, most: number): string {
  if (before !== '' && stored.includes(before)) return stored.replace(before, () => next).trim().slice(0, most)
  return [stored, next].filter((part) => part !== '').join('\n\n').slice(0, most)
}

function whenText({ startsOn, startsAt, endsOn, endsAt }: Pick<EventInput, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>): string {
  if (startsOn === null) return 'ohne Tag'
  const end = [endsOn === null || endsOn === startsOn ? '' : germanDate(endsOn), endsAt ?? ''].filter((part) => part !== '').join(', ')
  return [[germanDate(startsOn), startsAt ?? ''].filter((part) => part !== '').join(', '), end].filter((part) => part !== '').join(' bis ')
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}
