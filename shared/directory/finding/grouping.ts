import { detailLabel } from '../details.ts'
import { affiliationLabels, contactKindLabels } from '../labels.ts'
import type { ContactGrouping } from '../list.ts'
import type { Affiliation } from '../model.ts'
import { organisationTypeLabel } from '../organisation-types.ts'

/** What a list is grouped by, in words. */
export const groupingNames: Record<ContactGrouping, string> = {
  type: 'Art', place: 'Ort', area: 'Arbeitsfeld', tag: 'Schlagwort', language: 'Sprache', affiliation: 'Zugehörigkeit',
}

const noneLabels: Record<ContactGrouping, string> = {
  type: 'Organisation ohne Art', place: 'Ohne Ort', area: 'Ohne Arbeitsfeld', tag: 'Ohne Schlagwort', language: 'Ohne Sprache', affiliation: 'Nicht gewählt',
}

/** The heading of a group; an empty key is the group of those that have none. */
export function groupingLabel(by: ContactGrouping, key: string): string {
  if (key === '') return noneLabels[by]
  if (by === 'type') return key === 'person' ? contactKindLabels.person : organisationTypeLabel(key)
  if (by === 'area') return detailLabel('areas', key)
  if (by === 'language') return detailLabel('languages', key)
  if (by === 'affiliation') return affiliationLabels[key as Affiliation] ?? key
  return key
}
