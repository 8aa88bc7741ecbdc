import { Group, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { uuidv7 } from 'uuidv7'
import { legalBasisOptions, needsConsent, purposeOptions, type Purpose } from '../../../shared/directory/dealings/purposes.ts'
import { office } from '../../app/office.ts'
import { EntryForm } from './EntryForm.tsx'
import { useEntryForm } from './useEntryForm.ts'

/** A purpose with its legal basis; days of a consent are asked for only where the basis is one. */
export function PurposeForm({ purpose, contactId, today, onClose }: { purpose: Purpose | null; contactId: string; today: string; onClose: () => void }) {
  const { values, errors, set, submit } = useEntryForm<Purpose>({
    initial: purpose ?? {
      id: uuidv7(), contactId, purpose: 'cooperation', legalBasis: 'public-task', consentOn: null, consentUntil: null, revokedOn: null, evidence: '', reviewOn: null,
    },
    input: 'purpose',
    save: (value) => office.directory.dealings.savePurpose({ purpose: value }),
    saved: purpose ? 'Zweck geändert' : 'Zweck eingetragen',
    onClose,
  })
  const day = (field: 'consentOn' | 'consentUntil' | 'revokedOn' | 'reviewOn') => ({
    valueFormat: 'DD.MM.YYYY', clearable: true, value: values[field], error: errors[field], onChange: (value: string | null) => set({ [field]: value }),
  })
  return (
    <EntryForm label={purpose ? 'Zweck bearbeiten' : 'Zweck eintragen'} onSubmit={() => void submit()} onClose={onClose}>
      <Select autoFocus label="Zweck" data={purposeOptions(today)} value={values.purpose} onChange={(value) => value && set({ purpose: value })} error={errors.purpose} />
      <Select
        mt={6}
        label="Rechtsgrundlage"
        data={legalBasisOptions(today)}
        value={values.legalBasis}
        onChange={(value) => value && set({ legalBasis: value, consentOn: needsConsent(value) ? values.consentOn ?? today : null })}
        error={errors.legalBasis}
      />
      {needsConsent(values.legalBasis) && (
        <Group grow mt={6} gap={6} align="flex-start">
          <DateInput label="Einwilligung vom" {...day('consentOn')} />
          <DateInput label="Gültig bis" {...day('consentUntil')} />
          <DateInput label="Widerrufen am" {...day('revokedOn')} />
        </Group>
      )}
      <TextInput mt={6} label="Nachweis" placeholder="wie erhalten, wo abgelegt" maxLength={500} value={values.evidence} onChange={(event) => set({ evidence: event.currentTarget.value })} />
      <DateInput mt={6} label="Wieder prüfen oder löschen am" {...day('reviewOn')} />
    </EntryForm>
  )
}
