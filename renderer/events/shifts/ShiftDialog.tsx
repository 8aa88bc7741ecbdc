import { Alert, Button, CloseButton, Group, Modal, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { fillText, helperKey, overlaps, shiftTime, type Helper, type Shift } from '../../../shared/events/shifts/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { DayOffset } from '../DayOffset.tsx'
import { HelperField } from './HelperField.tsx'
import classes from '../Plan.module.css'

interface ShiftDialogProps {
  shift: Shift
  /** All shifts of the event: whoever is wanted elsewhere at the same time is named. */
  shifts: readonly Shift[]
  event: OfficeEvent
  isNew: boolean
  onClose(): void
  onStore(shift: Shift, further: boolean): Promise<void>
  onRemove(): Promise<void>
}

/** One shift with who helps in it. */
export function ShiftDialog({ shift, shifts, event, isNew, onClose, onStore, onRemove }: ShiftDialogProps): ReactNode {
  const [value, setValue] = useState(shift)
  const further = useRef(false)
  const set = (patch: Partial<Shift>): void => setValue({ ...value, ...patch })
  const add = (person: Omit<Helper, 'id'>): void => {
    if (!value.people.some((each) => helperKey(each) === helperKey(person))) set({ people: [...value.people, { ...person, id: uuidv7() }] })
  }
  const double = overlaps([...shifts.filter(({ id }) => id !== value.id), value]).filter(({ first, second }) => first.id === value.id || second.id === value.id)
  return (
    <Modal opened onClose={onClose} title={isNew ? 'Neue Schicht' : 'Schicht bearbeiten'} size="lg">
      <form onSubmit={(submit) => { submit.preventDefault(); void onStore(value, further.current) }}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput label="Aufgabe" data-autofocus maxLength={300} value={value.task} onChange={(change) => set({ task: change.currentTarget.value })} />
            <TextInput label="Ort" maxLength={300} value={value.place} onChange={(change) => set({ place: change.currentTarget.value })} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" verticalSpacing="sm">
            <DayOffset label="Tag" value={value.day} event={event} onChange={(day) => set({ day })} />
            <TimeField label="Von" value={value.startsAt} error={undefined} onChange={(startsAt) => set({ startsAt })} />
            <TimeField label="Bis" value={value.endsAt} error={undefined} onChange={(endsAt) => set({ endsAt })} />
            <NumberInput label="Gebraucht" min={0} max={500} allowDecimal={false} allowNegative={false} value={value.needed} onChange={(needed) => set({ needed: typeof needed === 'number' ? needed : 0 })} />
          </SimpleGrid>
          <HelperField onAdd={add} />
          <ul className={classes.people} aria-label="Eingeteilt">
            {value.people.map((person) => (
              <li key={person.id} className={classes.person}>
                <Personal>{person.name}</Personal>
                <CloseButton size="xs" aria-label={`${person.name} aus der Schicht nehmen`} onClick={() => set({ people: value.people.filter(({ id }) => id !== person.id) })} />
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed" component="output">{fillText(value)}</Text>
          {double.length > 0 && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
              {double.map(({ name, first, second }) => {
                const other = first.id === value.id ? second : first
                return <div key={`${name}:${other.id}`}><Personal>{name}</Personal> ist zur selben Zeit eingeteilt: {other.task || 'Schicht'} {shiftTime(other)}</div>
              })}
            </Alert>
          )}
          <Textarea label="Hinweis für die Helfenden" autosize minRows={2} maxLength={2_000} value={value.note} onChange={(change) => set({ note: change.currentTarget.value })} />
          <Group justify="flex-end" gap="xs">
            {!isNew && <Button variant="subtle" color="red" onClick={() => void onRemove()}>Entfernen</Button>}
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            {isNew && <Button type="submit" variant="default" onClick={() => { further.current = true }}>Speichern und nächste</Button>}
            <Button type="submit" onClick={() => { further.current = false }}>Speichern</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
