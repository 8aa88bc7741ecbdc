import catalogue from '../../../resources/correspondence/phrases.json' with { type: 'json' }
import { phrasesOn, phrasesSchema, type Phrases } from '../../../shared/correspondence/phrases.ts'

const phrases = phrasesSchema.parse(catalogue)

/** Gives the closings, salutations and notes that may be chosen on a day (ISO). */
export function phrasesFor(day: string): Phrases {
  return phrasesOn(phrases, day)
}
