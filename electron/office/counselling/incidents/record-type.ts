import { incidentLabel } from '../../../../shared/counselling/incidents/catalogues.ts'
import { germanDay } from '../../../../shared/holidays/days.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readIncident } from './repository.ts'
import { seenIncidents } from './seen.ts'
import { destroyedWithIncident } from './with-case.ts'

/**
 * Incidents are found by number, place, organisation, file numbers and the words of their texts; not by their cases, which who finds
 * the incident may not see, and never by an offender's name.
 */
export const incidentRecordType: RecordType<CounsellingSchema> = {
  type: 'incident',
  label: 'Vorfall',
  root: 'incident',
  parts: {
    incident_code: 'incident_id', incident_affected: 'incident_id', incident_claim: 'incident_id', incident_evidence: 'incident_id',
    incident_step: 'incident_id', incident_first_aid: 'incident_id', incident_refusal: 'incident_id',
  },
  linkedIn: { deadline: 'incident_id' },
  destroyedIn: { escalation_incident: 'incident_id' },
  seenBy: seenIncidents,
  destroyedAlong: destroyedWithIncident,
  async document(database, id) {
    const found = await readIncident(database, id)
    if (!found) return null
    const [main] = found.characteristics
    const day = found.occurredOn === null ? `gemeldet am ${germanDay(found.reportedOn)}` : `am ${germanDay(found.occurredOn)}`
    return {
      title: `Vorfall ${found.number}`,
      subtitle: [found.lifeArea === null ? '' : incidentLabel('lifeAreas', found.lifeArea), day].filter(Boolean).join(' · '),
      line: [main ? incidentLabel('characteristics', main.code) : '', found.municipality].filter(Boolean).join(' · '),
      words: [
        found.summary, found.description, found.district, found.placeDetail, found.actorOrganisation, found.policeNumber, found.policeStation,
        found.prosecutionNumber, found.court, found.courtNumber, found.resultNote, ...found.steps.flatMap(({ note, next }) => [note, next]),
        ...found.evidence.map(({ description }) => description), ...found.characteristics.map(({ code }) => incidentLabel('characteristics', code)),
      ],
    }
  },
}

/** The sealed names of offenders (Art. 10 DSGVO), under the incident's id: no search, no history, reading them means opening them. */
export const offenderRecordType: RecordType<CounsellingSchema> = {
  type: 'incident-offender',
  label: 'Verursacher',
  root: 'incident_offender',
  parts: {},
  seenBy: seenIncidents,
  sealed: true,
  document: () => Promise.resolve(null),
}
