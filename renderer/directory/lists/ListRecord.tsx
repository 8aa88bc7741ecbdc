import { ActionIcon, Badge, Button, Group, Loader, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconEdit, IconShare2, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { purposeLabel } from '../../../shared/directory/dealings/purposes.ts'
import { listKindLabels, memberChannelLabels, preferredChannelLabels } from '../../../shared/directory/lists/labels.ts'
import { listKindOf } from '../../../shared/directory/lists/model.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { OutputDialog } from '../output/OutputDialog.tsx'
import { OutputRecords } from '../output/OutputRecords.tsx'
import { AddMembers } from './AddMembers.tsx'
import { ListForm } from './ListForm.tsx'
import classes from './ListsScreen.module.css'
import { Members } from './Members.tsx'

const historyLabels = {
  title: 'Name', purpose: 'Zweck', note: 'Notiz', preferred_channel: 'Bevorzugter Weg', rule: 'Regel', mode: 'Zugehörigkeit', channel: 'Weg', deleted_at: 'Papierkorb',
}
const modes: Record<string, string> = { included: 'benannt', excluded: 'ausgenommen', adjusted: 'eigener Weg' }

/** One distribution list: what it is, its members and its history. */
export function ListRecord({ id, onClosed }: { id: string; onClosed: () => void }) {
  const { data: list, error, refetch } = useQuery(api.directory.lists.get.queryOptions({ input: { id } }))
  const [dialog, setDialog] = useState<'edit' | 'add' | 'output' | null>(null)
  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.directory.lists.remove({ id })
      showUndoNotice('Verteiler in den Papierkorb verschoben. Die Kontakte bleiben.', 'office', change)
      onClosed()
    } catch (failure) {
      showFailure(failure)
    }
  }
  useCommand('delete', () => void remove(), list?.trashed === false)
  if (hidesData(error, list)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!list) return <Loader m="md" size="sm" aria-label="Verteiler wird geladen" />
  return (
    <article className={classes.record} aria-label={list.title}>
      <Group gap={8} align="center">
        <Title order={2} size="h3">{list.title}</Title>
        <Badge variant="light" tt="none" fw={600}>{listKindLabels[listKindOf(list)]}</Badge>
      </Group>
      <Text size="sm" c="dimmed">{[purposeLabel(list.purpose), preferredChannelLabels[list.preferredChannel]].filter(Boolean).join(' · ')}</Text>
      {list.note !== '' && <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>{list.note}</Text>}
      {list.trashed ? <Text mt="sm" fw={600}>Dieser Verteiler liegt im Papierkorb.</Text> : (
        <Group gap={8} mt="sm" className="no-print">
          <Button leftSection={<IconShare2 size={17} aria-hidden />} onClick={() => setDialog('output')}>Ausgeben</Button>
          <Button variant="default" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setDialog('add')}>Kontakte aufnehmen</Button>
          <Button variant="default" leftSection={<IconEdit size={17} aria-hidden />} onClick={() => setDialog('edit')}>Bearbeiten</Button>
          <Tooltip label="Löschen: in den Papierkorb">
            <ActionIcon variant="default" size={36} aria-label="Löschen" onClick={() => void remove()}><IconTrash size={17} aria-hidden /></ActionIcon>
          </Tooltip>
        </Group>
      )}
      <Tabs defaultValue="members" mt="md" keepMounted={false} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="members">Kontakte</Tabs.Tab>
          <Tabs.Tab value="outputs">Ausgaben</Tabs.Tab>
          <Tabs.Tab value="history">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members" className={classes.panel}><Members list={list} /></Tabs.Panel>
        <Tabs.Panel value="outputs" className={classes.scroll}><OutputRecords listId={id} /></Tabs.Panel>
        <Tabs.Panel value="history" className={classes.scroll}>
          <RecordHistory side="office" record={{ type: 'distribution-list', id }} labels={historyLabels} describe={describe} />
        </Tabs.Panel>
      </Tabs>
      {dialog === 'edit' && <ListForm list={list} onClose={() => setDialog(null)} />}
      {dialog === 'output' && <OutputDialog source={{ kind: 'list', id }} title={list.title} onClose={() => setDialog(null)} />}
      {dialog === 'add' && <AddMembers list={list} onClose={() => setDialog(null)} />}
    </article>
  )
}

/** A stored value of a list in words. */
function describe(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (label === historyLabels.deleted_at) return 'im Papierkorb'
  if (label === historyLabels.rule) return 'geändert'
  const text = String(value)
  if (label === historyLabels.purpose) return purposeLabel(text)
  const words: Record<string, Readonly<Record<string, string>>> = {
    [historyLabels.preferred_channel]: preferredChannelLabels, [historyLabels.mode]: modes, [historyLabels.channel]: memberChannelLabels,
  }
  return words[label]?.[text] ?? text
}
