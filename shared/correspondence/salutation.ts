import type { PersonInput } from '../directory/model.ts'
import { displayName } from '../directory/names.ts'

/** A person as far as letters need them: the parts of the name and how the person is addressed. */
export type LetterPerson = Pick<PersonInput, 'kind' | 'familyName' | 'givenNames' | 'nameOrder' | 'title' | 'salutation'> & Partial<Pick<PersonInput, 'salutationText'>>

/** The salutation where no particular person is addressed. */
export const impersonalSalutation = 'Sehr geehrte Damen und Herren,'

/**
 * Gives the salutation line with its comma: "Sehr geehrte Frau Dr. Muster,", "Sehr geehrter Herr Muster,",
 * "Guten Tag Kim Nguyen,", or the impersonal one when no person is addressed or nobody has chosen a form of address.
 * Nothing is derived from a first name. A salutation that somebody has chosen for this person goes before all of it.
 */
export function salutationFor(person: LetterPerson | null): string {
  const chosen = chosenSalutation(person?.salutationText)
  if (chosen !== null) return chosen
  if (!person || person.salutation === 'none') return impersonalSalutation
  if (person.salutation === 'name') return `Guten Tag ${displayName(person)},`
  const name = [person.title, person.familyName || person.givenNames].filter(Boolean).join(' ')
  return person.salutation === 'ms' ? `Sehr geehrte Frau ${name},` : `Sehr geehrter Herr ${name},`
}

/** A salutation as somebody chose it, with a comma unless it ends with a sign already; `null` where none was chosen. */
export function chosenSalutation(text: string | undefined): string | null {
  const chosen = text?.trim() ?? ''
  if (chosen === '') return null
  return /[,!.:]$/u.test(chosen) ? chosen : `${chosen},`
}
