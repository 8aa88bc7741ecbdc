import type { AddressKind, Affiliation, ChannelKind, ContactKind, Engagement, NameOrder, Publication, Salutation } from '../../../../shared/directory/model.ts'
import type { EncounterKind } from '../../../../shared/directory/dealings/encounters.ts'
import type { RecordColumns } from '../mechanism-schema.ts'

/** Tables of „Kontakte". Truth values are 0 and 1, days ISO dates. */
export interface DirectoryTables {
  contact: RecordColumns & {
    kind: ContactKind
    /** Of an organisation. */
    name: string
    short_name: string
    department: string
    type_code: string | null
    /** The superior organisation, empty for none. It may be in the trash, or gone by undo. */
    parent_id: string
    /** Of a person. */
    family_name: string
    given_names: string
    name_order: NameOrder
    title: string
    salutation: Salutation
    /** Names that the person had before, and the name in its own script. */
    former_names: string
    original_name: string
    /** The name in Latin letters as another rule writes it, and that rule. */
    transliteration: string
    transliteration_standard: string
    /** The whole salutation of a letter, empty where it follows from the rest. */
    salutation_text: string
    /** Amtlicher Gemeindeschlüssel of the municipality (8 digits) or county (5), empty if not known. */
    ags: string
    responsibility_area: string
    affiliation: Affiliation
    publication: Publication
    /** Day of the last check, empty for never. */
    checked_on: string
    note: string
    /** Written from the rest at every save: what the list shows and in which order. */
    list_name: string
    list_place: string
    name_key: string
    place_key: string
    type_key: string
    /** Under which an import recognises the contact. */
    match_key: string
  }
  contact_address: {
    id: string
    contact_id: string
    position: number
    kind: AddressKind
    street: string
    extra: string
    postal_code: string
    place: string
    country: string
    preferred: number
  }
  contact_channel: {
    id: string
    contact_id: string
    position: number
    kind: ChannelKind
    value: string
    label: string
    preferred: number
    /** The number in international form, where it is a valid one. */
    e164: string | null
  }
  contact_label: {
    id: string
    contact_id: string
    kind: 'tag' | 'area' | 'language'
    label: string
  }
  /** A role belongs to the person's record. The organisation may be gone again by undo, so nothing refers to it by key. */
  contact_role: {
    id: string
    contact_id: string
    organisation_id: string
    title: string
    engagement: Engagement
    started_on: string | null
    ended_on: string | null
  }
  /** For what the data are kept; codes of the catalogues in `resources/directory`. */
  contact_purpose: {
    id: string
    contact_id: string
    purpose: string
    legal_basis: string
    consent_on: string | null
    consent_until: string | null
    revoked_on: string | null
    evidence: string
    review_on: string | null
  }
  contact_agreement: {
    id: string
    contact_id: string
    title: string
    subject: string
    started_on: string | null
    ended_on: string | null
    notice_until: string | null
    note: string
  }
  contact_encounter: {
    id: string
    contact_id: string
    held_on: string
    kind: EncounterKind
    text: string
    /** Who of the office entered it. */
    author_name: string
  }
  /** A saved view of the list. */
  contact_view: RecordColumns & {
    /** Whose view it is; empty for one of the whole office. */
    owner_id: string
    name: string
    /** JSON of `viewDefinitionSchema`. */
    definition: string
  }
}
