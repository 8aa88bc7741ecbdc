import type { Selectable } from 'kysely'
import type { Attachment } from '../../../../shared/counselling/attachments/contract.ts'
import { paperKinds, type PaperKind } from '../../../../shared/attachments/kinds.ts'
import type { CaseWorkTables } from '../../database/counselling/case-work-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** One paper, trashed or not; null if there is none. */
export async function readAttachment(database: ReadDatabase<CounsellingSchema>, id: string): Promise<Attachment | null> {
  const row = await database.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Papers of a case that aren't in the trash, the newest first; states of letters from Word stand with their letter. */
export async function attachmentsOfCase(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<Attachment[]> {
  const rows = await database
    .selectFrom('attachment').selectAll().where('case_id', '=', caseId).where('series_number', '=', 0).where('deleted_at', 'is', null).orderBy('id', 'desc').execute()
  return rows.map(fromRow)
}

function fromRow(row: Selectable<CaseWorkTables['attachment']>): Attachment {
  const { id, version, name, size, note } = row
  const kind = row.kind in paperKinds ? (row.kind as PaperKind) : 'txt'
  return { id, version, caseId: row.case_id, name, kind, size, note, addedOn: row.added_on, addedByName: row.added_by_name }
}
