import type { Checklist, ChecklistInput } from '../../../../shared/events/checklists/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** One template of the office, trashed or not; null if there is none. */
export async function readChecklist(database: Database, id: string): Promise<Checklist | null> {
  const row = await database.selectFrom('checklist').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const items = await database.selectFrom('checklist_item').selectAll().where('checklist_id', '=', id).orderBy('position').execute()
  return {
    id, version: row.version, title: row.title, kinds: JSON.parse(row.kinds) as string[], basedOn: row.based_on, builtin: false, trashed: row.deleted_at !== null,
    items: items.map((item) => ({ id: item.id, heading: item.heading, title: item.title, note: item.note, lead: { count: item.lead_count, unit: item.lead_unit }, permit: item.permit === 1 })),
  }
}

/** The office's own templates by title. */
export async function ownChecklists(database: Database): Promise<Checklist[]> {
  const rows = await database.selectFrom('checklist').select('id').where('deleted_at', 'is', null).orderBy('title_key').execute()
  const found = await Promise.all(rows.map(({ id }) => readChecklist(database, id)))
  return found.filter((each) => each !== null)
}

/** Columns of a template. */
export function checklistColumns({ title, kinds }: ChecklistInput) {
  return { title, title_key: sortKey(title), kinds: JSON.stringify(kinds) }
}

/** Rows of a template's steps. */
export function itemRows(checklistId: string, items: ChecklistInput['items']) {
  return items.map(({ id, heading, title, note, lead, permit }, position) => ({
    id, checklist_id: checklistId, position, heading, title, note, lead_count: lead.count, lead_unit: lead.unit, permit: Number(permit),
  }))
}
