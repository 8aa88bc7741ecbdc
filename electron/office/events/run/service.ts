import type { RunItem } from '../../../../shared/events/run/model.ts'
import type { EventPart } from '../parts.ts'

/** „Ablaufplan" as part of an event. */
export const runPart: EventPart<{ items: RunItem[] }> = {
  label: 'Ablaufplan',
  key: 'event-run',
  async read(database, eventId) {
    const rows = await database.selectFrom('event_run_item').selectAll().where('event_id', '=', eventId).orderBy('position').execute()
    return { items: rows.map(({ id, day, starts_at, minutes, title, who, place, technology, note }) => ({ id, day, startsAt: starts_at, minutes, title, who, place, technology, note })) }
  },
  async write(transaction, eventId, { items }) {
    await transaction.replaceRows('event_run_item', 'event_id', eventId, items.map(({ id, day, startsAt, minutes, title, who, place, technology, note }, position) =>
      ({ id, event_id: eventId, position, day, starts_at: startsAt, minutes, title, who, place, technology, note })))
  },
  ids: ({ items }) => items.map(({ id }) => id),
}
