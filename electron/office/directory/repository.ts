import type { Selectable } from 'kysely'
import type { Contact, RoleEntry } from '../../../shared/directory/contact.ts'
import type { ContactInput, Role } from '../../../shared/directory/model.ts'
import { groupBy } from '../../../shared/group-by.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'
import { readAgreements, readPurposes } from './dealings/repository.ts'
import { subordinatesOf, superiorsOf } from './hierarchy.ts'
import { addressRows, channelRows, contactColumns, labelRows } from './columns.ts'
import type { DirectoryTables } from '../database/office/directory-tables.ts'

type Database = ReadDatabase<OfficeSchema>
type Transaction = WriteTransaction<OfficeSchema>

/** Reads one contact, trashed or not. */
export async function readContact(database: Database, id: string): Promise<Contact | null> {
  const row = await database.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const addresses = await database.selectFrom('contact_address').selectAll().where('contact_id', '=', id).orderBy('position').execute()
  const channels = await database.selectFrom('contact_channel').selectAll().where('contact_id', '=', id).orderBy('position').execute()
  const labels = await database.selectFrom('contact_label').selectAll().where('contact_id', '=', id).orderBy('label').execute()
  const common = {
    id: row.id,
    version: row.version,
    updatedAt: row.updated_at,
    trashed: row.deleted_at !== null,
    checkedOn: row.checked_on || null,
    ...commonFields(row, addresses, channels, labels),
    roles: await readRoles(database, id),
    superiors: await superiorsOf(database, row.parent_id, id),
    subordinates: row.kind === 'organisation' ? await subordinatesOf(database, id) : [],
    purposes: await readPurposes(database, id),
    agreements: await readAgreements(database, id),
  }
  return { ...ownFields(row), ...common }
}

/** The contacts as a form would hand them in, many at once; unknown ids are left out. At most 500. */
export async function readContactInputs(database: Database, ids: readonly string[]): Promise<{ id: string, contact: ContactInput }[]> {
  if (ids.length === 0) return []
  const rows = await database.selectFrom('contact').selectAll().where('id', 'in', ids).execute()
  const addresses = groupBy(await database.selectFrom('contact_address').selectAll().where('contact_id', 'in', ids).orderBy('position').execute(), ({ contact_id }) => contact_id)
  const channels = groupBy(await database.selectFrom('contact_channel').selectAll().where('contact_id', 'in', ids).orderBy('position').execute(), ({ contact_id }) => contact_id)
  const labels = groupBy(await database.selectFrom('contact_label').selectAll().where('contact_id', 'in', ids).orderBy('label').execute(), ({ contact_id }) => contact_id)
  return rows.map((row) => ({
    id: row.id,
    contact: {
      ...ownFields(row),
      ...commonFields(row, addresses.get(row.id) ?? [], channels.get(row.id) ?? [], labels.get(row.id) ?? []),
    },
  }))
}

/** Roles of a person or in an organisation, whichever the id is; those without an end first, then the last ended, then by name. Trashed contacts are left out. */
async function readRoles(database: Database, id: string): Promise<RoleEntry[]> {
  const ofPerson = await rolesWhere(database, 'role.contact_id', id)
  const inOrganisation = await rolesWhere(database, 'role.organisation_id', id)
  return [...ofPerson, ...inOrganisation]
}

async function rolesWhere(database: Database, column: 'role.contact_id' | 'role.organisation_id', id: string) {
  return database.selectFrom('contact_role as role')
    .innerJoin('contact as person', 'person.id', 'role.contact_id')
    .leftJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
    .select((eb) => [
      'role.id', 'role.contact_id as personId', 'person.list_name as personName', 'role.organisation_id as organisationId',
      // An organisation that was destroyed leaves the role behind, without its name.
      eb.fn.coalesce('organisation.list_name', eb.val('Gelöschter Kontakt')).as('organisationName'), 'organisation.type_code as organisationType', 'role.title', 'role.started_on as from', 'role.ended_on as to', 'role.engagement',
    ])
    .where(column, '=', id)
    .where('person.deleted_at', 'is', null)
    .where('organisation.deleted_at', 'is', null)
    .orderBy((eb) => eb('role.ended_on', 'is not', null))
    .orderBy('role.ended_on', 'desc')
    .orderBy(column === 'role.contact_id' ? 'organisation.name_key' : 'person.name_key')
    .execute()
}

/** Stores a new contact with all its parts. */
export async function insertContact(transaction: Transaction, id: string, contact: ContactInput): Promise<void> {
  await transaction.insert('contact', { id, checked_on: '', deleted_at: null, deleted_by: null, ...contactColumns(contact) })
  for (const row of addressRows(id, contact)) await transaction.insert('contact_address', row)
  for (const row of channelRows(id, contact)) await transaction.insert('contact_channel', row)
  for (const row of labelRows(id, contact)) await transaction.insert('contact_label', row)
}

/** Brings a stored contact with all its parts to what is given; what is equal already is no change. */
export async function updateContact(transaction: Transaction, id: string, contact: ContactInput): Promise<void> {
  await transaction.update('contact', id, contactColumns(contact))
  await transaction.replaceRows('contact_address', 'contact_id', id, addressRows(id, contact))
  await transaction.replaceRows('contact_channel', 'contact_id', id, channelRows(id, contact))
  await transaction.replaceRows('contact_label', 'contact_id', id, labelRows(id, contact))
}

/** Stores a role, new or known. */
export async function saveRole(transaction: Transaction, role: Role): Promise<void> {
  const row = {
    id: role.id, contact_id: role.personId, organisation_id: role.organisationId, title: role.title, started_on: role.from, ended_on: role.to,
    engagement: role.engagement,
  }
  if (await transaction.row('contact_role', role.id)) await transaction.update('contact_role', role.id, row)
  else await transaction.insert('contact_role', row)
}

/** Which kind a contact has that is not in the trash; undefined if there is none. */
export async function kindOf(database: Database, id: string): Promise<Contact['kind'] | undefined> {
  const row = await database.selectFrom('contact').select('kind').where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()
  return row?.kind
}

/** A role as it is stored. */
export async function storedRole(database: Database, roleId: string): Promise<Selectable<DirectoryTables['contact_role']> | undefined> {
  return database.selectFrom('contact_role').selectAll().where('id', '=', roleId).executeTakeFirst()
}

/** Every tag that a contact has, each once. */
export async function tagsInUse(database: Database): Promise<string[]> {
  const rows = await tagsStatement(database).execute()
  return rows.map(({ label }) => label)
}

/** The statement behind `tagsInUse`. */
export function tagsStatement(database: Database) {
  return database.selectFrom('contact_label').select('label').distinct().where('kind', '=', 'tag')
}

/** Those of the contacts that are there and not in the trash. */
export async function presentIds(database: Database, ids: readonly string[]): Promise<string[]> {
  const found: string[] = []
  // SQLite binds at most 32,766 values to a statement; much smaller portions are no slower.
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await database.selectFrom('contact').select('id').where('id', 'in', ids.slice(start, start + 500)).where('deleted_at', 'is', null).execute()
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** The fields that only this kind of contact has. */
function ownFields(row: Selectable<DirectoryTables['contact']>) {
  return row.kind === 'organisation'
    ? { kind: 'organisation' as const, name: row.name, shortName: row.short_name, department: row.department, typeCode: row.type_code, parentId: row.parent_id }
    : {
        kind: 'person' as const, familyName: row.family_name, givenNames: row.given_names, nameOrder: row.name_order, formerNames: row.former_names,
        originalName: row.original_name, transliteration: row.transliteration, transliterationStandard: row.transliteration_standard,
        title: row.title, salutation: row.salutation,
      }
}

/** The fields of every contact, with its parts. */
function commonFields(
  row: Selectable<DirectoryTables['contact']>,
  addresses: readonly Selectable<DirectoryTables['contact_address']>[],
  channels: readonly Selectable<DirectoryTables['contact_channel']>[],
  labels: readonly Selectable<DirectoryTables['contact_label']>[],
) {
  return {
    affiliation: row.affiliation,
    publication: row.publication,
    addresses: addresses.map(toAddress),
    channels: channels.map(toChannel),
    tags: labels.filter(({ kind }) => kind === 'tag').map(({ label }) => label),
    areas: labels.filter(({ kind }) => kind === 'area').map(({ label }) => label),
    languages: labels.filter(({ kind }) => kind === 'language').map(({ label }) => label),
    ags: row.ags,
    responsibilityArea: row.responsibility_area,
    salutationText: row.salutation_text,
    note: row.note,
  }
}

function toAddress(row: Selectable<DirectoryTables['contact_address']>): ContactInput['addresses'][number] {
  const { id, kind, street, extra, place, country } = row
  return { id, kind, street, extra, postalCode: row.postal_code, place, country, preferred: row.preferred === 1 }
}

function toChannel(row: Selectable<DirectoryTables['contact_channel']>): ContactInput['channels'][number] {
  const { id, kind, value, label } = row
  return { id, kind, value, label, preferred: row.preferred === 1 }
}
