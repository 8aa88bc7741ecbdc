import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../shared/errors.ts'
import { maxImported, type ImportOptions, type ImportPreview } from '../../../../shared/events/icalendar/model.ts'
import { PrivateDetails } from '../../../../shared/events/icalendar/private-details.ts'
import { calendarEvent } from '../../../../shared/events/icalendar/published.ts'
import { hasClock } from '../../../../shared/events/icalendar/write.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import { ComingFiles } from '../../coming-files.ts'
import type { OfficeDesk } from '../../session.ts'
import { moveTasksAlong } from '../../tasks/service.ts'
import { eventColumns } from '../repository.ts'
import { eventRef, type EventTransaction } from '../service.ts'
import { readPublishable } from './export-repository.ts'
import { readPlaces, readSources, readStanding } from './import-repository.ts'
import { ownId } from './own-uid.ts'
import { planImport, type PlannedItem, type SourceFields, type Stock } from './planning.ts'
import type { ReadCalendars } from './reading/read-calendar.ts'
import { readInThread } from './reading/reader.ts'
import { UnreadableCalendar } from './reading/unreadable-calendar.ts'

const coming = new ComingFiles<null>()
/** Files that have come in whole, one for each desk; they live in memory alone. */
const staged = new WeakMap<OfficeDesk, { token: string; bytes: Uint8Array }>()

/** Begins with a calendar file. */
export function beginCalendar(desk: OfficeDesk, file: { name: string; size: number }): { token: string } {
  staged.delete(desk)
  return coming.begin(desk, { target: null, ...file })
}

/** The next piece of the file. @throws OfficeError `not-found`, `invalid` */
export function appendCalendar(desk: OfficeDesk, token: string, piece: Buffer): void {
  coming.append(desk, token, piece)
}

/** What would become of the file's entries. @throws OfficeError `not-found`, `invalid` with the reason where it can't be read */
export async function previewCalendar(desk: OfficeDesk, token: string, options: ImportOptions): Promise<ImportPreview> {
  const { read, planned } = await plan(desk, token, options)
  return { calendars: read.calendars, items: planned.map(({ item }) => item), outside: read.outside, remarks: remarksOf(read) }
}

/** Imports the chosen items in one step that undo takes back. A new day moves the open tasks of an event along. @throws OfficeError `invalid`, `not-found` */
export async function importCalendar(
  desk: OfficeDesk, token: string, { options, keys, land }: { options: ImportOptions; keys: readonly string[]; land: Land },
): Promise<{ change: string | null; created: number; changed: number }> {
  const { planned } = await plan(desk, token, options)
  const wanted = new Set(keys)
  const chosen = planned.filter(({ item, step }) => wanted.has(item.key) && step !== null)
  if (chosen.length > maxImported) throw new OfficeError('invalid', { detail: `Auf einmal lassen sich höchstens ${maxImported.toLocaleString('de-DE')} Termine übernehmen. Bitte einen kürzeren Zeitraum wählen.` })
  const { change } = await desk.write({ label: 'Kalender importiert' }, async (transaction) => {
    for (const [at, item] of chosen.entries()) {
      await take(transaction, item, land)
      if (at % 50 === 49) await new Promise((resolve) => setImmediate(resolve))
    }
  })
  closeCalendar(desk, token)
  return { change, created: chosen.filter(({ step }) => step?.kind === 'create').length, changed: chosen.filter(({ step }) => step?.kind === 'update').length }
}

/** Gives the file up. */
export function closeCalendar(desk: OfficeDesk, token: string): void {
  if (staged.get(desk)?.token === token) staged.delete(desk)
}

async function plan(desk: OfficeDesk, token: string, options: ImportOptions): Promise<{ read: ReadCalendars; planned: PlannedItem[] }> {
  const known = staged.get(desk)
  const bytes = known?.token === token ? known.bytes : coming.finish(desk, token).bytes
  staged.set(desk, { token, bytes })
  try {
    const read = await readInThread(bytes, options)
    return { read, planned: planImport(read, await readStock(desk, read, options), options) }
  } catch (error) {
    if (error instanceof UnreadableCalendar) throw new OfficeError('invalid', { detail: error.message })
    throw error
  }
}

async function readStock(desk: OfficeDesk, read: ReadCalendars, { from, to }: ImportOptions): Promise<Stock> {
  const { read: database } = desk.database
  const sources = await readSources(database, [...new Set([...read.entries.map(({ uid }) => uid), ...read.repeating])])
  const ownIds = [...new Set(read.entries.flatMap(({ uid }) => ownId(uid) ?? []))]
  const events = await readStanding(database, { ids: [...new Set([...sources.map(({ eventId }) => eventId), ...ownIds])] })
  const open = new PrivateDetails([])
  const published = ownIds.length === 0 ? [] : await readPublishable(database, { kind: 'events', ids: ownIds })
  const own = published.flatMap(({ startsOn, ...event }): [string, SourceFields][] => {
    if (startsOn === null) return []
    const { title, location, endsOn, ...rest } = calendarEvent({ ...event, startsOn }, (text) => open.without(text))
    const clock = hasClock({ ...rest, startsOn, endsOn })
    const length = endsOn === null || endsOn === startsOn ? null : endsOn
    return [[event.uid, {
      title: event.title, startsOn, startsAt: clock ? event.startsAt : null, endsOn: length, endsAt: clock ? event.endsAt : null, location: location.slice(0, 300), description: '', link: '', cancelled: title !== event.title,
    }]]
  })
  return { sources, events: new Map(events.map((event) => [event.id, event])), own: new Map(own), standing: await readStanding(database, { from, to }), places: await readPlaces(database) }
}

async function take(transaction: EventTransaction, { step, source }: PlannedItem, land: Land): Promise<void> {
  if (!step) return
  const eventId = step.kind === 'create' ? uuidv7() : step.eventId
  if (step.kind === 'create') await transaction.insert('event', { id: eventId, ...eventColumns(step.fields), deleted_at: null, deleted_by: null })
  else {
    await transaction.update('event', eventId, eventColumns(step.fields))
    if (step.fields.startsOn) await moveTasksAlong(transaction, eventRef(eventId), step.fields.startsOn, land)
  }
  if (!source) return
  const { uid, recurrence, calendar, sequence } = source.entry
  const row = { calendar: calendar.slice(0, 300), sequence, fields: JSON.stringify(source.fields), imported_at: transaction.now }
  if (source.id === null) await transaction.insert('event_source', { id: uuidv7(), event_id: eventId, uid, recurrence, ...row })
  else await transaction.update('event_source', source.id, row)
}

function remarksOf({ withGuests, others }: ReadCalendars): string[] {
  return [
    ...(withGuests === 0 ? [] : [`${withGuests === 1 ? 'Ein Eintrag nennt' : `${withGuests} Einträge nennen`} Eingeladene. Ihre Namen und Adressen werden nicht übernommen.`]),
    ...(others === 0 ? [] : [`${others === 1 ? 'Eine Aufgabe oder Notiz' : `${others} Aufgaben, Notizen oder Belegtzeiten`} im Kalender sind keine Termine und bleiben dort.`]),
  ]
}
