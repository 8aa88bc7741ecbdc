import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { escalationFields, type Escalation, type EscalationFields } from '../../../shared/counselling/escalation/model.ts'
import { office } from '../../app/office.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { ConflictAlert, FormState } from '../FormState.tsx'
import { useRecordForm, type Stored } from '../useRecordForm.ts'
import { useToday } from '../useToday.ts'

const storedOf = ({ id, version, title, kind, municipality, place, occasion, assessment, openPoints, distribution }: Escalation): Stored<EscalationFields> => ({
  id, version, fields: { title, kind, municipality, place, occasion, assessment, openPoints, distribution },
})

const texts = [
  { name: 'occasion', label: 'Anlass', hint: 'Womit es begann, in zwei Sätzen.' },
  { name: 'assessment', label: 'Bewertung', hint: 'Was gesichert ist, was daraus folgt, was zu erwarten ist.' },
  { name: 'openPoints', label: 'Offene Punkte', hint: 'Einer je Zeile.' },
  { name: 'distribution', label: 'Verteiler', hint: 'Eine Stelle je Zeile.' },
] as const

/** What the „Lagevermerk“ says beside the chronology; stored by itself. */
export function EscalationTexts({ current }: { current: Escalation }) {
  const stored = storedOf(current)
  const today = useToday()
  const form = useRecordForm<EscalationFields, Escalation>({
    initial: stored.fields, stored, read: storedOf,
    errorsOf: (fields) => Object.fromEntries((escalationFields.safeParse(fields).error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message])),
    update: (id, version, changed) => office.counselling.escalation.update({ id, version, fields: changed }),
  })
  const { fields, errors, set } = form
  return (
    <Stack gap="sm">
      <ConflictAlert form={form} />
      <TextInput label="Bezeichnung" value={fields.title} error={errors.title} onChange={(event) => set({ title: event.currentTarget.value })} />
      <CodeSelect catalogue="escalationKinds" label="Art" day={today} value={fields.kind} error={errors.kind} onChange={(kind) => kind && set({ kind })} />
      <Group grow align="flex-start">
        <TextInput label="Gemeinde" value={fields.municipality} error={errors.municipality} onChange={(event) => set({ municipality: event.currentTarget.value })} />
        <TextInput label="Ort" value={fields.place} error={errors.place} onChange={(event) => set({ place: event.currentTarget.value })} />
      </Group>
      {texts.map(({ name, label, hint }) => (
        <Textarea key={name} label={label} description={hint} autosize minRows={2} maxRows={14} value={fields[name]} error={errors[name]} onChange={(event) => set({ [name]: event.currentTarget.value })} />
      ))}
      <FormState form={form} />
    </Stack>
  )
}
