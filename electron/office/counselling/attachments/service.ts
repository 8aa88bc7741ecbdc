import { uuidv7 } from 'uuidv7'
import type { Attachment } from '../../../../shared/counselling/attachments/contract.ts'
import { paperName, recogniseKind } from '../../../../shared/attachments/kinds.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import { ComingFiles } from '../../coming-files.ts'
import { dropOrphans, readContent, readPiece, storeContent } from '../../database/content-pieces.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { readCase } from '../cases/repository.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { notFound, receipt } from '../service-parts.ts'
import { attachmentsOfCase, readAttachment } from './repository.ts'

const coming = new ComingFiles<{ caseId: string }>()

/** Papers of a case, the newest first. @throws OfficeError `forbidden`, `not-found` */
export async function papersOfCase(desk: CounsellingDesk, caseId: string): Promise<Attachment[]> {
  await expectCaseAccess(desk, caseId)
  await dropOrphans(desk.database, 'attachment')
  return attachmentsOfCase(desk.database.read, caseId)
}

/** Begins with a file; one that was begun before and not finished is given up. @throws OfficeError `forbidden`, `not-found` */
export async function beginPaper(desk: CounsellingDesk, { caseId, name, size }: { caseId: string; name: string; size: number }): Promise<{ token: string }> {
  await expectCaseAccess(desk, caseId)
  return coming.begin(desk.database, { target: { caseId }, name, size })
}

/** The next piece of the file. @throws OfficeError `not-found`, `invalid` when more comes than was announced */
export function appendPaper(desk: CounsellingDesk, token: string, piece: Buffer): void {
  coming.append(desk.database, token, piece)
}

/** Puts the file into its case. @throws OfficeError `invalid` with the reason for a file that isn't taken, `not-found`, `forbidden` */
export async function finishPaper(desk: CounsellingDesk, token: string): Promise<ChangeReceipt & { id: string }> {
  const { target, name, bytes } = coming.finish(desk.database, token)
  return addPaper(desk, target.caseId, name, bytes)
}

/** Puts a paper into a case. @throws OfficeError `invalid` with the reason for a file that isn't taken, `not-found`, `forbidden` */
export async function addPaper(desk: CounsellingDesk, caseId: string, fileName: string, bytes: Uint8Array): Promise<ChangeReceipt & { id: string }> {
  await expectCaseAccess(desk, caseId)
  await dropOrphans(desk.database, 'attachment')
  const kind = recogniseKind(bytes)
  if (typeof kind === 'object') throw new OfficeError('invalid', { detail: `${kind.refusal} Es wurde nichts abgelegt.` })
  const id = uuidv7()
  const written = await desk.write({ label: 'Unterlage abgelegt', record: { type: 'attachment', id } }, async (transaction) => {
    if ((await readCase(transaction.database, caseId))?.trashed !== false) notFound()
    await storeContent(transaction, id, bytes)
    await transaction.insert('attachment', {
      id, case_id: caseId, name: paperName(fileName), kind, size: bytes.length, note: '', added_on: isoDay(new Date()), added_by_name: desk.person.name,
      deleted_at: null, deleted_by: null,
    })
  })
  return { ...receipt(written, id), id }
}

/** Changes name and note of a paper. @throws OfficeError `not-found`, `conflict`, `forbidden` */
export async function updatePaper(desk: CounsellingDesk, { id, version, name, note }: { id: string; version: number; name: string; note: string }): Promise<ChangeReceipt> {
  await seenPaper(desk, id)
  const record = { type: 'attachment', id }
  const written = await desk.write({ label: 'Unterlage geändert', record, coalesce: `attachment:${id}` }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readAttachment(transaction.database, id))
    await transaction.update('attachment', id, { name, note })
  })
  return receipt(written, id, version)
}

/** Moves a paper to the trash. @throws OfficeError `not-found`, `conflict`, `forbidden` */
export async function removePaper(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  await seenPaper(desk, id)
  const record = { type: 'attachment', id }
  const written = await desk.write({ label: 'Unterlage gelöscht', record }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readAttachment(transaction.database, id))
    await transaction.trash(record, desk.person.id)
  })
  return receipt(written, id, version)
}

/** A piece of a paper as base64. @throws OfficeError `not-found`, `forbidden` */
export async function pieceOfPaper(desk: CounsellingDesk, id: string, position: number): Promise<{ content: string; last: boolean }> {
  await seenPaper(desk, id)
  const piece = (await readPiece(desk.database.read, id, position)) ?? notFound()
  const last = (await readPiece(desk.database.read, id, position + 1)) === null
  return { content: Buffer.from(piece).toString('base64'), last }
}

/**
 * Writes a paper to the granted file.
 * @param viewing only to be looked at, in the folder that is wiped: all that a restricted case allows
 * @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only`
 */
export async function writePaper(desk: CounsellingDesk, grants: FileGrants, { id, grant, viewing }: { id: string; grant: string; viewing: boolean }): Promise<void> {
  const { caseId } = await seenPaper(desk, id)
  if (!viewing) await expectUsable(desk.database.read, caseId)
  grants.write(grant, await readContent(desk.database.read, id))
}

async function seenPaper(desk: CounsellingDesk, id: string): Promise<Attachment> {
  const found = (await readAttachment(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.caseId)
  return found
}
