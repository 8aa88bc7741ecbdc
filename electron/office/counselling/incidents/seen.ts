import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { Viewer } from '../../database/record-type.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { seenCases, seesEveryCase } from '../access/repository.ts'

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
