import { letterFor } from '../../../../shared/correspondence/copies/copies.ts'
import { fileCopy, mainCopy, type FileFacts } from '../../../../shared/correspondence/copies/model.ts'
import type { PdfEngine } from '../../../../shared/correspondence/dispatch/contract.ts'
import type { EditedLetter, Letter } from '../../../../shared/correspondence/letter.ts'
import type { Pages } from '../../../../shared/correspondence/pages/model.ts'
import type { TakenVersion } from '../../../../shared/correspondence/round-trip/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { letterRecipient } from '../../directory/service.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import type { Dispatch } from '../dispatch/choice.ts'
import type { CopyShelf } from '../round-trip/copy-shelf.ts'
import type { FilledDocument } from '../templates/fill.ts'
import { letterDocument } from '../templates/letter-document.ts'
import { readPages } from '../pages/read-pages.ts'

/** A file that leaves the office, what made it and what was taken out of it. */
export interface MadeFile { bytes: Uint8Array; kind: 'pdf' | 'docx'; engine: PdfEngine | null; report: string[] }

/**
 * Where a letter lies: what the engine asks of the side of the vault that keeps it. Templates and letterhead are the office's,
 * whatever a letter is about; everything else stays on the letter's side.
 */
export interface LetterShelf {
  office: OfficeDesk
  /** @throws OfficeError `not-found`, `forbidden` */
  letter(id: string): Promise<Letter>
  /** The letter as it is put on paper: with what has come to it since it was finished. */
  onPaper?(letter: Letter): Promise<Letter>
  /** What the copy for the file says beside the letter. */
  fileFacts?(letter: Letter): Promise<FileFacts>
  /** Refuses to write a file from this letter, or to send it this way. @throws OfficeError `forbidden`, `invalid` */
  expectUsable(id: string, choice?: Dispatch): Promise<void>
  /** The states that were taken back from Word, the newest first. */
  states(letterId: string): Promise<TakenVersion[]>
  stateContent(stateId: string): Promise<Uint8Array>
  /** Where a mail with the letter would go; empty where that isn't known. */
  emailOf(letter: Letter): Promise<string>
  /** Keeps the proof that the file went out. @returns what it is found by */
  prove(letter: Letter, choice: Dispatch, made: MadeFile): Promise<string>
  copies: CopyShelf
}

/** A copy of the letter as DOCX, and the labels of the fields that are missing and marked in it. @throws OfficeError `not-found`, `template`, `forbidden` */
export async function letterFile(shelf: LetterShelf, id: string, copy = mainCopy): Promise<FilledDocument> {
  return letterOnPaper(shelf, await shelf.letter(id), copy)
}

async function letterOnPaper(shelf: LetterShelf, letter: Letter, copy: string): Promise<FilledDocument> {
  const said = await copyOf(shelf, letter, copy)
  return letterDocument(shelf.office, said.letter, (await getLetterhead(shelf.office)).letterhead, said.copy)
}

/** What one copy of a letter says. */
export async function copyOf(shelf: LetterShelf, letter: Letter, copy: string): Promise<ReturnType<typeof letterFor<Letter>>> {
  return letterFor(await shelf.onPaper?.(letter) ?? letter, copy, copy === fileCopy ? await shelf.fileFacts?.(letter) : undefined)
}

/**
 * Writes the letter as DOCX to the file that the person chose; the letter itself stays where it is. Gives the labels of the fields that
 * were missing and are marked in the document.
 * @throws OfficeError `not-found`, `forbidden`, also for an unknown grant, `disk-full`, `read-only`, `template` for a template with open faults
 */
export async function saveLetterDocx(shelf: LetterShelf, grants: FileGrants, id: string, grant: string, copy = mainCopy): Promise<{ missing: string[] }> {
  await shelf.expectUsable(id)
  const { bytes, missing } = await letterFile(shelf, id, copy)
  grants.write(grant, bytes)
  return { missing }
}

/**
 * The pages of a letter, drawn from the very file that would be saved or sent.
 * @param fields what somebody is writing and isn't stored yet; a finished letter is shown as it was finished
 * @throws OfficeError `template`, `not-found`, `forbidden`
 */
export async function letterPages(shelf: LetterShelf, id: string, copy = mainCopy, fields?: EditedLetter): Promise<Pages> {
  const letter = await shelf.letter(id)
  const { bytes, missing } = await letterOnPaper(shelf, letter.status === 'final' ? letter : { ...letter, ...fields }, copy)
  return readPages(bytes, missing)
}

/** The address that mail to a contact goes to; empty without one, and where the contact was destroyed. */
export async function contactEmail(office: OfficeDesk, contactId: string | null): Promise<string> {
  if (contactId === null) return ''
  try {
    const { contact } = await letterRecipient(office, contactId)
    const emails = contact.channels.filter(({ kind }) => kind === 'email')
    return (emails.find(({ preferred }) => preferred) ?? emails[0])?.value ?? ''
  } catch (error) {
    // The letter stays when its contact is gone.
    if (error instanceof OfficeError) return ''
    throw error
  }
}
