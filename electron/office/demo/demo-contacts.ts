import { uuidv7 } from 'uuidv7'
import { contactInputSchema, roleSchema } from '../../../shared/directory/model.ts'
import data from '../../../resources/demo/contacts.json' with { type: 'json' }
import { createContact, markChecked, saveRole } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

const ownAdministration = 'Stadtverwaltung Musterstadt'

/** Ids of the invented contacts, in the order of the data. */
export interface DemoContacts {
  /** Names of the organisations, as a list shows them. */
  names: string[]
  organisations: string[]
  people: string[]
}

/** Creates the invented organisations, the people in them, and their roles. */
export async function fillContacts(desk: OfficeDesk): Promise<DemoContacts> {
  const organisations: string[] = []
  for (const entry of data.organisations) {
    const contact = contactInputSchema.parse({
      kind: 'organisation',
      name: entry.name,
      shortName: entry.shortName,
      department: entry.department,
      typeCode: entry.typeCode,
      addresses: [{ id: uuidv7(), street: entry.street, postalCode: entry.postalCode, place: entry.place, preferred: true }],
      channels: channels(entry),
      tags: entry.tags,
      areas: entry.areas,
      affiliation: entry.name === ownAdministration ? 'internal' : 'external',
      note: entry.note,
    })
    organisations.push((await createContact(desk, contact)).id)
  }
  const people: string[] = []
  for (const entry of data.people) {
    const contact = contactInputSchema.parse({
      kind: 'person',
      givenNames: entry.givenNames,
      familyName: entry.familyName,
      nameOrder: entry.nameOrder,
      title: entry.title,
      salutation: entry.salutation,
      channels: channels(entry),
      tags: entry.tags,
      note: entry.note,
    })
    const { id } = await createContact(desk, contact)
    people.push(id)
    const role = { id: uuidv7(), personId: id, organisationId: organisations[entry.organisation], title: entry.role, from: entry.since }
    await saveRole(desk, roleSchema.parse(role))
  }
  // A few are left over, so that „Zu prüfen“ has something to show.
  await markChecked(desk, [...organisations.slice(0, -4), ...people.slice(0, -3)], daysAgo(40))
  return { organisations, people, names: data.organisations.map(({ name, department }) => [name, department].filter(Boolean).join(', ')) }
}

function channels({ phone, email }: { phone: string; email: string }) {
  return [
    { id: uuidv7(), kind: 'phone', value: phone, preferred: true },
    { id: uuidv7(), kind: 'email', value: email },
  ].filter((channel) => channel.value)
}
