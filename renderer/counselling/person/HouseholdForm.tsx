import { Button, Checkbox, Group, NumberInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { HouseholdPerson } from '../../../shared/counselling/household/model.ts'
import { office } from '../../app/office.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { useToday } from '../useToday.ts'
import classes from './Person.module.css'
import { useSaveForm } from './useSaveForm.ts'

/** Adds or changes one person of the household. */
export function HouseholdForm({ caseId, initial, onDone }: { caseId: string; initial: HouseholdPerson; onDone(): void }) {
  const today = useToday()
  const [person, setPerson] = useState(initial)
  const { errors, busy, save } = useSaveForm('person', onDone)
  const set = (patch: Partial<HouseholdPerson>): void => setPerson((before) => ({ ...before, ...patch }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(() => office.counselling.household.savePerson({ caseId, person }), 'Haushalt gespeichert.')
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <CodeSelect catalogue="relations" label="Beziehung" day={today} value={person.relation} error={errors.relation} onChange={(relation) => relation && set({ relation })} />
        <TextInput label="Name oder Alias" value={person.name} error={errors.name} maxLength={120} autoComplete="off" data-autofocus onChange={(event) => set({ name: event.currentTarget.value })} />
        <NumberInput
          label="Geburtsjahr" placeholder="nicht erfragt" allowDecimal={false} allowNegative={false} hideControls value={person.birthYear ?? ''} error={errors.birthYear}
          onChange={(year) => set({ birthYear: typeof year === 'number' ? year : null })}
        />
        <CodeSelect catalogue="languages" label="Sprache" placeholder="nicht erfragt" clearable day={today} value={person.language} error={errors.language} onChange={(language) => set({ language })} />
        <CodeSelect
          catalogue="residenceStatus" label="Aufenthaltsstatus" placeholder="nicht erfragt" clearable day={today} value={person.status === '' ? null : person.status}
          error={errors.status} onChange={(status) => set({ status: status ?? '' })}
        />
        <TextInput label="Eigener Fall" placeholder="z. B. B-2026-014" value={person.caseNumber} error={errors.caseNumber} maxLength={20} onChange={(event) => set({ caseNumber: event.currentTarget.value })} />
        <Checkbox label="lebt im Haushalt" mt={30} checked={person.livesHere} onChange={(event) => set({ livesHere: event.currentTarget.checked })} />
      </div>
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={busy}>Speichern</Button>
        <Button variant="default" onClick={onDone}>Abbrechen</Button>
      </Group>
    </form>
  )
}
