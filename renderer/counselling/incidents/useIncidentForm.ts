import type { Incident } from '../../../shared/counselling/incidents/contract.ts'
import { incidentFields, incidentShape, type IncidentFields } from '../../../shared/counselling/incidents/model.ts'
import { office } from '../../app/office.ts'
import { useRecordForm, type RecordForm, type Stored } from '../useRecordForm.ts'

/** What every part of the form is given. */
export type IncidentForm = RecordForm<IncidentFields>

// An object of the shape alone leaves out what isn't a field.
const storedOf = (incident: Incident): Stored<IncidentFields> => ({ id: incident.id, version: incident.version, fields: incidentShape.parse(incident) })

/** German message per field that doesn't fit; of a list the first one. */
function incidentErrors(fields: IncidentFields): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of incidentFields.safeParse(fields).error?.issues ?? []) errors[String(path[0])] ??= message
  return errors
}

/** The form of an incident; what changes is stored by itself. */
export function useIncidentForm(current: Incident): IncidentForm {
  const stored = storedOf(current)
  return useRecordForm<IncidentFields, Incident>({
    initial: stored.fields,
    stored,
    errorsOf: incidentErrors,
    update: (id, version, changed) => office.counselling.incidents.update({ id, version, fields: changed }),
    read: storedOf,
  })
}
