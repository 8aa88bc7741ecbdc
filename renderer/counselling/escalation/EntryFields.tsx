import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { parseDayInput } from '../../../shared/day-input.ts'
import { certainties, entryKinds, type Certainty, type EntryKind } from '../../../shared/counselling/escalation/model.ts'
import { ContactPicker } from '../../ui/ContactPicker.tsx'
import { CodeSelect } from '../CodeSelect.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { useToday } from '../useToday.ts'
import { readTime, type EntryDraft } from './entryDraft.ts'

const kinds = Object.entries(entryKinds).map(([value, label]) => ({ value, label }))
const degrees = Object.entries(certainties).map(([value, label]) => ({ value, label }))

const whoLabels: Readonly<Record<EntryKind, string>> = {
  event: 'Beteiligt', measure: 'Durch wen', informed: 'Wer wurde informiert', decision: 'Wer hat entschieden', assessment: 'Wer schätzt das ein',
}

/** The fields of one entry: when, what, how sure, from whom. */
export function EntryFields({ entry, errors, onChange }: {
  entry: EntryDraft
  errors: Readonly<Record<string, string>>
  onChange(patch: Partial<EntryDraft>): void
}) {
  const today = useToday()
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <DayField label="Datum" value={entry.on} error={errors.on} parse={(text) => parseDayInput(text, new Date())} onChange={(on) => onChange({ on })} />
        <TextInput
          label="Uhrzeit" description="leer, wenn unbekannt" value={entry.at} error={errors.at} onChange={(event) => onChange({ at: event.currentTarget.value })}
          onBlur={() => onChange({ at: readTime(entry.at) })}
        />
      </Group>
      <Group grow align="flex-start">
        <Select label="Art" data={kinds} value={entry.kind} error={errors.kind} allowDeselect={false} onChange={(kind) => kind && onChange({ kind: kind as EntryKind })} />
        <Select
          label="Wie gesichert" data={degrees} value={entry.certainty} error={errors.certainty} allowDeselect={false}
          onChange={(certainty) => certainty && onChange({ certainty: certainty as Certainty })}
        />
      </Group>
      <Textarea
        label="Was" autosize minRows={3} maxRows={12} value={entry.text} error={errors.text} description="Tatsachen und Vermutungen getrennt eintragen. Funktion statt Name, wo es genügt."
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <CodeSelect catalogue="escalationSources" label="Quelle" day={today} value={entry.source} error={errors.source} onChange={(source) => source && onChange({ source })} />
        <TextInput
          label="Genauer" placeholder="Schichtleiter, Anruf 18:20" value={entry.sourceNote} error={errors.sourceNote}
          onChange={(event) => onChange({ sourceNote: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={whoLabels[entry.kind]} placeholder="Stelle oder Funktion" value={entry.who} error={errors.who} onChange={(event) => onChange({ who: event.currentTarget.value })} />
        <ContactPicker label="Kontakt" kind="all" value={entry.contactId} onChange={(contactId) => onChange({ contactId })} />
      </Group>
      <CodeSelect
        catalogue="escalationLevels" label="Stufe ab hier" placeholder="bleibt, wie sie ist" clearable day={today} value={entry.level} error={errors.level}
        onChange={(level) => onChange({ level })}
      />
    </Stack>
  )
}
