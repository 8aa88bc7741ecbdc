import type { Selectable } from 'kysely'
import { paperKinds, type PaperKind } from '../../../../shared/attachments/kinds.ts'
import { ownerTypes, type DocumentOwner, type OfficeDocument } from '../../../../shared/correspondence/register/model.ts'
import type { RegisterTables } from '../../database/office/register-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Row = Selectable<RegisterTables['document']> & { text: string | null }

/** One paper, trashed or not; null if there is none. */
export async function readDocument(database: ReadDatabase<OfficeSchema>, id: string): Promise<OfficeDocument | null> {
  const row = await documents(database).where('document.id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** The papers that lie with a record and aren't in the trash, in the order in which they came. */
export async function documentsOf(database: ReadDatabase<OfficeSchema>, { type, id }: DocumentOwner): Promise<OfficeDocument[]> {
  const rows = await documents(database).where('owner_type', '=', type).where('owner_id', '=', id).where('deleted_at', 'is', null).orderBy('document.id').execute()
  return rows.map(fromRow)
}

/** The words of a paper; empty where none could be read. */
export async function textOf(database: ReadDatabase<OfficeSchema>, id: string): Promise<string> {
  return (await database.selectFrom('document_text').select('text').where('document_id', '=', id).executeTakeFirst())?.text ?? ''
}

function documents(database: ReadDatabase<OfficeSchema>) {
  return database.selectFrom('document').leftJoin('document_text', 'document_text.document_id', 'document.id').selectAll('document').select((eb) => eb.fn<string | null>('substr', ['document_text.text', eb.val(1), eb.val(1)]).as('text'))
}

function fromRow(row: Row): OfficeDocument {
  const { id, version, name, size, hash, note } = row
  return {
    id, version, name, size, hash, note,
    owner: { type: ownerTypes.find((type) => type === row.owner_type) ?? 'matter', id: row.owner_id },
    kind: row.kind in paperKinds ? (row.kind as PaperKind) : 'txt',
    parentId: row.parent_id, readable: (row.text ?? '') !== '', addedOn: row.added_on, addedByName: row.added_by_name,
  }
}
