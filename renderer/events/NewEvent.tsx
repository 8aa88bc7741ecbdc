import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { isoDay } from '../../shared/dates.ts'
import type { Checklist } from '../../shared/events/checklists/model.ts'
import { eventKinds } from '../../shared/events/catalogue.ts'
import { emptyEvent, eventFaults, eventInputSchema, type EventInput } from '../../shared/events/model.ts'
import { germanDay } from '../../shared/holidays/days.ts'
import { atDistance } from '../../shared/tasks/lead-time.ts'
import { failureOf } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { useOfficeLand } from '../app/useOfficeLand.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { ComingDayField } from '../ui/ComingDayField.tsx'
import { ClashList } from './clashes/ClashList.tsx'
import { useClashes } from './clashes/useClashes.ts'
import { VenueField } from './VenueField.tsx'

/** Kind, day and place are enough to begin; the checklist of the kind is proposed. */
export function NewEvent({ seriesId, startsOn, onClose, onCreated }: { seriesId: string | null; startsOn: string | null; onClose(): void; onCreated(id: string): void }): ReactNode {
  const { person } = useSession()
  const land = useOfficeLand()
  const [fields, setFields] = useState<EventInput>({ ...emptyEvent, seriesId, startsOn, responsibleId: person.id, responsibleName: person.name })
  /** Undefined as long as the proposal stands. */
  const [chosen, setChosen] = useState<string | null | undefined>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const { data: checklists = [] } = useQuery(api.events.checklists.list.queryOptions())
  const { data: series = [] } = useQuery(api.events.series.list.queryOptions())
  const clashes = useClashes(null, fields)
  const checklistId = chosen === undefined ? checklists.find(({ kinds }) => kinds.includes(fields.kind))?.id ?? null : chosen
  const checklist = checklists.find(({ id }) => id === checklistId)
  const set = (patch: Partial<EventInput>): void => { setFields((before) => ({ ...before, ...patch })); setErrors({}) }
  const store = async (): Promise<void> => {
    const checked = eventInputSchema.safeParse(fields)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [path.join('.'), message])))
    const faults = eventFaults(checked.data)
    if (Object.keys(faults).length > 0) return setErrors(faults)
    setBusy(true)
    try {
      const { id, change } = await office.events.create({ fields: checked.data, checklistId, land })
      showUndoNotice(checklist ? `Veranstaltung angelegt, ${checklist.items.length} Aufgaben geplant.` : 'Veranstaltung angelegt.', 'office', change)
      onCreated(id)
    } catch (error) {
      setErrors(failureOf(error).data.fields ?? {})
      showFailure(error)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Neue Veranstaltung" size="lg">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <TextInput label="Titel" data-autofocus maxLength={300} value={fields.title} error={errors.title} onChange={(event) => set({ title: event.currentTarget.value })} />
          <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
            <Select label="Art" searchable selectFirstOptionOnChange allowDeselect={false} data={eventKinds.map(({ code, label }) => ({ value: code, label }))} value={fields.kind} onChange={(kind) => kind && set({ kind })} />
            <Select label="Reihe" placeholder="keine" clearable data={series.map(({ id, title }) => ({ value: id, label: title }))} value={fields.seriesId} onChange={(value) => set({ seriesId: value })} />
          </SimpleGrid>
          <SimpleGrid cols={3} spacing="sm">
            <ComingDayField label="Tag" placeholder="noch offen" clearable value={fields.startsOn} error={errors.startsOn} onChange={(startsOn) => set({ startsOn })} />
            <TimeField label="Beginn" value={fields.startsAt} error={errors.startsAt} onChange={(startsAt) => set({ startsAt })} />
            <TimeField label="Ende" value={fields.endsAt} error={errors.endsAt} onChange={(endsAt) => set({ endsAt })} />
          </SimpleGrid>
          <VenueField fields={fields} onChange={set} />
          <ClashList clashes={clashes} eventId={null} />
          <Select
            label="Checkliste" placeholder="ohne Checkliste" clearable data={checklists.map(({ id, title }) => ({ value: id, label: title }))} value={checklistId}
            description={chosen === undefined && checklist ? 'Vorschlag zur Art' : undefined} onChange={setChosen}
          />
          {checklist && <Text size="sm" c="dimmed" component="output">{planText(checklist, fields.startsOn)}</Text>}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit" loading={busy}>Anlegen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What a checklist means for a day: how much there is to do, from when on, and what is late already. */
function planText({ items }: Checklist, startsOn: string | null): string {
  const count = `${items.length} Aufgaben, davon ${items.filter(({ permit }) => permit).length} Genehmigungen und Meldungen`
  if (startsOn === null) return `${count}. Ihre Tage werden gerechnet, sobald der Tag feststeht.`
  const days = items.map(({ lead }) => atDistance(startsOn, lead)).toSorted()
  const late = days.filter((day) => day < isoDay(new Date())).length
  const [first] = days
  return `${count}${first === undefined ? '' : `; die erste wäre am ${germanDay(first)} fällig`}.${late === 0 ? '' : ` ${late === 1 ? 'Eine läge' : `${late} lägen`} schon in der Vergangenheit.`}`
}
