import type { Letterhead } from '../settings/letterhead.ts'
import { bodyFieldValues, withFieldValues } from './body-fields.ts'
import { informationBlock } from './information-block.ts'
import { letterDate } from './letter-date.ts'
import type { LetterFacts, LetterFields } from './letter.ts'
import type { LetterSheet } from './letter-sheet.ts'

/** Gives the letter as it stands on paper; the DOCX file and the preview are both made from this. */
export function composeSheet(letter: LetterFields & { number: string; facts?: LetterFacts | undefined }, letterhead: Letterhead): LetterSheet {
  return {
    form: letter.template === 'builtin:brief-a' ? 'a' : 'b',
    number: letter.number,
    addressNotes: present(letter.addressNotes),
    addressLines: present(letter.addressLines),
    information: informationBlock({
      yourReference: letter.yourReference,
      yourMessageOf: letter.yourMessageOf,
      ourReference: letter.ourReference || letter.number,
      contactPerson: letter.contactPerson,
      phone: letterhead.phone,
      fax: letterhead.fax,
      email: letterhead.email,
      date: letter.date,
    }),
    continuationTitle: `Schreiben vom ${letterDate(letter.date)} · ${letter.ourReference || letter.number}`,
    subject: letter.subject,
    salutation: letter.salutation,
    body: withFieldValues(letter.body, bodyFieldValues(letter, letterhead)),
    closing: letter.closing,
    signature: { authority: letter.signatureAuthority, addition: letter.signatureAddition, name: letter.signatureName },
    enclosures: present(letter.enclosures),
    copies: present(letter.copies),
  }
}

/** A form being typed into holds blank lines; paper doesn't. */
function present(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '')
}
