import { Alert, Badge, Button, Center, Group, Loader, MultiSelect, Text, TextInput, Title } from '@mantine/core'
import { IconCertificate, IconCopy, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { eventKinds, kindLabel } from '../../../shared/events/catalogue.ts'
import { checklistInputSchema, type Checklist, type ChecklistInput, type ChecklistItem } from '../../../shared/events/checklists/model.ts'
import { leadText } from '../../../shared/tasks/lead-time.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { attempt } from '../../ui/attempt.ts'
import { RecordFrame } from '../RecordFrame.tsx'
import { StepFields } from './StepFields.tsx'
import classes from '../Events.module.css'

/** One template: one that came with the application is read, the office's own is written. */
export function ChecklistRecord({ id, onShow }: { id: string; onShow(id: string | undefined): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.checklists.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Checkliste wird geladen" /></Center>
  return data.builtin ? <BuiltIn checklist={data} onShow={onShow} /> : <Own checklist={data} onShow={onShow} />
}

function BuiltIn({ checklist, onShow }: { checklist: Checklist; onShow(id: string): void }): ReactNode {
  const { id, title, kinds, items } = checklist
  const copy = (): void => void attempt(async () => {
    const created = await office.events.checklists.create({ fields: { title, kinds, items }, basedOn: id })
    onShow(created.id)
    return created
  }, 'Eigene Fassung angelegt. Sie tritt an die Stelle der mitgelieferten.')
  return (
    <section className={classes.page} aria-label={`Checkliste ${title}`}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3">{title}</Title>
        <Button leftSection={<IconCopy size={17} aria-hidden />} onClick={copy}>Eigene Fassung anlegen</Button>
      </Group>
      <Text size="sm" c="dimmed">Mitgeliefert{kinds.length === 0 ? '' : `; vorgeschlagen für ${kinds.map(kindLabel).join(', ')}`}. Vorläufe sind üblich, nicht amtlich: In Ihrer Fassung stehen die Ihrer Ämter.</Text>
      {headingsOf(items).map((heading) => (
        <section key={heading} aria-label={heading}>
          <Title order={3} size="h5">{heading}</Title>
          <ul className={classes.rows}>
            {items.filter((item) => item.heading === heading).map((item) => (
              <li key={item.id} className={classes.row}>
                <div className={classes.grow}><Text size="sm">{item.title}</Text>{item.note !== '' && <Text size="xs" c="dimmed">{item.note}</Text>}</div>
                {item.permit && <Badge size="sm" variant="light" color="amber" leftSection={<IconCertificate size={13} aria-hidden />}>Genehmigung</Badge>}
                <Text size="sm" c="dimmed">{leadText(item.lead)}</Text>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Own({ checklist, onShow }: { checklist: Checklist; onShow(id: string | undefined): void }): ReactNode {
  const { id, trashed: readOnly } = checklist
  const form = useRecordForm<Checklist, ChecklistInput>(checklist, (stored) => checklistInputSchema.parse(stored), (version, _changed, fields) => office.events.checklists.update({ id, version, fields }))
  const { fields, set } = form
  const [added, setAdded] = useState<string | null>(null)
  const headings = headingsOf(fields.items)
  const change = (item: ChecklistItem): void => set({ items: fields.items.map((each) => (each.id === item.id ? item : each)) })
  const add = (): void => {
    const step = { id: uuidv7(), heading: headings.at(-1) ?? '', title: 'Neuer Schritt', note: '', lead: { count: -4, unit: 'W' as const }, permit: false }
    set({ items: [...fields.items, step] })
    setAdded(step.id)
  }
  const remove = async (): Promise<void> => {
    const removed = await attempt(async () => { await form.flush(); return office.events.checklists.remove({ id, version: form.version() }) }, checklist.basedOn === '' ? 'Die Checkliste liegt im Papierkorb.' : 'Ihre Fassung liegt im Papierkorb; die mitgelieferte gilt wieder.')
    if (removed) onShow(checklist.basedOn === '' ? undefined : checklist.basedOn)
  }
  return (
    <RecordFrame label="Checkliste" title={checklist.title} status={form.status} trashed={checklist.trashed} onRemove={() => void remove()}>
      {checklist.basedOn !== '' && !readOnly && <Alert>Diese Fassung tritt an die Stelle der mitgelieferten. Löschen Sie sie, gilt die mitgelieferte wieder. Was schon geplant ist, bleibt, wie es ist.</Alert>}
      <TextInput label="Titel" readOnly={readOnly} maxLength={300} value={fields.title} error={fields.title.trim() === '' ? 'Bitte der Checkliste einen Titel geben.' : undefined} onChange={(event) => set({ title: event.currentTarget.value })} />
      <MultiSelect label="Vorgeschlagen für" readOnly={readOnly} searchable data={eventKinds.map(({ code, label }) => ({ value: code, label }))} value={fields.kinds} onChange={(kinds) => set({ kinds })} />
      <section className={classes.section} aria-label="Schritte">
        <Title order={3} size="h4">Schritte</Title>
        {fields.items.length === 0 && <Text size="sm" c="dimmed">Noch kein Schritt.</Text>}
        {fields.items.map((item) => <StepFields key={item.id} item={item} headings={headings} readOnly={readOnly} focused={item.id === added} onChange={change} onRemove={() => set({ items: fields.items.filter((each) => each.id !== item.id) })} />)}
        {!readOnly && <Button w="fit-content" variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={add}>Schritt</Button>}
      </section>
    </RecordFrame>
  )
}

function headingsOf(items: readonly ChecklistItem[]): string[] {
  return [...new Set(items.map(({ heading }) => heading))].filter((heading) => heading !== '')
}
