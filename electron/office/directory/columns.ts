import type { Insertable } from 'kysely'
import { matchKey } from '../../../shared/directory/match-key.ts'
import { placeOf, type ContactInput } from '../../../shared/directory/model.ts'
import { listName, sortKey } from '../../../shared/directory/names.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'
import { e164 } from './phone.ts'
import type { DirectoryTables } from '../database/office/directory-tables.ts'

type ContactColumns = Omit<Insertable<DirectoryTables['contact']>, 'id' | 'checked_on' | 'version' | 'created_at' | 'updated_at' | 'deleted_at' | 'deleted_by'>

const LAST = '\u{10ffff}'
/** The key of an order; what has no place or type sorts behind everything that has. */
export const keyOf = (text: string) => text === '' ? LAST : sortKey(text)

/** The columns of a contact's own row, with everything that the list needs. */
export function contactColumns(contact: ContactInput): ContactColumns {
  const organisation = contact.kind === 'organisation' ? contact : null
  const person = contact.kind === 'person' ? contact : null
  const place = placeOf(contact)
  return {
    kind: contact.kind,
    name: organisation?.name ?? '',
    short_name: organisation?.shortName ?? '',
    department: organisation?.department ?? '',
    type_code: organisation?.typeCode ?? null,
    parent_id: organisation?.parentId ?? '',
    family_name: person?.familyName ?? '',
    given_names: person?.givenNames ?? '',
    name_order: person?.nameOrder ?? 'given-first',
    title: person?.title ?? '',
    salutation: person?.salutation ?? 'none',
    former_names: person?.formerNames ?? '',
    original_name: person?.originalName ?? '',
    transliteration: person?.transliteration ?? '',
    transliteration_standard: person?.transliterationStandard ?? '',
    salutation_text: contact.salutationText,
    ags: contact.ags,
    responsibility_area: contact.responsibilityArea,
    affiliation: contact.affiliation,
    publication: contact.publication,
    note: contact.note,
    list_name: listName(contact),
    list_place: place,
    name_key: sortKey(listName(contact)),
    place_key: keyOf(place),
    type_key: keyOf(organisationTypeLabel(organisation?.typeCode ?? null, 'short')),
    match_key: matchKey(contact),
  }
}

/** The rows of a contact's addresses. */
export function addressRows(contactId: string, { addresses }: ContactInput): Insertable<DirectoryTables['contact_address']>[] {
  return addresses.map(({ postalCode, preferred, ...address }, position) =>
    ({ ...address, contact_id: contactId, position, postal_code: postalCode, preferred: Number(preferred) }))
}

/** The rows of a contact's channels; numbers are read in the country of the first address. */
export function channelRows(contactId: string, { addresses, channels }: ContactInput): Insertable<DirectoryTables['contact_channel']>[] {
  const country = addresses[0]?.country
  return channels.map(({ preferred, ...channel }, position) => ({
    ...channel, contact_id: contactId, position, preferred: Number(preferred),
    e164: ['phone', 'mobile', 'fax'].includes(channel.kind) ? e164(channel.value, country) : null,
  }))
}

/** The rows of a contact's tags, areas and languages; a label has the same id each time, so that only real changes are logged. */
export function labelRows(contactId: string, { tags, areas, languages }: Pick<ContactInput, 'tags' | 'areas' | 'languages'>): Insertable<DirectoryTables['contact_label']>[] {
  const rows = (kind: 'tag' | 'area' | 'language', labels: readonly string[]) => [...new Set(labels)].map((label) =>
    ({ id: `${contactId}:${kind}:${label}`, contact_id: contactId, kind, label }))
  return [...rows('tag', tags), ...rows('area', areas), ...rows('language', languages)]
}
