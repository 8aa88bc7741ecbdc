import { Alert, Button, Group, Loader, Modal, Tabs, Text } from '@mantine/core'
import { IconCalendarOff, IconCalendarShare, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { entryFaults, entryInputSchema, entryKindLabels, type CalendarEntry, type CalendarLine, type EntryInput, type EntryKind } from '../../shared/calendar/model.ts'
import { germanDate } from '../../shared/dates.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { repeatText } from '../../shared/tasks/repeat-choices.ts'
import { hidesData } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { useRecordForm } from '../app/useRecordForm.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { SaveState } from '../ui/SaveState.tsx'
import { EntryFields } from './EntryFields.tsx'

/** Columns that the history names. */
const labels = {
  kind: 'Art', title: 'Was', starts_on: 'Tag', starts_at: 'Beginn', ends_on: 'Letzter Tag', ends_at: 'Ende', place: 'Ort', note: 'Notiz', repeat: 'Wiederholung', repeat_until: 'Wiederholen bis', person_name: 'Für',
  day: 'Fällt aus am', deleted_at: 'Im Papierkorb',
}

/** One entry with all its times. `line` is the time that was chosen in the calendar; what is done with one time needs it. */
export function EntryRecord({ id, line, onMove, onClose }: { id: string; line: CalendarLine | null; onMove(line: CalendarLine): void; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.calendar.entries.get.queryOptions({ input: { id } }))
  return (
    <Modal opened onClose={onClose} title={data ? entryKindLabels[data.kind] : 'Kalendereintrag'} size="xl">
      {hidesData(error, data) ? <FailureAlert error={error} retry={() => void refetch()} /> : data ? <Shown key={data.id} entry={data} line={line} onMove={onMove} onClose={onClose} /> : <Loader aria-label="Eintrag wird geladen" />}
    </Modal>
  )
}

function Shown({ entry, line, onMove, onClose }: { entry: CalendarEntry; line: CalendarLine | null; onMove(line: CalendarLine): void; onClose(): void }): ReactNode {
  const { id, trashed, skipped } = entry
  const form = useRecordForm<CalendarEntry, EntryInput>(entry, (stored) => entryInputSchema.parse(stored), (version, fields) => office.calendar.entries.update({ id, version, fields }))
  const { fields, set } = form
  const errors = { ...(form.status.state === 'failed' ? form.status.failure.data.fields : {}), ...(fields.title.trim() === '' ? { title: 'Bitte sagen, worum es geht.' } : {}), ...entryFaults(fields) }
  /** What was typed is stored first; then one step, with a way back. */
  const step = async (work: () => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      await form.flush()
      const { change } = await work()
      showUndoNotice(notice, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  const move = async (): Promise<void> => {
    await form.flush()
    if (line) onMove(line)
  }
  return (
    <Tabs defaultValue="details" keepMounted={false}>
      <Group justify="space-between" wrap="nowrap">
        <Tabs.List><Tabs.Tab value="details">Angaben</Tabs.Tab><Tabs.Tab value="course">Verlauf</Tabs.Tab></Tabs.List>
        <SaveState status={form.status} />
      </Group>
      <Tabs.Panel value="details" pt="sm">
        {trashed && <Alert mb="sm" title="Dieser Eintrag liegt im Papierkorb.">Dort kann er wiederhergestellt werden.</Alert>}
        <EntryFields fields={fields} errors={errors} readOnly={trashed} onChange={set} />
        {skipped.length > 0 && <Text size="sm" mt="sm">Fällt aus oder wurde verlegt am {skipped.map((day) => germanDay(day)).join(', ')}.</Text>}
        {!trashed && (
          <Group mt="md" gap="sm">
            {line && <Button variant="default" leftSection={<IconCalendarShare size={17} aria-hidden />} onClick={() => void move()}>Verlegen …</Button>}
            {line?.repeated && (
              <Button variant="default" leftSection={<IconCalendarOff size={17} aria-hidden />} onClick={() => void step(() => office.calendar.entries.skip({ id, version: form.version(), day: line.from }), `Am ${germanDay(line.from)} fällt „${entry.title}“ aus.`)}>
                Fällt am {germanDate(line.from)} aus
              </Button>
            )}
            <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void step(() => office.calendar.entries.remove({ id, version: form.version() }), `„${entry.title}“ liegt im Papierkorb${entry.repeat === '' ? '' : ', mit allen Wiederholungen'}.`)}>
              {entry.repeat === '' ? 'Löschen' : 'Alle löschen'}
            </Button>
          </Group>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="course"><RecordHistory side="office" record={{ type: 'calendar-entry', id }} labels={labels} describe={describe} /></Tabs.Panel>
    </Tabs>
  )
}

function describe(label: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  if (label === labels.kind) return entryKindLabels[text as EntryKind] ?? text
  if (label === labels.repeat) return repeatText(text)
  return /^\d{4}-\d{2}-\d{2}/u.test(text) ? germanDate(text) : text
}
