import { uuidv7 } from 'uuidv7'
import type { AccessEntry, accessKinds } from '../../../../shared/counselling/access/contract.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { caseWithMerged } from '../merging/kept-cases.ts'

/**
 * Notes an access. The log is no record: no undo takes a line back, and the database refuses to change one.
 * @returns id of the line
 */
export async function noteAccess(desk: CounsellingDesk, caseId: string, kind: (typeof accessKinds)[number], reason: string): Promise<string> {
  const id = uuidv7()
  const { person } = desk
  await desk.database.writeAudited(person, [{ kind: kind === 'deputy' || kind === 'export' ? 'access' : 'identity', what: kind, subject: caseId }], (database) =>
    database
      .insertInto('access_log')
      .values({ id, case_id: caseId, person_id: person.id, person_name: person.name, at: new Date().toISOString(), kind, reason })
      .execute(),
  )
  return id
}

/** Accesses to a case and to those that live on in it, the newest first. */
export async function accessesOf(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<AccessEntry[]> {
  const rows = await database.selectFrom('access_log').selectAll().where('case_id', 'in', await caseWithMerged(database, caseId)).orderBy('id', 'desc').limit(500).execute()
  return rows.map(({ id, at, person_name, kind, reason }) => ({ id, at, personName: person_name, kind: kind as AccessEntry['kind'], reason }))
}

/** Whether the line notes that this person opened the identity of this case. */
export async function hasOpened(database: ReadDatabase<CounsellingSchema>, lineId: string, caseId: string, personId: string): Promise<boolean> {
  const line = await database
    .selectFrom('access_log')
    .select('id')
    .where('id', '=', lineId)
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'identity')
    .executeTakeFirst()
  return line !== undefined
}
