import type { Case } from '../../../../shared/counselling/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readCase } from '../cases/repository.ts'
import { notFound } from '../service-parts.ts'
import { seenCases, seesEveryCase } from './repository.ts'

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

/**
 * Who has taken a case on decides who else sees it and what becomes of it, and so does the Leitung; a colleague to whom it is opened
 * doesn't.
 * @returns the case
 * @throws OfficeError `forbidden`, `not-found`
 */
export async function expectDisposal(desk: CounsellingDesk, caseId: string): Promise<Case> {
  await expectCaseAccess(desk, caseId)
  const found = (await readCase(desk.database.read, caseId)) ?? notFound()
  if (!disposes(desk, found)) throw new OfficeError('forbidden', { detail: 'Darüber entscheidet, wer den Fall führt, oder die Leitung.' })
  return found
}

/** Whether a person decides about a case. */
export function disposes({ person }: Pick<CounsellingDesk, 'person'>, { counsellorId }: { counsellorId: string }): boolean {
  return counsellorId === person.id || seesEveryCase(person)
}
