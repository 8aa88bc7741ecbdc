import { uuidv7 } from 'uuidv7'
import builtin from '../../../../resources/events/checklists.json' with { type: 'json' }
import { checklistInputSchema, type Checklist, type ChecklistInput } from '../../../../shared/events/checklists/model.ts'
import { compareNames } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { checklistColumns, itemRows, ownChecklists, readChecklist } from './repository.ts'

const prefix = 'builtin:'
const checklistRef = (id: string) => ({ type: 'checklist', id })

/** Templates that come with the application, dated in their file. */
const builtins: readonly Checklist[] = builtin.checklists.map(({ code, title, kinds, items }) => ({
  ...checklistInputSchema.parse({ title, kinds, items: items.map((item, index) => ({ ...item, id: `${prefix}${code}:${index}` })) }),
  id: `${prefix}${code}`, version: 1, basedOn: '', builtin: true, trashed: false,
}))

/** The office's own templates, and those of the application for which it has none of its own. */
export async function findChecklists(desk: OfficeDesk): Promise<Checklist[]> {
  const own = await ownChecklists(desk.database.read)
  const replaced = new Set(own.map(({ basedOn }) => basedOn))
  return [...own, ...builtins.filter(({ id }) => !replaced.has(id))].toSorted((a, b) => compareNames(a.title, b.title))
}

/** One template, also from the trash. @throws OfficeError `not-found` */
export async function getChecklist(desk: OfficeDesk, id: string): Promise<Checklist> {
  const found = builtins.find((each) => each.id === id) ?? (await readChecklist(desk.database.read, id))
  if (!found) throw new OfficeError('not-found')
  return found
}

/** Stores a new template. `basedOn` is the one of the application that it stands for, or empty. @throws OfficeError `not-found` */
export async function createChecklist(desk: OfficeDesk, fields: ChecklistInput, basedOn: string): Promise<ChangeReceipt & { id: string }> {
  if (basedOn !== '' && !builtins.some((each) => each.id === basedOn)) throw new OfficeError('not-found')
  const id = uuidv7()
  const written = await desk.write({ label: 'Checkliste angelegt', record: checklistRef(id) }, async (transaction) => {
    await transaction.insert('checklist', { id, ...checklistColumns(fields), based_on: basedOn, deleted_at: null, deleted_by: null })
    // Steps copied from a template bear its ids; rows need ids of their own.
    for (const row of itemRows(id, fields.items.map((item) => ({ ...item, id: uuidv7() })))) await transaction.insert('checklist_item', row)
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Brings a template of the office to what is given. Events that were planned with it keep their tasks. @throws OfficeError `conflict`, `not-found` */
export async function updateChecklist(desk: OfficeDesk, id: string, version: number, fields: ChecklistInput): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Checkliste geändert', record: checklistRef(id), coalesce: `checklist:${id}` }, async (transaction) => {
    await transaction.expectVersion(checklistRef(id), version, () => readChecklist(transaction.database, id))
    await transaction.update('checklist', id, checklistColumns(fields))
    await transaction.replaceRows('checklist_item', 'checklist_id', id, itemRows(id, fields.items))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a template to the trash; the one of the application that it stood for is offered again. @throws OfficeError `conflict`, `not-found` */
export async function removeChecklist(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Checkliste gelöscht', record: checklistRef(id) }, async (transaction) => {
    await transaction.expectVersion(checklistRef(id), version)
    await transaction.trash(checklistRef(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}
