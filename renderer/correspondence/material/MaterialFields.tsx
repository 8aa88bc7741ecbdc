import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MaterialInput } from '../../../shared/correspondence/material/model.ts'
import { pressOptions } from '../../../shared/correspondence/press/catalogue.ts'
import { isoDay } from '../../../shared/dates.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { topicOptions } from '../topics.ts'

/** What is said of a material whatever its language. */
export function MaterialFields({ fields, errors, readOnly = false, short = false, onChange }: {
  fields: MaterialInput; errors: Readonly<Record<string, string>>; readOnly?: boolean; short?: boolean; onChange(patch: Partial<MaterialInput>): void
}): ReactNode {
  return (
    <>
      <TextInput label="Titel" value={fields.title} error={errors['fields.title']} readOnly={readOnly} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <Select label="Art" clearable={!readOnly} data={pressOptions('materialKinds', isoDay(new Date()))} value={fields.kind || null} readOnly={readOnly} onChange={(value) => onChange({ kind: value ?? '' })} />
        <Select label="Thema" clearable={!readOnly} data={topicOptions} value={fields.topic || null} readOnly={readOnly} onChange={(value) => onChange({ topic: value ?? '' })} />
        <ContactField label="Herausgegeben von" value={{ id: fields.publisherId, name: fields.publisherName }} readOnly={readOnly} onChange={({ id, name }) => onChange({ publisherId: id, publisherName: name })} />
        <TextInput label="Bezugsquelle" value={fields.source} readOnly={readOnly} onChange={(event) => onChange({ source: event.currentTarget.value })} />
      </SimpleGrid>
      {!short && <Textarea label="Notiz" autosize minRows={1} value={fields.note} readOnly={readOnly} onChange={(event) => onChange({ note: event.currentTarget.value })} />}
    </>
  )
}
