import catalogue from '../../../../../resources/events/participant-headings.json' with { type: 'json' }
import { participantFields, type ParticipantField } from '../../../../../shared/events/participants/import/model.ts'
import { fieldsByHeading, isHeading, plainHeading, type KnownHeadings } from '../../../documents/lists/headings.ts'
import type { HeadingMeaning } from '../../../documents/lists/head.ts'
import { MappingMemory } from '../../../documents/lists/memory.ts'

const fieldByHeading = fieldsByHeading<ParticipantField>(catalogue.headings)

/** Fields of which somebody has one: a second column for them is not suggested. */
const single = new Set<ParticipantField>(['name', 'givenNames', 'familyName', 'organisation', 'email', 'phone', 'persons', 'companions', 'ageGroup', 'photo', 'registeredOn'])

/** Words in questions of forms, which are longer than any heading of a catalogue: "Benötigen Sie Kinderbetreuung während der Veranstaltung?" */
const inQuestions: readonly (readonly [words: RegExp, field: ParticipantField])[] = [
  [/datenschutz|nutzungsbedingung|newsletter/iu, 'ignore'], [/foto|bild(?:er|aufnahme)|film/iu, 'photo'], [/allergi|unverträglich/iu, 'allergies'], [/essen|verpfleg|ernähr|vegetar|vegan|halal|speise/iu, 'diet'],
  [/dolmetsch|übersetz|sprachmittl/iu, 'interpretation'], [/kinderbetreu|betreuung/iu, 'childcare'], [/rollstuhl|barriere|stufenlos|assistenz/iu, 'access'], [/begleitperson/iu, 'companions'],
  [/wie viele|anzahl|personenzahl/iu, 'persons'], [/welche sprache|sprachen/iu, 'languages'], [/e-?mail/iu, 'email'], [/telefon|handy|mobil/iu, 'phone'], [/bemerk|anmerk|mitteil|sonst noch/iu, 'note'],
]

/** What stands at the head of lists of registrations. */
export const registrationHeadings: KnownHeadings = new Set(fieldByHeading.keys())

/** What the columns of lists of registrations meant. */
export const registrationMemory = new MappingMemory<ParticipantField>(participantFields, 'participants')

/** What headings mean in lists of registrations. @param remembered what they meant in an earlier import */
export function registrationMeaning(remembered: HeadingMeaning<ParticipantField>['remembered']): HeadingMeaning<ParticipantField> {
  return { isHeading: (cell) => isHeading(registrationHeadings, cell), remembered, suggest: suggestFields }
}

/** A field for each column. Beside a column with given names, "Name" is the family name; what nobody knows is not taken. */
export function suggestFields(headings: readonly string[]): ParticipantField[] {
  const found = headings.map((heading): ParticipantField => fieldByHeading.get(plainHeading(heading)) ?? inQuestions.find(([words]) => words.test(heading))?.[1] ?? 'ignore')
  const taken = new Set<ParticipantField>()
  return found.map((field) => {
    const meant = field === 'name' && found.includes('givenNames') && !found.includes('familyName') ? 'familyName' : field
    if (single.has(meant) && taken.has(meant)) return 'ignore'
    taken.add(meant)
    return meant
  })
}
