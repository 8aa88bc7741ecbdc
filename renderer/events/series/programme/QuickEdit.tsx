import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { eventFaults } from '../../../../shared/events/model.ts'
import { approvalLabels, approvals, gapLabels, type Approval, type ProgrammeEvent } from '../../../../shared/events/series/model.ts'
import { api, office } from '../../../app/office.ts'
import { openRecord } from '../../../app/openRecord.ts'
import { useOfficeLand } from '../../../app/useOfficeLand.ts'
import { TimeField } from '../../../ui/TimeField.tsx'
import { attempt } from '../../../ui/attempt.ts'
import { ComingDayField } from '../../../ui/ComingDayField.tsx'

const eventFields = ['title', 'startsOn', 'startsAt', 'endsAt', 'placeText', 'accessNote', 'registration', 'languages', 'topic', 'programmeText'] as const

/** What is mended most before the print, without leaving the programme. */
export function QuickEdit({ event, seriesId, readOnly, onClose }: { event: ProgrammeEvent; seriesId: string; readOnly: boolean; onClose(): void }): ReactNode {
  const land = useOfficeLand()
  const { data: texts } = useQuery(api.events.programme.texts.get.queryOptions({ input: { seriesId } }))
  const [value, setValue] = useState(event)
  const set = (patch: Partial<ProgrammeEvent>): void => setValue({ ...value, ...patch })
  const text = (name: 'title' | 'placeText' | 'accessNote' | 'registration' | 'languages' | 'topic' | 'publicContact' | 'query' | 'programmeText', maxLength = 300) => ({ value: value[name], readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  const faults = eventFaults(value)
  const limit = texts?.textLimit ?? 600
  const long = value.programmeText.length - limit
  const store = async (): Promise<void> => {
    if (Object.keys(faults).length > 0 || value.title.trim() === '') return
    const changed = Object.fromEntries(eventFields.filter((name) => value[name] !== event[name]).map((name) => [name, value[name]]))
    const decided = value.approval !== event.approval || value.query !== event.query || value.publicContact !== event.publicContact
    if (Object.keys(changed).length === 0 && !decided) return onClose()
    const done = await attempt(async () => {
      const stored = Object.keys(changed).length === 0 ? null : await office.events.update({ id: event.id, version: event.version, fields: changed, land })
      return decided ? office.events.programme.entries.decide({ eventIds: [event.id], fields: { approval: value.approval ?? 'accepted', query: value.query, publicContact: value.publicContact } }) : { change: stored?.change ?? null }
    }, 'Gespeichert.')
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} size="lg" title="Beitrag bearbeiten">
      <form noValidate onSubmit={(submit) => { submit.preventDefault(); void store() }}>
        <Stack gap="sm">
          {event.gaps.length > 0 && <Text size="sm">Es fehlt: {event.gaps.map((gap) => gapLabels[gap]).join(', ')}</Text>}
          {event.remark !== '' && <Alert color="petrol" title="Mitteilung des Partners">{event.remark.split('\n').map((line) => <Text size="sm" key={line}>{line}</Text>)}</Alert>}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select label="Entscheidung" placeholder="vom Büro angelegt" readOnly={readOnly} allowDeselect={false} data={approvals.map((each) => ({ value: each, label: approvalLabels[each] }))} value={value.approval} onChange={(approval) => approval && set({ approval: approval as Approval })} />
            <TextInput label="Rückfrage" {...text('query', 1_000)} />
          </SimpleGrid>
          <TextInput label="Titel" error={value.title.trim() === '' ? 'Bitte der Veranstaltung einen Titel geben.' : undefined} {...text('title')} />
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <ComingDayField label="Tag" readOnly={readOnly} clearable={!readOnly} value={value.startsOn} error={faults.startsOn} onChange={(startsOn) => set(startsOn === null ? { startsOn, startsAt: null, endsAt: null, endsOn: null } : { startsOn })} />
            <TimeField label="Beginn" readOnly={readOnly} value={value.startsAt} error={faults.startsAt} onChange={(startsAt) => set({ startsAt })} />
            <TimeField label="Ende" readOnly={readOnly} value={value.endsAt} error={faults.endsAt} onChange={(endsAt) => set({ endsAt })} />
          </SimpleGrid>
          {event.venueId === null ? <TextInput label="Ort" {...text('placeText')} /> : <Text size="sm">Ort: {event.place}</Text>}
          <Textarea label="Hinweis zum Zugang" description={event.access === '' ? undefined : `Bekannt: ${event.access}`} autosize minRows={1} {...text('accessNote', 1_000)} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput label="Anmeldung" {...text('registration', 500)} />
            <TextInput label="Kontakt für Gäste" description="wird gedruckt und veröffentlicht" inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('publicContact', 500)} />
            <TextInput label="Sprachen" {...text('languages')} />
            <TextInput label="Thema" {...text('topic')} />
          </SimpleGrid>
          <Textarea
            label="Text für das Programm" autosize minRows={3} maxRows={12} {...text('programmeText', 3_000)} error={long > 0 ? `${long} Zeichen zu lang` : undefined}
            description={`${value.programmeText.length} von ${limit} Zeichen`}
          />
          <Group justify="space-between" gap="xs">
            <Button variant="default" onClick={() => openRecord({ type: 'event', id: event.id })}>Veranstaltung öffnen</Button>
            <Group gap="xs"><Button variant="subtle" onClick={onClose}>Abbrechen</Button>{!readOnly && <Button type="submit">Speichern</Button>}</Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
