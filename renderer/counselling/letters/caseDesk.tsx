import type { LetterDesk } from '../../app/letterDesk.ts'
import { api, office } from '../../app/office.ts'
import { LetterPlace } from './LetterPlace.tsx'
import { InsertFacts } from './InsertFacts.tsx'

/** Letters about clients: the same desk, on the side of counselling. */
export const caseDesk: LetterDesk = {
  side: 'counselling', recordType: 'client-letter', api: api.counselling.letterDesk, office: office.counselling.letterDesk, Tools: InsertFacts, Place: LetterPlace,
  proof: {
    offer: 'Als Nachweis zu den Unterlagen des Falls legen, mit der Wiedervorlage', kept: (entry) => `Bei den Unterlagen des Falls abgelegt (Schreiben ${entry}).`,
    notKept: 'Kein Nachweis abgelegt; das Schreiben gilt nicht als versandt.',
  },
}
