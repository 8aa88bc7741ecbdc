import { ActionIcon, Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { incidentLabel } from '../../../shared/counselling/incidents/catalogues.ts'
import type { IncidentStep } from '../../../shared/counselling/incidents/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { Section } from '../person/Section.tsx'
import { useToday } from '../useToday.ts'
import { CodeOne, EuroField, IncidentDay } from './CodeField.tsx'
import classes from './Incidents.module.css'
import type { IncidentForm } from './useIncidentForm.ts'

/** What the office has done and does next, and what came of it. */
export function StepsTab({ form: { fields, errors, set } }: { form: IncidentForm }) {
  const today = useToday()
  const change = (id: string, patch: Partial<IncidentStep>): void => set({ steps: fields.steps.map((step) => (step.id === id ? { ...step, ...patch } : step)) })
  const add = (): void => set({ steps: [{ id: crypto.randomUUID(), code: 'counselling', on: today, note: '', next: '', nextOn: null, nextDone: false }, ...fields.steps] })
  return (
    <Stack gap="md">
      <div><Button size="compact-sm" variant="light" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>Schritt eintragen</Button></div>
      {fields.steps.length === 0 && <Text size="sm" c="dimmed">Noch kein Schritt eingetragen.</Text>}
      {fields.steps.map((step) => {
        const name = `${incidentLabel('interventions', step.code)} am ${germanDate(step.on)}`
        return (
          <div key={step.id} className={classes.part} role="group" aria-label={name}>
            <div className={classes.fields}>
              <CodeOne label="Schritt" list="interventions" clearable={false} value={step.code} onChange={(code) => code && change(step.id, { code })} />
              <IncidentDay label="Am" value={step.on} onChange={(on) => on && change(step.id, { on })} />
              <Textarea className={classes.wide} label="Was" autosize minRows={1} maxRows={6} value={step.note} onChange={(event) => change(step.id, { note: event.currentTarget.value })} />
              <TextInput label="Nächster Schritt" maxLength={300} value={step.next} onChange={(event) => change(step.id, { next: event.currentTarget.value })} />
              <IncidentDay label="Bis" value={step.nextOn} onChange={(nextOn) => change(step.id, { nextOn })} />
            </div>
            <Group justify="space-between" mt={6}>
              <Checkbox size="xs" label="nächster Schritt erledigt" disabled={step.next === '' && step.nextOn === null} checked={step.nextDone} onChange={(event) => change(step.id, { nextDone: event.currentTarget.checked })} />
              <Tooltip label="Schritt entfernen">
                <ActionIcon variant="subtle" aria-label={`${name} entfernen`} onClick={() => set({ steps: fields.steps.filter(({ id }) => id !== step.id) })}><IconTrash size={16} aria-hidden /></ActionIcon>
              </Tooltip>
            </Group>
          </div>
        )
      })}
      <Section title="Ergebnis">
        <div className={classes.fields}>
          <CodeOne label="Ergebnis" list="results" value={fields.result} onChange={(result) => set({ result })} />
          <IncidentDay label="Am" value={fields.resultOn} onChange={(resultOn) => set({ resultOn })} />
          <EuroField label="Betrag" cents={fields.resultAmountCents} error={errors.resultAmountCents} onChange={(resultAmountCents) => set({ resultAmountCents })} />
          <Textarea className={classes.wide} label="Bemerkung" autosize minRows={1} maxRows={6} value={fields.resultNote} error={errors.resultNote} onChange={(event) => set({ resultNote: event.currentTarget.value })} />
        </div>
      </Section>
    </Stack>
  )
}
