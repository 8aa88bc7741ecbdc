import { uuidv7 } from 'uuidv7'
import { viewDefinitionSchema, type ContactView, type ViewDefinition } from '../../../../shared/directory/finding/views.ts'
import { readFilter } from '../../../../shared/directory/filter.ts'
import { compareNames } from '../../../../shared/directory/names.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'

interface ViewInput {
  name: string
  shared: boolean
  definition: ViewDefinition
}

/** The person's own views and those of the office, in alphabetical order. */
export async function listViews({ database, person }: OfficeDesk): Promise<ContactView[]> {
  const rows = await database.read.selectFrom('contact_view').select(['id', 'version', 'owner_id', 'name', 'definition'])
    .where('deleted_at', 'is', null).where('owner_id', 'in', ['', person.id]).execute()
  return rows.map(({ id, version, owner_id, name, definition }) => ({ id, version, name, shared: owner_id === '', definition: readDefinition(definition) }))
    .sort((a, b) => compareNames(a.name, b.name))
}

/**
 * Stores a view, a new one without `id`.
 * @throws OfficeError `not-found` also for another person's view; `conflict` when it changed since `version`
 */
export async function saveView(desk: OfficeDesk, known: { id?: string | undefined, version?: number | undefined }, view: ViewInput): Promise<{ id: string, change: string | null }> {
  const id = known.id ?? uuidv7()
  const columns = { owner_id: view.shared ? '' : desk.person.id, name: view.name, definition: JSON.stringify(view.definition) }
  const record = { type: 'contact_view', id }
  const written = await desk.write({ label: known.id === undefined ? 'Ansicht gespeichert' : 'Ansicht geändert', record }, async (transaction) => {
    if (known.id === undefined) return transaction.insert('contact_view', { id, deleted_at: null, deleted_by: null, ...columns })
    await expectOwn(desk, id)
    if (known.version !== undefined) await transaction.expectVersion(record, known.version)
    await transaction.update('contact_view', id, columns)
  })
  return { id, change: written.change }
}

/** Removes a view; it doesn't go to the trash, "Rückgängig" brings it back. @throws OfficeError `not-found` */
export async function removeView(desk: OfficeDesk, id: string): Promise<{ change: string | null }> {
  const { change } = await desk.write({ label: 'Ansicht gelöscht', record: { type: 'contact_view', id } }, async (transaction) => {
    await expectOwn(desk, id)
    await transaction.remove('contact_view', id)
  })
  return { change }
}

async function expectOwn({ database, person }: OfficeDesk, id: string): Promise<void> {
  const row = await database.read.selectFrom('contact_view').select('owner_id').where('id', '=', id).executeTakeFirst()
  if (!row || (row.owner_id !== '' && row.owner_id !== person.id)) throw new OfficeError('not-found')
}

/** A stored definition, also one of another version: what no longer fits takes its default. */
function readDefinition(text: string): ViewDefinition {
  const stored = JSON.parse(text) as Record<string, unknown>
  const fitting = Object.entries(viewDefinitionSchema.shape).flatMap(([key, schema]) => {
    const value = key === 'filter' ? { success: true, data: readFilter(stored.filter) } : schema.safeParse(stored[key])
    return value.success ? [[key, value.data] as const] : []
  })
  return viewDefinitionSchema.parse(Object.fromEntries(fitting))
}
