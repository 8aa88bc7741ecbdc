import type { Affected, Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { Viewer } from '../../database/record-type.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seenCases, seesEveryCase } from '../access/repository.ts'
import type { StoredIncident } from './repository.ts'

/**
 * Of these incidents, those that a person may see: the ones they recorded, those of a case that they may see, and those that belong to
 * no case, which name nobody. The Leitung sees all.
 */
export async function seenIncidents(database: ReadDatabase<CounsellingSchema>, person: Viewer, ids: readonly string[]): Promise<Set<string>> {
  if (seesEveryCase(person) || ids.length === 0) return new Set(ids)
  const incidents = await database.selectFrom('incident').select(['id', 'recorded_by']).where('id', 'in', ids).execute()
  const links = await database.selectFrom('incident_affected').select(['incident_id', 'case_id']).where('incident_id', 'in', ids).where('case_id', 'is not', null).execute()
  const cases = await seenCases(database, person, [...new Set(links.flatMap(({ case_id }) => case_id ?? []))])
  const linked = (id: string) => links.filter(({ incident_id }) => incident_id === id)
  return new Set(incidents
    .filter(({ id, recorded_by }) => recorded_by === person.id || linked(id).length === 0 || linked(id).some(({ case_id }) => case_id !== null && cases.has(case_id)))
    .map(({ id }) => id))
}

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
