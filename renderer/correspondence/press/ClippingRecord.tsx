import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { pressLabel } from '../../../shared/correspondence/press/catalogue.ts'
import { clippingInputSchema, type Clipping } from '../../../shared/correspondence/press/model.ts'
import { fieldLabel } from '../../../shared/correspondence/statements/catalogue.ts'
import { germanDate } from '../../../shared/dates.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { RecordTasks } from '../../records/RecordTasks.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { Papers } from '../papers/Papers.tsx'
import parts from '../parts.module.css'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { ClippingFields } from './ClippingFields.tsx'

const { clippings } = office.correspondence.press
/** Columns that the history names. */
const labels = {
  published_on: 'Erschienen am', medium_name: 'Medium', author_name: 'Autorin oder Autor', title: 'Überschrift', topic: 'Thema', tone: 'Tonlage', place: 'Fundstelle', link: 'Link', summary: 'Zusammenfassung',
  follow_up_on: 'Wiedervorlage', follow_up_done_on: 'Wiedervorlage erledigt', deleted_at: 'Im Papierkorb',
}

/** One clipping with its scans. */
export function ClippingRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.press.clippings.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Bericht wird geladen" /></Center>
  return <Shown clipping={data} onClose={onClose} />
}

function Shown({ clipping, onClose }: { clipping: Clipping; onClose(): void }): ReactNode {
  const { id, releaseId } = clipping
  const form = useRecordForm(clipping, (stored) => clippingInputSchema.parse(stored), (version, fields) => clippings.update({ id, version, fields }))
  const act = async (work: (version: number) => Promise<{ change: string | null }>, notice: string): Promise<void> => {
    try {
      await form.flush()
      const { change } = await work(form.version())
      showUndoNotice(notice, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const done = clipping.followUpDoneOn !== null
  return (
    <section className={parts.page} aria-label="Pressebericht">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Title order={2} size="h3">{clipping.title}</Title>
        <SaveState status={form.status} />
      </Group>
      {clipping.trashed && <Alert title="Dieser Bericht liegt im Papierkorb.">Dort kann er wiederhergestellt werden.</Alert>}
      {releaseId !== null && <Text size="sm">Zur Pressemitteilung <button type="button" className={parts.link} onClick={() => openRecord({ type: 'press-release', id: releaseId })}>{clipping.releaseTitle || 'öffnen'}</button></Text>}
      {!clipping.trashed && (
        <Group gap="xs">
          {clipping.followUpOn !== null && <Button variant={done ? 'default' : 'filled'} leftSection={<IconCheck size={17} aria-hidden />} onClick={() => void act((version) => clippings.setFollowUp({ id, version, done: !done }), done ? 'Wiedervorlage wieder offen.' : 'Wiedervorlage erledigt.')}>{done ? 'Wiedervorlage wieder öffnen' : 'Wiedervorlage erledigt'}</Button>}
          <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void act(async (version) => { const receipt = await clippings.remove({ id, version }); onClose(); return receipt }, 'Der Bericht liegt im Papierkorb.')}>Löschen</Button>
        </Group>
      )}
      <Stack gap="sm"><ClippingFields fields={form.fields} errors={form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}} readOnly={clipping.trashed} onChange={form.set} /></Stack>
      <section className={parts.section} aria-label="Scan oder PDF">
        <Title order={3} size="h4">Scan oder PDF</Title>
        <Papers owner={{ type: 'clipping', id }} readOnly={clipping.trashed} />
      </section>
      <RecordTasks record={{ type: 'clipping', id }} quiet />
      <section className={parts.section} aria-label="Verlauf des Berichts">
        <Title order={3} size="h4">Verlauf</Title>
        <RecordHistory side="office" record={{ type: 'clipping', id }} labels={labels} describe={describe} />
      </section>
    </section>
  )
}

function describe(label: string, value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  if (label === labels.topic) return fieldLabel(value)
  if (label === labels.tone) return pressLabel('tones', value)
  return /^\d{4}-\d{2}-\d{2}/u.test(value) ? germanDate(value) : value
}
