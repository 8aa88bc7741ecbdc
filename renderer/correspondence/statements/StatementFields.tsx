import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { occasionOf, occasionsOn, statementFields, statementKindLabels, statementKinds } from '../../../shared/correspondence/statements/catalogue.ts'
import type { StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { extensionLabels, extensions, involvementLabels, involvements, mailWayLabels, mailWays, voteLabels, votes } from '../../../shared/correspondence/statements/workflow.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { ContactField } from '../ContactField.tsx'
import { PersonField } from '../PersonField.tsx'

/** Choices of a closed set with their words. */
export const choices = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) => values.map((value) => ({ value, label: labels[value] }))

export interface StatementFieldsProps {
  fields: StatementInput
  errors: Readonly<Record<string, string>>
  readOnly?: boolean
  /** The first look at a request asks for less. */
  short?: boolean
  onChange(patch: Partial<StatementInput>): void
}

/** What is said of a request. */
export function StatementFields({ fields, errors, readOnly = false, short = false, onChange }: StatementFieldsProps): ReactNode {
  const error = (name: keyof StatementInput): string | undefined => errors[name] ?? errors[`fields.${name}`]
  const text = (name: 'reason' | 'basis' | 'theirReference' | 'note' | 'subject') => ({
    value: fields[name], error: error(name), readOnly, onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const day = (name: 'receivedOn' | 'dueOn' | 'extendedTo') => ({ value: fields[name], error: error(name), readOnly, valueFormat: 'DD.MM.YYYY' })
  const chooseOccasion = (code: string | null): void => {
    const occasion = occasionOf(code ?? '')
    if (!occasion) return onChange({ occasion: '' })
    const due = fields.dueOn === null && occasion.periodDays !== null ? { dueOn: addDays(fields.receivedOn, occasion.periodDays) } : {}
    onChange({ occasion: occasion.code, kind: occasion.kind, basis: occasion.basis, ...due })
  }
  return (
    <>
      <Textarea label="Gegenstand" autosize minRows={1} {...text('subject')} />
      <ContactField label="Anfragende Stelle" value={{ id: fields.requesterId, name: fields.requesterName }} error={error('requesterName')} readOnly={readOnly} onChange={({ id, name }) => onChange({ requesterId: id, requesterName: name })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <DateInput label="Frist" clearable={!readOnly} placeholder="ohne Frist" {...day('dueOn')} onChange={(value) => onChange({ dueOn: value })} />
        <PersonField label="Bearbeitung" id={fields.assigneeId} name={fields.assigneeName} readOnly={readOnly} onChange={({ id, name }) => onChange({ assigneeId: id, assigneeName: name })} />
        <DateInput label="Eingegangen am" {...day('receivedOn')} onChange={(value) => value && onChange({ receivedOn: value })} />
        <Select label="Weg" data={choices(mailWays, mailWayLabels)} value={fields.way} readOnly={readOnly} onChange={(value) => value && onChange({ way: value as StatementInput['way'] })} />
        <Select label="Anlass" clearable={!readOnly} data={occasionsOn(fields.receivedOn).map(({ code, label }) => ({ value: code, label }))} value={fields.occasion || null} readOnly={readOnly} onChange={chooseOccasion} />
        <Select label="Themenfeld" clearable={!readOnly} data={statementFields.map(({ code, label }) => ({ value: code, label }))} value={fields.field || null} readOnly={readOnly} onChange={(value) => onChange({ field: value ?? '' })} />
      </SimpleGrid>
      {!short && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select label="Art" data={choices(statementKinds, statementKindLabels)} value={fields.kind} readOnly={readOnly} onChange={(value) => value && onChange({ kind: value as StatementInput['kind'] })} />
          <Select label="Gesamtvotum" data={choices(votes, voteLabels)} value={fields.vote} readOnly={readOnly} onChange={(value) => onChange({ vote: (value ?? '') as StatementInput['vote'] })} />
          <TextInput label="Bezug" placeholder="Ihr Schreiben vom …" {...text('reason')} />
          <TextInput label="Ihr Zeichen" {...text('theirReference')} />
          <TextInput label="Grundlage der Beteiligung" {...text('basis')} />
          <Select label="Beteiligung" data={choices(involvements, involvementLabels)} value={fields.involvement} readOnly={readOnly} onChange={(value) => value && onChange({ involvement: value as StatementInput['involvement'] })} />
          <Select label="Fristverlängerung" data={choices(extensions, extensionLabels)} value={fields.extension} readOnly={readOnly} onChange={(value) => onChange({ extension: (value ?? '') as StatementInput['extension'] })} />
          {fields.extension !== '' && <DateInput label="Verlängert bis" clearable={!readOnly} {...day('extendedTo')} onChange={(value) => onChange({ extendedTo: value })} />}
        </SimpleGrid>
      )}
      {!short && <Textarea label="Notiz" autosize minRows={2} {...text('note')} />}
    </>
  )
}
