import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { formatBirthDate, type IdentityFields } from '../../../shared/counselling/identity/model.ts'
import type { identityParts } from '../../../shared/counselling/merging/fields.ts'
import { germanDate } from '../../../shared/dates.ts'
import { channelKindLabels, nameOrderLabels } from '../../../shared/directory/labels.ts'

/** What a part of an identity card says, line by line; empty where nothing is known. */
export function identityLines(fields: IdentityFields, part: keyof typeof identityParts): string[] {
  const lines: Record<keyof typeof identityParts, string[]> = {
    familyName: [fields.familyName, fields.nameOrder === 'given-first' ? '' : nameOrderLabels[fields.nameOrder]],
    givenNames: [fields.givenNames],
    formerNames: [fields.formerNames],
    originalName: [fields.originalName],
    transliteration: [fields.transliteration],
    birthDate: [formatBirthDate(fields.birthDate), fields.birthEstimated ? 'geschätzt' : ''],
    address: [fields.street, fields.addressExtra, `${fields.postalCode} ${fields.place}`.trim()],
    channels: fields.channels.map(({ kind, value, label }) => `${channelKindLabels[kind]}: ${value}${label === '' ? '' : ` (${label})`}`),
    documents: fields.documents.map(({ kind, number, seenOn }) => `${labelOf('identityDocuments', kind)}${number === '' ? '' : ` ${number}`}, gesehen am ${germanDate(seenOn)}`),
    note: [fields.note],
  }
  return lines[part].filter(Boolean)
}
