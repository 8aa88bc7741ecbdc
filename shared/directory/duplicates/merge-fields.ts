import type { MergeChoice, MergeWay } from '../../merge/values.ts'
import type { Address, Channel, ContactInput, OrganisationInput, PersonInput } from '../model.ts'

/** A field of a contact that a merge decides on. */
export type MergeField = Exclude<keyof OrganisationInput | keyof PersonInput, 'kind'>

/**
 * How two values of a field can become one. The order is that of the comparison on screen. A field that is new in the model must be
 * named here before it compiles.
 */
export const mergeFields = {
  name: { label: 'Name', way: 'one' },
  familyName: { label: 'Familienname', way: 'one' },
  givenNames: { label: 'Vornamen', way: 'one' },
  nameOrder: { label: 'Reihenfolge des Namens', way: 'one' },
  formerNames: { label: 'Frühere Namen', way: 'text' },
  originalName: { label: 'Name in eigener Schrift', way: 'one' },
  transliteration: { label: 'Umschrift', way: 'one' },
  transliterationStandard: { label: 'Regel der Umschrift', way: 'one' },
  salutation: { label: 'Anrede', way: 'one' },
  title: { label: 'Titel', way: 'one' },
  salutationText: { label: 'Briefanrede', way: 'one' },
  shortName: { label: 'Kurzname', way: 'one' },
  department: { label: 'Abteilung', way: 'one' },
  parentId: { label: 'Übergeordnete Organisation', way: 'one' },
  typeCode: { label: 'Art', way: 'one' },
  channels: { label: 'Telefon, E-Mail, Internet', way: 'list' },
  addresses: { label: 'Anschriften', way: 'list' },
  areas: { label: 'Arbeitsfelder', way: 'list' },
  languages: { label: 'Sprachen', way: 'list' },
  tags: { label: 'Schlagwörter', way: 'list' },
  affiliation: { label: 'Zugehörigkeit', way: 'one' },
  publication: { label: 'Veröffentlichung', way: 'one' },
  ags: { label: 'Gemeindeschlüssel', way: 'one' },
  responsibilityArea: { label: 'Zuständigkeitsbereich', way: 'text' },
  note: { label: 'Notiz', way: 'text' },
} as const satisfies Record<MergeField, { label: string, way: MergeWay }>

export type MergeChoices = Partial<Record<MergeField, MergeChoice>>

/** What stands between two joined texts. */
export const joints: Partial<Record<MergeField, string>> = { note: '\n\n', formerNames: ', ', responsibilityArea: '; ' }

export type Item = string | Address | Channel

/** The fields of a contact's kind in their order. */
export function mergeFieldsOf(contact: ContactInput): MergeField[] {
  return (Object.keys(mergeFields) as MergeField[]).filter((field) => field in contact)
}

/** The value of a field. */
export function valueOf(contact: ContactInput, field: MergeField): unknown {
  return (contact as unknown as Record<string, unknown>)[field]
}
