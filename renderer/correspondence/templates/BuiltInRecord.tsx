import { Button, Group, Text, Title } from '@mantine/core'
import { IconFileTypeDocx, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { builtInTemplates } from '../../../shared/correspondence/templates/built-in.ts'
import { documentKindLabels } from '../../../shared/correspondence/templates/kinds.ts'
import { api } from '../../app/office.ts'
import { PagesPreview } from '../pages/PagesPreview.tsx'
import classes from './Templates.module.css'
import { useTemplateFiles } from './useTemplateFiles.ts'
import { ExportButton } from '../../ui/Export.tsx'

/** A template that comes with the application: what it makes of a sample, with the office's letterhead. */
export function BuiltInRecord({ template }: { template: (typeof builtInTemplates)[number] }): ReactNode {
  const navigate = useNavigate()
  const files = useTemplateFiles()
  const sample = useQuery(api.correspondence.templates.sample.queryOptions({ input: { ref: template.ref } }))
  return (
    <article className={classes.record} aria-label={template.name}>
      <Title order={2} size="h3">{template.name}</Title>
      <Text size="sm" c="dimmed">{documentKindLabels[template.kind]} · mitgeliefert, mit dem Briefkopf des Büros</Text>
      <Group gap={8} mt="sm">
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => void navigate({ to: '/correspondence', search: { new: true, template: template.ref } })}>Schreiben damit beginnen</Button>
        <ExportButton format="docx" variant="default" leftSection={<IconFileTypeDocx size={17} aria-hidden />} onClick={() => void files.saveSample(template.ref)}>Muster speichern</ExportButton>
      </Group>
      <section className={classes.pages} aria-label="Muster"><PagesPreview pages={sample.data} error={sample.error} retry={() => void sample.refetch()} spoken /></section>
    </article>
  )
}
