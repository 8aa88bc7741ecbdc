import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { paperName, recogniseKind, type PaperKind } from '../../../../shared/attachments/kinds.ts'
import type { DocumentOwner, OfficeDocument } from '../../../../shared/correspondence/register/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { dropOrphans, readContent, readPiece, storeContent } from '../../database/content-pieces.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { documentsOf, readDocument, textOf } from './documents-repository.ts'
import { fileAlong } from './filing.ts'
import { discard, takeWaiting, type WaitingPaper } from './receiving.ts'
import { readInThread } from './reading/paper-reader.ts'

const ref = (id: string) => ({ type: 'document', id })

/** The papers of a record. */
export async function papersOf(desk: OfficeDesk, owner: DocumentOwner): Promise<OfficeDocument[]> {
  return documentsOf(desk.database.read, owner)
}

/** One paper, also from the trash. @throws OfficeError `not-found` */
export async function getDocument(desk: OfficeDesk, id: string): Promise<OfficeDocument> {
  const found = await readDocument(desk.database.read, id)
  if (!found) throw new OfficeError('not-found')
  return found
}

/** Papers that wait with what hangs on them, each read, as they are about to be stored. */
export async function unpacked(desk: OfficeDesk, tokens: readonly string[]): Promise<{ paper: WaitingPaper; attachments: WaitingPaper[] }[]> {
  await dropOrphans(desk.database, 'document')
  return Promise.all(takeWaiting(desk, tokens).map(async (paper) => ({ paper, attachments: await attachmentsOf(paper) })))
}

/** Stores papers within a transaction; what hung on a mail lies beside it. */
export async function storePapers(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, owner: DocumentOwner, papers: Awaited<ReturnType<typeof unpacked>>,
): Promise<void> {
  for (const { paper, attachments } of papers) {
    const id = await storePaper(transaction, desk, owner, paper, null)
    for (const attachment of attachments) await storePaper(transaction, desk, owner, attachment, id)
  }
}

/** Puts papers that wait with a record. @throws OfficeError `not-found` */
export async function addPapers(desk: OfficeDesk, owner: DocumentOwner, tokens: readonly string[]): Promise<ChangeReceipt> {
  const papers = await unpacked(desk, tokens)
  const written = await desk.write({ label: papers.length === 1 ? 'Unterlage abgelegt' : `${papers.length} Unterlagen abgelegt` }, (transaction) => storePapers(transaction, desk, owner, papers))
  discard(desk, tokens)
  return { change: written.change, version: 1 }
}

/** Changes name and note. @throws OfficeError `not-found`, `conflict` */
export async function updateDocument(desk: OfficeDesk, { id, version, name, note }: { id: string; version: number; name: string; note: string }): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Unterlage geändert', record: ref(id), coalesce: `document:${id}` }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readDocument(transaction.database, id))
    await transaction.update('document', id, { name, note })
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a paper to the trash. @throws OfficeError `not-found`, `conflict` */
export async function removeDocument(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Unterlage gelöscht', record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readDocument(transaction.database, id))
    await transaction.trash(ref(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** A piece of the content as base64. @throws OfficeError `not-found` */
export async function pieceOfDocument(desk: OfficeDesk, id: string, position: number): Promise<{ content: string; last: boolean }> {
  const piece = await readPiece(desk.database.read, id, position)
  if (!piece) throw new OfficeError('not-found')
  return { content: Buffer.from(piece).toString('base64'), last: (await readPiece(desk.database.read, id, position + 1)) === null }
}

/** Writes a paper to the granted file. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function writeDocument(desk: OfficeDesk, grants: FileGrants, id: string, grant: string): Promise<void> {
  await getDocument(desk, id)
  grants.write(grant, await readContent(desk.database.read, id))
}

/** The words of a paper. @throws OfficeError `not-found` */
export async function wordsOf(desk: OfficeDesk, id: string): Promise<{ text: string }> {
  await getDocument(desk, id)
  return { text: await textOf(desk.database.read, id) }
}

/** Calculates the hash of a paper again. @throws OfficeError `not-found` */
export async function checkDocument(desk: OfficeDesk, id: string): Promise<{ intact: boolean; hash: string }> {
  const { hash } = await getDocument(desk, id)
  return { hash, intact: hashOf(await readContent(desk.database.read, id)) === hash }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Stores one paper within a transaction. @param series what it is a version of, for one that was edited outside @returns its id */
export async function storePaper(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, owner: DocumentOwner, { name, kind, bytes, read }: WaitingPaper, parentId: string | null,
  series: { id: string; number: number } | null = null,
): Promise<string> {
  const id = uuidv7()
  await storeContent(transaction, id, bytes)
  if (read.text !== '') await transaction.database.insertInto('document_text').values({ document_id: id, text: read.text }).execute()
  await transaction.insert('document', {
    id, owner_type: owner.type, owner_id: owner.id, name, kind, size: bytes.length, hash: hashOf(bytes), note: read.trouble, parent_id: parentId,
    added_on: isoDay(new Date()), added_by_name: desk.person.name, deleted_at: null, deleted_by: null,
    series_id: series?.id ?? null, series_number: series?.number ?? 0,
  })
  await fileAlong(transaction, owner, ref(id))
  return id
}

/** What hangs on a mail and may be kept. What is refused stays in the mail, which is kept whole. */
async function attachmentsOf({ read }: WaitingPaper): Promise<WaitingPaper[]> {
  const kept = (read.mail?.attachments ?? []).flatMap(({ name, bytes }) => {
    const kind = recogniseKind(bytes)
    return typeof kind === 'object' ? [] : [{ name: paperName(name), kind: kind as PaperKind, bytes }]
  })
  const papers: WaitingPaper[] = []
  for (const each of kept) papers.push({ ...each, read: await readInThread(each.bytes, each.kind) })
  return papers
}
