import { uuidv7 } from 'uuidv7'
import { purposeSchema } from '../../../shared/directory/dealings/purposes.ts'
import { distributionListSchema, memberChannels } from '../../../shared/directory/lists/model.ts'
import data from '../../../resources/demo/lists.json' with { type: 'json' }
import { savePurpose } from '../directory/dealings/service.ts'
import { createList, excludeMembers, setReach } from '../directory/lists/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** Creates the invented distribution lists, one of each kind, and what allows to use them. */
export async function fillLists(desk: OfficeDesk, contacts: DemoContacts): Promise<void> {
  const idOf = (name: string): string => (name.startsWith('p:') ? contacts.people : contacts.organisations)[Number(name.slice(2))] ?? ''
  const day = (days: number | null): string | null => days === null ? null : daysAgo(days)
  for (const { contact, purpose, legalBasis, givenDaysAgo, untilDaysAgo, evidence } of data.consents) {
    await savePurpose(desk, purposeSchema.parse({
      id: uuidv7(), contactId: idOf(contact), purpose, legalBasis, consentOn: day(givenDaysAgo), consentUntil: day(untilDaysAgo), evidence,
    }))
  }
  for (const { title, purpose, preferredChannel, tag, note, named, excluded, reach } of data.lists) {
    const rule = tag === null ? null : { filter: { tags: [tag] } }
    const { id } = await createList(desk, distributionListSchema.parse({ title, purpose, preferredChannel, note, rule }), named.map(idOf))
    for (const { contact, note: reason } of excluded) await excludeMembers(desk, id, [idOf(contact)], reason)
    for (const { contact, channel, person } of reach) {
      await setReach(desk, id, [idOf(contact)], { channel: memberChannels.find((known) => known === channel), personId: person === '' ? '' : idOf(person) })
    }
  }
}
