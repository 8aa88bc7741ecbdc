import { Checkbox, Fieldset, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { eventKinds, eventStateLabels, eventStates, type EventState } from '../../shared/events/catalogue.ts'
import { eventFaults, type EventInput, type OfficeEvent } from '../../shared/events/model.ts'
import { api, office } from '../app/office.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import type { RecordForm } from '../app/useRecordForm.ts'
import { showFailure } from '../ui/notices.tsx'
import { PersonField } from '../ui/PersonField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { AccessCard } from './AccessCard.tsx'
import { ClashList } from './clashes/ClashList.tsx'
import { useClashes } from './clashes/useClashes.ts'
import { movedDays } from '../../shared/events/moved-days.ts'
import type { PlannedMoves } from '../records/MovedTasks.tsx'
import { MoveEvent } from './MoveEvent.tsx'
import { VenueField } from './VenueField.tsx'
import { ComingDayField } from '../ui/ComingDayField.tsx'
import classes from './Events.module.css'

/** „Angaben": everything that is said of an event. A new day is shown with what it moves before it is stored. */
export function EventDetails({ event, form }: { event: OfficeEvent; form: RecordForm<EventInput> }): ReactNode {
  const { fields, set } = form
  const land = useOfficeLand()
  /** A day that is being typed passes through others: it counts once the field is left or Enter pressed. */
  const [typed, setTyped] = useState<string | null>()
  const [moving, setMoving] = useState<PlannedMoves | null>(null)
  const { data: series = [] } = useQuery(api.events.series.list.queryOptions())
  const readOnly = event.trashed
  const clashes = useClashes(event.id, fields)
  const errors: Readonly<Record<string, string>> = { ...(form.status.state === 'failed' ? form.status.failure.data.fields : {}), ...(fields.title.trim() === '' ? { title: 'Bitte der Veranstaltung einen Titel geben.' } : {}), ...eventFaults(fields) }
  const error = (name: keyof EventInput): string | undefined => errors[name] ?? errors[`fields.${name}`]
  const text = (name: TextName, maxLength = 300) => ({ value: fields[name], error: error(name), readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  const number = (name: 'expected' | 'capacity' | 'visitors') => ({
    value: fields[name] ?? '', error: error(name), readOnly, min: 0, max: 1_000_000, allowDecimal: false, allowNegative: false, thousandSeparator: '.', decimalSeparator: ',',
    onChange: (value: string | number) => set({ [name]: typeof value === 'number' ? value : null }),
  })
  const chooseDay = async (day: string | null): Promise<void> => {
    if (day === fields.startsOn) return
    if (day === null) return set({ startsOn: null, startsAt: null, endsOn: null, endsAt: null })
    try {
      const moves = await office.events.planMove({ id: event.id, startsOn: day, land })
      if (moves.length === 0) set(movedDays(fields, day))
      else setMoving({ day, moves })
    } catch (failure) {
      showFailure(failure)
    }
  }
  const leaveDay = (): void => {
    if (typed === undefined) return
    setTyped(undefined)
    void chooseDay(typed)
  }
  return (
    <div className={classes.page}>
      <TextInput label="Titel" {...text('title')} />
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" verticalSpacing="sm">
        <ComingDayField
          label="Tag" clearable={!readOnly} readOnly={readOnly} value={typed === undefined ? fields.startsOn : typed} error={error('startsOn')}
          onChange={setTyped} onBlur={leaveDay} onKeyDown={(event) => event.key === 'Enter' && leaveDay()}
        />
        <TimeField label="Beginn" value={fields.startsAt} error={error('startsAt')} readOnly={readOnly} onChange={(startsAt) => set({ startsAt })} />
        <TimeField label="Ende" value={fields.endsAt} error={error('endsAt')} readOnly={readOnly} onChange={(endsAt) => set({ endsAt })} />
        <ComingDayField label="Letzter Tag" placeholder="wie Beginn" clearable={!readOnly} readOnly={readOnly} value={fields.endsOn} error={error('endsOn')} onChange={(endsOn) => set({ endsOn })} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" verticalSpacing="sm">
        <Select label="Art" searchable selectFirstOptionOnChange allowDeselect={false} readOnly={readOnly} data={eventKinds.map(({ code, label }) => ({ value: code, label }))} value={fields.kind} onChange={(kind) => kind && set({ kind })} />
        <Select label="Stand" allowDeselect={false} readOnly={readOnly} data={eventStates.map((value) => ({ value, label: eventStateLabels[value] }))} value={fields.state} onChange={(state) => state && set({ state: state as EventState })} />
        <Select label="Reihe" placeholder="keine" clearable={!readOnly} readOnly={readOnly} data={series.map(({ id, title }) => ({ value: id, label: title }))} value={fields.seriesId} onChange={(seriesId) => set({ seriesId })} />
        <PersonField label="Verantwortlich" id={fields.responsibleId} name={fields.responsibleName} readOnly={readOnly} onChange={({ id, name }) => set({ responsibleId: id, responsibleName: name })} />
      </SimpleGrid>
      <VenueField fields={fields} readOnly={readOnly} onChange={set} />
      <TextInput label="Ausweichort bei Regen" {...text('fallbackPlace')} />
      {!readOnly && <ClashList clashes={clashes} eventId={event.id} flush={form.flush} />}
      <AccessCard fields={fields} />
      <Fieldset legend="Für wen" p="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput label="Zielgruppe" {...text('targetGroup')} />
          <TextInput label="Thema" {...text('topic')} />
          <TextInput label="Sprachen" placeholder="Deutsch, Arabisch" {...text('languages')} />
          <TextInput label="Dolmetschen" placeholder="z. B. Gebärdensprache, Ukrainisch" {...text('interpretation')} />
          <TextInput label="Kinderbetreuung" {...text('childcare')} />
          <TextInput label="Eintritt, Kosten" {...text('cost')} />
          <TextInput label="Anmeldung" {...text('registration', 500)} />
        </SimpleGrid>
        <Textarea mt="sm" label="Hinweis zur Barrierefreiheit" autosize minRows={1} {...text('accessNote', 1_000)} />
      </Fieldset>
      <Fieldset legend="Zahlen" p="sm">
        <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm" verticalSpacing="sm">
          <NumberInput label="Erwartet" {...number('expected')} />
          <NumberInput label="Plätze" {...number('capacity')} />
          <NumberInput label="Besucherinnen und Besucher" {...number('visitors')} />
        </SimpleGrid>
        <Checkbox mt="sm" label="Gezählt, nicht geschätzt" disabled={readOnly || fields.visitors === null} checked={fields.visitorsCounted} onChange={(change) => set({ visitorsCounted: change.currentTarget.checked })} />
      </Fieldset>
      <Textarea label="Text für Programm und Presse" autosize minRows={2} {...text('programmeText', 3_000)} />
      <Textarea label="Notiz" autosize minRows={2} {...text('note', 20_000)} />
      {moving && <MoveEvent event={event} fields={fields} planned={moving} form={form} onClose={() => setMoving(null)} />}
    </div>
  )
}

type TextName = { [Name in keyof EventInput]: EventInput[Name] extends string ? Name : never }[Exclude<keyof EventInput, 'kind' | 'state' | 'responsibleName' | 'placeText'>]
