import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seenCases } from './repository.ts'

/**
 * Every procedure that reads or changes something of a case asks this first: the key opens the database to Leitung and
 * Vertretung alike, the case belongs to its counsellor. `null` stands for what belongs to no case.
 * @throws OfficeError `forbidden` for a case of somebody else; `not-found` when there is no such case
 */
export async function expectCaseAccess(
  desk: Pick<CounsellingDesk, 'person' | 'database'>,
  caseId: string | null,
  database: ReadDatabase<CounsellingSchema> = desk.database.read,
): Promise<void> {
  if (caseId === null) return
  const found = await database.selectFrom('counselling_case').select('id').where('id', '=', caseId).executeTakeFirst()
  if (!found) throw new OfficeError('not-found')
  if (!(await seenCases(database, desk.person, [caseId])).has(caseId)) {
    throw new OfficeError('forbidden', { detail: 'Dieser Fall gehört einer anderen Person. Sie oder die Leitung kann ihn für Sie öffnen.' })
  }
}
