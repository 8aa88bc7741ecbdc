import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { pressOptions } from '../../../shared/correspondence/press/catalogue.ts'
import type { ClippingInput } from '../../../shared/correspondence/press/model.ts'
import { api } from '../../app/office.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { topicOptions } from '../topics.ts'

/** What is said of an article, broadcast or post. */
export function ClippingFields({ fields, errors, readOnly = false, onChange }: { fields: ClippingInput; errors: Readonly<Record<string, string>>; readOnly?: boolean; onChange(patch: Partial<ClippingInput>): void }): ReactNode {
  const { data } = useQuery(api.correspondence.press.releases.list.queryOptions({ input: { limit: 200 } }))
  const error = (name: keyof ClippingInput): string | undefined => errors[`fields.${name}`] ?? errors[name]
  const text = (name: 'title' | 'place' | 'link' | 'summary') => ({ value: fields[name], error: error(name), readOnly, onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }) })
  return (
    <>
      <TextInput label="Überschrift" {...text('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <ContactField label="Medium" value={{ id: fields.mediumId, name: fields.mediumName }} error={error('mediumName')} readOnly={readOnly} onChange={({ id, name }) => onChange({ mediumId: id, mediumName: name })} />
        <DateInput label="Erschienen am" valueFormat="DD.MM.YYYY" value={fields.on} readOnly={readOnly} onChange={(value) => value && onChange({ on: value })} />
        <ContactField label="Autorin oder Autor" value={{ id: fields.authorId, name: fields.authorName }} readOnly={readOnly} onChange={({ id, name }) => onChange({ authorId: id, authorName: name })} />
        <TextInput label="Fundstelle" description="Seite, Sendung oder Rubrik" {...text('place')} />
        <Select label="Thema" clearable={!readOnly} data={topicOptions} value={fields.topic || null} readOnly={readOnly} onChange={(value) => onChange({ topic: value ?? '' })} />
        <Select label="Tonlage" clearable={!readOnly} data={pressOptions('tones', fields.on)} value={fields.tone || null} readOnly={readOnly} onChange={(value) => onChange({ tone: value ?? '' })} />
        <Select label="Zur Pressemitteilung" clearable={!readOnly} placeholder="keine" data={(data?.releases ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))} value={fields.releaseId} readOnly={readOnly} onChange={(value) => onChange({ releaseId: value })} />
        <DateInput label="Wiedervorlage" clearable={!readOnly} valueFormat="DD.MM.YYYY" value={fields.followUpOn} readOnly={readOnly} onChange={(value) => onChange({ followUpOn: value })} />
      </SimpleGrid>
      <TextInput label="Link" description="Bleibt Text: Das Büro öffnet keine Verbindung." {...text('link')} />
      <Textarea label="Zusammenfassung" autosize minRows={2} {...text('summary')} />
    </>
  )
}
