import type { RelatedOrganisation } from '../../shared/directory/contact.ts'
import { historyKindLabels } from '../../shared/directory/dealings/labels.ts'
import { legalBasisLabel, purposeLabel } from '../../shared/directory/dealings/purposes.ts'
import { addressKindLabels, affiliationLabels, channelKindLabels, contactKindLabels, engagementLabels, nameOrderLabels, publicationLabels, salutationLabels } from '../../shared/directory/labels.ts'
import { organisationTypeLabel } from '../../shared/directory/organisation-types.ts'
import { germanDate } from '../../shared/dates.ts'

/** Words for the columns that the history of a contact shows. */
export const historyLabels: Readonly<Record<string, string>> = {
  name: 'Name', short_name: 'Kurzname', department: 'Abteilung', type_code: 'Art', family_name: 'Familienname', given_names: 'Vornamen',
  name_order: 'Reihenfolge des Namens', title: 'Titel, Funktion', salutation: 'Anrede', note: 'Notiz', street: 'Straße', extra: 'Adresszusatz',
  postal_code: 'PLZ', place: 'Ort', country: 'Land', value: 'Nummer, Adresse', label: 'Zusatz, Schlagwort', started_on: 'Beginn',
  ended_on: 'Ende', engagement: 'Haupt- oder ehrenamtlich', former_names: 'Frühere Namen', original_name: 'Name in eigener Schrift',
  affiliation: 'Zugehörigkeit', publication: 'Veröffentlichung', checked_on: 'Zuletzt geprüft', deleted_at: 'Papierkorb',
  parent_id: 'Übergeordnet', ags: 'Gemeindeschlüssel', responsibility_area: 'Zuständigkeitsbereich', transliteration: 'Umschrift',
  transliteration_standard: 'Umschrift nach', salutation_text: 'Anrede im Brief', purpose: 'Zweck', legal_basis: 'Rechtsgrundlage',
  consent_on: 'Einwilligung vom', consent_until: 'Einwilligung bis', revoked_on: 'Widerrufen am', evidence: 'Nachweis', review_on: 'Wieder prüfen am',
  subject: 'Gegenstand', notice_until: 'Kündbar bis', held_on: 'Tag', kind: 'Art des Eintrags', text: 'Inhalt',
}

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Anrede: salutationLabels, 'Reihenfolge des Namens': nameOrderLabels, Zugehörigkeit: affiliationLabels, Veröffentlichung: publicationLabels,
  'Haupt- oder ehrenamtlich': engagementLabels,
  'Art des Eintrags': { ...contactKindLabels, ...addressKindLabels, ...channelKindLabels, ...historyKindLabels },
}

/**
 * A stored value of a contact in words.
 * @param superiors organisations that are known by name, for the one above
 */
export function describeHistory(label: string, value: unknown, superiors: readonly RelatedOrganisation[] = []): string {
  if (value === null || value === undefined || value === '' || value === 'none' || value === 'unknown') return ''
  if (label === historyLabels.deleted_at) return 'im Papierkorb'
  if (typeof value !== 'string') return String(value)
  if (label === historyLabels.type_code) return organisationTypeLabel(value)
  if (label === historyLabels.parent_id) return superiors.find(({ id }) => id === value)?.name ?? 'andere Organisation'
  if (label === historyLabels.purpose) return purposeLabel(value)
  if (label === historyLabels.legal_basis) return legalBasisLabel(value)
  if (words[label]) return words[label][value] ?? value
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? germanDate(value) : value
}
