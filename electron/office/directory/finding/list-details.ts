import { sql, type SqlBool } from 'kysely'
import type { ContactListItem } from '../../../../shared/directory/list.ts'
import { heldRoles } from '../../../../shared/directory/roles.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
type Bare = Pick<ContactListItem, 'id' | 'kind' | 'name' | 'department' | 'typeCode' | 'place' | 'ags' | 'updatedAt'> & { checkedOn: string }

/** The rows of one page with what stands in other tables: channels, labels, and where a person works on that day. */
export async function withDetails(database: Database, rows: readonly Bare[], today: string): Promise<ContactListItem[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const employers = await readEmployers(database, rows.filter(({ kind }) => kind === 'person').map(({ id }) => id), today)
  const channels = byContact(await database.selectFrom('contact_channel').select(['contact_id', 'kind', 'value'])
    .where('contact_id', 'in', ids).orderBy('preferred', 'desc').orderBy('position').execute())
  const labels = byContact(await database.selectFrom('contact_label').select(['contact_id', 'kind', 'label'])
    .where('contact_id', 'in', ids).orderBy('label').execute())
  return rows.map((row) => {
    const reached = channels.get(row.id) ?? []
    const labelled = (kind: 'tag' | 'area' | 'language') => (labels.get(row.id) ?? []).filter((label) => label.kind === kind).map(({ label }) => label)
    return {
      ...row,
      checkedOn: row.checkedOn || null,
      employer: employers.get(row.id)?.name ?? '',
      role: employers.get(row.id)?.title ?? '',
      phone: reached.find(({ kind }) => kind === 'phone' || kind === 'mobile')?.value ?? '',
      email: reached.find(({ kind }) => kind === 'email')?.value ?? '',
      tags: labelled('tag'),
      areas: labelled('area'),
      languages: labelled('language'),
    }
  })
}

/** For persons the organisation of the first role that they hold on that day, and the role's title. */
async function readEmployers(database: Database, personIds: readonly string[], today: string): Promise<Map<string, { name: string, title: string }>> {
  if (personIds.length === 0) return new Map()
  const roles = await database.selectFrom('contact_role as role').innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
    .select(['role.contact_id', 'organisation.list_name', 'role.title', 'role.started_on as from', 'role.ended_on as to', 'organisation.type_code as organisationType'])
    .where('role.contact_id', 'in', personIds).where((eb) => eb.or([eb('role.ended_on', 'is', null), eb('role.ended_on', '>', today)]))
    // The sign keeps SQLite from beginning with every organisation there is instead of with these persons' roles.
    .where(sql<SqlBool>`+organisation.deleted_at IS NULL`)
    .execute()
  // The map keeps the last one of a person, which is to be the first of the held roles.
  return new Map(heldRoles(roles, today).reverse().map((role) => [role.contact_id, { name: role.list_name, title: role.title }]))
}

/** Rows of a contact's parts by the contact, in the order in which they came. */
export function byContact<Row extends { contact_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const known = found.get(row.contact_id)
    if (known) known.push(row)
    else found.set(row.contact_id, [row])
  }
  return found
}
