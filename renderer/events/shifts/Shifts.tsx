import { Alert, Button, Center, Group, Loader, Menu, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import type { ShiftSheet } from '../../../shared/events/shifts/contract.ts'
import { fillText, inShiftOrder, overlaps, shiftTime, staffing, type Shift } from '../../../shared/events/shifts/model.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { dayName } from '../DayOffset.tsx'
import { savePlan } from '../savePlan.ts'
import { usePart, type PartForm, type StoredPart } from '../usePart.ts'
import { ShiftDialog } from './ShiftDialog.tsx'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

type Content = { shifts: Shift[] }

/** „Schichten": who helps where and when, what is still free, who is wanted twice. */
export function Shifts({ event }: { event: OfficeEvent }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.shifts.get.queryOptions({ input: { id: event.id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center p="xl"><Loader aria-label="Schichten werden geladen" /></Center>
  return <Shown event={event} part={data} />
}

function Shown({ event, part }: { event: OfficeEvent; part: StoredPart<Content> }): ReactNode {
  const form = usePart(event.id, part, office.events.shifts)
  const { content: { shifts }, readOnly } = form
  const [editing, setEditing] = useState<Shift | null>(null)
  const known = (shift: Shift): boolean => shifts.some(({ id }) => id === shift.id)
  const ordered = inShiftOrder(shifts)
  /** A new shift goes on where the last one of the day ends. */
  const blank = (before: Shift | undefined = ordered.at(-1)): Shift => ({
    id: uuidv7(), task: '', place: before?.place ?? '', day: before?.day ?? 0, startsAt: before?.endsAt ?? event.startsAt, endsAt: null, needed: before?.needed ?? 2, note: '', people: [],
  })
  const store = async (shift: Shift, further: boolean): Promise<void> => {
    const next = known(shift) ? shifts.map((each) => (each.id === shift.id ? shift : each)) : [...shifts, shift]
    if (await form.step({ shifts: next }, known(shift) ? 'Schicht geändert.' : 'Schicht hinzugefügt.')) setEditing(further ? blank(shift) : null)
  }
  const remove = async ({ id }: Shift): Promise<void> => {
    if (await form.step({ shifts: shifts.filter((shift) => shift.id !== id) }, 'Schicht entfernt.')) setEditing(null)
  }
  const double = overlaps(shifts)
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Text size="sm" component="output">{staffText(shifts)}</Text>
        <Group gap="xs"><SaveState status={form.status} /><PrintMenu event={event} form={form} />{!readOnly && <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEditing(blank())}>Schicht</Button>}</Group>
      </div>
      {double.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={double.length === 1 ? 'Jemand ist doppelt eingeteilt' : `${double.length}-mal doppelt eingeteilt`}>
          {double.map(({ name, first, second }) => <div key={`${name}:${first.id}:${second.id}`}><Personal>{name}</Personal>: {first.task || 'Schicht'} {shiftTime(first)}{first.id === second.id ? ' zweimal' : ` und ${second.task || 'Schicht'} ${shiftTime(second)}`}</div>)}
        </Alert>
      )}
      {shifts.length === 0 && <Text size="sm" c="dimmed">Noch keine Schicht. Aufbau, Einlass, Getränke, Infostand, Abbau: mit Zeit, Ort und wie viele gebraucht werden.</Text>}
      {[...groupBy(ordered, ({ day }) => day)].map(([day, of]) => (
        <section key={day} aria-label={dayName(day, event)}>
          <Title order={3} size="h5">{dayName(day, event)}</Title>
          <ul className={classes.lines}>{of.map((shift) => <ShiftLine key={shift.id} shift={shift} readOnly={readOnly} onEdit={() => setEditing(shift)} />)}</ul>
        </section>
      ))}
      {editing && <ShiftDialog key={editing.id} shift={editing} shifts={shifts} event={event} isNew={!known(editing)} onClose={() => setEditing(null)} onStore={store} onRemove={() => remove(editing)} />}
    </div>
  )
}

function staffText(shifts: readonly Shift[]): string {
  if (shifts.length === 0) return 'Noch niemand eingeteilt.'
  const { needed, missing, people } = staffing(shifts)
  const who = `${people} ${people === 1 ? 'Person hilft' : 'Personen helfen'}`
  if (needed === 0) return `${who}.`
  return missing === 0 ? `${who}, alle ${needed} Plätze sind besetzt.` : `${who}, ${missing} von ${needed} Plätzen ${missing === 1 ? 'ist' : 'sind'} frei.`
}

function ShiftLine({ shift, readOnly, onEdit }: { shift: Shift; readOnly: boolean; onEdit(): void }): ReactNode {
  const { task, place, needed, people, note } = shift
  const short = people.length < needed
  return (
    <li className={events.row}>
      <Text size="sm" fw={600} w={96}>{shiftTime(shift) || 'ohne Zeit'}</Text>
      <div className={events.grow}>
        <button type="button" className={events.link} disabled={readOnly} onClick={onEdit}>{task || 'Schicht'}</button>
        <div className={events.facts}>
          {place !== '' && <span>{place}</span>}
          <span className={short ? classes.over : undefined}>{short ? <IconAlertTriangle size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />} {fillText(shift)}</span>
        </div>
        {note !== '' && <Text size="xs" c="dimmed">{note}</Text>}
        <ul className={classes.people} aria-label={`Eingeteilt: ${task || 'Schicht'}`}>
          {people.map(({ id, contactId, name }) => (
            <li key={id} className={classes.person}><Personal>{contactId === null ? name : <button type="button" className={events.link} onClick={() => openRecord({ type: 'contact', id: contactId })}>{name}</button>}</Personal></li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function PrintMenu({ event, form }: { event: OfficeEvent; form: PartForm<Content> }): ReactNode {
  const save = (what: ShiftSheet, format: 'pdf' | 'xlsx'): void => void savePlan(form, 'Schichtplan', format, (grant) => office.events.shifts.savePlan({ id: event.id, what, format, grant }))
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />}>Drucken</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Nach Schichten</Menu.Label>
        <ExportItem format="pdf" onClick={() => save('by-shift', 'pdf')}>PDF …</ExportItem>
        <ExportItem format="xlsx" onClick={() => save('by-shift', 'xlsx')}>Excel …</ExportItem>
        <Menu.Label>Nach Personen</Menu.Label>
        <ExportItem format="pdf" onClick={() => save('by-person', 'pdf')}>PDF nach Personen …</ExportItem>
        <ExportItem format="xlsx" onClick={() => save('by-person', 'xlsx')}>Excel nach Personen …</ExportItem>
      </Menu.Dropdown>
    </Menu>
  )
}
