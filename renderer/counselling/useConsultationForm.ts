import { useRef } from 'react'
import type { Consultation } from '../../shared/counselling/contract.ts'
import type { ConsultationFields } from '../../shared/counselling/model.ts'
import { isoDay } from '../../shared/dates.ts'
import { office } from '../app/office.ts'
import { entryErrors, entryOf, type ConsultationEntry } from './consultationEntry.ts'
import { useRecordForm, type RecordForm, type Stored } from './useRecordForm.ts'

const storedOf = (consultation: Consultation): Stored<ConsultationEntry> => ({
  id: consultation.id,
  version: consultation.version,
  fields: entryOf(consultation),
})

const errorsOf = (entry: ConsultationEntry): Record<string, string> => entryErrors(entry, isoDay(new Date()))

/** Fields without errors are complete; `errorsOf` was asked before. */
const complete = <Entry extends Partial<ConsultationEntry>>(entry: Entry) => entry as Entry & Partial<ConsultationFields>

const update = (id: string, version: number, changed: Partial<ConsultationEntry>) =>
  office.counselling.consultations.update({ id, version, fields: complete(changed) })

/** The form of a consultation that is there. */
export function useConsultationForm(consultation: Consultation): RecordForm<ConsultationEntry> {
  return useRecordForm<ConsultationEntry, Consultation>({
    initial: entryOf(consultation),
    stored: storedOf(consultation),
    errorsOf,
    update,
    read: storedOf,
  })
}

/**
 * The form of a consultation that is made as soon as nothing is missing; until then `keep` holds its text.
 * @returns the form, and `change()`: the step of history that undoes the whole entry, once it is made
 */
export function useNewConsultationForm(
  caseId: string | null,
  initial: ConsultationEntry,
  keep: (entry: ConsultationEntry) => void,
  onMade: (id: string) => void,
): RecordForm<ConsultationEntry> & { change(): string | null } {
  const change = useRef<string | null>(null)
  const form = useRecordForm<ConsultationEntry, Consultation>({
    initial,
    stored: null,
    errorsOf,
    create: async (entry) => {
      const made = await office.counselling.consultations.create({ caseId, fields: complete(entry) as ConsultationFields })
      change.current = made.change
      onMade(made.id)
      return made
    },
    update,
    keep,
    read: storedOf,
  })
  return { ...form, change: () => change.current }
}
