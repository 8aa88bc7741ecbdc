import catalogue from '../../../../resources/directory/import-headings.json' with { type: 'json' }
import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { fieldsByHeading, plainHeading, type KnownHeadings } from '../../documents/lists/headings.ts'

/** Fields of which a contact has one: a second column for them is not suggested. */
const SINGLE = new Set<ImportField>(['organisation', 'shortName', 'department', 'type', 'salutation', 'title', 'name', 'familyName', 'givenNames',
  'role', 'street', 'addressExtra', 'postalCode', 'place', 'postalCodePlace', 'country', 'homeStreet', 'homePostalCode', 'homePlace', 'homeCountry'])

const fieldByHeading = fieldsByHeading<ImportField>(catalogue.headings)

/** What stands at the head of lists of contacts. */
export const contactHeadings: KnownHeadings = new Set(fieldByHeading.keys())

/** The field that a heading is known for; `undefined` for a heading that nobody knows. */
export function recogniseHeading(heading: string): ImportField | undefined {
  return fieldByHeading.get(plainHeading(heading))
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
