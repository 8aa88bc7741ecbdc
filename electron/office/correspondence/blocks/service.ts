import { uuidv7 } from 'uuidv7'
import type { TextBlock, TextBlockFields, TextBlockItem } from '../../../../shared/correspondence/blocks/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { blockColumns, readBlock, readBlocks } from './repository.ts'
import { giveStarterBlocks } from './starter.ts'
import { storeBlock } from './store-block.ts'

/** All text blocks by title. Whoever asks first gives the office the starter blocks that it hasn't had yet. */
export async function listBlocks(desk: OfficeDesk): Promise<TextBlockItem[]> {
  await giveStarterBlocks(desk)
  return readBlocks(desk.database.read)
}

/** One text block, also from the trash. @throws OfficeError `not-found` */
export async function getBlock(desk: OfficeDesk, id: string): Promise<TextBlock> {
  const block = await readBlock(desk.database.read, id)
  if (!block) throw new OfficeError('not-found')
  return block
}

/** Keeps a text as a text block. @throws OfficeError `invalid` for a validity that ends before it begins or a short form that is taken */
export async function createBlock(desk: OfficeDesk, fields: TextBlockFields): Promise<ChangeReceipt & { id: string }> {
  const id = uuidv7()
  const written = await desk.write({ label: 'Textbaustein angelegt', record: ref(id) }, async (transaction) => {
    await expectSound(transaction, id, fields)
    await storeBlock(transaction, id, fields, { by: desk.person.name })
  })
  return { id, change: written.change, version: written.versions.get(id) ?? 1 }
}

/**
 * Stores the fields that are given; quick further changes become one step of history and undo. A changed text is a new version as soon as a
 * letter holds the present one: until then there is nobody for whom it was another.
 * @throws OfficeError `conflict`, `not-found`, `invalid` as {@link createBlock}
 */
export async function updateBlock(desk: OfficeDesk, id: string, version: number, fields: Partial<TextBlockFields>): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Textbaustein geändert', record: ref(id), coalesce: `text-block:${id}` }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readBlock(transaction.database, id))
    const block = await readBlock(transaction.database, id)
    if (!block) throw new OfficeError('not-found')
    await expectSound(transaction, id, { ...block, ...fields })
    await transaction.update('text_block', id, blockColumns(fields))
    if (fields.parts) await storeText(transaction, desk, block, JSON.stringify(fields.parts))
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** Moves a text block to the trash; letters keep its text and can still change its parts. @throws OfficeError `conflict`, `not-found` */
export async function removeBlock(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Textbaustein gelöscht', record: ref(id) }, async (transaction) => {
    await transaction.expectVersion(ref(id), version, () => readBlock(transaction.database, id))
    await transaction.trash(ref(id), desk.person.id)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

async function storeText(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, block: TextBlock, parts: string): Promise<void> {
  const present = block.versions.find(({ number }) => number === block.number)
  if (!present || JSON.stringify(present.parts) === parts) return
  const stamp = { parts, changed_at: transaction.now, changed_by: desk.person.name }
  if (present.used === 0) return transaction.update('text_block_version', present.id, stamp)
  const number = (block.versions[0]?.number ?? 0) + 1
  await transaction.insert('text_block_version', { id: uuidv7(), block_id: block.id, number, ...stamp })
  await transaction.update('text_block', block.id, { number })
}

async function expectSound(transaction: WriteTransaction<OfficeSchema>, id: string, { shortForm, validFrom, validUntil }: TextBlockFields): Promise<void> {
  const faults: Record<string, string> = {}
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) faults['fields.validUntil'] = 'Das Ende liegt vor dem Beginn.'
  if (shortForm !== '') {
    const same = await transaction.database.selectFrom('text_block').select('title')
      .where('short_form', '=', shortForm).where('id', '<>', id).where('deleted_at', 'is', null).executeTakeFirst()
    if (same) faults['fields.shortForm'] = `Dieses Kürzel hat schon „${same.title}“.`
  }
  if (Object.keys(faults).length > 0) throw new OfficeError('invalid', { fields: faults })
}

function ref(id: string) {
  return { type: 'text-block', id }
}
