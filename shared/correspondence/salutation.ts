import { z } from 'zod'
import { cleanLine } from './clean-text.ts'

/**
 * How a person wants to be addressed. It is chosen by somebody who knows, never derived from a first name:
 * `ms` Frau, `mr` Herr, `name` by the full name without either, `none` not chosen.
 */
export const addressForms = ['ms', 'mr', 'name', 'none'] as const
export const addressFormSchema = z.enum(addressForms)
export type AddressForm = z.infer<typeof addressFormSchema>

/** A person as far as letters need them; any part may be missing (mononyms are ordinary names). */
export type LetterPerson = {
  form: AddressForm
  title?: string | undefined
  givenNames?: string | undefined
  familyName?: string | undefined
}

/** The salutation where no particular person is addressed. */
export const impersonalSalutation = 'Sehr geehrte Damen und Herren,'

/** Gives the full name with title in the order of the parts; never split, shortened or guessed. */
export function fullName(person: Omit<LetterPerson, 'form'>): string {
  return [person.title, person.givenNames, person.familyName].map((part) => cleanLine(part ?? '')).filter(Boolean).join(' ')
}

/**
 * Gives the salutation line with its comma: "Sehr geehrte Frau Dr. Muster,", "Sehr geehrter Herr Muster,",
 * "Guten Tag Kim Nguyen,", or "Sehr geehrte Damen und Herren," when no person or no form of address is known.
 */
export function salutationFor(person: LetterPerson | null): string {
  if (!person || person.form === 'none') return impersonalSalutation
  const surname = cleanLine(person.familyName ?? '') || cleanLine(person.givenNames ?? '')
  if (surname === '') return impersonalSalutation
  if (person.form === 'name') return `Guten Tag ${fullName(person)},`
  const name = [cleanLine(person.title ?? ''), surname].filter(Boolean).join(' ')
  return person.form === 'ms' ? `Sehr geehrte Frau ${name},` : `Sehr geehrter Herr ${name},`
}
