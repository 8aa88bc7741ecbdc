import catalogue from '../../../../resources/directory/import-headings.json' with { type: 'json' }
import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { normalisedWords } from '../../../../shared/search/normalise.ts'

/** Fields of which a contact has one: a second column for them is not suggested. */
const SINGLE = new Set<ImportField>(['organisation', 'shortName', 'department', 'type', 'salutation', 'title', 'name', 'familyName', 'givenNames',
  'role', 'street', 'addressExtra', 'postalCode', 'place', 'postalCodePlace', 'country', 'homeStreet', 'homePostalCode', 'homePlace', 'homeCountry'])

/** Headings drift by version ("Telefon privat", "Telefon (privat)"): only their letters and digits count. */
const plain = (heading: string) => normalisedWords(heading).join('')

const fieldByHeading = new Map(Object.entries(catalogue.headings)
  .flatMap(([field, headings]) => headings.map((heading) => [plain(heading), field as ImportField] as const)))

/** The field that a heading is known for; `undefined` for a heading that nobody knows. */
export function recogniseHeading(heading: string): ImportField | undefined {
  return fieldByHeading.get(plain(heading))
}

/** A field for each column. Beside a column with given names, "Name" is the family name; what is unknown is not taken over. */
export function suggestMapping(headings: readonly string[]): ImportField[] {
  const found = headings.map((heading) => recogniseHeading(heading) ?? 'ignore')
  const taken = new Set<ImportField>()
  return found.map((field) => {
    const meant = field === 'name' && found.includes('givenNames') && !found.includes('familyName') ? 'familyName' : field
    if (SINGLE.has(meant) && taken.has(meant)) return 'ignore'
    taken.add(meant)
    return meant
  })
}
