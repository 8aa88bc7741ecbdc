import type { z } from 'zod'
import type { BulkPreview, bulkChangeSchema } from '../../../../shared/directory/finding/bulk.ts'
import { organisationTypeLabel } from '../../../../shared/directory/organisation-types.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'
import { keyOf, labelRows } from '../columns.ts'

type Changes = z.output<typeof bulkChangeSchema>

/** What one contact gets and loses. */
interface Step {
  id: string
  columns: Partial<{ type_code: string | null, type_key: string, affiliation: Changes['affiliation'], publication: Changes['publication'], checked_on: string }>
  add: ReturnType<typeof labelRows>
  remove: string[]
}

/** Contacts read by one statement, and changed between two moments in which the process answers other calls. */
const PORTION = 200

/** Says how many contacts a change would touch. Changes nothing. */
export async function previewMany(desk: OfficeDesk, ids: readonly string[], changes: Changes): Promise<BulkPreview> {
  const plan = await planSteps(desk.database.read, ids, changes)
  return { changed: plan.steps.length, same: plan.same, withoutType: plan.withoutType }
}

/** Changes many contacts as one step; those in the trash are passed over, and so is what is so already. */
export async function changeMany(desk: OfficeDesk, ids: readonly string[], changes: Changes): Promise<{ change: string | null, contacts: number }> {
  const single = ids.length === 1 && ids[0] !== undefined ? { record: { type: 'contact', id: ids[0] } } : {}
  const written = await desk.write({ label: ids.length === 1 ? 'Kontakt geändert' : 'Mehrere Kontakte geändert', ...single }, async (transaction) => {
    const { steps } = await planSteps(transaction.database, ids, changes)
    for (const [index, { id, columns, add, remove }] of steps.entries()) {
      await transaction.update('contact', id, columns)
      for (const row of add) await transaction.insert('contact_label', row)
      for (const label of remove) await transaction.remove('contact_label', label)
      if (index % PORTION === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return steps.length
  })
  return { change: written.change, contacts: written.value }
}

/** What is to be done, contact by contact; those for which nothing is to be done are only counted. */
async function planSteps(database: ReadDatabase<OfficeSchema>, ids: readonly string[], changes: Changes): Promise<{ steps: Step[], same: number, withoutType: number }> {
  const plan = { steps: [] as Step[], same: 0, withoutType: 0 }
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = ids.slice(start, start + PORTION)
    const rows = await database.selectFrom('contact').select(['id', 'kind', 'type_code', 'affiliation', 'publication', 'checked_on'])
      .where('id', 'in', portion).where('deleted_at', 'is', null).execute()
    const labels = new Set((await database.selectFrom('contact_label').select('id').where('contact_id', 'in', portion).execute()).map(({ id }) => id))
    for (const row of rows) {
      const hasType = changes.typeCode !== undefined && row.kind === 'organisation'
      if (changes.typeCode !== undefined && !hasType) plan.withoutType += 1
      const columns: Step['columns'] = {
        ...hasType && row.type_code !== changes.typeCode ? { type_code: changes.typeCode, type_key: keyOf(organisationTypeLabel(changes.typeCode ?? null, 'short')) } : {},
        ...changes.affiliation !== undefined && row.affiliation !== changes.affiliation ? { affiliation: changes.affiliation } : {},
        ...changes.publication !== undefined && row.publication !== changes.publication ? { publication: changes.publication } : {},
        ...changes.checkedOn !== undefined && row.checked_on !== changes.checkedOn ? { checked_on: changes.checkedOn } : {},
      }
      const given = labelRows(row.id, { tags: changes.addTags, areas: changes.addAreas, languages: changes.addLanguages })
      const taken = labelRows(row.id, { tags: changes.removeTags, areas: changes.removeAreas, languages: changes.removeLanguages }).map(({ id }) => id)
      const add = given.filter(({ id }) => !labels.has(id))
      const remove = taken.filter((id) => labels.has(id) && !given.some((label) => label.id === id))
      if (Object.keys(columns).length + add.length + remove.length > 0) plan.steps.push({ id: row.id, columns, add, remove })
      else plan.same += 1
    }
  }
  return plan
}
