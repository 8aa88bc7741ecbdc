import { useContext } from 'react'
import { LetterDeskContext, type LetterDesk } from '../app/letterDesk.ts'
import { api, office } from '../app/office.ts'
import { LetterFiling, LetterPlace } from './register/LetterFiling.tsx'

/** The register of the office. */
const registerDesk: LetterDesk = {
  side: 'office', recordType: 'letter', api: api.correspondence, office: office.correspondence, Tools: LetterFiling, Place: LetterPlace,
  proof: {
    followUps: true,
    offer: 'Im Postausgang eintragen, mit der Datei als Nachweis', kept: (entry) => `Im Postausgang eingetragen unter ${entry}.`, notKept: 'Nicht im Postausgang eingetragen.',
  },
}

/** Where the letters on this screen lie. */
export function useDesk(): LetterDesk {
  return useContext(LetterDeskContext) ?? registerDesk
}
