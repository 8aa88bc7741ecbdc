import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { followUpFor, mailKindsOn, type EntryInput } from '../../../shared/correspondence/register/model.ts'
import { mailWayLabels, mailWays } from '../../../shared/correspondence/statements/workflow.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { useSession } from '../../app/session.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { choices } from '../statements/StatementFields.tsx'

/** What is said of a piece of mail. The kind proposes when to look again. */
export function EntryFields({ fields, errors, readOnly = false, onChange }: { fields: EntryInput; errors: Readonly<Record<string, string>>; readOnly?: boolean; onChange(patch: Partial<EntryInput>): void }): ReactNode {
  const { land } = useSession()
  const error = (name: keyof EntryInput): string | undefined => errors[name] ?? errors[`fields.${name}`]
  return (
    <>
      <ContactField label={fields.direction === 'in' ? 'Von' : 'An'} value={{ id: fields.contactId, name: fields.correspondent }} error={error('correspondent')} readOnly={readOnly} onChange={({ id, name }) => onChange({ contactId: id, correspondent: name })} />
      <Textarea label="Betreff" autosize minRows={1} value={fields.subject} error={error('subject')} readOnly={readOnly} onChange={(event) => onChange({ subject: event.currentTarget.value })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <DateInput label={fields.direction === 'in' ? 'Eingegangen am' : 'Versandt am'} valueFormat="DD.MM.YYYY" value={fields.on} readOnly={readOnly} onChange={(on) => on && onChange({ on })} />
        <Select label="Weg" data={choices(mailWays, mailWayLabels)} value={fields.way} readOnly={readOnly} onChange={(way) => way && onChange({ way: way as EntryInput['way'] })} />
        <Select label="Art" data={mailKindsOn(fields.on).map(({ code, label }) => ({ value: code, label }))} value={fields.kind || null} readOnly={readOnly} onChange={(kind) => kind && onChange({ kind, followUpOn: followUpFor(kind, fields.on, land as Land) })} />
        <DateInput label="Wiedervorlage" description="Vorschlag nach der Art, auf einen Arbeitstag gelegt" clearable={!readOnly} valueFormat="DD.MM.YYYY" value={fields.followUpOn} readOnly={readOnly} onChange={(followUpOn) => onChange({ followUpOn })} />
        <TextInput label="Zeichen" value={fields.reference} readOnly={readOnly} onChange={(event) => onChange({ reference: event.currentTarget.value })} />
        <PersonField label="Bearbeitung" id={fields.assigneeId} name={fields.assigneeName} readOnly={readOnly} onChange={({ id, name }) => onChange({ assigneeId: id, assigneeName: name })} />
      </SimpleGrid>
      <Textarea label="Notiz" autosize minRows={2} value={fields.note} readOnly={readOnly} onChange={(event) => onChange({ note: event.currentTarget.value })} />
    </>
  )
}
