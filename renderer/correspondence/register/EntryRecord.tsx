import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconFolderPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { directionLabels, entryInputSchema, type Entry, type EntryInput } from '../../../shared/correspondence/register/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { useAutosave } from '../../app/useAutosave.ts'
import { RecordTasks } from '../../records/RecordTasks.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { Papers } from '../papers/Papers.tsx'
import parts from '../parts.module.css'
import { EntryFields } from './EntryFields.tsx'
import { HistorySection } from './HistorySection.tsx'
import { FileInMatter } from './FileInMatter.tsx'

const { entries } = office.correspondence.register

/** One line of the register with its papers. */
export function EntryRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.register.entries.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Eintrag wird geladen" /></Center>
  return <Shown entry={data} onClose={onClose} />
}

function Shown({ entry, onClose }: { entry: Entry; onClose(): void }): ReactNode {
  const { id, version, record } = entry
  const [fields, setFields] = useState<EntryInput>(() => entryInputSchema.parse(entry))
  const [filing, setFiling] = useState(false)
  const stored = useRef({ version, fields })
  const save = useCallback(async (value: EntryInput) => {
    const { version: next } = await entries.update({ id, version: stored.current.version, fields: value })
    stored.current = { version: next, fields: value }
  }, [id])
  const { status } = useAutosave(fields, save)
  useEffect(() => {
    if (version <= stored.current.version || status.state === 'dirty' || status.state === 'saving') return
    stored.current = { version, fields: entryInputSchema.parse(entry) }
    setFields(stored.current.fields)
  }, [entry, version, status.state])
  const act = async (work: () => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      const { change } = await work()
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const done = entry.followUpDoneOn !== null
  return (
    <section className={parts.page} aria-label={`Eintrag ${entry.number}`}>
      <Group gap="xs" justify="space-between">
        <Title order={2} size="h3">{directionLabels[entry.direction]} {entry.number}</Title>
        <SaveState status={status} />
      </Group>
      {entry.trashed && <Alert title="Dieser Eintrag liegt im Papierkorb.">Dort kann er wiederhergestellt werden.</Alert>}
      {record && <Text size="sm">Gehört zu <button type="button" className={parts.link} onClick={() => openRecord(record)}>{record.title || (record.type === 'letter' ? 'einem Schreiben' : 'einer Stellungnahme')}</button></Text>}
      {!entry.trashed && (
        <Group gap="xs">
          {entry.followUpOn !== null && <Button variant={done ? 'default' : 'filled'} leftSection={<IconCheck size={17} aria-hidden />} onClick={() => void act(() => entries.setFollowUp({ id, version: stored.current.version, done: !done }), done ? 'Wiedervorlage wieder offen' : 'Wiedervorlage erledigt')}>{done ? `Wiedervorlage erledigt am ${germanDate(entry.followUpDoneOn ?? '')}: wieder öffnen` : 'Wiedervorlage erledigt'}</Button>}
          <Button variant="default" leftSection={<IconFolderPlus size={17} aria-hidden />} onClick={() => setFiling(true)}>In Vorgang ablegen …</Button>
          <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void act(async () => { const receipt = await entries.remove({ id, version: stored.current.version }); onClose(); return receipt }, 'Der Eintrag liegt im Papierkorb.')}>Löschen</Button>
        </Group>
      )}
      <Stack gap="sm"><EntryFields fields={fields} errors={status.state === 'failed' ? status.failure.data.fields ?? {} : {}} readOnly={entry.trashed} onChange={(patch) => setFields({ ...fields, ...patch })} /></Stack>
      <section className={parts.section} aria-label="Unterlagen zum Eintrag">
        <Title order={3} size="h4">Unterlagen</Title>
        <Papers owner={record?.type === 'statement' ? { type: 'statement', id: record.id } : { type: 'register-entry', id }} readOnly={entry.trashed} />
      </section>
      <RecordTasks record={{ type: 'register-entry', id }} quiet />
      <HistorySection record={{ type: 'register-entry', id }} />
      {filing && <FileInMatter record={{ type: 'register-entry', id }} title={entry.subject} onClose={() => setFiling(false)} />}
    </section>
  )
}
