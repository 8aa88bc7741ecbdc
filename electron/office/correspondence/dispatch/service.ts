import { mainCopy } from '../../../../shared/correspondence/copies/model.ts'
import { pdfEngineLabels, type PdfEngine } from '../../../../shared/correspondence/dispatch/contract.ts'
import { letterFileName } from '../../../../shared/correspondence/letter-number.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { isPlainLetter } from '../../../../shared/correspondence/templates/built-in.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import { getLetterhead } from '../../settings/service.ts'
import type { LetterShelf, MadeFile } from '../shelf/service.ts'
import type { Dispatch } from './choice.ts'
import { cleanDocx } from './clean-docx.ts'
import { emlDraft, type Attached } from './eml.ts'
import { openPlaces } from './open-places.ts'
import { findPdfPrograms, type PdfPrograms } from './pdf-programs.ts'
import { madeDocument, madePdf, pdfFrom } from './make.ts'

export type { Dispatch } from './choice.ts'
export { emlDraft } from './eml.ts'
export { findLibreOffice } from './libre-office.ts'
export { outlinedPdf } from './pdf-programs.ts'

/** What can be chosen for a letter. @throws OfficeError `not-found`, `forbidden` */
export async function dispatchChoices(shelf: LetterShelf, id: string, programs = findPdfPrograms()) {
  const letter = await shelf.letter(id)
  const versions = (await shelf.states(id)).filter(({ note, kind }) => note === '' && kind === 'docx')
  return {
    versions: versions.map((version) => ({ id: version.id, number: version.number })), email: await shelf.emailOf(letter),
    missing: await openPlaces(shelf, letter), letterEngine: engineFor(letter, null, programs), versionEngine: engineFor(letter, 'version', programs),
  }
}

/**
 * Writes the file that leaves the office to the granted place, cleaned of what its readers are not meant to see, and keeps the proof.
 * @throws OfficeError `invalid` for a letter that isn't finished or a PDF that can't be made, `not-found`, `forbidden`, `disk-full`, `read-only`
 */
export async function dispatchLetter(
  shelf: LetterShelf, grants: FileGrants, choice: Dispatch, programs = findPdfPrograms(),
): Promise<{ engine: PdfEngine | null; report: string[]; entry: string | null }> {
  const letter = await shelf.letter(choice.id)
  if (letter.trashed) throw new OfficeError('not-found')
  if (letter.status !== 'final') throw new OfficeError('invalid', { detail: 'Versendet wird nur ein fertiges Schreiben. Bitte zuerst „Fertigstellen“ wählen.' })
  await shelf.expectUsable(choice.id, choice)
  const made = choice.form === 'docx' ? await documentOf(shelf, letter, choice.versionId) : await pdfOf(shelf, letter, choice.versionId, programs)
  const { letterhead } = await getLetterhead(shelf.office)
  grants.write(choice.grant, choice.form === 'eml' ? mailOf(letter, letterhead.email, choice.to, made.bytes) : made.bytes)
  const entry = choice.enter ? await shelf.prove(letter, choice, made) : null
  return { engine: made.engine, report: made.report, entry }
}

/** How and with which hash a letter went out, in the words of the proof. */
export function proofNote({ form, to }: Pick<Dispatch, 'form' | 'to'>, { bytes, kind, engine }: MadeFile): string {
  const how = form === 'eml' ? `E-Mail-Entwurf${to === '' ? '' : ` an ${to}`}, PDF` : kind.toUpperCase()
  return `${how}${engine === 'word' || engine === 'libreoffice' ? ` (${pdfEngineLabels[engine]})` : ''} · Prüfwert SHA-256 ${sha256(bytes)}`
}

/** The file that goes with a mail: PDF where one can be made here, the cleaned DOCX otherwise. @throws OfficeError `template`, `forbidden` */
export async function mailAttachment(shelf: LetterShelf, letter: Letter, programs = findPdfPrograms()): Promise<MadeFile> {
  return attachmentKind(letter, programs) === 'docx' ? documentOf(shelf, letter, null) : pdfOf(shelf, letter, null, programs)
}

/** As what {@link mailAttachment} would give a letter. */
export function attachmentKind(letter: Letter, programs = findPdfPrograms()): 'pdf' | 'docx' {
  return engineFor(letter, null, programs) === 'none' ? 'docx' : 'pdf'
}

async function documentOf(shelf: LetterShelf, letter: Letter, versionId: string | null): Promise<MadeFile> {
  return versionId === null ? madeDocument(shelf, letter) : { ...cleanDocx(await contentOf(shelf, letter.id, versionId)), kind: 'docx', engine: null }
}

async function pdfOf(shelf: LetterShelf, letter: Letter, versionId: string | null, programs: PdfPrograms): Promise<MadeFile> {
  return versionId === null ? madePdf(shelf, letter, mainCopy, programs) : pdfFrom(await documentOf(shelf, letter, versionId), programs, null)
}

/** What makes the PDF of a letter, or of one of its states from Word. */
export function engineFor(letter: Pick<Letter, 'template'>, version: string | null, programs: PdfPrograms): PdfEngine {
  if (programs[0]) return programs[0].engine
  return version === null && isPlainLetter(letter.template) ? 'own' : 'none'
}

/** @throws OfficeError `not-found` for a state that isn't one of this letter */
async function contentOf(shelf: LetterShelf, letterId: string, versionId: string): Promise<Uint8Array> {
  if (!(await shelf.states(letterId)).some(({ id, note }) => id === versionId && note === '')) throw new OfficeError('not-found')
  return shelf.stateContent(versionId)
}

/** The e-mail draft with which a letter goes out as PDF. @param further papers that go along */
export function mailOf(letter: Letter, from: string, to: string, pdf: Uint8Array, further: readonly Attached[] = []): Uint8Array {
  const about = letter.subject === '' ? '' : `: ${letter.subject}`
  return emlDraft({
    from, to, subject: letter.subject || `Schreiben ${letter.number}`,
    text: [letter.salutation, `anbei erhalten Sie unser Schreiben ${letter.number} vom ${germanDate(letter.date)}${about}.`, letter.closing, letter.signatureName]
      .filter((line) => line !== '').join('\n\n'),
    attachments: [{ name: `${letterFileName(letter.number).replace(/\.docx$/u, '')}.pdf`, type: 'application/pdf', bytes: pdf }, ...further],
  })
}
