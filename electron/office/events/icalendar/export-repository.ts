import { sql } from 'kysely'
import type { ExportSource } from '../../../../shared/events/icalendar/model.ts'
import type { PublishedEvent } from '../../../../shared/events/icalendar/published.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { ownUid } from './own-uid.ts'

type Database = ReadDatabase<OfficeSchema>

/** Which events go out; the office's own entries are no events. */
export type EventSource = Exclude<ExportSource, { kind: 'office' }>

/** Roles of those who make an event together. */
const makers = ['organiser', 'partner']

/** Events that are asked for, those without a day and ideas among them; only the columns that may leave the office are read. */
export async function readPublishable(database: Database, source: EventSource): Promise<(Omit<PublishedEvent, 'startsOn'> & { startsOn: string | null })[]> {
  let found = database.selectFrom('event').leftJoin('venue', 'venue.id', 'event.venue_id').leftJoin('venue_room', 'venue_room.id', 'event.room_id').leftJoin('event_series', 'event_series.id', 'event.series_id')
    .where('event.deleted_at', 'is', null)
  if (source.kind === 'events') found = found.where('event.id', 'in', source.ids)
  else if (source.kind === 'series') found = found.where('event.series_id', '=', source.id)
  else found = found.where('event.starts_on', '<=', source.to).where((eb) => eb(eb.fn.coalesce('event.ends_on', 'event.starts_on'), '>=', source.from))
  const rows = await found.select([
    'event.id', 'event.version', 'event.updated_at', 'event.title', 'event.kind', 'event.state', 'event.starts_on', 'event.starts_at', 'event.ends_on', 'event.ends_at', 'event.place_text', 'event.fallback_place',
    'event.access_note', 'event.target_group', 'event.languages', 'event.interpretation', 'event.childcare', 'event.topic', 'event.cost', 'event.registration', 'event.programme_text',
    'venue.name as venue_name', 'venue.street', 'venue.postal_code', 'venue.city', 'venue.step_free', 'venue.accessible_toilet', 'venue.hearing_loop', 'venue.access_note as venue_access', 'venue.transport',
    'venue_room.name as room_name', 'venue_room.step_free as room_step_free', 'event_series.title as series_title',
  ]).select([
    // Imported from one entry that stands for itself, an event goes out under the name it came with.
    sql<string | null>`(SELECT CASE WHEN count(*) = 1 AND max(recurrence) = '' THEN max(uid) END FROM event_source WHERE event_source.event_id = event.id)`.as('source_uid'),
    sql<number>`coalesce((SELECT max(sequence) FROM event_source WHERE event_source.event_id = event.id), 0)`.as('source_sequence'),
  ]).orderBy('event.starts_on').orderBy('event.starts_at').orderBy('event.title_key').execute()
  const organisers = await readOrganisers(database, rows.map(({ id }) => id))
  return rows.map((row) => ({
    uid: row.source_uid ?? ownUid(row.id), sequence: row.source_sequence + row.version - 1, modifiedAt: row.updated_at, title: row.title, kind: row.kind, state: row.state,
    startsOn: row.starts_on, startsAt: row.starts_at, endsOn: row.ends_on, endsAt: row.ends_at, placeText: row.place_text, fallbackPlace: row.fallback_place, accessNote: row.access_note,
    targetGroup: row.target_group, languages: row.languages, interpretation: row.interpretation, childcare: row.childcare, topic: row.topic, cost: row.cost, registration: row.registration,
    programmeText: row.programme_text, seriesTitle: row.series_title ?? '', organisers: organisers.get(row.id) ?? [],
    venue: row.venue_name === null ? null : {
      name: row.venue_name, room: row.room_name ?? '', street: row.street ?? '', postalCode: row.postal_code ?? '', city: row.city ?? '', stepFree: row.step_free ?? 'unknown', roomStepFree: row.room_step_free,
      accessibleToilet: row.accessible_toilet === 1, hearingLoop: row.hearing_loop === 1, accessNote: row.venue_access ?? '', transport: row.transport ?? '',
    },
  }))
}

/** Title of a series; empty where there is none. */
export async function readSeriesTitle(database: Database, id: string): Promise<string> {
  return (await database.selectFrom('event_series').select('title').where('id', '=', id).executeTakeFirst())?.title ?? ''
}

/**
 * Numbers and addresses of people that are nobody else's business: those of contacts who haven't agreed to be published. What an
 * organisation or somebody who agreed has, too, isn't private.
 */
export async function readPrivateChannels(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('contact_channel').innerJoin('contact', 'contact.id', 'contact_channel.contact_id')
    .select(['contact_channel.value', 'contact.kind', 'contact.publication']).where('contact_channel.kind', 'in', ['phone', 'mobile', 'fax', 'email']).where('contact_channel.value', '<>', '').execute()
  const isOpen = ({ kind, publication }: (typeof rows)[number]): boolean => publication === 'allowed' || (kind === 'organisation' && publication !== 'refused')
  const open = new Set(rows.filter(isOpen).map(({ value }) => comparable(value)))
  return rows.filter((row) => !isOpen(row) && !open.has(comparable(row.value))).map(({ value }) => value)
}

function comparable(value: string): string {
  return value.includes('@') ? value.toLowerCase() : value.replace(/^\s*(?:\+|00)49/u, '0').replace(/\D/gu, '').replace(/^0+/u, '')
}

/** Organisations of the directory that make the events and haven't refused to be named. People aren't named. */
async function readOrganisers(database: Database, eventIds: readonly string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (eventIds.length === 0) return names
  const rows = await database.selectFrom('event_partner').innerJoin('contact', 'contact.id', 'event_partner.contact_id')
    .select(['event_partner.event_id', 'event_partner.name']).where('event_partner.event_id', 'in', eventIds).where('event_partner.role', 'in', makers)
    .where('contact.kind', '=', 'organisation').where('contact.publication', '<>', 'refused').where('contact.deleted_at', 'is', null).orderBy('event_partner.position').execute()
  for (const { event_id, name } of rows) names.set(event_id, [...(names.get(event_id) ?? []), name])
  return names
}
