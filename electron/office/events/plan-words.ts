import type { Kysely } from 'kysely'
import { lineName } from '../../../shared/events/money/model.ts'
import type { OfficeSchema } from '../database/office/schema.ts'

/** What search finds an event by besides the event itself: who pays, who helps, what happens and what is needed. */
export async function planWords(database: Kysely<OfficeSchema>, eventId: string): Promise<string[]> {
  const sources = await database.selectFrom('event_fund').select(['name', 'funder', 'reference']).where('event_id', '=', eventId).execute()
  const lines = await database.selectFrom('event_budget_line').select(['category', 'label']).where('event_id', '=', eventId).execute()
  const receipts = await database.selectFrom('event_receipt').select(['party', 'purpose']).where('event_id', '=', eventId).execute()
  const shifts = await database.selectFrom('event_shift').select('task').where('event_id', '=', eventId).execute()
  const people = await database.selectFrom('event_shift_person').select('name').where('event_id', '=', eventId).execute()
  const things = await database.selectFrom('event_equipment').select(['what', 'owner', 'bringer']).where('event_id', '=', eventId).execute()
  const items = await database.selectFrom('event_run_item').select(['title', 'who']).where('event_id', '=', eventId).execute()
  const words = [
    ...sources.flatMap(({ name, funder, reference }) => [name, funder, reference]), ...lines.map(lineName), ...receipts.flatMap(({ party, purpose }) => [party, purpose]),
    ...shifts.map(({ task }) => task), ...people.map(({ name }) => name), ...things.flatMap(({ what, owner, bringer }) => [what, owner, bringer]), ...items.flatMap(({ title, who }) => [title, who]),
  ]
  return [...new Set(words)].filter((word) => word !== '')
}
