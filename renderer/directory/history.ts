import { addressKindLabels, channelKindLabels, nameOrderLabels, salutationLabels } from '../../shared/directory/labels.ts'
import { organisationTypeLabel } from '../../shared/directory/organisation-types.ts'
import { germanDate } from '../../shared/dates.ts'

/** Words for the columns that the history of a contact shows. */
export const historyLabels: Readonly<Record<string, string>> = {
  name: 'Name', short_name: 'Kurzname', department: 'Abteilung', type_code: 'Art', family_name: 'Familienname', given_names: 'Vornamen',
  name_order: 'Reihenfolge des Namens', title: 'Titel, Funktion', salutation: 'Anrede', note: 'Notiz', street: 'Straße', extra: 'Adresszusatz',
  postal_code: 'PLZ', place: 'Ort', country: 'Land', value: 'Nummer, Adresse', label: 'Zusatz, Schlagwort', started_on: 'Beginn',
  ended_on: 'Ende', deleted_at: 'Papierkorb',
}

const codes: Record<string, string> = { ...addressKindLabels, ...channelKindLabels, ...nameOrderLabels, ...salutationLabels }

/** A stored value of a contact in words. */
export function describeHistory(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || value === 'none') return ''
  if (label === historyLabels.deleted_at) return 'im Papierkorb'
  if (typeof value !== 'string') return String(value)
  if (label === historyLabels.type_code) return organisationTypeLabel(value)
  if (label === historyLabels.salutation || label === historyLabels.name_order) return codes[value] ?? value
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? germanDate(value) : value
}
