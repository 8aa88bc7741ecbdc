import { Alert, Button, Fieldset, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { occasionOf, occasionsOn, statementFields, statementKindLabels, statementKinds } from '../../../shared/correspondence/statements/catalogue.ts'
import type { StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { periodFaults, planningDue, planStages, procedureOf, proceduresOn } from '../../../shared/correspondence/statements/planning.ts'
import { involvementLabels, involvements, mailWayLabels, mailWays, voteLabels, votes } from '../../../shared/correspondence/statements/workflow.ts'
import { useSession } from '../../app/session.ts'
import type { Land } from '../../../shared/vault/laender.ts'
import { ContactField } from '../../ui/ContactField.tsx'
import { PersonField } from '../../ui/PersonField.tsx'

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
  const { land } = useSession()
  const error = (name: keyof StatementInput): string | undefined => errors[name] ?? errors[`fields.${name}`]
  const text = (name: 'reason' | 'basis' | 'theirReference' | 'note' | 'subject' | 'involvementNote') => ({
    value: fields[name], error: error(name), readOnly, onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const day = (name: 'receivedOn' | 'dueOn' | 'displayFrom' | 'displayTo') => ({ value: fields[name], error: error(name), readOnly, valueFormat: 'DD.MM.YYYY' })
  const chooseOccasion = (code: string | null): void => {
    const occasion = occasionOf(code ?? '')
    if (!occasion) return onChange({ occasion: '' })
    onChange({ occasion: occasion.code, kind: occasion.kind, basis: occasion.basis, ...procedureAnd(occasion.procedure) })
  }
  /** A procedure brings its period along, where no deadline is set yet. */
  const procedureAnd = (code: string): Partial<StatementInput> => {
    const due = fields.dueOn ?? planningDue(code, fields.receivedOn, land as Land)
    return { procedure: code, ...(due !== fields.dueOn && { dueOn: due }) }
  }
  const chooseProcedure = (code: string | null): void => onChange({ ...procedureAnd(code ?? ''), ...(code !== null && { basis: procedureOf(code)?.basis ?? fields.basis }) })
  const faults = fields.kind === 'participation' ? periodFaults(fields) : []
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
      {fields.kind === 'participation' && (
        <Fieldset legend="Planung" p="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <Select label="Verfahren" clearable={!readOnly} data={proceduresOn(fields.receivedOn).map(({ code, label, basis }) => ({ value: code, label: `${label}, ${basis}` }))} value={fields.procedure || null} readOnly={readOnly} onChange={chooseProcedure} />
            <Select label="Planstand" clearable={!readOnly} data={planStages.map(({ code, label }) => ({ value: code, label }))} value={fields.planStage || null} readOnly={readOnly} onChange={(value) => onChange({ planStage: value ?? '' })} />
            <DateInput label="Auslegung von" clearable={!readOnly} {...day('displayFrom')} onChange={(value) => onChange({ displayFrom: value })} />
            <DateInput label="Auslegung bis" clearable={!readOnly} {...day('displayTo')} onChange={(value) => onChange({ displayTo: value })} />
          </SimpleGrid>
          {faults.length > 0 && (
            <Alert mt="sm" color="amber" icon={<IconAlertTriangle aria-hidden />} title="Die Frist ist zu kurz oder unstimmig" role="status">
              {faults.map((fault) => <Text size="sm" key={fault}>{fault}</Text>)}
              {!readOnly && fields.involvement === 'in-time' && <Button mt={6} size="compact-sm" variant="default" onClick={() => onChange({ involvement: 'late', involvementNote: faults.join(' ') })}>Als verspätet beteiligt vermerken</Button>}
            </Alert>
          )}
        </Fieldset>
      )}
      {!short && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select label="Art" data={choices(statementKinds, statementKindLabels)} value={fields.kind} readOnly={readOnly} onChange={(value) => value && onChange({ kind: value as StatementInput['kind'] })} />
          <Select label="Gesamtvotum" data={choices(votes, voteLabels)} value={fields.vote} readOnly={readOnly} onChange={(value) => onChange({ vote: (value ?? '') as StatementInput['vote'] })} />
          <TextInput label="Bezug" placeholder="Ihr Schreiben vom …" {...text('reason')} />
          <TextInput label="Ihr Zeichen" {...text('theirReference')} />
          <TextInput label="Grundlage der Beteiligung" {...text('basis')} />
          <Select label="Beteiligung" data={choices(involvements, involvementLabels)} value={fields.involvement} readOnly={readOnly} onChange={(value) => value && onChange({ involvement: value as StatementInput['involvement'] })} />
        </SimpleGrid>
      )}
      {fields.involvement !== 'in-time' && <Textarea label="Was bei der Beteiligung versäumt wurde" autosize minRows={2} {...text('involvementNote')} />}
      {!short && <Textarea label="Notiz" autosize minRows={2} {...text('note')} />}
    </>
  )
}
