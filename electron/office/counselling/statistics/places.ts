import { sql } from 'kysely'
import type { CounsellingDesk } from '../../session.ts'

const offered = 500

/** Places that were noted before, for the fields to offer: a town that is spelled in two ways would count as two. */
export async function readPlaces(desk: CounsellingDesk): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    SELECT DISTINCT place FROM (
      SELECT place FROM counselling_case INDEXED BY counselling_case_for_statistics WHERE place IS NOT NULL
      UNION SELECT place FROM consultation INDEXED BY consultation_for_statistics WHERE deleted_at IS NULL AND place IS NOT NULL AND case_id IS NULL
    ) ORDER BY place LIMIT ${offered}`.execute(desk.database.read as never)
  return rows.map(({ place }) => place).sort((a, b) => a.localeCompare(b, 'de'))
}
