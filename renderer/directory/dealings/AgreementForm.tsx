import { Group, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { uuidv7 } from 'uuidv7'
import type { Agreement } from '../../../shared/directory/dealings/agreements.ts'
import { office } from '../../app/office.ts'
import { EntryForm } from './EntryForm.tsx'
import { useEntryForm } from './useEntryForm.ts'

/** A Kooperationsvereinbarung with its term. */
export function AgreementForm({ agreement, contactId, onClose }: { agreement: Agreement | null; contactId: string; onClose: () => void }) {
  const { values, errors, set, submit } = useEntryForm<Agreement>({
    initial: agreement ?? { id: uuidv7(), contactId, title: '', subject: '', from: null, to: null, noticeUntil: null, note: '' },
    input: 'agreement',
    save: (value) => office.directory.dealings.saveAgreement({ agreement: value }),
    saved: agreement ? 'Vereinbarung geändert' : 'Vereinbarung eingetragen',
    onClose,
  })
  const day = (field: 'from' | 'to' | 'noticeUntil') => ({
    valueFormat: 'DD.MM.YYYY', clearable: true, value: values[field], error: errors[field], onChange: (value: string | null) => set({ [field]: value }),
  })
  return (
    <EntryForm label={agreement ? 'Vereinbarung bearbeiten' : 'Vereinbarung eintragen'} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput autoFocus required label="Bezeichnung" maxLength={300} value={values.title} error={errors.title} onChange={(event) => set({ title: event.currentTarget.value })} />
      <TextInput mt={6} label="Gegenstand" maxLength={500} value={values.subject} onChange={(event) => set({ subject: event.currentTarget.value })} />
      <Group grow mt={6} gap={6} align="flex-start">
        <DateInput label="Beginn" {...day('from')} />
        <DateInput label="Ende" {...day('to')} />
        <DateInput label="Kündbar bis" {...day('noticeUntil')} />
      </Group>
      <Textarea mt={6} label="Bemerkung" autosize minRows={1} maxRows={6} maxLength={5000} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </EntryForm>
  )
}
