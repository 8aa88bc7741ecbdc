import areasFile from '../../resources/directory/areas.json' with { type: 'json' }
import languagesFile from '../../resources/counselling/languages.json' with { type: 'json' }

/** A value of a dated catalogue; one that is no longer used gets a `validTo`, it is never removed. */
interface Entry {
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validTo: string | null
}

const catalogues = { areas: areasFile.entries as readonly Entry[], languages: languagesFile.entries as readonly Entry[] }
export type DetailCatalogue = keyof typeof catalogues

/** What a select field offers on a day (ISO date), in the order of the catalogue. */
export function detailOptions(name: DetailCatalogue, day: string): { value: string, label: string }[] {
  return catalogues[name].filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .map(({ code, label }) => ({ value: code, label }))
}

/** The word for a code; an unknown code (of a newer version) stands for itself. */
export function detailLabel(name: DetailCatalogue, code: string): string {
  return catalogues[name].find((entry) => entry.code === code)?.label ?? code
}

/** A contact that was not looked at for this many months is due for a check. */
export const checkedForMonths = 12

/** Contacts checked before this day (ISO) are due on `today`; one that was checked on it is not. */
export function checkDueBefore(today: string): string {
  return monthsBefore(today, checkedForMonths)
}

/** The same day some months earlier (ISO dates), or the last day of that month where it has no such day. */
export function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}
