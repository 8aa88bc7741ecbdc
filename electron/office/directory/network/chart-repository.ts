import { sql } from 'kysely'
import type { ChartRoot, ChartUnit } from '../../../../shared/directory/network/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** No chain of superiors is longer; a ring in it (A below B below A) ends here at the latest. */
const deepest = 40

/**
 * The organisations below one and itself, level by level. Each has one superior, so each is reached once; a ring of
 * superiors can only close at the top one, where it ends.
 * @param limit at most so many; `total` counts all of them
 */
export async function readTree(database: Database, top: string, limit: number): Promise<{ units: Omit<ChartUnit, 'people' | 'peopleTotal'>[], total: number }> {
  const { rows } = await sql<{ id: string, parentId: string | null, name: string, department: string, typeCode: string | null, total: number }>`
    WITH RECURSIVE below (id, parent_id, level) AS (
      SELECT id, NULL, 0 FROM contact WHERE id = ${top} AND kind = 'organisation' AND deleted_at IS NULL
      UNION ALL
      SELECT child.id, child.parent_id, below.level + 1 FROM below JOIN contact AS child ON child.parent_id = below.id
      WHERE child.deleted_at IS NULL AND child.kind = 'organisation' AND child.id <> ${top} AND below.level < ${deepest}
    )
    SELECT below.id, below.parent_id AS "parentId", contact.name, contact.department, contact.type_code AS "typeCode", count(*) OVER () AS total
    FROM below JOIN contact ON contact.id = below.id
    ORDER BY below.level, contact.name_key, contact.department LIMIT ${limit}`.execute(database as never)
  return { units: rows.map(({ id, parentId, name, department, typeCode }) => ({ id, parentId, name, department, typeCode })), total: rows[0]?.total ?? 0 }
}

/** The organisations above one, the highest first, without itself. A ring of superiors ends where it closes. */
export async function readAbove(database: Database, id: string): Promise<{ id: string, name: string }[]> {
  const { rows } = await sql<{ id: string, name: string, level: number }>`
    WITH RECURSIVE above (id, level) AS (
      SELECT parent_id, 1 FROM contact WHERE id = ${id} AND parent_id <> ''
      UNION
      SELECT contact.parent_id, above.level + 1 FROM above JOIN contact ON contact.id = above.id
      WHERE contact.parent_id <> '' AND contact.deleted_at IS NULL AND above.level < ${deepest}
    )
    SELECT contact.id, CASE WHEN contact.department = '' THEN contact.name ELSE contact.name || ', ' || contact.department END AS name,
      min(above.level) AS level
    FROM above JOIN contact ON contact.id = above.id
    WHERE contact.deleted_at IS NULL AND contact.id <> ${id} GROUP BY contact.id ORDER BY level`.execute(database as never)
  return rows.map((row) => ({ id: row.id, name: row.name })).reverse()
}

/** Organisations with others below them and none above, those with the most direct ones first. */
export async function readRoots(database: Database, limit: number): Promise<{ roots: ChartRoot[], total: number }> {
  const { rows } = await sql<ChartRoot & { total: number }>`
    SELECT top.id, top.name, top.department, count(*) AS children, count(*) OVER () AS total
    FROM contact AS child JOIN contact AS top ON top.id = child.parent_id
    WHERE child.parent_id <> '' AND child.deleted_at IS NULL AND top.deleted_at IS NULL AND top.parent_id = ''
    GROUP BY top.id ORDER BY children DESC, top.name_key LIMIT ${limit}`.execute(database as never)
  return { roots: rows.map(({ id, name, department, children }) => ({ id, name, department, children })), total: rows[0]?.total ?? 0 }
}

/** The organisation in which a person holds a role on a day, the one that began last; undefined for none. */
export async function employerOn(database: Database, personId: string, day: string): Promise<string | undefined> {
  const row = await database.selectFrom('contact_role as role')
    .innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
    .select('role.organisation_id as id')
    .where('role.contact_id', '=', personId)
    .where('organisation.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('role.started_on', 'is', null), eb('role.started_on', '<=', day)]))
    .where((eb) => eb.or([eb('role.ended_on', 'is', null), eb('role.ended_on', '>', day)]))
    .orderBy('role.started_on', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** People with a role in the organisations on a day, by organisation; of each at most `perUnit`, with the number of all. */
export async function readPeople(
  database: Database, organisations: readonly string[], day: string, perUnit: number,
): Promise<Map<string, Pick<ChartUnit, 'people' | 'peopleTotal'>>> {
  const found = new Map<string, Pick<ChartUnit, 'people' | 'peopleTotal'>>()
  if (organisations.length === 0) return found
  const { rows } = await sql<{ organisation: string, id: string, name: string, title: string, total: number }>`
    SELECT * FROM (
      SELECT role.organisation_id AS organisation, person.id, person.list_name AS name, role.title,
        count(*) OVER (PARTITION BY role.organisation_id) AS total,
        row_number() OVER (PARTITION BY role.organisation_id ORDER BY role.title = '', person.name_key) AS position
      FROM contact_role AS role JOIN contact AS person ON person.id = role.contact_id
      WHERE role.organisation_id IN (${sql.join(organisations)}) AND person.deleted_at IS NULL
        AND (role.started_on IS NULL OR role.started_on <= ${day}) AND (role.ended_on IS NULL OR role.ended_on > ${day})
    ) WHERE position <= ${perUnit}`.execute(database as never)
  for (const { organisation, total, ...person } of rows) {
    const unit = found.get(organisation) ?? { people: [], peopleTotal: total }
    unit.people.push({ id: person.id, name: person.name, title: person.title })
    found.set(organisation, unit)
  }
  return found
}
