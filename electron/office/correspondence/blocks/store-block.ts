import { uuidv7 } from 'uuidv7'
import type { TextBlockFields } from '../../../../shared/correspondence/blocks/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import { blockColumns } from './repository.ts'

/** Stores a new text block within a transaction. @param origin the code of the starter block that it is */
export async function storeBlock(
  transaction: WriteTransaction<OfficeSchema>, id: string, { parts, ...fields }: TextBlockFields, { by, origin = '' }: { by: string; origin?: string },
): Promise<void> {
  await transaction.insert('text_block', { id, ...blockColumns(fields), number: 1, origin, deleted_at: null, deleted_by: null })
  await transaction.insert('text_block_version', { id: uuidv7(), block_id: id, number: 1, parts: JSON.stringify(parts), changed_at: transaction.now, changed_by: by })
}
