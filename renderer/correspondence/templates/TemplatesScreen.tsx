import { Loader, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { builtInTemplate } from '../../../shared/correspondence/templates/built-in.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import { BuiltInRecord } from './BuiltInRecord.tsx'
import { ProvidedTemplates } from './ProvidedTemplates.tsx'
import { TemplateDrop } from './TemplateDrop.tsx'
import { TemplateList } from './TemplateList.tsx'
import { TemplateRecord } from './TemplateRecord.tsx'
import classes from './Templates.module.css'

/** „Vorlagen": the list, and the one that is open with its assistant. Which one stands in the route: `?id=…`. */
export function TemplatesScreen(): ReactNode {
  const { id = null } = useSearch({ from: '/correspondence/templates' })
  const navigate = useNavigate()
  const { data: templates, error, refetch } = useQuery(api.correspondence.templates.list.queryOptions())
  const open = (template: string | null): void => void navigate({ to: '/correspondence/templates', search: template === null ? {} : { id: template } })
  const builtIn = id === null ? undefined : builtInTemplate(id)
  const list = (
    <div className={classes.side}>
      <div className={classes.head}>
        <Title order={1} size="h3">Schreiben</Title>
        <CorrespondenceTabs current="templates" />
        <TemplateDrop onAdded={open} />
        <ProvidedTemplates onTaken={open} />
      </div>
      {hidesData(error, templates) ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {templates ? <TemplateList templates={templates} current={id} onOpen={open} /> : <Loader m="md" size="sm" aria-label="Vorlagen werden geladen" />}
    </div>
  )
  return (
    <SplitView
      name="correspondence.templates" initial={310} smallest={250} recordSmallest={420} list={list}
      record={id === null
        ? <p className={classes.hint}>Wählen Sie eine Vorlage aus der Liste, oder ziehen Sie eine Word-Datei hinein.</p>
        : builtIn ? <BuiltInRecord key={id} template={builtIn} /> : <TemplateRecord key={id} id={id} onClosed={() => open(null)} />}
    />
  )
}
