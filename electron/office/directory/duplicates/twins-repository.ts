import type { Twin } from '../../../../shared/directory/duplicates/contract.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** What a list shows of contacts, trashed and merged ones included; by id. */
export async function readTwins(database: ReadDatabase<OfficeSchema>, ids: readonly string[]): Promise<Map<string, Twin>> {
  const twins = new Map<string, Twin>()
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500)
    const rows = await database.selectFrom('contact').select(['id', 'kind', 'list_name as name', 'department', 'list_place as place']).where('id', 'in', some).execute()
    const roles = await database.selectFrom('contact_role as role').innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
      .select(['role.contact_id', 'organisation.list_name as name']).where('role.contact_id', 'in', some).where('role.ended_on', 'is', null)
      .orderBy('role.started_on').execute()
    const employers = new Map(roles.map((role) => [role.contact_id, role.name]))
    for (const { department, ...row } of rows) twins.set(row.id, { ...row, detail: department || (employers.get(row.id) ?? '') })
  }
  return twins
}
