import type { Contact } from '../../../shared/directory/contact.ts'
import { detailLabel } from '../../../shared/directory/details.ts'
import { mergeFields, type MergeField } from '../../../shared/directory/duplicates/merge-fields.ts'
import { addressKindLabels, affiliationLabels, channelKindLabels, nameOrderLabels, publicationLabels, salutationLabels } from '../../../shared/directory/labels.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'

/** What stands in a field of a contact, line by line; empty where nothing is known. */
export function fieldLines(contact: Contact, field: MergeField, superiors: Readonly<Record<string, string>>): string[] {
  const value = (contact as unknown as Record<string, unknown>)[field]
  if (field === 'channels') return contact.channels.map(({ kind, value: number, label }) => `${channelKindLabels[kind]}: ${number}${label ? ` (${label})` : ''}`)
  if (field === 'addresses') {
    return contact.addresses.map(({ kind, street, extra, postalCode, place }) =>
      `${addressKindLabels[kind]}: ${[street, extra, `${postalCode} ${place}`.trim()].filter(Boolean).join(', ')}`)
  }
  if (field === 'areas' || field === 'languages') return contact[field].map((code) => detailLabel(field, code))
  if (field === 'tags') return contact.tags
  if (typeof value !== 'string' || value === '' || value === 'none' || value === 'unknown') return []
  const words: Partial<Record<MergeField, string | undefined>> = {
    salutation: (salutationLabels as Record<string, string>)[value], nameOrder: (nameOrderLabels as Record<string, string>)[value],
    affiliation: (affiliationLabels as Record<string, string>)[value], publication: (publicationLabels as Record<string, string>)[value],
    typeCode: organisationTypeLabel(value), parentId: superiors[value] ?? 'nicht mehr vorhanden',
  }
  return [words[field] ?? value]
}

/** Of what is nearly always the same only the difference is worth a line. */
const onlyIfDifferent = new Set<MergeField>(['nameOrder'])

/** Fields of a kind in the order of the comparison that say something at one of the two. */
export function fieldsToShow(one: Contact, other: Contact, superiors: Readonly<Record<string, string>>): MergeField[] {
  return (Object.keys(mergeFields) as MergeField[]).filter((field) =>
    field in one && !(onlyIfDifferent.has(field) && one[field as keyof Contact] === other[field as keyof Contact]) && (fieldLines(one, field, superiors).length > 0 || fieldLines(other, field, superiors).length > 0))
}
