import type { EditedCopyState, EditTarget, TakenVersion } from '../../../../shared/correspondence/round-trip/contract.ts'
import { editedKinds, type EditedKind } from '../../../../shared/correspondence/round-trip/kinds.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { readContent } from '../../database/content-pieces.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getDocument } from '../register/documents-service.ts'
import { readInThread } from '../register/reading/paper-reader.ts'
import { officeShelf } from '../office-shelf.ts'
import { letterFile, type LetterShelf } from '../shelf/service.ts'
import type { EditedCopies } from './copies.ts'
import type { CopyShelf } from './copy-shelf.ts'
import { seriesOf, versionsOf } from './versions.ts'

type Editing = { copy: EditedCopyState | null; versions: TakenVersion[] }
type Opening = { grant: string; fresh: boolean }

interface Content {
  bytes: Uint8Array
  kind: EditedKind
  missing: string[]
}

export { copiesOf } from './copies.ts'
export { forgottenBefore, type CopyShelf, type CopySource } from './copy-shelf.ts'

/** What is being edited of a letter or a paper of the office, and what was taken back. */
export async function editingOf(desk: OfficeDesk, copies: EditedCopies, target: EditTarget): Promise<Editing> {
  return { copy: copies.stateOf(target), versions: await versionsOf(desk, await seriesOf(desk, target)) }
}

/** What is being edited of a letter, and what was taken back. */
export async function editingOfLetter(shelf: LetterShelf, copies: EditedCopies, id: string): Promise<Editing> {
  return { versions: await shelf.states(id), copy: copies.stateOf({ type: 'letter', id }) }
}

/** The words of a saved state; empty where none can be read. */
export async function wordsOfState(bytes: Uint8Array, kind: EditedKind): Promise<string> {
  return (await readInThread(bytes, kind)).text
}

/**
 * Writes a copy of a letter or a paper of the office to the granted place and watches it from then on. Gives the fields that were
 * missing and are marked in it.
 * @param fresh a letter as it stands in the office, also when a later state was taken back
 * @throws OfficeError `invalid` for a finished letter, another kind of file or a record that is being edited already, `not-found`,
 *   `forbidden`, `disk-full`, `read-only`, `template`
 */
export async function openCopy(desk: OfficeDesk, grants: FileGrants, copies: EditedCopies, { target, grant, fresh }: Opening & { target: EditTarget }): Promise<{ missing: string[] }> {
  const shelf = officeShelf(desk)
  if (target.type === 'letter') return openLetterCopy(shelf, grants, copies, target.id, { grant, fresh })
  expectClosed(copies, target)
  return watched(shelf.copies, grants, copies, { target, grant, seriesId: await seriesOf(desk, target) }, await contentOfDocument(desk, target.id))
}

/** Writes a copy of a letter on whichever side. @throws OfficeError as {@link openCopy} */
export async function openLetterCopy(shelf: LetterShelf, grants: FileGrants, copies: EditedCopies, id: string, { grant, fresh }: Opening): Promise<{ missing: string[] }> {
  const target = { type: 'letter', id } as const
  expectClosed(copies, target)
  await shelf.expectUsable(id)
  return watched(shelf.copies, grants, copies, { target, grant, seriesId: id }, await contentOfLetter(shelf, id, fresh))
}

function expectClosed(copies: EditedCopies, target: EditTarget): void {
  if (copies.stateOf(target)) throw new OfficeError('invalid', { detail: 'Das Dokument ist schon in einem anderen Programm geöffnet.' })
}

async function watched(
  shelf: CopyShelf, grants: FileGrants, copies: EditedCopies, { target, grant, seriesId }: { target: EditTarget; grant: string; seriesId: string }, { bytes, kind, missing }: Content,
): Promise<{ missing: string[] }> {
  const file = grants.edit(grant, bytes)
  const copy = { token: grant, target, seriesId, kind, hash: sha256(bytes) }
  await shelf.remember(copy)
  copies.watch({ ...copy, file, shelf })
  return { missing }
}

async function contentOfLetter(shelf: LetterShelf, id: string, fresh: boolean): Promise<Content> {
  const letter = await shelf.letter(id)
  if (letter.trashed) throw new OfficeError('not-found')
  if (letter.status === 'final') throw new OfficeError('invalid', { detail: 'Das Schreiben ist fertig. Bitte zuerst „Wieder bearbeiten“ wählen.' })
  const newest = (await shelf.states(id)).find(({ note }) => note === '')
  if (newest && !fresh) return { bytes: await shelf.stateContent(newest.id), kind: newest.kind, missing: [] }
  return { ...(await letterFile(shelf, id)), kind: 'docx' }
}

async function contentOfDocument(desk: OfficeDesk, id: string): Promise<Content> {
  const document = await getDocument(desk, id)
  const kind = editedKinds.find((each) => each === document.kind)
  if (!kind) throw new OfficeError('invalid', { detail: 'Bearbeiten lassen sich Word-, Excel- und OpenDocument-Dateien.' })
  return { bytes: await readContent(desk.database.read, id), kind, missing: [] }
}
