import { uuidv7 } from 'uuidv7'
import data from '../../../resources/demo/dealings.json' with { type: 'json' }
import { agreementSchema } from '../../../shared/directory/dealings/agreements.ts'
import { encounterSchema } from '../../../shared/directory/dealings/encounters.ts'
import { purposeSchema } from '../../../shared/directory/dealings/purposes.ts'
import { contactInputSchema, roleSchema } from '../../../shared/directory/model.ts'
import { saveProtectedNote } from '../counselling/protected-notes/service.ts'
import { saveAgreement, saveEncounter, savePurpose } from '../directory/dealings/service.ts'
import { createContact, getContact, markChecked, saveRole, updateContact } from '../directory/service.ts'
import type { CounsellingDesk, OfficeDesk } from '../session.ts'
import type { DemoContacts } from './demo-contacts.ts'
import { daysAgo } from './days-ago.ts'

type IdOf = (reference: string) => string

/** Creates the invented names, areas, purposes, agreements and encounters; with a counselling desk also the protected note. */
export async function fillDealings(office: OfficeDesk, counselling: CounsellingDesk | null, contacts: DemoContacts): Promise<void> {
  const added: string[] = []
  const named = await office.database.read.selectFrom('contact').select(['id', 'name', 'department']).where('kind', '=', 'organisation').execute()
  const idOf: IdOf = (reference) => {
    if (!/^[opn]:\d+$/u.test(reference)) return named.find(({ name, department }) => [name, department].includes(reference))?.id ?? unknown(reference)
    const list = { o: contacts.organisations, p: contacts.people, n: added }[reference.slice(0, 1)]
    return list?.[Number(reference.slice(2))] ?? unknown(reference)
  }
  for (const entry of data.contacts) added.push(await addContact(office, entry, idOf))
  await markChecked(office, added, daysAgo(20))
  for (const { contact, ...fields } of data.details) await change(office, idOf(contact), fields)
  for (const { contact, purpose, legalBasis, evidence, ...days } of data.purposes) {
    await savePurpose(office, purposeSchema.parse({
      id: uuidv7(), contactId: idOf(contact), purpose, legalBasis, evidence,
      consentOn: day(days.given), consentUntil: day(days.until), revokedOn: day(days.revoked), reviewOn: day(days.review),
    }))
  }
  for (const { contact, title, subject, note, ...days } of data.agreements) {
    await saveAgreement(office, agreementSchema.parse({
      id: uuidv7(), contactId: idOf(contact), title, subject, note, from: day(days.from), to: day(days.to), noticeUntil: day(days.notice),
    }))
  }
  for (const { contact, ...encounter } of data.encounters) {
    await saveEncounter(office, encounterSchema.parse({ ...encounter, id: uuidv7(), contactId: idOf(contact), day: day(encounter.day) }))
  }
  if (!counselling) return
  for (const { contact, text } of data.protectedNotes) await saveProtectedNote(counselling, idOf(contact), 0, text)
}

async function addContact(office: OfficeDesk, entry: typeof data.contacts[number], idOf: IdOf): Promise<string> {
  const { phone, email, roleIn, role, ...fields } = entry
  const channels = [{ id: uuidv7(), kind: 'phone', value: phone, preferred: true }, { id: uuidv7(), kind: 'email', value: email }]
  const { id } = await createContact(office, contactInputSchema.parse({
    ...fields,
    channels: channels.filter(({ value }) => value !== ''),
  }))
  await saveRole(office, roleSchema.parse({ id: uuidv7(), personId: id, organisationId: idOf(roleIn), title: role, from: daysAgo(900) }))
  return id
}

async function change(office: OfficeDesk, id: string, fields: object): Promise<void> {
  const contact = await getContact(office, id)
  await updateContact(office, id, contact.version, contactInputSchema.parse({ ...contact, ...fields }))
}

function unknown(reference: string): never {
  throw new Error(`The demo data know no contact "${reference}".`)
}

/** The day so many days before today; `null` where the data name none. */
function day(before: number | undefined): string | null {
  return before === undefined ? null : daysAgo(before)
}
