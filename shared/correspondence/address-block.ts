import { formB } from './din5008.ts'
import { cleanLine } from './clean-text.ts'
import { displayName } from '../directory/names.ts'
import type { LetterPerson } from './salutation.ts'

/** Everything that can stand in an address; the caller copies it from a contact at the moment the letter is begun. */
export type AddressParts = {
  organisation?: string | undefined
  department?: string | undefined
  person?: LetterPerson | null | undefined
  careOf?: string | undefined
  addition?: string | undefined
  street?: string | undefined
  postalCode?: string | undefined
  city?: string | undefined
  /** ISO 3166 code (`PL`) or a country's German name; Germany is never printed. */
  country?: string | undefined
}

const home = new Set(['', 'DE', 'DEU', 'D', 'DEUTSCHLAND', 'BUNDESREPUBLIK DEUTSCHLAND'])

/**
 * Gives the lines of the address zone after DIN 5008: organisation, department, person, c/o, addition, street, place,
 * country in capitals when abroad. No blank lines and at most six: when there are more, neighbouring lines of the upper
 * part are joined with a comma, so that nothing is lost.
 */
export function addressLines(parts: AddressParts): string[] {
  const person = parts.person ? personLine(parts.person) : ''
  const careOf = cleanLine(parts.careOf ?? '')
  const upper = [parts.organisation, parts.department, person, careOf && withCareOf(careOf), parts.addition]
  const lower = [parts.street, [parts.postalCode, parts.city].map((part) => cleanLine(part ?? '')).filter(Boolean).join(' '), countryLine(parts.country)]
  const above = upper.map((line) => cleanLine(line ?? '')).filter(Boolean)
  const below = lower.map((line) => cleanLine(line ?? '')).filter(Boolean)
  while (above.length + below.length > formB.addressZone.lines) joinShortestNeighbours(above)
  return [...above, ...below]
}

/** Gives "Frau Dr. Erika Muster", "Herrn Jan Kowalski", or the bare name where no form of address was chosen. */
export function personLine(person: LetterPerson): string {
  const name = cleanLine(displayName(person))
  // In an address "Herrn" stands in the accusative: "[An] Herrn …".
  const forms = { ms: 'Frau ', mr: 'Herrn ', name: '', none: '' }
  return name === '' ? '' : forms[person.salutation] + name
}

/** Gives the country in capitals, or nothing for Germany. */
export function countryLine(country: string | undefined): string {
  const given = cleanLine(country ?? '')
  if (home.has(given.toLocaleUpperCase('de'))) return ''
  const name = /^[A-Z]{2}$/.test(given) ? (new Intl.DisplayNames(['de'], { type: 'region' }).of(given) ?? given) : given
  return name.toLocaleUpperCase('de')
}

function withCareOf(name: string): string {
  return /^c\/o\b/i.test(name) ? name : `c/o ${name}`
}

function joinShortestNeighbours(lines: string[]): void {
  const lengths = lines.slice(1).map((line, index) => line.length + (lines[index]?.length ?? 0))
  const at = lengths.indexOf(Math.min(...lengths))
  lines.splice(at, 2, `${lines[at]}, ${lines[at + 1]}`)
}
