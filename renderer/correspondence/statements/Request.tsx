import { Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { effectiveDue, type Statement, type StatementStep } from '../../../shared/correspondence/statements/model.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { SaveState } from '../../ui/SaveState.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { Papers } from '../papers/Papers.tsx'
import parts from '../parts.module.css'
import { Extension } from './Extension.tsx'
import { farText } from '../../ui/DueBadge.tsx'
import { StatementFields } from './StatementFields.tsx'
import { useStatementForm } from './useStatementForm.ts'
import classes from './Statement.module.css'

/** „Anfrage": the ladder of dates, what came in, and what is said of it. */
export function Request({ statement }: { statement: Statement }): ReactNode {
  const form = useStatementForm(statement)
  const failure = form.status.state === 'failed' ? form.status.failure : null
  const { data: place } = useQuery(api.correspondence.register.files.whereIs.queryOptions({ input: { record: { type: 'statement', id: statement.id } } }))
  return (
    <div className={parts.page}>
      {place && <Text size="sm">Aktenzeichen <button type="button" className={parts.link} onClick={() => openRecord({ type: 'matter', id: place.matterId })}>{place.reference}</button>, Dokument {place.number}</Text>}
      {effectiveDue(statement) !== null && <Extension statement={statement} />}
      {statement.steps.length > 0 && <Ladder statement={statement} />}
      <section className={parts.section} aria-label="Unterlagen der Anfrage">
        <Title order={3} size="h4">Unterlagen</Title>
        <Papers owner={{ type: 'statement', id: statement.id }} readOnly={statement.trashed} />
      </section>
      <section className={parts.section} aria-label="Angaben zur Anfrage">
        <Title order={3} size="h4">Angaben</Title>
        <SaveState status={form.status} />
        <Stack gap="sm"><StatementFields fields={form.fields} errors={failure?.data.fields ?? {}} readOnly={statement.trashed} onChange={form.set} /></Stack>
      </section>
    </div>
  )
}

function Ladder({ statement }: { statement: Statement }): ReactNode {
  const today = isoDay(new Date())
  const set = async (step: StatementStep, change: { done?: boolean; dueOn?: string }): Promise<void> => {
    try {
      await office.correspondence.statements.setStep({ id: statement.id, version: statement.version, step: step.id, done: change.done ?? step.doneOn !== null, dueOn: change.dueOn ?? step.dueOn })
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <section className={parts.section} aria-label="Zwischentermine">
      <Title order={3} size="h4">Zwischentermine</Title>
      <ol className={classes.ladder}>
        {statement.steps.map((step) => (
          <li key={step.id} className={classes.step}>
            <Checkbox aria-label={`${step.label} erledigt`} checked={step.doneOn !== null} disabled={statement.trashed} onChange={(event) => void set(step, { done: event.currentTarget.checked })} />
            <Text size="sm">{step.label}</Text>
            <Text size="xs" c="dimmed">{step.doneOn === null ? farText(step.dueOn, today) : `erledigt am ${germanDate(step.doneOn)}${step.doneBy ? `, ${step.doneBy}` : ''}`}</Text>
            <DateInput w={118} size="xs" aria-label={`Termin: ${step.label}`} valueFormat="DD.MM.YYYY" value={step.dueOn} readOnly={step.doneOn !== null || statement.trashed} onChange={(value) => value && void set(step, { dueOn: value })} />
          </li>
        ))}
      </ol>
      {statement.letterId !== null && <Button w="fit-content" size="compact-sm" variant="default" onClick={() => openRecord({ type: 'letter', id: statement.letterId ?? '' })}>Schreiben mit Anschrift und Seiten öffnen</Button>}
    </section>
  )
}
