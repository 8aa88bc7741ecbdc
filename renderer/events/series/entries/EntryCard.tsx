import { Badge, Button, Checkbox, Group, Select, Text, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck, IconEqual, IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { kindLabel } from '../../../../shared/events/catalogue.ts'
import { entryStatusLabels, type EntryStatus, type PlannedEntry, type RawEntry } from '../../../../shared/events/series/entries.ts'
import { entryFieldLabel, type EntryField } from '../../../../shared/events/series/entry-fields.ts'
import type { SeriesPartner } from '../../../../shared/events/series/model.ts'
import { Personal } from '../../../ui/Personal.tsx'
import { eventDay } from '../../eventDay.ts'
import classes from '../../Events.module.css'
import parts from '../Series.module.css'

const looks: Readonly<Record<EntryStatus, { icon: typeof IconPlus; color: string }>> = {
  new: { icon: IconPlus, color: 'petrol' }, changed: { icon: IconPencil, color: 'petrol' }, same: { icon: IconEqual, color: 'gray' }, nothing: { icon: IconBan, color: 'gray' }, unclear: { icon: IconAlertTriangle, color: 'amber' },
}

/** One entry of a form: what taking it over would do, and what has to be mended before. */
export function EntryCard({ planned, raw, partners, onChange, onRemove }: { planned: PlannedEntry; raw: RawEntry; partners: readonly SeriesPartner[]; onChange(patch: Partial<RawEntry>): void; onRemove(): void }): ReactNode {
  const { status, values, problems, hints, changes } = planned
  const { icon: Sign, color } = looks[status]
  const fields = [...new Set(problems.flatMap(({ field }) => (field === 'partner' || field === 'empty' ? [] : [field])))]
  const title = raw.slot === 0 ? 'Formular ohne Veranstaltung' : values.title || 'Ohne Titel'
  const take = (field: EntryField, taken: boolean): void => onChange({ taken: taken ? [...raw.taken, field] : raw.taken.filter((each) => each !== field) })
  return (
    <li className={parts.entry} data-unclear={status === 'unclear' || undefined}>
      <div className={parts.head}>
        <Group gap="xs">
          <Badge variant="light" color={color} leftSection={<Sign size={13} aria-hidden />}>{entryStatusLabels[status]}</Badge>
          <strong className={classes.recordTitle}>{title}</strong>
        </Group>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={14} aria-hidden />} aria-label={`${title} nicht übernehmen`} onClick={onRemove}>Nicht übernehmen</Button>
      </div>
      {raw.slot > 0 && <Text size="sm">{[eventDay(values), values.place, values.kind === 'other' ? '' : kindLabel(values.kind)].filter(Boolean).join(' · ')}</Text>}
      <Text size="xs" c="dimmed"><Personal>{[planned.partner?.name ?? raw.organiser, raw.fileName].filter(Boolean).join(' · ')}</Personal>{raw.slot > 0 ? ` · Veranstaltung ${raw.slot}` : ''}</Text>
      {problems.map(({ text }) => <Group key={text} gap={6} wrap="nowrap" align="flex-start"><IconAlertTriangle size={16} aria-hidden /><Text size="sm">{text}</Text></Group>)}
      {(fields.length > 0 || problems.some(({ field }) => field === 'partner' || field === 'empty')) && (
        <div className={parts.mend}>
          {problems.some(({ field }) => field === 'partner') && <Select label="Von wem?" placeholder="Partner wählen" searchable data={partners.map(({ id, name }) => ({ value: id, label: name }))} value={raw.partnerId} onChange={(partnerId) => onChange({ partnerId })} nothingFoundMessage="Bitte zuerst unter „Partner hinzufügen“ aufnehmen." />}
          {problems.some(({ field }) => field === 'empty') && <Checkbox mt="lg" label="Als „Keine Beiträge“ vermerken" checked={raw.asNothing} onChange={({ currentTarget }) => onChange({ asNothing: currentTarget.checked })} />}
          {fields.map((field) => <MendField key={field} field={field} value={raw.cells[field] ?? ''} onChange={(text) => onChange({ cells: { ...raw.cells, [field]: text } })} />)}
        </div>
      )}
      {changes.length > 0 && (
        <ul className={parts.changes} aria-label={`Änderungen: ${title}`}>
          {changes.map(({ field, label, before, after, edited, taken }) => (
            <li key={label}>
              <strong>{label}</strong>
              <div>
                {before !== '' && <><span className={parts.before}><VisuallyHidden>bisher: </VisuallyHidden>{before}</span>{' '}</>}
                <span>{after === '' ? '(leer)' : after}</span>
                {edited && <Checkbox mt={4} size="xs" label="Das Büro hat dies geändert. Angabe des Partners übernehmen" checked={taken} onChange={({ currentTarget }) => take(field, currentTarget.checked)} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {hints.map((hint) => <Group key={hint} gap={6} wrap="nowrap" align="flex-start"><IconCheck size={15} aria-hidden /><Text size="xs" c="dimmed">{hint}</Text></Group>)}
      {planned.choices.length > 0 && raw.slot > 0 && (
        <Select
          size="xs" maw={420} label="Gehört zu" allowDeselect={false} value={raw.eventId ?? planned.event?.id ?? 'new'}
          data={[{ value: 'new', label: 'Neue Veranstaltung' }, ...planned.choices.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(eventId) => eventId && onChange({ eventId })}
        />
      )}
    </li>
  )
}

/** A field of the form as the partner filled it in; it counts once it is left. */
function MendField({ field, value, onChange }: { field: EntryField; value: string; onChange(text: string): void }): ReactNode {
  const [text, setText] = useState(value)
  const common = { label: entryFieldLabel(field), value: text, onBlur: () => text !== value && onChange(text) }
  return field === 'text' || field === 'accessNote'
    ? <Textarea autosize minRows={2} {...common} onChange={({ currentTarget }) => setText(currentTarget.value)} />
    : <TextInput {...common} onChange={({ currentTarget }) => setText(currentTarget.value)} onKeyDown={({ key }) => key === 'Enter' && text !== value && onChange(text)} />
}
