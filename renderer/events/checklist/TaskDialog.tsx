import { Autocomplete, Button, Checkbox, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { atDistance } from '../../../shared/tasks/lead-time.ts'
import { emptyTask, taskInputSchema, type Task, type TaskInput } from '../../../shared/tasks/model.ts'
import { office } from '../../app/office.ts'
import { useOfficeLand } from '../../app/useOfficeLand.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { attempt } from '../../ui/attempt.ts'
import { ComingDayField } from '../../ui/ComingDayField.tsx'
import { LeadField } from '../LeadField.tsx'

/** A task of the event: a new one, or one that is changed. */
export function TaskDialog({ event, task, headings, onClose }: { event: OfficeEvent; task: Task | null; headings: readonly string[]; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const [fields, setFields] = useState<TaskInput>(() => (task ? taskInputSchema.parse(task) : { ...emptyTask, record: { type: 'event', id: event.id }, lead: { count: -2, unit: 'W' } }))
  const [missing, setMissing] = useState(false)
  const set = (patch: Partial<TaskInput>): void => { setFields({ ...fields, ...patch }); setMissing(false) }
  const store = async (): Promise<void> => {
    if (fields.title.trim() === '') return setMissing(true)
    const wantedOn = fields.lead === null ? fields.wantedOn : event.startsOn === null ? null : atDistance(event.startsOn, fields.lead)
    const whole = { ...fields, wantedOn }
    const stored = await attempt(
      () => (task ? office.tasks.update({ id: task.id, version: task.version, fields: whole, land }) : office.tasks.create({ fields: whole, land })),
      task ? 'Aufgabe geändert.' : 'Aufgabe hinzugefügt.',
    )
    if (stored) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={task ? 'Aufgabe bearbeiten' : 'Eigene Aufgabe'}>
      <form onSubmit={(submit) => { submit.preventDefault(); void store() }}>
        <Stack gap="sm">
          <TextInput label="Was ist zu tun?" data-autofocus maxLength={300} value={fields.title} error={missing ? 'Bitte sagen, was zu tun ist.' : undefined} onChange={(change) => set({ title: change.currentTarget.value })} />
          <Autocomplete label="Überschrift" maxLength={120} data={[...headings]} value={fields.heading} onChange={(heading) => set({ heading })} />
          <SegmentedControl
            aria-label="Fällig" value={fields.lead === null ? 'day' : 'lead'} data={[{ value: 'lead', label: 'Abstand zum Tag der Veranstaltung' }, { value: 'day', label: 'Eigener Tag' }]}
            onChange={(kind) => set({ lead: kind === 'lead' ? { count: -2, unit: 'W' } : null, wantedOn: task?.dueOn ?? fields.wantedOn })}
          />
          {fields.lead === null
            ? <ComingDayField label="Tag" placeholder="ohne Tag" clearable value={fields.wantedOn} onChange={(wantedOn) => set({ wantedOn })} />
            : <LeadField label="Abstand" value={fields.lead} onChange={(lead) => set({ lead })} />}
          <PersonField label="Zuständig" id={fields.assigneeId} name={fields.assigneeName} dueOn={task?.dueOn ?? fields.wantedOn} onChange={({ id, name }) => set({ assigneeId: id, assigneeName: name })} />
          <Checkbox label="Genehmigung oder Meldung an ein Amt" checked={fields.permit} onChange={(change) => set({ permit: change.currentTarget.checked })} />
          <Textarea label="Notiz" autosize minRows={2} maxLength={5_000} value={fields.note} onChange={(change) => set({ note: change.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit">Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
