import { isoDay } from '../../../shared/dates.ts'
import { detailLabel } from '../../../shared/directory/details.ts'
import { contactKindLabels } from '../../../shared/directory/labels.ts'
import type { RoleEntry } from '../../../shared/directory/contact.ts'
import { placeOf, preferredOf, type ContactInput } from '../../../shared/directory/model.ts'
import { displayName, listName } from '../../../shared/directory/names.ts'
import { heldRoles } from '../../../shared/directory/roles.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordDocument, RecordType } from '../database/record-type.ts'
import { encounterTexts } from './dealings/repository.ts'
import { absorbedContacts, absorbedNames } from './duplicates/resolve.ts'
import { readContact } from './repository.ts'

/** Contacts are found by every word that stands on their record; a result shows the number to call. */
export const contactRecordType: RecordType<OfficeSchema> = {
  type: 'contact',
  label: 'Kontakt',
  root: 'contact',
  parts: {
    contact_address: 'contact_id', contact_channel: 'contact_id', contact_label: 'contact_id', contact_role: 'contact_id',
    contact_purpose: 'contact_id', contact_agreement: 'contact_id', contact_encounter: 'contact_id',
    contact_distinction: 'contact_id', contact_merge: 'contact_id', contact_origin: 'contact_id', contact_privacy: 'contact_id',
    contact_media: 'contact_id',
  },
  destroyedIn: { distribution_member: 'contact_id', serial_recipient: 'contact_id', contact_distinction: 'other_id', contact_merge: 'merged_id' },
  // What was merged into this contact, and into that one before, speaks of nobody else.
  async destroyedAlong(database, id) {
    return (await absorbedContacts(database, id)).map((merged) => ({ type: 'contact', id: merged }))
  },
  mentionedIn: { contact_role: 'organisation_id', contact: 'parent_id', task: 'record_id' },
  linkedIn: { letter: 'recipient_id', letter_recipient: 'contact_id', statement: 'requester_id', statement_contributor: 'contact_id', register_entry: 'contact_id', distribution_member: ['contact_id', 'person_id'],
    press_quote: 'contact_id', press_delivery: 'contact_id', clipping: ['medium_id', 'author_id'], press_settings: 'office_id', material: 'publisher_id', material_movement: 'contact_id',
    event_partner: 'contact_id', event_series_partner: 'contact_id', event_fund: 'contact_id', event_receipt: 'contact_id', event_shift_person: 'contact_id', event_equipment: ['owner_id', 'bringer_id'], participant: 'contact_id', venue: 'contact_id', directive_item: 'contact_id', serial_recipient: 'contact_id' },
  async document(database, id) {
    const contact = await readContact(database, id)
    if (!contact) return null
    return contactDocument(contact, { superiors: contact.superiors, agreements: contact.agreements, texts: [...await encounterTexts(database, id), ...await absorbedNames(database, id)] })
  },
}

/** What a contact is found by beyond its own fields and roles. */
interface Surroundings {
  superiors: readonly { name: string }[]
  agreements: readonly { title: string, subject: string }[]
  texts: readonly string[]
}

const alone: Surroundings = { superiors: [], agreements: [], texts: [] }

/** What search and lists know of a contact; a new one has no surroundings yet. */
export function contactDocument(
  contact: ContactInput & { roles: readonly (Pick<RoleEntry, 'title' | 'organisationName' | 'from' | 'to'> & Partial<Pick<RoleEntry, 'organisationType'>>)[] }, { superiors, agreements, texts }: Surroundings = alone,
): RecordDocument {
  const organisation = contact.kind === 'organisation' ? contact : null
  const kind = organisation?.typeCode ? organisationTypeLabel(organisation.typeCode) : contactKindLabels[contact.kind]
  const calls = contact.channels.filter((channel) => channel.kind === 'phone' || channel.kind === 'mobile')
  const roles = organisation === null ? contact.roles : []
  const today = isoDay(new Date())
  const current = heldRoles(roles, today)[0]
  return {
    title: listName(contact),
    subtitle: [kind, current?.title, current?.organisationName, organisation?.department, placeOf(contact)].filter(Boolean).join(' · '),
    line: (preferredOf(calls) ?? preferredOf(contact.channels))?.value ?? '',
    words: [
      displayName(contact), organisation?.shortName ?? '', organisation?.department ?? '', contact.note, ...contact.tags,
      ...contact.areas.map((code) => detailLabel('areas', code)), ...contact.languages.map((code) => detailLabel('languages', code)),
      ...contact.kind === 'person' ? [contact.formerNames, contact.originalName, contact.transliteration] : [],
      ...superiors.map(({ name }) => name),
      contact.responsibilityArea, contact.ags,
      ...agreements.flatMap(({ title, subject }) => [title, subject]),
      ...texts,
      // Ended roles too: who chaired the association in those days is found by its name.
      ...roles.flatMap((role) => [role.title, role.organisationName]),
      ...contact.addresses.flatMap(({ street, extra, postalCode, place }) => [street, extra, postalCode, place]),
      ...contact.channels.flatMap(({ value, label }) => [value, label]),
    ],
  }
}

/** Saved views are stored like records so that they can be undone; they aren't searched for and have no trash. */
export const contactViewRecordType: RecordType<OfficeSchema> = {
  type: 'contact_view',
  label: 'Ansicht',
  root: 'contact_view',
  parts: {},
  async document() {
    return null
  },
}
