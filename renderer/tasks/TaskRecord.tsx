import { Alert, Badge, Button, Center, Group, Loader, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconArrowBackUp, IconCalendarShare, IconCheck, IconLicense, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDate, germanDateTime, isoDay } from '../../shared/dates.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { leadText } from '../../shared/tasks/lead-time.ts'
import { taskInputSchema, type Task, type TaskInput } from '../../shared/tasks/model.ts'
import { repeatText } from '../../shared/tasks/repeat-choices.ts'
import { hidesData } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { useRecordForm } from '../app/useRecordForm.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { taskActions } from '../records/taskActions.ts'
import { DueBadge } from '../ui/DueBadge.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { Personal } from '../ui/Personal.tsx'
import { PersonField } from '../ui/PersonField.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { PostponeDialog } from './PostponeDialog.tsx'
import { RepeatSelect } from './RepeatSelect.tsx'
import classes from './Tasks.module.css'

/** Columns that the history names. */
const labels = {
  title: 'Aufgabe', note: 'Notiz', due_on: 'Fällig', notice_days: 'Ankündigen (Tage)', repeat: 'Wiederholung', assignee_name: 'Für', done_at: 'Erledigt', done_by: 'Erledigt von', deleted_at: 'Im Papierkorb',
}
type Fields = Pick<TaskInput, 'title' | 'note' | 'noticeDays' | 'repeat' | 'assigneeId' | 'assigneeName'>
const fieldsOf = (task: Task): Fields => {
  const { title, note, noticeDays, repeat, assigneeId, assigneeName } = taskInputSchema.parse(task)
  return { title, note, noticeDays, repeat, assigneeId, assigneeName }
}

/** One task with what it is about and who gave it. */
export function TaskRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.tasks.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Aufgabe wird geladen" /></Center>
  return <Shown task={data} onClose={onClose} />
}

function Shown({ task, onClose }: { task: Task; onClose(): void }): ReactNode {
  const { id, trashed } = task
  const land = useOfficeLand()
  const [postponing, setPostponing] = useState(false)
  const form = useRecordForm(task, fieldsOf, (version, fields) => office.tasks.update({ id, version, fields, land }))
  const { fields, set } = form
  const faults = form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}
  const done = task.doneAt !== null
  const check = async (): Promise<void> => {
    await form.flush()
    await taskActions.setDone([task], !done, land)
  }
  return (
    <section className={classes.page} aria-label="Aufgabe">
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h3">{task.title}</Title>
        <SaveState status={form.status} />
      </Group>
      {trashed && <Alert title="Diese Aufgabe liegt im Papierkorb.">Dort kann sie wiederhergestellt werden.</Alert>}
      <State task={task} />
      {!trashed && (
        <Group gap="xs">
          <Button variant={done ? 'default' : 'filled'} leftSection={done ? <IconArrowBackUp size={17} aria-hidden /> : <IconCheck size={17} aria-hidden />} onClick={() => void check()}>{done ? 'Wieder öffnen' : 'Erledigt'}</Button>
          {!done && <Button variant="default" leftSection={<IconCalendarShare size={17} aria-hidden />} onClick={() => setPostponing(true)}>{task.dueOn === null ? 'Tag festlegen …' : 'Verschieben …'}</Button>}
          <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void taskActions.remove([task]).then((removed) => removed && onClose())}>Löschen</Button>
        </Group>
      )}
      <Stack gap="sm">
        <TextInput label="Was ist zu tun?" value={fields.title} error={faults.title} readOnly={trashed} onChange={(event) => set({ title: event.currentTarget.value })} />
        <Textarea label="Notiz" autosize minRows={2} maxRows={14} value={fields.note} error={faults.note} readOnly={trashed} onChange={(event) => set({ note: event.currentTarget.value })} />
        <Group grow align="flex-start">
          <PersonField label="Für" id={fields.assigneeId} name={fields.assigneeName} readOnly={trashed} dueOn={task.dueOn} onChange={({ id: assigneeId, name }) => set({ assigneeId, assigneeName: name })} />
          <NumberInput
            label="Ankündigen" suffix=" Tage vorher" min={0} max={365} allowDecimal={false} readOnly={trashed} value={fields.noticeDays}
            onChange={(value) => set({ noticeDays: typeof value === 'number' ? value : 0 })}
          />
        </Group>
        <RepeatSelect rule={fields.repeat} day={task.wantedOn} readOnly={trashed} onChange={(repeat) => set({ repeat })} />
      </Stack>
      <section aria-label="Verlauf der Aufgabe">
        <Title order={3} size="h4">Verlauf</Title>
        <RecordHistory side="office" record={{ type: 'task', id }} labels={labels} describe={describe} />
      </section>
      {postponing && <PostponeDialog tasks={[task]} onClose={() => setPostponing(false)} />}
    </section>
  )
}

/** When, about what, by whom: in words. */
function State({ task }: { task: Task }): ReactNode {
  const { dueOn, wantedOn, doneAt, record, recordTitle, lead, givenById, givenByName, assigneeId } = task
  return (
    <Stack gap={4}>
      {doneAt !== null && <Text size="sm" fw={600}>Erledigt am {germanDateTime(doneAt)} von {task.doneBy}</Text>}
      {doneAt === null && (
        <Group gap="xs">
          <Text size="sm">{dueOn === null ? 'Noch ohne Tag' : `Fällig am ${germanDay(dueOn)}`}{wantedOn !== null && dueOn !== null && wantedOn !== dueOn ? `, gewünscht war ${germanDay(wantedOn)}` : ''}</Text>
          {dueOn !== null && <DueBadge day={dueOn} today={isoDay(new Date())} />}
          {task.permit && <Badge variant="light" color="amber" leftSection={<IconLicense size={12} aria-hidden />}>Genehmigung</Badge>}
        </Group>
      )}
      {record && <Text size="sm">Zu <button type="button" className={classes.link} onClick={() => openRecord(record)}><Personal>{recordTitle || 'einem Eintrag, den es nicht mehr gibt'}</Personal></button>{lead === null ? '' : ` · ${leadText(lead)}, wandert mit dem Termin`}</Text>}
      {givenById !== assigneeId && <Text size="sm">Gegeben von {givenByName}</Text>}
    </Stack>
  )
}

function describe(label: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (label === labels.repeat) return repeatText(String(value))
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}/u.test(text) ? germanDate(text) : text
}
