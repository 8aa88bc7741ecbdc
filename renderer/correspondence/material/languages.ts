import { isoDay } from '../../../shared/dates.ts'
import { detailLabel, detailOptions } from '../../../shared/directory/details.ts'

/** Languages to choose from today. */
export function languageOptions(): { value: string; label: string }[] {
  return detailOptions('languages', isoDay(new Date()))
}

/** Languages in words: "Arabisch, Deutsch". */
export function languagesText(codes: readonly string[]): string {
  return codes.map((code) => detailLabel('languages', code)).join(', ')
}
