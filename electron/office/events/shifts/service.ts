import type { Shift } from '../../../../shared/events/shifts/model.ts'
import type { EventPart } from '../parts.ts'
import { readShifts, shiftRows } from './repository.ts'

/** „Schichten" as part of an event. */
export const shiftsPart: EventPart<{ shifts: Shift[] }> = {
  label: 'Schichten',
  key: 'event-shifts',
  async read(database, eventId) {
    return { shifts: await readShifts(database, eventId) }
  },
  async write(transaction, eventId, { shifts }) {
    const rows = shiftRows(eventId, shifts)
    await transaction.replaceRows('event_shift', 'event_id', eventId, rows.shifts)
    await transaction.replaceRows('event_shift_person', 'event_id', eventId, rows.people)
  },
  ids: ({ shifts }) => shifts.flatMap(({ id, people }) => [id, ...people.map((person) => person.id)]),
}
