import { sql } from 'kysely'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import type { CommitCheck, ReadDatabase } from '../../database/side.ts'

/**
 * What may be changed at a restricted case: the notes about the dispute itself and whatever data protection asks for. Deadlines go
 * on: they serve the claims of the person (Art. 18 (2) DSGVO).
 */
const open: ReadonlySet<string> = new Set(['case_privacy', 'case_purpose', 'case_correction', 'legal_hold', 'deadline'])

const refusal = 'Die Verarbeitung dieses Falls ist eingeschränkt (Art. 18 DSGVO). Er lässt sich ansehen; geändert, ausgegeben und übermittelt wird nichts. Es wurde nichts geändert. Vermerke zum Streit stehen unter „Weiteres“, „Datenschutz“.'

/** Refuses every change of a restricted case, whichever feature or undo makes it. */
export function restrictionCheck(types: readonly RecordType<CounsellingSchema>[]): CommitCheck<CounsellingSchema> {
  const roots = new Map(types.map(({ type, root }) => [type, root]))
  return async (database, changed) => {
    const rows = await database.selectFrom('case_privacy').select('case_id').where('restricted_on', 'is not', null).execute()
    if (rows.length === 0) return
    const restricted = new Set(rows.map((row) => row.case_id))
    for (const { ref, tables, before } of changed) {
      if ([...tables].every((table) => open.has(table))) continue
      // What has gone, or has gone over to another case, is known by what it was before.
      if ([ref.id, ...before.map((row) => row.case_id)].some((id) => typeof id === 'string' && restricted.has(id))) throw new OfficeError('forbidden', { detail: refusal })
      const root = roots.get(ref.type) ?? ''
      if (!(await hasCase(database, root))) continue
      const found = await sql<{ case_id: string | null }>`SELECT case_id FROM ${sql.table(root)} WHERE id = ${ref.id}`.execute(database)
      const caseId = found.rows[0]?.case_id
      if (caseId && restricted.has(caseId)) throw new OfficeError('forbidden', { detail: refusal })
    }
  }
}

/**
 * Refuses to use a restricted case otherwise than by looking at it: to write letters, slips and files from it.
 * @throws OfficeError `forbidden`
 */
export async function expectUsable(database: ReadDatabase<CounsellingSchema>, caseId: string | null): Promise<void> {
  if (caseId === null) return
  const found = await database.selectFrom('case_privacy').select('id').where('case_id', '=', caseId).where('restricted_on', 'is not', null).executeTakeFirst()
  if (found) throw new OfficeError('forbidden', { detail: refusal })
}

async function hasCase(database: ReadDatabase<CounsellingSchema>, table: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info(${table}) WHERE name = 'case_id'`.execute(database)
  return rows.length > 0
}
