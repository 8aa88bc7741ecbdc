import { Button, TextInput, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Case } from '../../../shared/counselling/contract.ts'
import type { CaseSubject } from '../../../shared/counselling/household/model.ts'
import { office } from '../../app/office.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { useToday } from '../useToday.ts'
import classes from './Person.module.css'
import { Section } from './Section.tsx'
import { useSaveForm } from './useSaveForm.ts'

/** What a case about an association or an institution is about. */
export function SubjectSection({ current, subject }: { current: Case; subject: CaseSubject }) {
  const today = useToday()
  const [fields, setFields] = useState(subject)
  const { errors, busy, save } = useSaveForm('subject', () => {})
  const founding = current.kind === 'organisation'
  const set = (patch: Partial<CaseSubject>): void => setFields((before) => ({ ...before, ...patch }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(() => office.counselling.household.saveSubject({ caseId: current.id, subject: fields }), 'Gespeichert.')
  }
  return (
    <Section title={founding ? 'Verein oder Organisation' : 'Fachberatung'}>
      <form onSubmit={submit} noValidate>
        <div className={classes.fields}>
          <TextInput label={founding ? 'Name des Vereins' : 'Dienststelle oder Einrichtung'} value={fields.name} error={errors.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextInput
            label={founding ? 'Rechtsform' : 'Art der Stelle'} placeholder={founding ? 'e. V., gUG, Initiative' : 'Verwaltung, Schule, Träger'} value={fields.form} error={errors.form}
            onChange={(event) => set({ form: event.currentTarget.value })}
          />
          {founding && (
            <CodeSelect catalogue="foundingStages" label="Stand der Gründung" placeholder="wählen" clearable day={today} value={fields.stage === '' ? null : fields.stage} error={errors.stage} onChange={(stage) => set({ stage: stage ?? '' })} />
          )}
          <TextInput label={founding ? 'Ansprechperson' : 'Anfragende Person, Funktion'} value={fields.spokesperson} error={errors.spokesperson} onChange={(event) => set({ spokesperson: event.currentTarget.value })} />
        </div>
        <Textarea label={founding ? 'Anliegen' : 'Fachliche Frage'} mt="xs" autosize minRows={2} value={fields.question} error={errors.question} onChange={(event) => set({ question: event.currentTarget.value })} />
        <Button type="submit" mt="sm" loading={busy}>Speichern</Button>
      </form>
    </Section>
  )
}
