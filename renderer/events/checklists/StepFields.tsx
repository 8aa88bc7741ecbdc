import { Autocomplete, Button, Checkbox, Group, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { ChecklistItem } from '../../../shared/events/checklists/model.ts'
import { LeadField } from '../LeadField.tsx'
import classes from '../Events.module.css'

interface StepFieldsProps {
  item: ChecklistItem
  headings: readonly string[]
  readOnly: boolean
  /** Just added: typing begins here. */
  focused: boolean
  onChange(item: ChecklistItem): void
  onRemove(): void
}

/** One step of a template. Drawn anew only when it changes: a long list has a hundred fields. */
export const StepFields = memo(function StepFields({ item, headings, readOnly, focused, onChange, onRemove }: StepFieldsProps): ReactNode {
  const set = (patch: Partial<ChecklistItem>): void => onChange({ ...item, ...patch })
  const name = item.title || 'Schritt'
  return (
    <fieldset className={classes.step} aria-label={name}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput flex={1} aria-label={`Was ist zu tun: ${name}`} maxLength={300} autoFocus={focused} readOnly={readOnly} value={item.title} error={item.title.trim() === '' ? 'Bitte sagen, was zu tun ist.' : undefined} onChange={(event) => set({ title: event.currentTarget.value })} />
        {!readOnly && <Button variant="subtle" color="gray" px={8} aria-label={`${name} entfernen`} onClick={onRemove}><IconTrash size={17} aria-hidden /></Button>}
      </Group>
      <Group gap="xs">
        <LeadField label={`Vorlauf: ${name}`} value={item.lead} readOnly={readOnly} onChange={(lead) => set({ lead })} />
        <Autocomplete flex="1 1 140px" aria-label={`Überschrift: ${name}`} placeholder="Überschrift" maxLength={120} readOnly={readOnly} data={[...headings]} value={item.heading} onChange={(heading) => set({ heading })} />
        <Checkbox label="Genehmigung" disabled={readOnly} checked={item.permit} onChange={(event) => set({ permit: event.currentTarget.checked })} />
      </Group>
      <TextInput aria-label={`Hinweis: ${name}`} placeholder="Hinweis: welches Amt, welche Regel" maxLength={5_000} readOnly={readOnly} value={item.note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </fieldset>
  )
}, (before, after) => before.item === after.item && before.headings.join() === after.headings.join() && before.readOnly === after.readOnly)
