import { ActionIcon, Alert, Badge, Button, Group, Loader, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconClock, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { blockText } from '../../../shared/correspondence/blocks/compose.ts'
import { blockPartsSchema, type TextBlock } from '../../../shared/correspondence/blocks/model.ts'
import { validityOn } from '../../../shared/correspondence/validity.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { BlockForm } from './BlockForm.tsx'
import { BlockVersions } from './BlockVersions.tsx'
import classes from './Blocks.module.css'
import { useBlockForm } from './useBlockForm.ts'

const historyLabels = {
  title: 'Titel', short_form: 'Kürzel', category: 'Rubrik', owner_name: 'Zuständig', valid_from: 'Gültig ab', valid_until: 'Gültig bis', note: 'Notiz', number: 'Fassung',
  parts: 'Text', deleted_at: 'Papierkorb',
}

/** One text block: its text and parts, where it is used, its versions and its history. */
export function BlockRecord({ id, onClosed }: { id: string; onClosed(): void }): ReactNode {
  const { data: block, error, refetch } = useQuery(api.correspondence.blocks.get.queryOptions({ input: { id } }))
  if (hidesData(error, block)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!block) return <Loader m="md" size="sm" aria-label="Textbaustein wird geladen" />
  return <OpenBlock block={block} onClosed={onClosed} />
}

function OpenBlock({ block, onClosed }: { block: TextBlock; onClosed(): void }): ReactNode {
  const form = useBlockForm(block)
  const failure = form.status.state === 'failed' ? form.status.failure : null
  const conflict = failure?.code === 'conflict' ? (failure.data.current as TextBlock | undefined) : undefined
  const ended = validityOn(isoDay(new Date()), form.fields.validFrom, form.fields.validUntil) === 'ended'
  const remove = async (): Promise<void> => {
    if (!await form.flush()) return
    try {
      const { change } = await office.correspondence.blocks.remove({ id: block.id, version: form.version() })
      showUndoNotice('Textbaustein in den Papierkorb verschoben. Schreiben behalten ihren Text.', 'office', change)
      onClosed()
    } catch (error) {
      showFailure(error)
    }
  }
  useCommand('delete', () => void remove(), !block.trashed)
  useCommand('save', () => void form.flush())
  return (
    <article className={classes.record} aria-label={form.fields.title || 'Textbaustein ohne Titel'}>
      <Group gap={8} wrap="nowrap" justify="space-between">
        <Group gap={8}>
          <Title order={2} size="h3">{form.fields.title || 'Ohne Titel'}</Title>
          {ended && <Badge variant="light" color="amber" tt="none" leftSection={<IconClock size={13} aria-hidden />}>abgelaufen</Badge>}
          <SaveState status={form.status} />
        </Group>
        {!block.trashed && <Tooltip label="Löschen: in den Papierkorb"><ActionIcon variant="default" size={34} aria-label="Löschen" onClick={() => void remove()}><IconTrash size={17} aria-hidden /></ActionIcon></Tooltip>}
      </Group>
      <Text size="sm" c="dimmed">Fassung {block.number} · {block.used === 0 ? 'noch in keinem Schreiben' : `in ${block.used} Schreiben`}</Text>
      {block.trashed && <Text mt="sm" fw={600}>Dieser Textbaustein liegt im Papierkorb.</Text>}
      {conflict && (
        <Alert mt="sm" title="Der Textbaustein wurde inzwischen an anderer Stelle geändert.">
          <Text size="sm" mb="sm">Ihre Eingabe steht noch im Formular. Welche Fassung soll gelten?</Text>
          <Group gap="xs">
            <Button size="compact-sm" onClick={() => form.settle(conflict, 'mine')}>Meine Fassung behalten</Button>
            <Button size="compact-sm" variant="default" onClick={() => form.settle(conflict, 'theirs')}>Andere Fassung übernehmen</Button>
          </Group>
        </Alert>
      )}
      <Tabs defaultValue="text" mt="sm" keepMounted={false} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="used">Verwendung und Fassungen</Tabs.Tab>
          <Tabs.Tab value="history">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="text" className={classes.panel}><BlockForm fields={form.fields} errors={failure?.data.fields ?? {}} readOnly={block.trashed} onChange={form.set} /></Tabs.Panel>
        <Tabs.Panel value="used" className={classes.panel}><BlockVersions block={block} /></Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <RecordHistory side="office" record={{ type: 'text-block', id: block.id }} labels={historyLabels} describe={describe} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

function describe(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (label === historyLabels.deleted_at) return 'im Papierkorb'
  if (label === historyLabels.valid_from || label === historyLabels.valid_until) return germanDate(String(value))
  if (label !== historyLabels.parts) return String(value)
  const parts = blockPartsSchema.safeParse(JSON.parse(String(value)))
  return parts.success ? blockText(parts.data) : ''
}
