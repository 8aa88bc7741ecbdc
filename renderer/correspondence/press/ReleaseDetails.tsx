import { Select, SimpleGrid, Text, Textarea, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { releaseInputSchema, type Release } from '../../../shared/correspondence/press/model.ts'
import { api, office } from '../../app/office.ts'
import { SaveState } from '../../ui/SaveState.tsx'
import parts from '../parts.module.css'
import { topicOptions } from '../topics.ts'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { EmbargoField } from './Embargo.tsx'
import { Quotes } from './Quotes.tsx'

/** „Sperrfrist und Zitate": what is kept beside the text and printed with it. */
export function ReleaseDetails({ release }: { release: Release }): ReactNode {
  const form = useRecordForm(release, (stored) => releaseInputSchema.parse(stored), (version, fields) => office.correspondence.press.releases.update({ id: release.id, version, fields }))
  const { data: lists } = useQuery(api.correspondence.press.media.lists.queryOptions())
  const errors = form.status.state === 'failed' ? form.status.failure.data.fields ?? {} : {}
  const { fields, set } = form
  return (
    <div className={parts.page}>
      <section className={parts.section} aria-label="Angaben zur Mitteilung">
        <SaveState status={form.status} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <EmbargoField value={fields.embargoAt} readOnly={release.final || release.trashed} error={errors['fields.embargoAt']} onChange={(embargoAt) => set({ embargoAt })} />
          <Select label="Thema" clearable data={topicOptions} value={fields.topic || null} onChange={(value) => set({ topic: value ?? '' })} />
          <Select label="Verteiler" clearable placeholder="Noch keiner" data={(lists ?? []).map(({ id, title }) => ({ value: id, label: title }))} value={fields.listId || null} onChange={(value) => set({ listId: value ?? '' })} />
          <DateInput label="Nachfragen am" clearable valueFormat="DD.MM.YYYY" placeholder="eine Woche nach Versand" value={fields.followUpOn} onChange={(value) => set({ followUpOn: value })} />
        </SimpleGrid>
        {release.final && <Text size="xs" c="dimmed">Die Sperrfrist steht in der freigegebenen Fassung und wird mit „Wieder aufnehmen“ änderbar.</Text>}
        <Textarea label="Notiz" autosize minRows={2} value={fields.note} onChange={(event) => set({ note: event.currentTarget.value })} />
      </section>
      <section className={parts.section} aria-label="Zitate">
        <Title order={3} size="h4">Zitate und ihre Freigabe</Title>
        <Text size="sm" c="dimmed">Gedruckt wird ein Zitat erst, wenn die zitierte Person es freigegeben hat.</Text>
        <Quotes release={release} />
      </section>
    </div>
  )
}
