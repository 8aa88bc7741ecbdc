import { Group, Select, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { uuidv7 } from 'uuidv7'
import { encounterKinds, type Encounter } from '../../../shared/directory/dealings/encounters.ts'
import { historyKindLabels } from '../../../shared/directory/dealings/labels.ts'
import { office } from '../../app/office.ts'
import { EntryForm } from './EntryForm.tsx'
import { useEntryForm } from './useEntryForm.ts'

/** A call, mail or meeting to note: today and a call unless chosen otherwise, so that only the text needs typing. */
export function EncounterForm({ encounter, contactId, today, onClose }: { encounter: Encounter | null; contactId: string; today: string; onClose: () => void }) {
  const { values, errors, set, submit } = useEntryForm<Encounter>({
    initial: encounter ?? { id: uuidv7(), contactId, day: today, kind: 'call', text: '' },
    input: 'encounter',
    save: (value) => office.directory.dealings.saveEncounter({ encounter: value }),
    saved: encounter ? 'Gespräch geändert' : 'Gespräch eingetragen',
    onClose,
  })
  return (
    <EntryForm label={encounter ? 'Gespräch bearbeiten' : 'Gespräch eintragen'} onSubmit={() => void submit()} onClose={onClose}>
      <Group grow gap={6} align="flex-start">
        <Select
          label="Art"
          data={encounterKinds.map((kind) => ({ value: kind, label: historyKindLabels[kind] }))}
          value={values.kind}
          onChange={(kind) => kind && set({ kind: kind as Encounter['kind'] })}
        />
        <DateInput label="Tag" valueFormat="DD.MM.YYYY" value={values.day} error={errors.day} onChange={(day) => day && set({ day })} />
      </Group>
      <Textarea
        mt={6}
        data-autofocus
        autoFocus
        required
        label="Worum ging es, was wurde vereinbart?"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={values.text}
        error={errors.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </EntryForm>
  )
}
