import { uuidv7 } from 'uuidv7'
import type { Contact } from '../../../shared/directory/contact.ts'
import type { ContactGroup, ContactListItem } from '../../../shared/directory/list.ts'
import type { ContactInput, OrganisationInput, PersonInput, Role } from '../../../shared/directory/model.ts'
import { heldRoles } from '../../../shared/directory/roles.ts'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import { organisationTypes } from '../../../shared/directory/organisation-types.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { OfficeDesk } from '../session.ts'
import { resolveContact } from './duplicates/resolve.ts'
import { checkSuperior } from './hierarchy.ts'
import { countContacts, listContacts, type ContactQuery } from './list-repository.ts'
import { getPrivacyOffice } from './privacy/office-service.ts'
import { insertContact, kindOf, presentIds, readContact, saveRole as storeRole, storedRole, updateContact as storeContact } from './repository.ts'

// What papers of other features say of the office's data protection.
export { getPrivacyOffice }

/** One page of the list. */
export async function findContacts(desk: OfficeDesk, query: ContactQuery): Promise<{ contacts: ContactListItem[], total: number, capped: boolean }> {
  return listContacts(desk.database.read, query)
}

/** How many contacts each group of the list has. */
export async function contactCounts(desk: OfficeDesk): Promise<Record<ContactGroup, number>> {
  return countContacts(desk.database.read)
}

/** One contact with its roles, also from the trash; for one that was merged the contact in which it lives on. @throws OfficeError `not-found` */
export async function getContact(desk: OfficeDesk, id: string): Promise<Contact> {
  const contact = await readContact(desk.database.read, await resolveContact(desk.database.read, id))
  if (!contact) throw new OfficeError('not-found')
  return contact
}

/** The id under which a contact lives on: its own, or that of the contact into which it was merged. Whoever keeps an id outside office.db asks this. */
export async function livingContact(desk: OfficeDesk, id: string): Promise<string> {
  return resolveContact(desk.database.read, id)
}

/** Stores a new contact. @throws OfficeError `invalid` for a superior organisation that can't be one */
export async function createContact(desk: OfficeDesk, contact: ContactInput): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Kontakt angelegt', record: contactRef(id), coalesce: coalesceKey(id) },
    async (transaction) => {
      if (contact.kind === 'organisation') await checkSuperior(transaction.database, id, contact.parentId)
      await insertContact(transaction, id, contact)
    })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/**
 * Brings a contact to what is given; quick further changes become one step of history and undo.
 * @throws OfficeError `conflict` with the contact as it is now, `invalid` when its kind would change or for a superior
 *   organisation that can't be one (itself, its own subordinate), `not-found`
 */
export async function updateContact(desk: OfficeDesk, id: string, version: number, contact: ContactInput): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Kontakt geändert', record: contactRef(id), coalesce: coalesceKey(id) }, async (transaction) => {
    await transaction.expectVersion(contactRef(id), version, () => readContact(transaction.database, id))
    const row = await transaction.row('contact', id)
    if (row?.kind !== contact.kind) throw new OfficeError('invalid', { detail: 'Aus einer Organisation kann keine Person werden und umgekehrt.' })
    // What was so already stays: a superior in the trash doesn't keep anybody from correcting a telephone number.
    if (contact.kind === 'organisation' && contact.parentId !== row.parent_id) await checkSuperior(transaction.database, id, contact.parentId)
    await storeContact(transaction, id, contact)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves contacts to the trash as one step; those that are there already are passed over. */
export async function removeContacts(desk: OfficeDesk, ids: readonly string[]): Promise<{ change: string | null, removed: number }> {
  const single = ids.length === 1 && ids[0] !== undefined ? { record: contactRef(ids[0]) } : {}
  const label = ids.length === 1 ? 'Kontakt gelöscht' : `${ids.length} Kontakte gelöscht`
  const written = await desk.write({ label, ...single }, async (transaction) => {
    const present = await presentIds(transaction.database, ids)
    for (const id of present) await transaction.trash(contactRef(id), desk.person.id)
    return present.length
  })
  return { change: written.change, removed: written.value }
}

/** Notes that contacts were checked on a day, as one step; those in the trash are passed over. */
export async function markChecked(desk: OfficeDesk, ids: readonly string[], day: string): Promise<{ change: string | null, checked: number }> {
  const single = ids.length === 1 && ids[0] !== undefined ? { record: contactRef(ids[0]) } : {}
  const label = ids.length === 1 ? 'Kontakt geprüft' : `${ids.length} Kontakte geprüft`
  const written = await desk.write({ label, ...single }, async (transaction) => {
    const present = await presentIds(transaction.database, ids)
    for (const id of present) await transaction.update('contact', id, { checked_on: day })
    return present.length
  })
  return { change: written.change, checked: written.value }
}

/** Adds or changes a role of a person in an organisation. @throws OfficeError `not-found`, `invalid` */
export async function saveRole(desk: OfficeDesk, role: Role): Promise<{ change: string | null }> {
  const stored = await storedRole(desk.database.read, role.id)
  if (stored && stored.contact_id !== role.personId) throw new OfficeError('invalid', { detail: 'Eine Funktion gehört immer derselben Person.' })
  const label = !stored ? 'Funktion eingetragen' : stored.ended_on === null && role.to !== null ? 'Funktion beendet' : 'Funktion geändert'
  const written = await desk.write({ label, record: contactRef(role.personId) }, async (transaction) => {
    const person = await kindOf(transaction.database, role.personId)
    const organisation = await kindOf(transaction.database, role.organisationId)
    if (person === undefined || organisation === undefined) throw new OfficeError('not-found')
    if (person !== 'person' || organisation !== 'organisation') {
      throw new OfficeError('invalid', { detail: 'Eine Funktion hat eine Person in einer Organisation.' })
    }
    await storeRole(transaction, role)
  })
  return { change: written.change }
}

/** Takes off a role. @throws OfficeError `not-found` */
export async function removeRole(desk: OfficeDesk, id: string): Promise<{ change: string | null }> {
  const personId = (await storedRole(desk.database.read, id))?.contact_id
  if (personId === undefined) throw new OfficeError('not-found')
  const written = await desk.write({ label: 'Funktion entfernt', record: contactRef(personId) }, (transaction) => transaction.remove('contact_role', id))
  return { change: written.change }
}

/**
 * What a letter needs of a contact: the contact, and for a person the organisation of the first of the held roles.
 * @param day the day of the letter, ISO date
 * @throws OfficeError `not-found`
 */
export async function letterRecipient(
  desk: OfficeDesk, contactId: string, day = new Date().toISOString().slice(0, 10),
): Promise<{ contact: OrganisationInput | PersonInput, employer?: OrganisationInput }> {
  const contact = await getContact(desk, contactId)
  if (contact.kind === 'organisation') return { contact }
  const [current] = heldRoles(contact.roles, day)
  const employer = current === undefined ? null : await getContact(desk, current.organisationId)
  return employer?.kind === 'organisation' ? { contact, employer } : { contact }
}

function contactRef(id: string) {
  return { type: 'contact', id }
}

/** Autosave of one record is one step of history. */
function coalesceKey(id: string): string {
  return `contact:${id}`
}

/** Organisations in which people of several sit together: boards, networks, working groups. */
export async function bodiesOf(database: ReadDatabase<OfficeSchema>): Promise<{ id: string; name: string; typeCode: string | null }[]> {
  return database.selectFrom('contact').select(['id', 'list_name as name', 'type_code as typeCode']).where('kind', '=', 'organisation')
    .where('type_code', 'in', organisationTypes.bodies).where('deleted_at', 'is', null).orderBy('name_key').orderBy('id').execute()
}
