import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/network.json' with { type: 'json' }
import { contactInputSchema, roleSchema } from '../../../shared/directory/model.ts'
import { createContact, getContact, markChecked, saveRole, updateContact } from '../directory/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** Puts the invented organisations into trees, and the people into boards, networks and working groups, some of them until 2022. */
export async function fillNetwork(desk: OfficeDesk, { organisations, people }: DemoContacts): Promise<void> {
  const added = new Map<string, string>()
  const idOf = (place: string | number | null): string => place === null ? '' : typeof place === 'string' ? added.get(place) ?? '' : organisations[place] ?? ''
  for (const { key, parent, children, ...unit } of data.tree) {
    const contact = contactInputSchema.parse({ kind: 'organisation', ...unit, parentId: idOf(parent), affiliation: key.startsWith('caritas') ? 'external' : 'internal' })
    const { id } = await createContact(desk, contact)
    added.set(key, id)
    for (const child of children) await putBelow(desk, idOf(child), id)
  }
  for (const { members, ...body } of data.bodies) {
    const { id } = await createContact(desk, contactInputSchema.parse({ kind: 'organisation', ...body }))
    added.set(body.shortName, id)
    for (const { person, ...role } of members) await saveRole(desk, roleSchema.parse({ id: uuidv7(), personId: people[person], organisationId: id, engagement: 'voluntary', ...role }))
  }
  await markChecked(desk, [...added.values()], daysAgo(40))
}

async function putBelow(desk: OfficeDesk, id: string, parentId: string): Promise<void> {
  const contact = await getContact(desk, id)
  if (contact.kind === 'organisation') await updateContact(desk, id, contact.version, contactInputSchema.parse({ ...contact, parentId }))
}
