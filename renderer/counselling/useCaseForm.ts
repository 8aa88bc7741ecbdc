import type { Case } from '../../shared/counselling/contract.ts'
import { caseFields, type CaseFields } from '../../shared/counselling/model.ts'
import { office } from '../app/office.ts'
import { useRecordForm, type RecordForm, type Stored } from './useRecordForm.ts'

const storedOf = ({ id, version, alias, kind, language, note, origin, place, ageBand, gender }: Case): Stored<CaseFields> => ({
  id,
  version,
  fields: { alias, kind, language, note, origin, place, ageBand, gender },
})

/** German message per field of a case that doesn't fit. */
export function caseErrors(fields: CaseFields): Record<string, string> {
  const parsed = caseFields.safeParse(fields)
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
}

/** The form „Person“ of a case. */
export function useCaseForm(current: Case): RecordForm<CaseFields> {
  const stored = storedOf(current)
  return useRecordForm<CaseFields, Case>({
    initial: stored.fields,
    stored,
    errorsOf: caseErrors,
    update: (id, version, changed) => office.counselling.cases.update({ id, version, fields: changed }),
    read: storedOf,
  })
}
