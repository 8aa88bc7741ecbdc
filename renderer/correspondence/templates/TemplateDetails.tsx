import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState, type ReactNode } from 'react'
import { documentKindLabels, documentKinds, type DocumentKind } from '../../../shared/correspondence/templates/kinds.ts'
import type { Template, TemplateFields } from '../../../shared/correspondence/templates/model.ts'
import { office } from '../../app/office.ts'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'
import { showUndoNotice } from '../../ui/notices.tsx'

/** Name, kind, note and validity of a template. */
export function TemplateDetails({ template }: { template: Template }): ReactNode {
  const [fields, setFields] = useState<TemplateFields>({ name: template.name, kind: template.kind, note: template.note, validFrom: template.validFrom, validUntil: template.validUntil, followUpDays: template.followUpDays })
  const [error, setError] = useState<unknown>(null)
  const set = (patch: Partial<TemplateFields>): void => setFields((before) => ({ ...before, ...patch }))
  const errors = fieldErrorsOf(error)
  const save = async (): Promise<void> => {
    try {
      const { change } = await office.correspondence.templates.update({ id: template.id, version: template.version, fields })
      setError(null)
      showUndoNotice('Angaben gespeichert.', 'office', change)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Stack gap="sm" maw={560}>
        <TextInput label="Name" required value={fields.name} error={errors['fields.name']} onChange={(event) => set({ name: event.currentTarget.value })} />
        <Select
          label="Für" description="Bestimmt, welche Felder es gibt" data={documentKinds.map((value) => ({ value, label: documentKindLabels[value] }))} value={fields.kind}
          onChange={(value) => value && set({ kind: value as DocumentKind })}
        />
        <Group grow align="flex-start">
          <DateInput label="Gültig ab" valueFormat="DD.MM.YYYY" clearable value={fields.validFrom} onChange={(validFrom) => set({ validFrom })} />
          <DateInput label="Gültig bis" valueFormat="DD.MM.YYYY" clearable value={fields.validUntil} error={errors['fields.validUntil']} onChange={(validUntil) => set({ validUntil })} />
        </Group>
        <NumberInput
          label="Wiedervorlage nach Tagen" description="Beim Versand wird dieser Tag vorgeschlagen, auf einen Arbeitstag gelegt; leer: keine" min={1} max={730} allowDecimal={false}
          value={fields.followUpDays ?? ''} error={errors['fields.followUpDays']} onChange={(days) => set({ followUpDays: typeof days === 'number' ? days : null })}
        />
        <Textarea label="Notiz" autosize minRows={2} value={fields.note} onChange={(event) => set({ note: event.currentTarget.value })} />
        {error !== null && Object.keys(errors).length === 0 && <FailureAlert error={error} />}
        <Group><Button type="submit">Speichern</Button></Group>
      </Stack>
    </form>
  )
}
