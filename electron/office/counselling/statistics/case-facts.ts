import { sql } from 'kysely'
import type { CaseKind } from '../../../../shared/counselling/case-number.ts'
import type { DimensionId } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** What the statistics know of a case: no name, no number, no alias. */
export interface CaseFacts {
  kind: CaseKind
  language: string | null
  origin: string | null
  place: string | null
  ageBand: string | null
  gender: string | null
  /** The newest residence status of the person of the case. */
  status: string | null
  /** People behind the case. */
  persons: number
}

/** Reads what is counted by the case. @param until ISO day; a status counts that had begun by then */
export async function readCaseFacts(
  database: ReadDatabase<CounsellingSchema>, until: string, needed: readonly DimensionId[],
): Promise<ReadonlyMap<string, CaseFacts>> {
  const { rows } = await sql<Omit<CaseFacts, 'status' | 'persons'> & { id: string }>`
    SELECT id, kind, language, origin, place, age_band AS ageBand, gender FROM counselling_case INDEXED BY counselling_case_for_statistics`
    .execute(database as never)
  const households = await householdSizes(database)
  const statuses = needed.includes('status') ? await statusesUntil(database, until) : new Map<string, string>()
  return new Map(rows.map(({ id, ...facts }) => [id, {
    ...facts, status: statuses.get(id) ?? null, persons: personsOf(facts.kind, households.get(id) ?? 0),
  }]))
}

function personsOf(kind: CaseKind, household: number): number {
  if (kind === 'person') return 1
  return kind === 'family' ? 1 + household : 0
}

/** People who live with the person of the case and have no case of their own. */
async function householdSizes(database: ReadDatabase<CounsellingSchema>): Promise<ReadonlyMap<string, number>> {
  const rows = await database.selectFrom('household_person')
    .select((eb) => ['case_id', eb.fn.countAll<number>().as('people')])
    .where('lives_here', '=', 1).where('linked_case_id', 'is', null).groupBy('case_id').execute()
  return new Map(rows.map(({ case_id: id, people }) => [id, people]))
}

async function statusesUntil(database: ReadDatabase<CounsellingSchema>, until: string): Promise<Map<string, string>> {
  const rows = await database.selectFrom('residence_status').select(['case_id', 'code'])
    .where('person', '=', '').where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('from_on', 'is', null), eb('from_on', '<=', until)]))
    .orderBy('case_id').orderBy('from_on').orderBy('id').execute()
  return new Map(rows.map(({ case_id: id, code }) => [id, code]))
}
