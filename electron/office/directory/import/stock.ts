import { sql } from 'kysely'
import type { ContactInput } from '../../../../shared/directory/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { readContactInputs } from '../repository.ts'
import { keysOf, type KnownContact } from './known.ts'
import type { Slices } from '../../documents/lists/slices.ts'

type Database = ReadDatabase<OfficeSchema>

const portion = 500

/**
 * What an import must know of the contacts that are already there: those that could be meant by one of its rows, because of
 * name, e-mail address, number or an earlier import. Trashed ones are left out.
 */
export async function readStock(database: Database, contacts: readonly ContactInput[], fingerprints: readonly string[], slices: Slices): Promise<KnownContact[]> {
  const keys = { names: new Set<string>(), emails: new Set<string>(), phones: new Set<string>() }
  for (const contact of contacts) {
    const own = keysOf(contact)
    for (const name of own.names) keys.names.add(name)
    for (const email of own.emails) keys.emails.add(email)
    for (const phone of own.phones) keys.phones.add(phone)
    await slices.next()
  }
  const ids = new Set<string>()
  const ask = async (values: ReadonlySet<string> | readonly string[], statement: (json: string) => ReturnType<typeof sql<{ id: string }>>): Promise<void> => {
    const list = [...values]
    for (let start = 0; start < list.length; start += portion) {
      const { rows } = await statement(JSON.stringify(list.slice(start, start + portion))).execute(database as never)
      for (const { id } of rows) ids.add(id)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  // One statement for many keys; the list of keys leads, and each key is a range or a point of an index. The sign keeps SQLite
  // from going through everything that is not deleted instead.
  await ask(keys.names, (json) => sql`SELECT contact.id FROM json_each(${json}) AS wanted CROSS JOIN contact
    ON contact.match_key >= wanted.value AND contact.match_key < wanted.value || char(1114111) WHERE +contact.deleted_at IS NULL`)
  await ask(keys.emails, (json) => sql`SELECT contact.id FROM json_each(${json}) AS wanted CROSS JOIN contact_channel AS channel
    ON channel.kind = 'email' AND channel.value = wanted.value COLLATE NOCASE CROSS JOIN contact ON contact.id = channel.contact_id WHERE +contact.deleted_at IS NULL`)
  await ask(keys.phones, (json) => sql`SELECT contact.id FROM json_each(${json}) AS wanted CROSS JOIN contact_channel AS channel
    ON channel.e164 = wanted.value CROSS JOIN contact ON contact.id = channel.contact_id WHERE +contact.deleted_at IS NULL`)
  await ask(fingerprints, (json) => sql`SELECT contact.id FROM json_each(${json}) AS wanted CROSS JOIN contact_origin AS origin
    ON origin.fingerprint = wanted.value CROSS JOIN contact ON contact.id = origin.contact_id WHERE +contact.deleted_at IS NULL`)
  return readKnown(database, [...ids])
}

async function readKnown(database: Database, ids: readonly string[]): Promise<KnownContact[]> {
  const known: KnownContact[] = []
  for (let start = 0; start < ids.length; start += portion) {
    const some = ids.slice(start, start + portion)
    const contacts = await readContactInputs(database, some)
    const roles = await database.selectFrom('contact_role as role').innerJoin('contact as organisation', 'organisation.id', 'role.organisation_id')
      .select(['role.contact_id', 'organisation.name']).where('role.contact_id', 'in', some).execute()
    const origins = await database.selectFrom('contact_origin').select(['contact_id', 'fingerprint']).where('contact_id', 'in', some).execute()
    const employers = groupBy(roles, ({ contact_id }) => contact_id)
    const fingerprints = groupBy(origins, ({ contact_id }) => contact_id)
    for (const { id, contact } of contacts) {
      known.push({
        id, contact, line: null, employers: new Set((employers.get(id) ?? []).map(({ name }) => comparable(name))),
        fingerprints: new Set((fingerprints.get(id) ?? []).map(({ fingerprint }) => fingerprint)),
      })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return known
}
