import { Group, Loader, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDay } from '../../shared/holidays/days.ts'
import type { RecordRef } from '../../shared/records/model.ts'
import { emptyTask, type TaskInput } from '../../shared/tasks/model.ts'
import { failureOf } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { openRecord } from '../app/openRecord.ts'
import { useSession } from '../app/session.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { Personal } from '../ui/Personal.tsx'
import { PersonField } from '../ui/PersonField.tsx'
import { DayWordsField } from './DayWordsField.tsx'
import { RepeatSelect } from './RepeatSelect.tsx'
import { useDayWords } from './useDayWords.ts'

/** What is open on the screen: an id, and the kinds of records that the screen shows. */
export interface FollowUpTarget {
  types: string[]
  id: string
}

/** Enters a task; about the record that is open, if one is. */
export function FollowUpDialog({ target, onClose }: { target: FollowUpTarget | null; onClose(): void }): ReactNode {
  const { data: record, isPending } = useQuery(api.tasks.target.queryOptions({ input: target ?? skipToken }))
  if (target !== null && isPending) return <Loader size="sm" pos="fixed" top="50%" left="50%" aria-label="Aufgabe wird vorbereitet" />
  return <Entry record={record ?? null} onClose={onClose} />
}

function Entry({ record, onClose }: { record: (RecordRef & { title: string }) | null; onClose(): void }): ReactNode {
  const { person } = useSession()
  const land = useOfficeLand()
  const words = useDayWords()
  const [fields, setFields] = useState<TaskInput>({ ...emptyTask, title: record ? 'Wiedervorlage' : '', assigneeId: person.id, assigneeName: person.name })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const set = (patch: Partial<TaskInput>): void => setFields((before) => ({ ...before, ...patch }))
  const { day } = words
  const movesAlong = day !== null && day.event !== null && (record === null || (record.type === 'event' && record.id === day.event.id))
  const save = async (): Promise<void> => {
    setTried(true)
    if (words.text.trim() !== '' && day === null) return
    if (fields.title.trim() === '') return setErrors({ title: 'Bitte sagen, was zu tun ist.' })
    const about = record ? { type: record.type, id: record.id } : movesAlong && day.event ? { type: 'event', id: day.event.id } : null
    try {
      const { id, change } = await office.tasks.create({
        fields: { ...fields, wantedOn: day?.wantedOn ?? null, repeat: day === null ? '' : fields.repeat, record: about, lead: movesAlong ? day.lead : null }, land,
      })
      showUndoNotice(`„${fields.title}“ eingetragen${day === null ? ', ohne Tag' : `, fällig am ${germanDay(day.dueOn)}`}.`, 'office', change, { label: 'Öffnen', onClick: () => openRecord({ type: 'task', id }) })
      onClose()
    } catch (error) {
      const faults = failureOf(error).data.fields
      if (faults) setErrors(faults)
      else showFailure(error)
    }
  }
  return (
    <DecisionDialog title={record ? 'Wiedervorlage oder Aufgabe' : 'Neue Aufgabe'} confirm="Eintragen" onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        {record && <Text size="sm">Zu: <Personal>{record.title || 'diesem Eintrag'}</Personal></Text>}
        <DayWordsField label="Wann?" words={words} focus={record !== null} tried={tried} empty="Ohne Angabe bleibt die Aufgabe ohne Tag." />
        {day?.event && <Text size="xs" c="dimmed">{movesAlong ? 'Wird der Termin verschoben, wandert die Aufgabe mit.' : 'Der Tag bleibt stehen, auch wenn der Termin verschoben wird.'}</Text>}
        <TextInput label="Was ist zu tun?" required value={fields.title} error={errors.title} {...(record === null && { 'data-autofocus': true })} onChange={(event) => set({ title: event.currentTarget.value })} />
        <Group grow align="flex-start">
          <PersonField label="Für" id={fields.assigneeId} name={fields.assigneeName} dueOn={day?.dueOn ?? null} onChange={({ id, name }) => set({ assigneeId: id, assigneeName: name })} />
          <NumberInput
            label="Ankündigen" suffix=" Tage vorher" min={0} max={365} allowDecimal={false} value={fields.noticeDays}
            onChange={(value) => set({ noticeDays: typeof value === 'number' ? value : 0 })}
          />
        </Group>
        <RepeatSelect rule={fields.repeat} day={day?.wantedOn ?? null} onChange={(repeat) => set({ repeat })} />
        <Textarea label="Notiz" autosize minRows={1} maxRows={6} value={fields.note} error={errors.note} onChange={(event) => set({ note: event.currentTarget.value })} />
      </Stack>
    </DecisionDialog>
  )
}
