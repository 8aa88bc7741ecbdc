import type { Affected, Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seenCases } from '../access/repository.ts'
import type { StoredIncident } from './repository.ts'
import { seenIncidents } from './seen.ts'

/** @throws OfficeError `not-found`, `forbidden` for an incident of somebody else's case */
export async function expectIncidentAccess(
  desk: Pick<CounsellingDesk, 'person' | 'database'>, id: string, database: ReadDatabase<CounsellingSchema> = desk.database.read,
): Promise<void> {
  const found = await database.selectFrom('incident').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new OfficeError('not-found')
  if (!(await seenIncidents(database, desk.person, [id])).has(id)) {
    throw new OfficeError('forbidden', { detail: 'Dieser Vorfall gehört zu einem Fall einer anderen Person.' })
  }
}

/** Incidents as the person may see them: a case of somebody else has neither number nor alias. */
export async function asSeen(desk: Pick<CounsellingDesk, 'person' | 'database'>, incidents: readonly StoredIncident[]): Promise<Incident[]> {
  const ids = [...new Set(incidents.flatMap(({ affected }) => affected.flatMap(({ caseId }) => caseId ?? [])))]
  const seen = await seenCases(desk.database.read, desk.person, ids)
  return incidents.map((incident) => ({
    ...incident,
    affected: incident.affected.map((each): Affected => {
      const restricted = each.caseId !== null && !seen.has(each.caseId)
      return restricted ? { ...each, caseId: null, caseNumber: null, alias: null, caseTrashed: false, restricted } : { ...each, restricted }
    }),
  }))
}
