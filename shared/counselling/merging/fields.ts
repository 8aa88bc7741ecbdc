import { combineValues, isKnown, proposedOf, valuesDiffer, type MergeChoice, type MergeWay } from '../../merge/values.ts'
import type { CaseSubject } from '../household/model.ts'
import type { IdentityFields } from '../identity/model.ts'
import type { CaseFields } from '../model.ts'

/** Something of a case that two of them may say differently. Fields that only mean something together are chosen together. */
export interface MergePart<Fields> {
  label: string
  way: MergeWay
  fields: readonly (keyof Fields & string)[]
  /** What stands between two joined texts. */
  joint?: string
}

export type MergeParts<Fields> = Readonly<Record<string, MergePart<Fields>>>

/** Number, kind and counsellor are those of the kept case. A field that is new in the model must be named here before it compiles. */
export const caseParts = {
  alias: { label: 'Alias', way: 'one', fields: ['alias'] },
  language: { label: 'Sprache', way: 'one', fields: ['language'] },
  origin: { label: 'Herkunft', way: 'one', fields: ['origin'] },
  place: { label: 'Wohnort', way: 'one', fields: ['place'] },
  ageBand: { label: 'Altersgruppe', way: 'one', fields: ['ageBand'] },
  gender: { label: 'Geschlecht', way: 'one', fields: ['gender'] },
  note: { label: 'Notiz', way: 'text', fields: ['note'], joint: '\n\n' },
} as const satisfies Record<Exclude<keyof CaseFields, 'kind'>, MergePart<CaseFields>>

export const subjectParts = {
  name: { label: 'Organisation', way: 'one', fields: ['name'] },
  form: { label: 'Rechtsform', way: 'one', fields: ['form'] },
  stage: { label: 'Stand der Gründung', way: 'one', fields: ['stage'] },
  spokesperson: { label: 'Ansprechperson', way: 'text', fields: ['spokesperson'], joint: ', ' },
  question: { label: 'Anliegen', way: 'text', fields: ['question'], joint: '\n' },
} as const satisfies MergeParts<CaseSubject>

/** Whether an address is protected is no choice: it is as soon as either case says so. */
export const identityParts = {
  familyName: { label: 'Familienname', way: 'one', fields: ['familyName', 'nameOrder'] },
  givenNames: { label: 'Vornamen', way: 'one', fields: ['givenNames'] },
  formerNames: { label: 'Frühere Namen', way: 'text', fields: ['formerNames'], joint: ', ' },
  originalName: { label: 'Name in eigener Schrift', way: 'one', fields: ['originalName'] },
  transliteration: { label: 'Umschrift', way: 'one', fields: ['transliteration'] },
  birthDate: { label: 'Geburtsdatum', way: 'one', fields: ['birthDate', 'birthEstimated'] },
  address: { label: 'Anschrift', way: 'one', fields: ['street', 'addressExtra', 'postalCode', 'place', 'country'] },
  channels: { label: 'Erreichbar über', way: 'list', fields: ['channels'] },
  documents: { label: 'Gesehene Nachweise', way: 'list', fields: ['documents'] },
  note: { label: 'Notiz zur Person', way: 'text', fields: ['note'], joint: '\n\n' },
} as const satisfies MergeParts<IdentityFields>

/** Values that a card has before anybody says anything. */
const unsaid = new Set<unknown>(['DE', 'given-first', false])

type Choices = Readonly<Record<string, MergeChoice | undefined>>

/** Whether a part says anything. */
export function saysSomething<Fields>(fields: Fields, part: MergePart<Fields>): boolean {
  return part.fields.some((field) => fields[field] !== undefined && isKnown(fields[field]) && !unsaid.has(fields[field]))
}

/** The parts in which both say something, and not the same: somebody has to choose, or to see that both are kept. */
export function differingParts<Fields>(parts: MergeParts<Fields>, keep: Fields, other: Fields): string[] {
  return Object.entries(parts)
    .filter(([, part]) => saysSomething(keep, part) && saysSomething(other, part) && part.fields.some((field) => valuesDiffer(keep[field], other[field])))
    .map(([name]) => name)
}

/** What is proposed for a part: texts and lists of both, otherwise what the kept case says, unless it says nothing. */
export function proposedPart<Fields>(part: MergePart<Fields>, keep: Fields, other: Fields): MergeChoice {
  if (!saysSomething(other, part)) return 'keep'
  if (!saysSomething(keep, part)) return 'other'
  const [field] = part.fields
  return field === undefined ? 'keep' : proposedOf(part.way, keep[field], other[field])
}

/** What comes of two. Items of lists that the other one brings get ids of their own, because its rows stay as they are. */
export function combineParts<Fields extends object>(parts: MergeParts<Fields>, keep: Fields, other: Fields, choices: Choices, newId: () => string): Fields {
  const combined = { ...keep } as Record<string, unknown>
  for (const [name, part] of Object.entries(parts)) {
    const choice = choices[name] ?? proposedPart(part, keep, other)
    for (const field of part.fields) {
      combined[field] = combineValues(keep[field], other[field], choice, { joint: part.joint ?? ' ', newId, copies: new Map() })
    }
  }
  return combined as Fields
}
