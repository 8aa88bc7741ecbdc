import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/duplicates.json' with { type: 'json' }
import { contactInputSchema, type ContactInput } from '../../../shared/directory/model.ts'
import { mergeContacts } from '../directory/duplicates/merge-service.ts'
import { decide } from '../directory/duplicates/service.ts'
import { createContact, findContacts, getContact, markChecked } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

/** Contacts that are there twice, two namesakes, one decision and one merge, so that „Dubletten“ has something to show. */
export async function fillDuplicates(desk: OfficeDesk): Promise<void> {
  const made: string[] = []
  const create = async (contact: ContactInput): Promise<string> => {
    const { id } = await createContact(desk, contact)
    made.push(id)
    return id
  }
  const withIds = (entries: readonly object[] = []) => entries.map((entry) => ({ id: uuidv7(), ...entry }))
  for (const { channels, ...contact } of data.contacts) {
    const addresses = 'addresses' in contact ? contact.addresses : []
    await create(contactInputSchema.parse({ ...contact, channels: withIds(channels), addresses: withIds(addresses) }))
  }
  const namesake = await create(contactInputSchema.parse({ kind: 'person', ...data.different }))
  await decide(desk, namesake, await idOf(desk, 'Böhme Thomas', namesake), 'different')
  const { email, ...merged } = data.merged
  const other = await create(contactInputSchema.parse({ kind: 'person', ...merged, channels: withIds([{ kind: 'email', value: email }]) }))
  const kept = await idOf(desk, 'Cornakec Jana', other)
  await markChecked(desk, made, daysAgo(30))
  await mergeContacts(desk, await getContact(desk, kept), await getContact(desk, other), {})
}

/** The contact with this name that isn't the one given. */
async function idOf(desk: OfficeDesk, name: string, besides: string): Promise<string> {
  const { contacts } = await findContacts(desk, { query: name, group: 'person', sort: 'name', descending: false, offset: 0, limit: 10 })
  const found = contacts.find(({ id }) => id !== besides)
  if (!found) throw new Error(`The demo office has nobody called ${name}.`)
  return found.id
}
