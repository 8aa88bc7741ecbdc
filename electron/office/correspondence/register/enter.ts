import { uuidv7 } from 'uuidv7'
import type { EntryInput } from '../../../../shared/correspondence/register/model.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { entryColumns } from './entries-repository.ts'
import { fileAlong } from './filing.ts'
import { nextNumber } from './numbers.ts'

/** Enters something that came or left, with the next number of its register, within a transaction. */
export async function enter(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, fields: EntryInput, { id = uuidv7(), record }: { id?: string; record: RecordRef | null },
): Promise<string> {
  const given = await nextNumber(transaction, desk, {
    series: fields.direction, pattern: fields.direction === 'in' ? 'incomingPattern' : 'outgoingPattern', day: fields.on,
  })
  await transaction.insert('register_entry', {
    id, ...given, direction: fields.direction, record_type: record?.type === 'statement' ? 'statement' : record ? 'letter' : null, record_id: record?.id ?? null,
    follow_up_done_on: null, deleted_at: null, deleted_by: null, ...entryColumns(fields),
  })
  if (record) await fileAlong(transaction, record, { type: 'register-entry', id })
  return id
}
