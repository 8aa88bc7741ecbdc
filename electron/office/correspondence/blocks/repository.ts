import { sql, type Selectable } from 'kysely'
import { blockPartsSchema, type TextBlock, type TextBlockFields, type TextBlockItem } from '../../../../shared/correspondence/blocks/model.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { TextBlockTables } from '../../database/office/text-block-tables.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>
type Row = Selectable<TextBlockTables['text_block']>

const shownLetters = 20

/** One text block with its versions and the letters that it stands in, trashed or not; null if there is none. */
export async function readBlock(database: Database, id: string): Promise<TextBlock | null> {
  const row = await database.selectFrom('text_block').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const versions = await database.selectFrom('text_block_version').selectAll().where('block_id', '=', id).orderBy('number', 'desc').execute()
  const letters = await lettersWith(database, id)
  const present = versions.find(({ number }) => number === row.number)
  return {
    ...itemOf(row, present?.parts ?? '[]', new Set(letters.map((letter) => letter.id)).size),
    version: row.version, trashed: row.deleted_at !== null,
    versions: versions.map((version) => ({
      id: version.id, number: version.number, parts: blockPartsSchema.parse(JSON.parse(version.parts)), changedAt: version.changed_at, changedBy: version.changed_by,
      used: new Set(letters.filter(({ block_version: number }) => number === version.number).map((letter) => letter.id)).size,
    })),
    letters: letters.slice(0, shownLetters).map(({ block_version: blockVersion, ...letter }) => ({ ...letter, blockVersion })),
  }
}

/** All text blocks that aren't in the trash, by title. */
export async function readBlocks(database: Database): Promise<TextBlockItem[]> {
  const rows = await database.selectFrom('text_block as block')
    .innerJoin('text_block_version as text', (join) => join.onRef('text.block_id', '=', 'block.id').onRef('text.number', '=', 'block.number'))
    .selectAll('block').select('text.parts').where('block.deleted_at', 'is', null).orderBy('block.title_key').orderBy('block.id').execute()
  const { rows: uses } = await sql<{ block: string; used: number }>`
    SELECT use.value ->> 'blockId' AS block, count(DISTINCT letter.id) AS used FROM letter, json_each(letter.block_uses) AS use
    WHERE letter.block_uses <> '[]' AND letter.deleted_at IS NULL GROUP BY 1`.execute(database)
  const used = new Map(uses.map((use) => [use.block, use.used]))
  return rows.map((row) => itemOf(row, row.parts, used.get(row.id) ?? 0))
}

/** Which letters hold which version of a text block, the newest letter first; trashed letters are left out. */
async function lettersWith(database: Database, blockId: string): Promise<{ id: string; number: string; subject: string; block_version: number }[]> {
  const { rows } = await sql<{ id: string; number: string; subject: string; block_version: number }>`
    SELECT DISTINCT letter.id, letter.number, letter.subject, use.value ->> 'blockVersion' AS block_version FROM letter, json_each(letter.block_uses) AS use
    WHERE letter.block_uses <> '[]' AND letter.deleted_at IS NULL AND use.value ->> 'blockId' = ${blockId} ORDER BY letter.id DESC, block_version DESC`.execute(database)
  return rows
}

/** Gives the columns of the fields that are set, but for the text, which is kept by version. */
export function blockColumns(fields: Omit<TextBlockFields, 'parts'>): BlockColumns
export function blockColumns(fields: Partial<TextBlockFields>): Partial<BlockColumns>
export function blockColumns(fields: Partial<TextBlockFields>): Partial<BlockColumns> {
  const columns: { [Column in keyof BlockColumns]: BlockColumns[Column] | undefined } = {
    title: fields.title, title_key: fields.title === undefined ? undefined : sortKey(fields.title), short_form: fields.shortForm, category: fields.category,
    owner_id: fields.ownerId, owner_name: fields.ownerName, valid_from: fields.validFrom, valid_until: fields.validUntil, note: fields.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<BlockColumns>
}

type BlockColumns = Pick<Row, 'title' | 'title_key' | 'short_form' | 'category' | 'owner_id' | 'owner_name' | 'valid_from' | 'valid_until' | 'note'>

function itemOf(row: Row, parts: string, used: number): TextBlockItem {
  return {
    id: row.id, title: row.title, shortForm: row.short_form, category: row.category, ownerId: row.owner_id, ownerName: row.owner_name,
    validFrom: row.valid_from, validUntil: row.valid_until, note: row.note, number: row.number, used, parts: blockPartsSchema.parse(JSON.parse(parts)),
  }
}
