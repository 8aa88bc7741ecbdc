import { uuidv7 } from 'uuidv7'
import type { Clipping, ClippingInput, ClippingListItem } from '../../../../shared/correspondence/press/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Action } from '../../database/change-log.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { documentsOf } from '../register/documents-repository.ts'
import { storePapers, unpacked } from '../register/documents-service.ts'
import { discard } from '../register/receiving.ts'
import { clippingColumns, listClippings, readClipping, type ClippingQuery } from './clippings-repository.ts'

const ref = (id: string) => ({ type: 'clipping', id })

/** One clipping, also from the trash. @throws OfficeError `not-found` */
export async function getClipping(desk: OfficeDesk, id: string): Promise<Clipping> {
  const clipping = await readClipping(desk.database.read, id)
  if (!clipping) throw new OfficeError('not-found')
  return clipping
}

/** One page of the press review. */
export async function findClippings(desk: OfficeDesk, query: ClippingQuery): Promise<{ clippings: ClippingListItem[]; total: number }> {
  return listClippings(desk.database.read, query)
}

/** Enters a clipping with its scans. @throws OfficeError `not-found` for files that are no longer there */
export async function createClipping(desk: OfficeDesk, { fields, files }: { fields: ClippingInput; files: readonly string[] }): Promise<ChangeReceipt & { id: string }> {
  const papers = await unpacked(desk, files)
  const id = uuidv7()
  const written = await desk.write({ label: 'Pressebericht eingetragen', record: ref(id) }, async (transaction) => {
    await transaction.insert('clipping', { id, follow_up_done_on: null, deleted_at: null, deleted_by: null, ...clippingColumns(fields) })
    await storePapers(transaction, desk, { type: 'clipping', id }, papers)
  })
  discard(desk, files)
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given. @throws OfficeError `conflict`, `not-found` */
export async function updateClipping(desk: OfficeDesk, id: string, version: number, fields: Partial<ClippingInput>): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Pressebericht geändert', coalesce: `clipping:${id}` }, (transaction) => transaction.update('clipping', id, clippingColumns(fields)))
}

/** Says that the follow-up is done, or isn't. @throws OfficeError `conflict`, `not-found` */
export async function setClippingFollowUp(desk: OfficeDesk, id: string, version: number, done: boolean): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: done ? 'Wiedervorlage erledigt' : 'Wiedervorlage wieder offen' }, (transaction) =>
    transaction.update('clipping', id, { follow_up_done_on: done ? isoDay(new Date()) : null }))
}

/** Moves a clipping with its scans to the trash. @throws OfficeError `conflict`, `not-found` */
export async function removeClipping(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Pressebericht gelöscht' }, async (transaction) => {
    await transaction.trash(ref(id), desk.person.id)
    for (const paper of await documentsOf(transaction.database, { type: 'clipping', id })) await transaction.trash({ type: 'document', id: paper.id }, desk.person.id)
  })
}

async function change(desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: WriteTransaction<OfficeSchema>) => Promise<void>): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readClipping(transaction.database, id))
    await work(transaction)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}
