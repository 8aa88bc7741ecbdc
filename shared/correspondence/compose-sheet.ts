import type { CopyPart } from './copies/copy-part.ts'
import type { Letterhead } from '../settings/letterhead.ts'
import { bodyFieldValues, withFieldValues } from './body-fields.ts'
import { informationBlock } from './information-block.ts'
import { letterDate } from './letter-date.ts'
import type { LetterFacts, LetterFields } from './letter.ts'
import type { LetterSheet } from './letter-sheet.ts'

/**
 * Gives the letter as it stands on paper; the DOCX file and the preview are both made from this.
 * @param copy what tells this copy from the others (`letterFor`)
 */
export function composeSheet(letter: LetterFields & { number: string; facts?: LetterFacts | undefined }, letterhead: Letterhead, copy?: CopyPart): LetterSheet {
  const reference = referenceOf(letter)
  return {
    form: letter.template === 'builtin:brief-a' ? 'a' : 'b',
    number: letter.number,
    addressNotes: present(letter.addressNotes),
    addressLines: present(letter.addressLines),
    information: informationBlock({
      yourReference: letter.yourReference,
      yourMessageOf: letter.yourMessageOf,
      ourReference: reference,
      contactPerson: letter.contactPerson,
      phone: letter.contactPhone || letterhead.phone,
      fax: letterhead.fax,
      email: letter.contactEmail || letterhead.email,
      date: letter.date,
    }),
    continuationTitle: `${titles[copy?.kind ?? 'original']} vom ${letterDate(letter.date)} · ${reference}`,
    subject: letter.subject,
    salutation: letter.salutation,
    body: withFieldValues(letter.body, bodyFieldValues(letter, letterhead)),
    closing: letter.closing,
    signature: { authority: letter.signatureAuthority, addition: letter.signatureAddition, name: letter.signatureName, function: letter.signatureFunction },
    enclosures: present(letter.enclosures),
    copies: copy ? [] : present(letter.copies),
    ...(copy && { copy }),
  }
}

const titles = { original: 'Schreiben', copy: 'Abdruck des Schreibens', notice: 'Abdruck des Schreibens', draft: 'Entwurf des Schreibens' } as const

/** „Unser Zeichen": what somebody wrote there, else the number with the sign of whoever wrote the letter. */
export function referenceOf({ ourReference, number, editorSign }: Pick<LetterFields, 'ourReference' | 'editorSign'> & { number: string }): string {
  return ourReference || [number, editorSign].filter(Boolean).join('-')
}

/** A form being typed into holds blank lines; paper doesn't. */
function present(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '')
}
