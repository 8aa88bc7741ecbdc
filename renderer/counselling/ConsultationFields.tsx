import { MultiSelect, NumberInput, Select, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { parseDayInput } from '../../shared/day-input.ts'
import { DURATION_MAX, DURATION_STEP, roundDuration } from '../../shared/counselling/model.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import type { ConsultationEntry } from './consultationEntry.ts'
import classes from './ConsultationFields.module.css'
import { NoteField } from './NoteField.tsx'
import { StatisticalFields } from './statistics/StatisticalFields.tsx'
import { renderTopic, topicOptions } from './topicOptions.tsx'
import { useToday } from './useToday.ts'

/** The fields of one consultation. Errors are shown as given; the caller decides when. */
export function ConsultationFields({ entry, errors, onChange, anonymous }: {
  entry: ConsultationEntry
  /** Belongs to no case: what the statistics ask of the person is asked here. */
  anonymous: boolean
  errors: Readonly<Record<string, string>>
  onChange(patch: Partial<ConsultationEntry>): void
}) {
  const { date } = entry
  const today = useToday()
  const topic = topicOptions(date, entry.topic === null ? [] : [entry.topic])
  const further = topicOptions(date, entry.furtherTopics).filter((option) => option.value !== entry.topic)
  const code = (name: 'channel' | 'result' | 'language' | 'interpretation' | 'accessPath' | 'contactKind' | 'serviceType') => ({
    day: date,
    value: entry[name] ?? null,
    error: errors[name],
    onChange: (value: string | null) => onChange({ [name]: value }),
  })
  return (
    <Stack gap="xs">
      <div className={classes.row}>
        <DateInput
          label="Datum"
          valueFormat="DD.MM.YYYY"
          value={date}
          maxDate={today}
          dateParser={(text) => parseDayInput(text, new Date())}
          error={errors.date}
          onChange={(value) => value && onChange({ date: value })}
        />
        <TimeField label="Uhrzeit" value={entry.time} error={errors.time} onChange={(time) => onChange({ time })} />
        <CodeSelect label="Kanal" catalogue="channels" placeholder="wählen" {...code('channel')} />
        <DurationField value={entry.durationMinutes} error={errors.durationMinutes} onChange={(durationMinutes) => onChange({ durationMinutes })} />
      </div>
      <div className={classes.topics}>
        <Select
          label="Thema" placeholder="wählen oder tippen" searchable data={topic} value={entry.topic} error={errors.topic}
          renderOption={renderTopic} nothingFoundMessage="Nicht in der Liste" maxDropdownHeight={320}
          onChange={(value) => onChange({ topic: value, furtherTopics: entry.furtherTopics.filter((other) => other !== value) })}
        />
        <MultiSelect
          label="Weitere Themen" placeholder={entry.furtherTopics.length === 0 ? 'keine' : ''} searchable hidePickedOptions
          data={further} value={entry.furtherTopics} error={errors.furtherTopics} renderOption={renderTopic}
          nothingFoundMessage="Nicht in der Liste" maxDropdownHeight={320} clearButtonProps={{ 'aria-label': 'Weitere Themen leeren' }}
          onChange={(furtherTopics) => onChange({ furtherTopics })}
        />
      </div>
      <div className={classes.words}>
        <CodeSelect label="Ergebnis" catalogue="results" placeholder="wählen" {...code('result')} />
        <CodeSelect label="Sprache" catalogue="languages" placeholder="nicht erfasst" clearable {...code('language')} />
        <CodeSelect label="Sprachmittlung" catalogue="interpretation" placeholder="nicht erfasst" clearable {...code('interpretation')} />
        <CodeSelect label="Zugang" catalogue="accessPaths" placeholder="nicht erfragt" clearable {...code('accessPath')} />
        <CodeSelect label="Kontaktart" catalogue="contactKinds" placeholder="nicht erfasst" clearable {...code('contactKind')} />
        <CodeSelect label="Leistung" catalogue="serviceTypes" placeholder="nicht erfasst" clearable {...code('serviceType')} />
      </div>
      {anonymous && <StatisticalFields fields={entry} errors={errors} onChange={onChange} status />}
      <NoteField value={entry.note} error={errors.note} onChange={(note) => onChange({ note })} />
    </Stack>
  )
}

/** Minutes; a number between two steps of five is rounded up on leaving the field. */
function DurationField({ value, error, onChange }: { value: number | null; error: string | undefined; onChange(value: number | null): void }) {
  return (
    <NumberInput
      label="Dauer" placeholder="Minuten" suffix=" Min." min={0} max={DURATION_MAX} step={DURATION_STEP} allowDecimal={false}
      allowNegative={false} clampBehavior="none" value={value ?? ''} error={error}
      onChange={(minutes) => onChange(typeof minutes === 'number' ? minutes : null)}
      onBlur={() => value !== null && value !== roundDuration(value) && onChange(roundDuration(value))}
    />
  )
}
