import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { Viewer } from '../../database/record-type.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { isoDay } from '../../../../shared/dates.ts'

/** The Leitung sees every case; whoever else has the key sees the own ones and those that were opened to them. */
export function seesEveryCase({ role }: Pick<Viewer, 'role'>): boolean {
  return role === 'leitung'
}

/** Whether a row of `counselling_case` is a case that the person has taken on or that is opened to them today. */
export function worksOn(personId: string, today = isoDay(new Date())): RawBuilder<SqlBool> {
  // The sign keeps SQLite from gathering ids first: it walks through the order of the list and looks at each row.
  return sql<SqlBool>`(+counselling_case.counsellor_id = ${personId} OR +counselling_case.id IN (${openedTo(personId, today)}))`
}

/** Ids of the cases that the person has taken on or that are opened to them today. */
export function caseIdsOf(personId: string, today = isoDay(new Date())): RawBuilder<string> {
  return sql`SELECT id FROM counselling_case WHERE counsellor_id = ${personId} UNION ALL ${openedTo(personId, today)}`
}

/** Of these cases, those that the person may see. */
export async function seenCases(database: ReadDatabase<CounsellingSchema>, person: Viewer, ids: readonly string[]): Promise<Set<string>> {
  if (seesEveryCase(person) || ids.length === 0) return new Set(ids)
  const rows = await database.selectFrom('counselling_case').select('id').where('id', 'in', ids).where(worksOn(person.id)).execute()
  return new Set(rows.map(({ id }) => id))
}

function openedTo(personId: string, today: string): RawBuilder<string> {
  const open = (as: string) => sql`${sql.ref(`${as}.person_id`)} = ${personId} AND ${sql.ref(`${as}.ended_at`)} IS NULL AND ${sql.ref(`${as}.until`)} >= ${today}`
  // An opening of a case that lives on in another one holds for that one.
  return sql`SELECT given.case_id FROM case_grant AS given WHERE ${open('given')}
    UNION ALL SELECT merge.case_id FROM case_grant AS given JOIN case_merge AS merge ON merge.merged_id = given.case_id WHERE ${open('given')}`
}

/** Tables whose rows belong to a case by the column `case_id`; null there stands for no case. */
type OfCase = 'consultation' | 'attachment' | 'residence_status' | 'deadline' | 'referral' | 'secrecy_release' | 'client_letter'

/** For record types: a record is seen by who sees its case. What belongs to no case is seen by whoever has the key. */
export function seenWithCase(table: OfCase) {
  return async (database: Kysely<CounsellingSchema>, person: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const rows = await database.selectFrom(table).select(['id', 'case_id']).where('id', 'in', ids).execute()
    const seen = await seenCases(database, person, rows.flatMap((row) => row.case_id ?? []))
    return new Set(rows.filter((row) => row.case_id === null || seen.has(row.case_id)).map(({ id }) => id))
  }
}
