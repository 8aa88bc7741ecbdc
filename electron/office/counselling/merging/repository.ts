import { sql, type Kysely } from 'kysely'
import type { MergeSide } from '../../../../shared/counselling/merging/contract.ts'
import { caseSubject, emptySubject, type CaseSubject } from '../../../../shared/counselling/household/model.ts'
import { identityParts, saysSomething } from '../../../../shared/counselling/merging/fields.ts'
import { isoDay } from '../../../../shared/dates.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readCase } from '../cases/repository.ts'
import { findDeadlinesOf } from '../deadlines/service.ts'
import { readIdentity } from '../identity/repository.ts'
import { notFound } from '../service-parts.ts'
import { movingColumns } from './case-columns.ts'
import { caseWithMerged } from './kept-cases.ts'

type Reading = ReadDatabase<CounsellingSchema>

/** A case as it stands before a merge. @throws OfficeError `not-found` also for one in the trash */
export async function readSide(desk: CounsellingDesk, id: string): Promise<MergeSide> {
  const { read } = desk.database
  const found = await readCase(read, id)
  if (!found || found.trashed) notFound()
  const grants = await read
    .selectFrom('case_grant').select('person_name').distinct().where('case_id', 'in', await caseWithMerged(read, id))
    .where('ended_at', 'is', null).where('until', '>=', isoDay(new Date())).orderBy('person_name').execute()
  const { alias, kind, language, note, origin, place, ageBand, gender, version, number, counsellorName, anonymous, closedOn } = found
  return {
    id, alias, kind, language, note, origin, place, ageBand, gender, version, number, counsellorName, anonymous, closed: closedOn !== '', subject: await readSubject(read, id),
    identity: await hasIdentity(read, id),
    deadlines: (await findDeadlinesOf(desk, { caseId: id, consultationId: null })).filter(({ done }) => done === null),
    openTo: grants.map(({ person_name }) => person_name),
  }
}

/** What a case about an organisation is about; empty where nothing was entered. */
export async function readSubject(database: Reading, id: string): Promise<CaseSubject> {
  const row = await database.selectFrom('case_subject').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? caseSubject.parse(row) : emptySubject
}

/** How many rows of each kind a merge would lead to the kept case, without those in the trash; kinds with none are left out. */
export async function countMoving(database: Reading, id: string): Promise<{ label: string; count: number }[]> {
  const counts: { label: string; count: number }[] = []
  for (const { table, column, label } of movingColumns()) {
    if (label === null) continue
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}
      WHERE ${sql.ref(column)} = ${id} AND ${sql.raw(await hasTrash(database, table) ? 'deleted_at IS NULL' : 'true')}`.execute(database as Kysely<CounsellingSchema>)
    const count = rows[0]?.count ?? 0
    if (count > 0) counts.push({ label, count })
  }
  return counts
}

async function hasIdentity(database: Reading, id: string): Promise<boolean> {
  const stored = await readIdentity(database, id)
  return stored !== null && (stored.fields.addressProtected || Object.values(identityParts).some((part) => saysSomething(stored.fields, part)))
}

async function hasTrash(database: Reading, table: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info(${table}) WHERE name = 'deleted_at'`.execute(database as Kysely<CounsellingSchema>)
  return rows.length > 0
}
