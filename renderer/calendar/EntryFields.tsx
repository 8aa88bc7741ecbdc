import { Autocomplete, SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { entryKindLabels, entryKinds, type EntryInput, type EntryKind } from '../../shared/calendar/model.ts'
import { addDays, daysBetween } from '../../shared/holidays/days.ts'
import { ComingDayField } from '../ui/ComingDayField.tsx'
import { PersonField } from '../ui/PersonField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { RepeatFields } from './RepeatFields.tsx'

/** What is often entered, so that it need not be typed. */
const proposals: Readonly<Record<EntryKind, readonly string[]>> = {
  meeting: [], hours: ['Sprechzeit', 'Offene Sprechstunde', 'Telefonsprechzeit', 'Sprechzeit nach Vereinbarung'], absence: ['Urlaub', 'Fortbildung', 'Dienstreise', 'Abwesend'], action: [],
  school: ['Winterferien', 'Osterferien', 'Pfingstferien', 'Sommerferien', 'Herbstferien', 'Weihnachtsferien'],
}

/** Everything that is said of an entry. */
export function EntryFields({ fields, errors, readOnly = false, focus = false, onChange }: {
  fields: EntryInput
  errors: Readonly<Record<string, string>>
  readOnly?: boolean
  focus?: boolean
  onChange(patch: Partial<EntryInput>): void
}): ReactNode {
  const { kind } = fields
  const error = (name: keyof EntryInput): string | undefined => errors[name] ?? errors[`fields.${name}`]
  const choose = (next: EntryKind): void => {
    const proposed = proposals[kind].includes(fields.title) || fields.title === ''
    onChange({ kind: next, ...(proposed && { title: proposals[next][0] ?? '' }), ...(next === 'hours' && fields.repeat === '' && { repeat: 'FREQ=WEEKLY' }), ...(next === 'school' && { startsAt: null, endsAt: null }) })
  }
  /** The end follows the beginning, so that nothing lasts longer by mistake. */
  const startOn = (day: string | null): void => {
    if (day !== null) onChange({ startsOn: day, endsOn: fields.endsOn && addDays(fields.endsOn, daysBetween(fields.startsOn, day)) })
  }
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Art" fullWidth size="xs" readOnly={readOnly} value={kind} data={entryKinds.map((value) => ({ value, label: entryKindLabels[value] }))} onChange={(value) => choose(value as EntryKind)}
      />
      <Autocomplete
        label="Was?" required maxLength={300} readOnly={readOnly} data={[...proposals[kind]]} filter={({ options }) => options} value={fields.title} error={error('title')} {...(focus && { 'data-autofocus': true })}
        onChange={(title) => onChange({ title })}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" verticalSpacing="sm">
        <ComingDayField label="Tag" readOnly={readOnly} value={fields.startsOn} error={error('startsOn')} onChange={startOn} />
        <TimeField label="Beginn" readOnly={readOnly} value={fields.startsAt} error={error('startsAt')} onChange={(startsAt) => onChange(startsAt === null ? { startsAt, endsAt: null } : { startsAt })} />
        <TimeField label="Ende" readOnly={readOnly} value={fields.endsAt} error={error('endsAt')} onChange={(endsAt) => onChange({ endsAt })} />
        <ComingDayField label="Letzter Tag" placeholder="wie Beginn" clearable={!readOnly} readOnly={readOnly} value={fields.endsOn} error={error('endsOn')} onChange={(endsOn) => onChange({ endsOn })} />
      </SimpleGrid>
      <RepeatFields fields={fields} error={error('repeat') ?? error('repeatUntil')} readOnly={readOnly} onChange={onChange} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
        <PersonField label={kind === 'absence' ? 'Wer ist weg?' : 'Für'} id={fields.personId} name={fields.personName} readOnly={readOnly} onChange={({ id, name }) => onChange({ personId: id, personName: name })} />
        <TextInput label="Ort" maxLength={300} readOnly={readOnly} value={fields.place} onChange={(change) => onChange({ place: change.currentTarget.value })} />
      </SimpleGrid>
      <Textarea label="Notiz" autosize minRows={1} maxRows={8} maxLength={10_000} readOnly={readOnly} value={fields.note} onChange={(change) => onChange({ note: change.currentTarget.value })} />
      <Text size="xs" c="dimmed">Den Kalender sehen alle im Büro. Termine mit Ratsuchenden gehören in die Beratung.</Text>
    </Stack>
  )
}
