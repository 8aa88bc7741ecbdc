import { uuidv7 } from 'uuidv7'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

/** Files a record as the next number of a matter; it leaves the one that it was in. @throws OfficeError `not-found`, `invalid` for a closed matter */
export async function fileRecord(transaction: WriteTransaction<OfficeSchema>, matterId: string, record: RecordRef): Promise<void> {
  const matter = await transaction.database.selectFrom('matter').select(['last_number', 'closed_on', 'reference']).where('id', '=', matterId).where('deleted_at', 'is', null).executeTakeFirst()
  if (!matter) throw new OfficeError('not-found')
  if (matter.closed_on !== null) throw new OfficeError('invalid', { detail: `Der Vorgang ${matter.reference} ist abgeschlossen. Bitte zuerst wieder öffnen.` })
  const before = await filingOf(transaction, record)
  if (before?.matter_id === matterId) return
  if (before) await transaction.remove('filing', before.id)
  const number = matter.last_number + 1
  await transaction.update('matter', matterId, { last_number: number })
  await transaction.insert('filing', { id: uuidv7(), matter_id: matterId, number, record_type: record.type, record_id: record.id, filed_on: isoDay(new Date()) })
}

/** Files what belongs to a record where that record is filed, if it is. */
export async function fileAlong(transaction: WriteTransaction<OfficeSchema>, owner: RecordRef, record: RecordRef): Promise<void> {
  const matterId = owner.type === 'matter' ? owner.id : (await filingOf(transaction, owner))?.matter_id
  if (matterId !== undefined) await fileRecord(transaction, matterId, record)
}

async function filingOf(transaction: WriteTransaction<OfficeSchema>, { type, id }: RecordRef): Promise<{ id: string; matter_id: string } | undefined> {
  return transaction.database.selectFrom('filing').select(['id', 'matter_id']).where('record_type', '=', type).where('record_id', '=', id).executeTakeFirst()
}
