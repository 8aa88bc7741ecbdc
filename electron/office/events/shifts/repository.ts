import { sql } from 'kysely'
import type { Shift } from '../../../../shared/events/shifts/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** The shifts of an event with who helps in them. */
export async function readShifts(database: Database, eventId: string): Promise<Shift[]> {
  const rows = await database.selectFrom('event_shift').selectAll().where('event_id', '=', eventId).orderBy('position').execute()
  const people = groupBy(await database.selectFrom('event_shift_person').selectAll().where('event_id', '=', eventId).orderBy('position').execute(), ({ shift_id }) => shift_id)
  return rows.map((row) => ({
    id: row.id, task: row.task, place: row.place, day: row.day, startsAt: row.starts_at, endsAt: row.ends_at, needed: row.needed, note: row.note,
    people: (people.get(row.id) ?? []).map(({ id, contact_id, name }) => ({ id, contactId: contact_id, name })),
  }))
}

/** Rows of an event's shifts. */
export function shiftRows(eventId: string, shifts: readonly Shift[]) {
  return {
    shifts: shifts.map(({ id, task, place, day, startsAt, endsAt, needed, note }, position) => ({ id, event_id: eventId, position, task, place, day, starts_at: startsAt, ends_at: endsAt, needed, note })),
    people: shifts.flatMap((shift) => shift.people.map(({ id, contactId, name }, position) => ({ id, event_id: eventId, shift_id: shift.id, position, contact_id: contactId, name }))),
  }
}

/** A person of the contacts who may help. */
export interface HelperHit {
  id: string
  name: string
  subtitle: string
  /** What puts this person first; empty for all others. */
  why: string
}

/** Words of tags that say somebody helps. */
const tagWords = ['%ehrenamt%', '%freiwillig%', '%helfe%', '%helfer%']

/** Persons for a shift: who has helped before, who works as a volunteer, then all others that match. Without words only the first two. */
export async function findHelpers(database: Database, query: string, limit: number, today: string): Promise<HelperHit[]> {
  const match = query.trim() === '' ? undefined : matchExpression(query, 'contact')
  if (match === null) return []
  const helped = sql<number>`(SELECT count(*) FROM event_shift_person AS helped JOIN event ON event.id = helped.event_id AND event.deleted_at IS NULL WHERE helped.contact_id = contact.id)`
  const voluntary = sql<number>`EXISTS (SELECT 1 FROM contact_role WHERE contact_role.contact_id = contact.id AND engagement = 'voluntary' AND (ended_on IS NULL OR ended_on >= ${today}))
    OR EXISTS (SELECT 1 FROM contact_label WHERE contact_label.contact_id = contact.id AND ((kind = 'area' AND label = 'volunteering')
      OR (kind = 'tag' AND (${sql.join(tagWords.map((word) => sql`lower(label) LIKE ${word}`), sql` OR `)}))))`
  let found = database.selectFrom('contact').where('contact.deleted_at', 'is', null).where('contact.kind', '=', 'person')
  if (match !== undefined) found = found.where('contact.id', 'in', matchingIds(match))
  else found = found.where(sql<boolean>`(${helped} > 0 OR ${voluntary})`)
  const rows = await found.select(['contact.id', 'contact.list_name as name', 'contact.list_place as place', helped.as('helped'), sql<number>`(${voluntary})`.as('voluntary')])
    .orderBy(sql`CASE WHEN ${helped} > 0 THEN 0 WHEN ${voluntary} THEN 1 ELSE 2 END`).orderBy('contact.name_key').limit(limit).execute()
  return rows.map(({ id, name, place, helped: times, voluntary: volunteers }) => ({
    id, name, subtitle: place, why: times > 0 ? 'hat schon geholfen' : volunteers ? 'ehrenamtlich' : '',
  }))
}
