import { ActionIcon, Badge, Button, Group, Loader, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFileTypeDocx, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { documentKindLabels } from '../../../shared/correspondence/templates/kinds.ts'
import type { Template } from '../../../shared/correspondence/templates/model.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { RecordHistory } from '../../records/RecordHistory.tsx'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Assistant } from './Assistant.tsx'
import { PagesPreview } from '../pages/PagesPreview.tsx'
import { TemplateDetails } from './TemplateDetails.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'
import classes from './Templates.module.css'
import { useTemplateFiles } from './useTemplateFiles.ts'

const historyLabels = { name: 'Name', kind: 'Für', note: 'Notiz', valid_from: 'Gültig ab', valid_until: 'Gültig bis', file_name: 'Datei', deleted_at: 'Papierkorb' }

/** One template of the office: its assistant, a sample, what is said of it, its versions and its history. */
export function TemplateRecord({ id, onClosed }: { id: string; onClosed: () => void }): ReactNode {
  const { data: template, error, refetch } = useQuery(api.correspondence.templates.get.queryOptions({ input: { id } }))
  const study = useQuery(api.correspondence.templates.study.queryOptions({ input: { id } }))
  const remove = async (): Promise<void> => {
    if (!template) return
    try {
      const { change } = await office.correspondence.templates.remove({ id, version: template.version })
      showUndoNotice('Vorlage in den Papierkorb verschoben. Schreiben behalten ihre Fassung.', 'office', change)
      onClosed()
    } catch (failure) {
      showFailure(failure)
    }
  }
  useCommand('delete', () => void remove(), template?.trashed === false)
  if (hidesData(error, template)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!template) return <Loader m="md" size="sm" aria-label="Vorlage wird geladen" />
  const open = study.data?.faults.filter(({ level }) => level === 'error').length ?? 0
  return (
    <article className={classes.record} aria-label={template.name}>
      <Group gap={8} align="center">
        <Title order={2} size="h3">{template.name}</Title>
        {study.data && (open > 0
          ? <Badge variant="light" color="amber" leftSection={<IconAlertTriangle size={13} aria-hidden />}>{open === 1 ? '1 Fehler offen' : `${open} Fehler offen`}</Badge>
          : <Badge variant="light" leftSection={<IconCircleCheck size={13} aria-hidden />}>bereit</Badge>)}
      </Group>
      <Text size="sm" c="dimmed">{documentKindLabels[template.kind]} · Fassung {template.versions[0]?.number} · {template.versions[0]?.fileName}</Text>
      {template.trashed ? <Text mt="sm" fw={600}>Diese Vorlage liegt im Papierkorb.</Text> : <Actions template={template} open={open} onRemove={() => void remove()} />}
      <Tabs defaultValue="assistant" mt="sm" keepMounted={false} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="assistant">Zuordnen</Tabs.Tab>
          <Tabs.Tab value="sample">Muster</Tabs.Tab>
          <Tabs.Tab value="details">Angaben</Tabs.Tab>
          <Tabs.Tab value="versions">Fassungen</Tabs.Tab>
          <Tabs.Tab value="history">Verlauf</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="assistant" className={classes.tabs}>
          {study.error ? <FailureAlert error={study.error} retry={() => void study.refetch()} /> : null}
          {study.data ? <Assistant template={template} study={study.data} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="sample" className={classes.pages}><Sample id={id} /></Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel}><TemplateDetails key={template.version} template={template} /></Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel}><TemplateVersions template={template} /></Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <RecordHistory side="office" record={{ type: 'document-template', id }} labels={historyLabels} describe={describe} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

function Actions({ template, open, onRemove }: { template: Template; open: number; onRemove: () => void }): ReactNode {
  const navigate = useNavigate()
  const files = useTemplateFiles()
  return (
    <Group gap={8} mt="sm">
      <Button
        leftSection={<IconPlus size={17} aria-hidden />} disabled={open > 0}
        onClick={() => void navigate({ to: '/correspondence', search: { new: true, template: template.currentVersion } })}
      >
        Schreiben damit beginnen
      </Button>
      <ExportButton format="docx" variant="default" leftSection={<IconFileTypeDocx size={17} aria-hidden />} disabled={open > 0} onClick={() => void files.saveSample(template.id)}>Muster speichern</ExportButton>
      <Tooltip label="Löschen: in den Papierkorb">
        <ActionIcon variant="default" size={36} aria-label="Löschen" onClick={onRemove}><IconTrash size={17} aria-hidden /></ActionIcon>
      </Tooltip>
    </Group>
  )
}

function Sample({ id }: { id: string }): ReactNode {
  const sample = useQuery(api.correspondence.templates.sample.queryOptions({ input: { ref: id } }))
  return <PagesPreview pages={sample.data} error={sample.error} retry={() => void sample.refetch()} spoken />
}

function describe(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (label === historyLabels.deleted_at) return 'im Papierkorb'
  return label === historyLabels.kind ? (documentKindLabels[value as keyof typeof documentKindLabels] ?? String(value)) : String(value)
}
