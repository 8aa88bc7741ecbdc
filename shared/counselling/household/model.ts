import { z } from 'zod'
import { findEntry } from '../catalogues.ts'

const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max, `Höchstens ${max} Zeichen.`).normalize('NFC').trim()
const code = (name: 'relations' | 'languages' | 'residenceStatus' | 'foundingStages', missing: string) =>
  z.string().refine((value) => findEntry(name, value) !== undefined, missing)

/** Somebody of the household or family of a case, as seen from the person the case is about. */
export const householdPerson = z.object({
  id,
  relation: code('relations', 'Bitte die Beziehung wählen.'),
  /** A name or a neutral word: "Tochter", "Ahmad". */
  name: line(120).min(1, 'Bitte einen Namen oder ein neutrales Wort angeben.'),
  birthYear: z.number().int().min(1880, 'Bitte ein Jahr angeben, z. B. 2014.').max(2200, 'Bitte ein Jahr angeben, z. B. 2014.').nullable(),
  language: code('languages', 'Bitte eine Sprache wählen.').nullable(),
  /** Code of the residence status; empty where it isn't known. */
  status: z.union([z.literal(''), code('residenceStatus', 'Bitte einen Status aus der Liste wählen.')]),
  livesHere: z.boolean(),
  /** Number of another case of the same family; empty for none. */
  caseNumber: line(20),
})
export type HouseholdPerson = z.infer<typeof householdPerson>

/** The other side of a matter: landlord, employer, spouse who left. */
export const opposingParty = z.object({
  id,
  name: line(200).min(1, 'Bitte einen Namen angeben.'),
  role: line(100),
  /** Telephone numbers and addresses, parted by commas. */
  contact: line(300),
})
export type OpposingParty = z.infer<typeof opposingParty>

/** What a case about an organisation or an institution is about. */
export const caseSubject = z.object({
  name: line(200),
  form: line(100),
  stage: z.union([z.literal(''), code('foundingStages', 'Bitte einen Stand aus der Liste wählen.')]),
  spokesperson: line(200),
  question: line(1000),
})
export type CaseSubject = z.infer<typeof caseSubject>

export const emptySubject: CaseSubject = { name: '', form: '', stage: '', spokesperson: '', question: '' }

/** Rows of the picture of a family, from the oldest generation to the youngest. */
const generations = [['grandparent'], ['parent', 'guardian'], ['self', 'spouse', 'sibling', 'relative', 'household'], ['child'], ['grandchild']]

/** The family by generations; the person the case is about stands first in the middle one as `null`. Empty generations are left out. */
export function familyRows(persons: readonly HouseholdPerson[]): (HouseholdPerson | null)[][] {
  return generations
    .map((relations) => [...(relations.includes('self') ? [null] : []), ...persons.filter(({ relation }) => relations.includes(relation))])
    .filter((row) => row.length > 0)
}
