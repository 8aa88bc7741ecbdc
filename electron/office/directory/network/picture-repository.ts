import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { PictureEdge, PictureNode } from '../../../../shared/directory/network/model.ts'
import { organisationTypes } from '../../../../shared/directory/organisation-types.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
/** A node before it has a place. */
export type UnplacedNode = Omit<PictureNode, 'x' | 'y'>

/** SQLite binds at most 32,766 values to a statement. */
const portion = 500
const bodies: ReadonlySet<string> = new Set(organisationTypes.bodies)

/** Organisations of the types, narrowed by area and tag; at most `limit`, with the number of all. */
export async function organisationsOf(
  database: Database, filter: { types: readonly string[], area: string | null, tag: string | null }, limit: number,
): Promise<{ ids: string[], total: number }> {
  const labelled = (kind: string, label: string | null): RawBuilder<SqlBool> => label === null ? sql`1` : sql`EXISTS (
    SELECT 1 FROM contact_label WHERE contact_id = contact.id AND kind = ${kind} AND label = ${label})`
  const { rows } = await sql<{ id: string, total: number }>`
    SELECT id, count(*) OVER () AS total FROM contact
    WHERE deleted_at IS NULL AND kind = 'organisation' AND type_code IN (${sql.join(filter.types)})
      AND ${labelled('area', filter.area)} AND ${labelled('tag', filter.tag)}
    ORDER BY name_key, id LIMIT ${limit}`.execute(database as never)
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

/** Roles held on a day by or in the contacts; each once, at most `limit` of them and one more to see that there are others. */
export async function edgesAt(database: Database, ids: readonly string[], day: string, limit: number): Promise<PictureEdge[]> {
  const found = new Map<string, PictureEdge>()
  for (let start = 0; start < ids.length && found.size <= limit; start += portion) {
    const some = sql.join(ids.slice(start, start + portion))
    const { rows } = await sql<{ id: string, from: string, to: string, title: string }>`
      SELECT role.id, role.contact_id AS "from", role.organisation_id AS "to", role.title FROM contact_role AS role
      JOIN contact AS person ON person.id = role.contact_id JOIN contact AS organisation ON organisation.id = role.organisation_id
      WHERE (role.contact_id IN (${some}) OR role.organisation_id IN (${some}))
        AND person.deleted_at IS NULL AND organisation.deleted_at IS NULL
        AND (role.started_on IS NULL OR role.started_on <= ${day}) AND (role.ended_on IS NULL OR role.ended_on > ${day})
      ORDER BY organisation.name_key, person.name_key, role.id LIMIT ${limit + 1}`.execute(database as never)
    for (const { id, ...edge } of rows) found.set(id, { ...edge, kind: 'role' })
  }
  return [...found.values()]
}

/** Who belongs directly below or above the organisations. */
export async function parentEdges(database: Database, ids: readonly string[], limit: number): Promise<PictureEdge[]> {
  const found = new Map<string, PictureEdge>()
  for (let start = 0; start < ids.length && found.size <= limit; start += portion) {
    const some = sql.join(ids.slice(start, start + portion))
    const { rows } = await sql<{ from: string, to: string }>`
      SELECT child.id AS "from", parent.id AS "to" FROM contact AS child JOIN contact AS parent ON parent.id = child.parent_id
      WHERE child.parent_id <> '' AND (child.id IN (${some}) OR child.parent_id IN (${some}))
        AND child.deleted_at IS NULL AND parent.deleted_at IS NULL AND child.id <> parent.id
      ORDER BY parent.name_key, child.name_key, child.id LIMIT ${limit + 1}`.execute(database as never)
    for (const { from, to } of rows) found.set(from, { from, to, kind: 'parent', title: '' })
  }
  return [...found.values()]
}

/** The contacts as nodes, in German order. */
export async function readNodes(database: Database, ids: readonly string[]): Promise<UnplacedNode[]> {
  const nodes: { node: UnplacedNode, key: string }[] = []
  for (let start = 0; start < ids.length; start += portion) {
    const rows = await database.selectFrom('contact').select(['id', 'kind', 'list_name', 'name', 'department', 'type_code', 'name_key'])
      .where('id', 'in', ids.slice(start, start + portion)).where('deleted_at', 'is', null).execute()
    nodes.push(...rows.map((row) => ({
      node: {
        id: row.id,
        kind: row.kind === 'person' ? 'person' as const : bodies.has(row.type_code ?? '') ? 'body' as const : 'organisation' as const,
        name: row.kind === 'person' ? row.list_name : row.name,
        detail: row.department,
        links: 0,
      },
      key: `${row.name_key}\u0000${row.id}`,
    })))
  }
  return nodes.sort((a, b) => a.key < b.key ? -1 : 1).map(({ node }) => node)
}

/** For persons the organisation outside of the bodies in which they hold a role on a day, the one that began last. */
export async function employersOf(database: Database, personIds: readonly string[], day: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let start = 0; start < personIds.length; start += portion) {
    const { rows } = await sql<{ person: string, name: string }>`
      SELECT role.contact_id AS person, CASE WHEN organisation.short_name = '' THEN organisation.name ELSE organisation.short_name END AS name
      FROM contact_role AS role JOIN contact AS organisation ON organisation.id = role.organisation_id
      WHERE role.contact_id IN (${sql.join(personIds.slice(start, start + portion))}) AND organisation.deleted_at IS NULL
        AND coalesce(organisation.type_code, '') NOT IN (${sql.join([...bodies])})
        AND (role.started_on IS NULL OR role.started_on <= ${day}) AND (role.ended_on IS NULL OR role.ended_on > ${day})
      ORDER BY role.started_on`.execute(database as never)
    for (const { person, name } of rows) found.set(person, name)
  }
  return found
}
