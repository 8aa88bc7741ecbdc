import type { EquipmentItem } from '../../../../shared/events/equipment/model.ts'
import type { EventPart } from '../parts.ts'

/** „Material" as part of an event. */
export const equipmentPart: EventPart<{ items: EquipmentItem[] }> = {
  label: 'Material',
  key: 'event-equipment',
  async read(database, eventId) {
    const rows = await database.selectFrom('event_equipment').selectAll().where('event_id', '=', eventId).orderBy('position').execute()
    return {
      items: rows.map((row) => ({
        id: row.id, what: row.what, quantity: row.quantity, ownerId: row.owner_id, owner: row.owner, bringerId: row.bringer_id, bringer: row.bringer,
        got: row.got === 1, returned: row.returned === 1, note: row.note,
      })),
    }
  },
  async write(transaction, eventId, { items }) {
    await transaction.replaceRows('event_equipment', 'event_id', eventId, items.map((item, position) => ({
      id: item.id, event_id: eventId, position, what: item.what, quantity: item.quantity, owner_id: item.ownerId, owner: item.owner, bringer_id: item.bringerId, bringer: item.bringer,
      got: Number(item.got), returned: Number(item.returned), note: item.note,
    })))
  },
  ids: ({ items }) => items.map(({ id }) => id),
}
