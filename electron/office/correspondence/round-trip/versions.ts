import type { EditTarget, TakenVersion } from '../../../../shared/correspondence/round-trip/contract.ts'
import { editedKinds } from '../../../../shared/correspondence/round-trip/kinds.ts'
import type { DocumentOwner } from '../../../../shared/correspondence/register/model.ts'
import { dropOrphans } from '../../database/content-pieces.ts'
import { sha256 } from '../../edited-file.ts'
import type { OfficeDesk } from '../../session.ts'
import { storePaper } from '../register/documents-service.ts'
import { readDocument } from '../register/documents-repository.ts'
import { readInThread } from '../register/reading/paper-reader.ts'
import { readLetter } from '../repository.ts'
import { forgottenBefore, type CopyShelf, type CopySource } from './copy-shelf.ts'

/** The copies of letters and papers of the office. */
export function officeCopies(desk: OfficeDesk): CopyShelf {
  return {
    remember: (copy) => rememberCopy(desk, copy),
    read: (token) => readCopy(desk, token),
    take: (copy, bytes, trouble) => takeVersion(desk, copy, bytes, trouble),
    forget: (waiting) => forgetCopies(desk, waiting),
  }
}

/** The states that were taken back of a letter or document, the newest first. */
export async function versionsOf(desk: OfficeDesk, seriesId: string): Promise<TakenVersion[]> {
  const rows = await desk.database.read.selectFrom('document').select(['id', 'version', 'series_number', 'kind', 'created_at', 'added_by_name', 'size', 'hash', 'note'])
    .where('series_id', '=', seriesId).where('deleted_at', 'is', null).orderBy('series_number', 'desc').execute()
  return rows.map(({ id, version, series_number, kind, created_at, added_by_name, size, hash, note }) => ({
    id, version, number: series_number, kind: editedKinds.find((each) => each === kind) ?? 'docx', takenAt: created_at, takenBy: added_by_name, size, hash, note,
  }))
}

/** The series that versions of a record belong to: of a version, the one that it is a version of. */
export async function seriesOf(desk: OfficeDesk, { type, id }: EditTarget): Promise<string> {
  if (type === 'letter') return id
  const row = await desk.database.read.selectFrom('document').select('series_id').where('id', '=', id).executeTakeFirst()
  return row?.series_id ?? id
}

/**
 * Stores a saved state as the next version: a paper of the same record, with its words, frozen with its hash. It has its own id, so that
 * earlier states stay what they were.
 * @param trouble why it can't be read; it is kept all the same
 */
async function takeVersion(desk: OfficeDesk, copy: CopySource, bytes: Uint8Array, trouble: string): Promise<void> {
  const place = await placeOf(desk, copy.target)
  // The record was destroyed meanwhile: then nothing of it may come back.
  if (!place) return
  await dropOrphans(desk.database, 'document')
  const read = trouble === '' ? await readInThread(bytes, copy.kind) : { text: '', mail: null, trouble }
  await desk.write({ label: 'Fassung aus Word übernommen', record: place.owner }, async (transaction) => {
    const last = await transaction.database.selectFrom('document').select((eb) => eb.fn.max('series_number').as('number')).where('series_id', '=', copy.seriesId).executeTakeFirst()
    // A paper that came in is its own first version.
    const number = (last?.number ?? (copy.target.type === 'letter' ? 0 : 1)) + 1
    await storePaper(transaction, desk, place.owner, { name: place.name, kind: copy.kind, bytes, read }, null, { id: copy.seriesId, number })
    await transaction.database.updateTable('edited_copy').set({ hash: sha256(bytes) }).where('id', '=', copy.token).execute()
  })
}

/** Remembers a copy, so that it can be taken back after a crash. */
async function rememberCopy(desk: OfficeDesk, { token, target, seriesId, kind, hash }: CopySource): Promise<void> {
  await desk.database.writeUnlogged((database) => database.insertInto('edited_copy').values({
    id: token, target_type: target.type, target_id: target.id, series_id: seriesId, kind, hash, opened_at: new Date().toISOString(), opened_by: desk.person.name,
  }).execute())
}

/** A copy that this vault remembers; null for one of another vault. */
async function readCopy(desk: OfficeDesk, token: string): Promise<CopySource | null> {
  const row = await desk.database.read.selectFrom('edited_copy').selectAll().where('id', '=', token).executeTakeFirst()
  return row ? {
    token, target: { type: row.target_type, id: row.target_id }, seriesId: row.series_id, hash: row.hash, kind: editedKinds.find((each) => each === row.kind) ?? 'docx',
  } : null
}

/** Forgets copies that are long past. */
async function forgetCopies(desk: OfficeDesk, waiting: readonly string[]): Promise<void> {
  await desk.database.writeUnlogged((database) => database.deleteFrom('edited_copy').where('opened_at', '<', forgottenBefore()).where('id', 'not in', [...waiting]).execute())
}

async function placeOf(desk: OfficeDesk, { type, id }: EditTarget): Promise<{ owner: DocumentOwner; name: string } | null> {
  if (type === 'letter') {
    const letter = await readLetter(desk.database.read, id)
    return letter && { owner: { type, id }, name: `Schreiben ${letter.number}` }
  }
  const document = await readDocument(desk.database.read, id)
  return document && { owner: document.owner, name: document.name }
}
