import type { RelatedOrganisation } from '../../../shared/directory/contact.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** No real hierarchy is deeper; what an undo or a merge may have closed to a circle ends here. */
const MAX_LEVELS = 30

/**
 * The organisations above, the nearest first. One in the trash ends the way up, and so does one that came already: a circle,
 * as an undo may leave it behind, is shown as far as it is one way.
 * @param parentId the superior organisation of the one that is asked for, empty for none
 * @param ownId the one that is asked for
 */
export async function superiorsOf(database: Database, parentId: string, ownId: string): Promise<RelatedOrganisation[]> {
  const superiors: RelatedOrganisation[] = []
  const seen = new Set([ownId])
  for (let next = parentId; next !== '' && !seen.has(next) && superiors.length < MAX_LEVELS;) {
    seen.add(next)
    const row = await database.selectFrom('contact').select(['id', 'name', 'department', 'type_code', 'parent_id'])
      .where('id', '=', next).where('kind', '=', 'organisation').where('deleted_at', 'is', null).executeTakeFirst()
    if (!row) break
    superiors.push({ id: row.id, name: row.name, department: row.department, typeCode: row.type_code })
    next = row.parent_id
  }
  return superiors
}

/** The organisations directly below one, by name; those in the trash are left out. */
export async function subordinatesOf(database: Database, id: string): Promise<RelatedOrganisation[]> {
  const rows = await database.selectFrom('contact').select(['id', 'name', 'department', 'type_code'])
    .where('parent_id', '=', id).where('deleted_at', 'is', null).orderBy('name_key').execute()
  return rows.map(({ type_code, ...row }) => ({ ...row, typeCode: type_code }))
}

/**
 * Makes sure that an organisation may stand below another one.
 * @param id the organisation itself, also one that isn't stored yet
 * @param parentId the superior organisation, empty for none
 * @throws OfficeError `invalid` for itself, for one of its own subordinates (a circle), for a person, for one that isn't there
 */
export async function checkSuperior(database: Database, id: string, parentId: string): Promise<void> {
  if (parentId === '') return
  if (parentId === id) throw refused('Eine Organisation kann sich nicht selbst übergeordnet sein.')
  const parent = await database.selectFrom('contact').select(['kind', 'name', 'parent_id'])
    .where('id', '=', parentId).where('deleted_at', 'is', null).executeTakeFirst()
  if (!parent) throw refused('Die übergeordnete Organisation ist nicht mehr vorhanden. Bitte eine andere wählen.')
  if (parent.kind !== 'organisation') throw refused('Übergeordnet kann nur eine Organisation sein.')
  const above = await superiorsOf(database, parent.parent_id, parentId)
  if (above.some((organisation) => organisation.id === id)) {
    throw refused(`Das wäre ein Kreis: „${parent.name}“ gehört selbst zu dieser Organisation. Bitte eine andere wählen.`)
  }
}

function refused(message: string): OfficeError {
  return new OfficeError('invalid', { detail: message, fields: { 'contact.parentId': message } })
}
