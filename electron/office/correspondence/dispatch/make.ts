import { composeSheet } from '../../../../shared/correspondence/compose-sheet.ts'
import { mainCopy } from '../../../../shared/correspondence/copies/model.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import type { LetterSheet } from '../../../../shared/correspondence/letter-sheet.ts'
import { isPlainLetter } from '../../../../shared/correspondence/templates/built-in.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { getLetterhead } from '../../settings/service.ts'
import { copyOf, letterFile, type LetterShelf, type MadeFile } from '../shelf/service.ts'
import { cleanDocx } from './clean-docx.ts'
import { letterPdf } from './letter-pdf.ts'
import { pdfByPrograms, type PdfPrograms } from './pdf-programs.ts'

const neither = 'Für diese Vorlage oder Fassung braucht ein PDF LibreOffice oder unter Windows Word; auf diesem Rechner hat das keines gemacht. Als Word-Datei lässt sie sich versenden.'

/** One copy of a letter as cleaned DOCX. @throws OfficeError `not-found`, `template` */
export async function madeDocument(shelf: LetterShelf, letter: Letter, copy = mainCopy): Promise<MadeFile> {
  return { ...cleanDocx((await letterFile(shelf, letter.id, copy)).bytes), kind: 'docx', engine: null }
}

/** One copy of a letter as PDF. @throws OfficeError `invalid` where nothing here can make it, `not-found`, `template` */
export async function madePdf(shelf: LetterShelf, letter: Letter, copy: string, programs: PdfPrograms): Promise<MadeFile> {
  return pdfFrom(await madeDocument(shelf, letter, copy), programs, isPlainLetter(letter.template) ? async () => {
    const { letterhead } = await getLetterhead(shelf.office)
    return letterPdf(await sheetOf(shelf, letter, copy), letterhead)
  } : null)
}

/**
 * A document as PDF by Word or LibreOffice, or by our own means where these suffice.
 * @throws OfficeError `invalid` where none can
 */
export async function pdfFrom({ bytes, report }: MadeFile, programs: PdfPrograms, own: (() => Promise<Uint8Array>) | null): Promise<MadeFile> {
  const laidOut = await pdfByPrograms(programs, bytes)
  if (laidOut) return { ...laidOut, kind: 'pdf', report }
  if (own === null) throw new OfficeError('invalid', { detail: neither })
  return { bytes: await own(), kind: 'pdf', engine: 'own', report: [] }
}

/** One copy of a letter as it stands on paper. */
export async function sheetOf(shelf: LetterShelf, letter: Letter, copy: string): Promise<LetterSheet> {
  const { letterhead } = await getLetterhead(shelf.office)
  const said = await copyOf(shelf, letter, copy)
  return composeSheet(said.letter, letterhead, said.copy)
}
