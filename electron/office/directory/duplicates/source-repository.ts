import type { ProfileSource } from '../../../../shared/directory/duplicates/profile.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** A contact with what its comparison needs, and the version that was read. */
export interface VersionedSource extends ProfileSource {
  version: number
}

const columns = [
  'id', 'version', 'kind', 'name', 'short_name as shortName', 'department', 'type_code as typeCode', 'family_name as familyName',
  'given_names as givenNames', 'former_names as formerNames', 'title', 'salutation', 'parent_id as parentId',
] as const

/** The next contacts in the order of their ids, trashed ones left out. */
export async function readSourcesAfter(database: Database, after: string, limit: number): Promise<VersionedSource[]> {
  const contacts = await database.selectFrom('contact').select(columns).where('id', '>', after).where('deleted_at', 'is', null)
    .orderBy('id').limit(limit).execute()
  const [first, last] = [contacts[0]?.id, contacts.at(-1)?.id]
  if (first === undefined || last === undefined) return []
  const addresses = await database.selectFrom('contact_address').select(['contact_id', 'street', 'postal_code as postalCode', 'place'])
    .where('contact_id', '>=', first).where('contact_id', '<=', last).execute()
  const channels = await database.selectFrom('contact_channel').select(['contact_id', 'kind', 'value', 'e164'])
    .where('contact_id', '>=', first).where('contact_id', '<=', last).execute()
  const roles = await database.selectFrom('contact_role').select(['contact_id', 'organisation_id'])
    .where('contact_id', '>=', first).where('contact_id', '<=', last).execute()
  const addressesOf = grouped(addresses)
  const channelsOf = grouped(channels)
  const rolesOf = grouped(roles)
  return contacts.map(({ parentId, ...contact }) => ({
    ...contact,
    addresses: addressesOf.get(contact.id) ?? [],
    channels: channelsOf.get(contact.id) ?? [],
    organisations: contact.kind === 'person' ? (rolesOf.get(contact.id) ?? []).map((role) => role.organisation_id) : [parentId].filter((id) => id !== ''),
  }))
}

/** One contact, null when it isn't there or lies in the trash. */
export async function readSource(database: Database, id: string): Promise<VersionedSource | null> {
  const contact = await database.selectFrom('contact').select(columns).where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
  if (!contact) return null
  const { parentId, ...rest } = contact
  const addresses = await database.selectFrom('contact_address').select(['street', 'postal_code as postalCode', 'place']).where('contact_id', '=', id).execute()
  const channels = await database.selectFrom('contact_channel').select(['kind', 'value', 'e164']).where('contact_id', '=', id).execute()
  const roles = rest.kind === 'person' ? await database.selectFrom('contact_role').select('organisation_id').where('contact_id', '=', id).execute() : []
  return { ...rest, addresses, channels, organisations: rest.kind === 'person' ? roles.map((role) => role.organisation_id) : [parentId].filter((parent) => parent !== '') }
}

/** Contacts that changed at or after a moment (ISO), trashed ones included. */
export async function readChanges(database: Database, since: string): Promise<{ id: string, version: number, updatedAt: string, gone: boolean }[]> {
  const rows = await database.selectFrom('contact').select(['id', 'version', 'updated_at as updatedAt', 'deleted_at']).where('updated_at', '>=', since).execute()
  return rows.map(({ deleted_at, ...row }) => ({ ...row, gone: deleted_at !== null }))
}

/** Ids of all contacts that aren't in the trash. */
export async function readPresentIds(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('contact').select('id').where('deleted_at', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/** How many contacts aren't in the trash, and when a contact was changed last (ISO, empty for never). */
export async function readExtent(database: Database): Promise<{ total: number, latest: string }> {
  const { total } = await database.selectFrom('contact').select((eb) => eb.fn.countAll<number>().as('total')).where('deleted_at', 'is', null).executeTakeFirstOrThrow()
  const { latest } = await database.selectFrom('contact').select((eb) => eb.fn.max('updated_at').as('latest')).executeTakeFirstOrThrow()
  return { total, latest: latest ?? '' }
}

function grouped<Row extends { contact_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.contact_id)
    if (group) group.push(row)
    else groups.set(row.contact_id, [row])
  }
  return groups
}
