import { Button, Center, Checkbox, Fieldset, Group, Loader, NumberInput, Select, SimpleGrid, Textarea, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { stepFreeAnswers, stepFreeLabels, type StepFree } from '../../../shared/events/catalogue.ts'
import { venueInputSchema, type Venue, type VenueInput } from '../../../shared/events/model.ts'
import { listName } from '../../../shared/directory/names.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { useRecordForm } from '../../app/useRecordForm.ts'
import { ContactPicker } from '../../ui/ContactPicker.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { attempt } from '../../ui/attempt.ts'
import { RecordFrame } from '../RecordFrame.tsx'
import classes from '../Events.module.css'

const steps = stepFreeAnswers.map((value) => ({ value, label: stepFreeLabels[value] }))
type Room = VenueInput['rooms'][number]

/** One place with its rooms. */
export function VenueRecord({ id, onClose }: { id: string; onClose(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.venues.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Ort wird geladen" /></Center>
  return <Shown venue={data} onClose={onClose} />
}

function Shown({ venue, onClose }: { venue: Venue; onClose(): void }): ReactNode {
  const { id, trashed: readOnly } = venue
  const whole = (stored: Venue): VenueInput => venueInputSchema.parse(stored)
  const form = useRecordForm<Venue, VenueInput>(venue, whole, (version, _changed, fields) => office.events.venues.update({ id, version, fields }))
  const { fields, set } = form
  const { data: owner } = useQuery({ ...api.directory.get.queryOptions({ input: { id: fields.contactId ?? '' } }), enabled: fields.contactId !== null })
  const text = (name: 'name' | 'street' | 'postalCode' | 'city' | 'accessNote' | 'transport' | 'note', maxLength = 300) => ({ value: fields[name], readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  const setRoom = (room: Room): void => set({ rooms: fields.rooms.map((each) => (each.id === room.id ? room : each)) })
  const remove = async (): Promise<void> => {
    const removed = await attempt(async () => { await form.flush(); return office.events.venues.remove({ id, version: form.version() }) }, 'Der Ort liegt im Papierkorb. Veranstaltungen dort behalten seinen Namen.')
    if (removed) onClose()
  }
  return (
    <RecordFrame label="Ort" title={venue.name} status={form.status} trashed={venue.trashed} onRemove={() => void remove()}>
      <TextInput label="Name" error={fields.name.trim() === '' ? 'Bitte dem Ort einen Namen geben.' : undefined} {...text('name')} />
      <ContactPicker label="Gehört zu" kind="all" value={fields.contactId} valueLabel={owner === undefined ? undefined : listName(owner)} onChange={(contactId) => set({ contactId })} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm"><TextInput label="Straße, Hausnummer" {...text('street')} /><TextInput label="PLZ" {...text('postalCode', 20)} /><TextInput label="Stadt" {...text('city')} /></SimpleGrid>
      <TextInput label="Bus und Bahn" placeholder="z. B. Linie 4 bis Markt, 200 m" {...text('transport', 500)} />
      <Fieldset legend="Barrierefreiheit" p="sm">
        <Group gap="lg" align="flex-end">
          <Select label="Zugang" allowDeselect={false} readOnly={readOnly} data={steps} value={fields.stepFree} onChange={(value) => value && set({ stepFree: value as StepFree })} />
          <Checkbox mb={9} label="Rollstuhlgerechte Toilette" disabled={readOnly} checked={fields.accessibleToilet} onChange={(change) => set({ accessibleToilet: change.currentTarget.checked })} />
          <Checkbox mb={9} label="Induktive Höranlage" disabled={readOnly} checked={fields.hearingLoop} onChange={(change) => set({ hearingLoop: change.currentTarget.checked })} />
        </Group>
        <Textarea mt="sm" label="Hinweis" autosize minRows={1} {...text('accessNote', 1_000)} />
      </Fieldset>
      <section className={classes.section} aria-label="Räume">
        <Title order={3} size="h4">Räume</Title>
        {fields.rooms.map((room) => <RoomFields key={room.id} room={room} readOnly={readOnly} onChange={setRoom} onRemove={() => set({ rooms: fields.rooms.filter((each) => each.id !== room.id) })} />)}
        {!readOnly && <Button w="fit-content" variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => set({ rooms: [...fields.rooms, { id: uuidv7(), name: `Raum ${fields.rooms.length + 1}`, capacity: null, seating: '', stepFree: 'unknown', equipment: '', note: '' }] })}>Raum</Button>}
      </section>
      <Textarea label="Notiz" autosize minRows={2} {...text('note', 5_000)} />
    </RecordFrame>
  )
}

function RoomFields({ room, readOnly, onChange, onRemove }: { room: Room; readOnly: boolean; onChange(room: Room): void; onRemove(): void }): ReactNode {
  const text = (name: 'name' | 'seating' | 'equipment') => ({ value: room[name], readOnly, maxLength: 300, onChange: (change: { currentTarget: { value: string } }) => onChange({ ...room, [name]: change.currentTarget.value }) })
  return (
    <fieldset className={classes.card}>
      <legend>{room.name || 'Raum'}</legend>
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name des Raums" error={room.name.trim() === '' ? 'Bitte dem Raum einen Namen geben.' : undefined} {...text('name')} />
        <NumberInput label="Plätze" min={0} max={100_000} allowDecimal={false} allowNegative={false} readOnly={readOnly} value={room.capacity ?? ''} onChange={(value) => onChange({ ...room, capacity: typeof value === 'number' ? value : null })} />
        <Select label="Zugang zum Raum" allowDeselect={false} readOnly={readOnly} data={steps} value={room.stepFree} onChange={(value) => value && onChange({ ...room, stepFree: value as StepFree })} />
        <TextInput label="Bestuhlung" {...text('seating')} />
        <TextInput label="Ausstattung" {...text('equipment')} />
      </SimpleGrid>
      {!readOnly && <Button mt="xs" size="compact-sm" variant="subtle" color="red" aria-label={`Raum ${room.name} entfernen`} onClick={onRemove}>Raum entfernen</Button>}
    </fieldset>
  )
}
