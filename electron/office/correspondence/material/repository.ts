import type { Selectable } from 'kysely'
import type { EditionInput, Material, MaterialInput } from '../../../../shared/correspondence/material/model.ts'
import { balanceOf, displayedAt } from '../../../../shared/correspondence/material/stock.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { PressTables } from '../../database/office/press-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
type MovementRow = Selectable<PressTables['material_movement']>
type EditionRow = Selectable<PressTables['material_edition']>

/** One material with its editions and journal, trashed or not; null if there is none. */
export async function readMaterial(database: Database, id: string): Promise<Material | null> {
  const row = await database.selectFrom('material').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const editions = await database.selectFrom('material_edition').selectAll().where('material_id', '=', id).orderBy('id').execute()
  const movements = await database.selectFrom('material_movement').selectAll().where('material_id', '=', id).orderBy('id').execute()
  const papers = await papersOf(database, editions.map((edition) => edition.id))
  const journals = groupBy(movements, (movement) => movement.edition_id)
  return {
    ...fromRow(row),
    editions: editions.map((edition) => ({ ...editionFrom(edition, journals.get(edition.id) ?? []), papers: papers.get(edition.id) ?? 0 })),
    movements: [...journals.values()].flatMap(withBalances).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
  }
}

/** Materials that aren't in the trash, by title, with their editions; with words to look for, those that hold them. */
export async function readMaterials(database: Database, query = ''): Promise<(ReturnType<typeof fromRow> & { titleKey: string; editions: ReturnType<typeof editionFrom>[] })[]> {
  let materials = database.selectFrom('material').selectAll().where('deleted_at', 'is', null)
  if (query.trim() !== '') {
    const match = matchExpression(query, 'material')
    if (!match) return []
    materials = materials.where('id', 'in', matchingIds(match))
  }
  const rows = await materials.orderBy('title_key').execute()
  const editions = groupBy(await database.selectFrom('material_edition').selectAll().orderBy('id').execute(), (edition) => edition.material_id)
  const journals = groupBy(await database.selectFrom('material_movement').selectAll().orderBy('id').execute(), (movement) => movement.edition_id)
  return rows.map((row) => ({
    ...fromRow(row), titleKey: row.title_key, editions: (editions.get(row.id) ?? []).map((edition) => editionFrom(edition, journals.get(edition.id) ?? [])),
  }))
}

/** What the journal of an edition says, in its order. */
export async function journalOf(database: Database, editionId: string): Promise<MovementRow[]> {
  return database.selectFrom('material_movement').selectAll().where('edition_id', '=', editionId).orderBy('id').execute()
}

/** The columns of the fields that are set. */
export function materialColumns(fields: MaterialInput): Omit<Selectable<PressTables['material']>, 'id' | 'version' | 'created_at' | 'updated_at' | 'deleted_at' | 'deleted_by'>
export function materialColumns(fields: Partial<MaterialInput>): Partial<Selectable<PressTables['material']>>
export function materialColumns(fields: Partial<MaterialInput>): Partial<Selectable<PressTables['material']>> {
  const { title, kind, topic, publisherId, publisherName, source, note } = fields
  const columns = { title, title_key: title === undefined ? undefined : sortKey(title), kind, topic, publisher_id: publisherId, publisher_name: publisherName, source, note }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** The columns of an edition's fields. */
export function editionColumns({ languages, edition, issuedOn, format, shelf, minStock, reviewOn, note }: EditionInput) {
  return { languages: languages.join(' '), edition, issued_on: issuedOn, format, shelf, min_stock: minStock, review_on: reviewOn, note }
}

function fromRow({ id, version, title, kind, topic, publisher_id, publisher_name, source, note, deleted_at }: Selectable<PressTables['material']>) {
  return { id, version, title, kind, topic, publisherId: publisher_id, publisherName: publisher_name, source, note, trashed: deleted_at !== null }
}

function editionFrom(row: EditionRow, journal: readonly MovementRow[]) {
  const { id, edition, format, shelf, note } = row
  return {
    id, edition, format, shelf, note, languages: row.languages.split(' '), issuedOn: row.issued_on, minStock: row.min_stock, reviewOn: row.review_on,
    outdatedOn: row.outdated_on, outdatedNote: row.outdated_note, balance: balanceOf(journal),
    displayed: displayedAt(journal.map(({ kind, change, moved_on: on, contact_id: contactId, party }) => ({ kind, change, on, contactId, party }))),
  }
}

function withBalances(journal: readonly MovementRow[]): Material['movements'] {
  let balance = 0
  return journal.map((row) => {
    balance += row.change
    const amount = row.kind === 'count' ? balance : Math.abs(row.change)
    return { id: row.id, editionId: row.edition_id, kind: row.kind, amount, change: row.change, balance, on: row.moved_on, contactId: row.contact_id, party: row.party, note: row.note, personName: row.person_name }
  })
}

async function papersOf(database: Database, editions: readonly string[]): Promise<Map<string, number>> {
  if (editions.length === 0) return new Map()
  const rows = await database.selectFrom('document').select(['owner_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('owner_type', '=', 'material-edition').where('owner_id', 'in', editions).where('deleted_at', 'is', null).groupBy('owner_id').execute()
  return new Map(rows.map(({ owner_id, count }) => [owner_id, count]))
}
