import type { EditedCopyState, EditTarget, TakenVersion } from '../../../../shared/correspondence/round-trip/contract.ts'
import { editedKinds, type EditedKind } from '../../../../shared/correspondence/round-trip/kinds.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { readContent } from '../../database/content-pieces.ts'
import { sha256 } from '../../edited-file.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getDocument } from '../register/documents-service.ts'
import { getLetter, letterFile } from '../service.ts'
import type { EditedCopies } from './copies.ts'
import { rememberCopy, seriesOf, versionsOf } from './versions.ts'

interface Content {
  bytes: Uint8Array
  kind: EditedKind
  missing: string[]
}

/** What is being edited of a record, and what was taken back. */
export async function editingOf(desk: OfficeDesk, copies: EditedCopies, target: EditTarget): Promise<{ copy: EditedCopyState | null; versions: TakenVersion[] }> {
  return { copy: copies.stateOf(target), versions: await versionsOf(desk, await seriesOf(desk, target)) }
}

/**
 * Writes a copy to the granted place and watches it from then on. Gives the fields that were missing and are marked in it.
 * @param fresh a letter as it stands in the office, also when a later state was taken back
 * @throws OfficeError `invalid` for a finished letter, another kind of file or a record that is being edited already, `not-found`,
 *   `forbidden`, `disk-full`, `read-only`, `template`
 */
export async function openCopy(
  desk: OfficeDesk, grants: FileGrants, copies: EditedCopies, { target, grant, fresh }: { target: EditTarget; grant: string; fresh: boolean },
): Promise<{ missing: string[] }> {
  if (copies.stateOf(target)) throw new OfficeError('invalid', { detail: 'Das Dokument ist schon in einem anderen Programm geöffnet.' })
  const { bytes, kind, missing } = target.type === 'letter' ? await contentOfLetter(desk, target.id, fresh) : await contentOfDocument(desk, target.id)
  const file = grants.edit(grant, bytes)
  const copy = { token: grant, target, seriesId: await seriesOf(desk, target), kind, hash: sha256(bytes) }
  await rememberCopy(desk, copy)
  copies.watch({ ...copy, file, desk })
  return { missing }
}

async function contentOfLetter(desk: OfficeDesk, id: string, fresh: boolean): Promise<Content> {
  const letter = await getLetter(desk, id)
  if (letter.trashed) throw new OfficeError('not-found')
  if (letter.status === 'final') throw new OfficeError('invalid', { detail: 'Das Schreiben ist fertig. Bitte zuerst „Wieder bearbeiten“ wählen.' })
  const newest = (await versionsOf(desk, id)).find(({ note }) => note === '')
  if (newest && !fresh) return { bytes: await readContent(desk.database.read, newest.id), kind: newest.kind, missing: [] }
  return { ...(await letterFile(desk, id)), kind: 'docx' }
}

async function contentOfDocument(desk: OfficeDesk, id: string): Promise<Content> {
  const document = await getDocument(desk, id)
  const kind = editedKinds.find((each) => each === document.kind)
  if (!kind) throw new OfficeError('invalid', { detail: 'Bearbeiten lassen sich Word-, Excel- und OpenDocument-Dateien.' })
  return { bytes: await readContent(desk.database.read, id), kind, missing: [] }
}
