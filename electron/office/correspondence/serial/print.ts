import { composeSheet } from '../../../../shared/correspondence/compose-sheet.ts'
import type { LetterSheet } from '../../../../shared/correspondence/letter-sheet.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import type { OfficeDesk } from '../../session.ts'
import { cleanDocx } from '../dispatch/clean-docx.ts'
import { letterPdf, lettersPdf } from '../dispatch/letter-pdf.ts'
import { pdfByPrograms, pdfsByPrograms, type PdfPrograms } from '../dispatch/pdf-programs.ts'
import { engineFor } from '../dispatch/service.ts'
import { lettersDocx } from '../letter-docx.ts'
import { letterDocument } from '../templates/letter-document.ts'
import { sheafOf } from './sheaf.ts'

/** Letters that one start of Word or LibreOffice makes PDFs of. */
const lettersAtOnce = 20
const plain = /^builtin:brief-[ab]$/u

/** What files are made with. */
export interface Press {
  desk: OfficeDesk
  letterhead: Letterhead
  /** What makes PDFs here. */
  programs: PdfPrograms
  signal: AbortSignal | undefined
}

/** What is said where no PDF can be made. */
export const noPdf = 'Für PDF und E-Mail braucht diese Vorlage LibreOffice oder unter Windows Word, und beides ist auf diesem Rechner nicht eingerichtet. Bitte als Word-Datei und alle per Post schreiben.'

/** Whether letters with a template can become PDF on this computer. */
export function canPdf(template: string, programs: PdfPrograms): boolean {
  return engineFor({ template }, null, programs) !== 'none'
}

/** Each letter as cleaned DOCX. */
export async function letterDocuments({ desk, letterhead, signal }: Press, letters: readonly Letter[]): Promise<Uint8Array[]> {
  const made: Uint8Array[] = []
  for (const letter of letters) {
    made.push(cleanDocx((await letterDocument(desk, letter, letterhead)).bytes).bytes)
    await new Promise((resolve) => setImmediate(resolve))
    signal?.throwIfAborted()
  }
  return made
}

/** Each letter as PDF. @throws OfficeError `invalid` where nothing can make it */
export async function letterPdfs(press: Press, letters: readonly Letter[]): Promise<Uint8Array[]> {
  const { letterhead, programs, signal } = press
  const made: Uint8Array[] = []
  for (let at = 0; at < letters.length; at += lettersAtOnce) {
    const portion = letters.slice(at, at + lettersAtOnce)
    const laidOut = programs.length === 0 ? [] : await pdfsByPrograms(programs, await letterDocuments(press, portion))
    for (const [index, letter] of portion.entries()) made.push(laidOut[index]?.bytes ?? await ownPdf(letter, letterhead))
    signal?.throwIfAborted()
  }
  return made
}

/** All letters in one DOCX. */
export async function oneDocx(press: Press, letters: readonly [Letter, ...Letter[]]): Promise<Uint8Array> {
  const { letterhead } = press
  if (letters.every(({ template }) => plain.test(template))) return lettersDocx(letters.map((letter) => composeSheet(letter, letterhead)) as [LetterSheet, ...LetterSheet[]], letterhead)
  return sheafOf(await letterDocuments(press, letters))
}

/** All letters in one PDF. @throws OfficeError `invalid` where nothing can make it */
export async function onePdf(press: Press, letters: readonly [Letter, ...Letter[]]): Promise<Uint8Array> {
  const { letterhead, programs } = press
  const laidOut = programs.length === 0 ? null : await pdfByPrograms(programs, await oneDocx(press, letters))
  if (laidOut) return laidOut.bytes
  if (!letters.every(({ template }) => plain.test(template))) throw new OfficeError('invalid', { detail: noPdf })
  return lettersPdf(letters.map((letter) => composeSheet(letter, letterhead)) as [LetterSheet, ...LetterSheet[]], letterhead)
}

async function ownPdf(letter: Letter, letterhead: Letterhead): Promise<Uint8Array> {
  if (!plain.test(letter.template)) throw new OfficeError('invalid', { detail: noPdf })
  return letterPdf(composeSheet(letter, letterhead), letterhead)
}
