import type { Kysely } from 'kysely'
import { wordsOf } from '../../../../shared/counselling/incidents/model.ts'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import { readIncidents, type StoredIncident } from './repository.ts'

/**
 * What becomes of an incident when a case is destroyed. Its rows about the case go in every event. The incident itself
 * - `stays` when it still belongs to another case, when somebody has decided to keep it as an anonymous record, or when nothing
 *   in it is written in words;
 * - `goes` otherwise: what was written might speak of the person.
 */
export function fateWithCase(incident: StoredIncident, caseId: string): 'stays' | 'goes' {
  const elsewhere = incident.affected.some((each) => each.caseId !== null && each.caseId !== caseId)
  return elsewhere || incident.kept !== null || (wordsOf(incident).length === 0 && !incident.hasOffender) ? 'stays' : 'goes'
}

/** The incidents that are destroyed together with a case, each with its sealed names and its deadlines. */
export async function incidentsDestroyedWith(database: Kysely<CounsellingSchema>, caseId: string): Promise<RecordRef[]> {
  const rows = await database.selectFrom('incident_affected').select('incident_id').distinct().where('case_id', '=', caseId).execute()
  const incidents = await readIncidents(database, rows.map(({ incident_id }) => incident_id))
  const going = incidents.filter((incident) => fateWithCase(incident, caseId) === 'goes')
  const refs: RecordRef[] = []
  for (const { id } of going) refs.push({ type: 'incident', id }, ...await destroyedWithIncident(database, id))
  return refs
}

/** What speaks of an incident alone: the sealed names, and deadlines that belong to no case. */
export async function destroyedWithIncident(database: Kysely<CounsellingSchema>, id: string): Promise<RecordRef[]> {
  const offender = await database.selectFrom('incident_offender').select('id').where('id', '=', id).execute()
  const deadlines = await database.selectFrom('deadline').select('id').where('incident_id', '=', id).where('case_id', 'is', null).execute()
  return [...offender.map((row) => ({ type: 'incident-offender', id: row.id })), ...deadlines.map((row) => ({ type: 'deadline', id: row.id }))]
}
