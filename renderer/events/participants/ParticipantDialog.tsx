import { Button, Group, Input, Modal, NumberInput, SegmentedControl, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { germanDateTime, isoDay } from '../../../shared/dates.ts'
import { detailOptions } from '../../../shared/directory/details.ts'
import { displayName } from '../../../shared/directory/names.ts'
import { ageGroups, languageLabel, participantSourceLabels, participantSources, participantStateLabels, participantStates, photoAnswers, photoLabels, type ParticipantSource, type ParticipantState, type PhotoAnswer } from '../../../shared/events/participants/catalogue.ts'
import { participantInputSchema, type Participant, type ParticipantInput, type Roster } from '../../../shared/events/participants/model.ts'
import { api, office } from '../../app/office.ts'
import { ContactField, type NamedContact } from '../../ui/ContactField.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { NeedsFields } from './NeedsFields.tsx'
import { RemoveParticipant } from './RemoveParticipant.tsx'
import { changeState } from './rosterSteps.ts'

/** Everything of one registration. Only the name is needed: what isn't asked needn't be deleted. */
export function ParticipantDialog({ participant, roster, readOnly, onClose }: { participant: Participant; roster: Roster; readOnly: boolean; onClose(): void }): ReactNode {
  const [fields, setFields] = useState<ParticipantInput>(() => participantInputSchema.parse(participant))
  const [contact, setContact] = useState<NamedContact>({ id: participant.contactId, name: '' })
  const [state, setState] = useState(participant.state)
  const [removing, setRemoving] = useState(false)
  const { data: linked } = useQuery({ ...api.directory.get.queryOptions({ input: { id: participant.contactId ?? '' } }), enabled: participant.contactId !== null })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const set = (patch: Partial<ParticipantInput>): void => { setFields((before) => ({ ...before, ...patch })); setErrors({}) }
  const text = (name: 'name' | 'organisation' | 'email' | 'phone', maxLength = 200) => ({ value: fields[name], error: errors[name], readOnly, maxLength, onChange: (change: { currentTarget: { value: string } }) => set({ [name]: change.currentTarget.value }) })
  const [languages] = useState(() => detailOptions('languages', isoDay(new Date())))
  const store = async (): Promise<void> => {
    const checked = participantInputSchema.safeParse(fields)
    if (!checked.success) return setErrors(Object.fromEntries(checked.error.issues.map(({ path, message }) => [String(path[0]), message])))
    const changed = changedFields(participant, checked.data)
    try {
      if (Object.keys(changed).length > 0) {
        const { change } = await office.events.participants.update({ eventId: roster.eventId, id: participant.id, revision: participant.revision, fields: changed })
        showUndoNotice(`„${checked.data.name}“ geändert.`, 'office', change)
      }
      if (state !== participant.state) await changeState(roster, [participant.id], state)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Anmeldung" size="lg">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput label="Name" data-autofocus {...text('name')} />
            <TextInput label="Organisation" {...text('organisation')} />
            <Select label="Stand" allowDeselect={false} readOnly={readOnly} data={participantStates.map((value) => ({ value, label: participantStateLabels[value] }))} value={state} onChange={(value) => value && setState(value as ParticipantState)} />
            <NumberInput label="Personen" readOnly={readOnly} min={1} max={500} allowDecimal={false} value={fields.persons} error={errors.persons} onChange={(value) => set({ persons: typeof value === 'number' ? value : 0 })} />
            <Select label="Altersgruppe" placeholder="nicht gefragt" clearable={!readOnly} readOnly={readOnly} data={ageGroups.map(({ code, label }) => ({ value: code, label }))} value={fields.ageGroup || null} onChange={(value) => set({ ageGroup: value ?? '' })} />
          </SimpleGrid>
          <ContactField
            label="Kontakt" value={contact.id !== null && contact.name === '' ? { id: contact.id, name: linked ? displayName(linked) : '' } : contact} readOnly={readOnly} description={contact.id === null ? 'Nur wenn es einen gibt: Person oder Organisation' : 'Verknüpft'}
            onChange={(chosen) => { setContact({ id: chosen.id, name: chosen.name }); set({ contactId: chosen.id, ...(chosen.id !== null && fields.name === '' && { name: chosen.name }) }) }}
          />
          <NeedsFields needs={fields.needs} persons={fields.persons} readOnly={readOnly} onChange={(needs) => set({ needs })} />
          <TagsInput
            label="Sprachen" readOnly={readOnly} data={languages.map(({ label }) => label)} value={fields.languages.map(languageLabel)} maxTags={20}
            onChange={(labels) => set({ languages: labels.map((label) => languages.find((language) => language.label === label)?.value ?? label.slice(0, 60)) })}
          />
          <Input.Wrapper label="Fotos" description={fields.photo !== 'unasked' && fields.photo === participant.photo && participant.photoOn !== null ? `gefragt am ${participant.photoOn.split('-').reverse().join('.')}` : undefined}>
            <SegmentedControl fullWidth aria-label="Fotos" disabled={readOnly} data={photoAnswers.map((value) => ({ value, label: photoLabels[value] }))} value={fields.photo} onChange={(value) => set({ photo: value as PhotoAnswer })} />
          </Input.Wrapper>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" verticalSpacing="sm">
            <TextInput label="E-Mail" description="nur wenn nötig" {...text('email')} />
            <TextInput label="Telefon" description="nur wenn nötig" {...text('phone', 80)} />
            <Select label="Angemeldet über" description={'\u00A0'} allowDeselect={false} readOnly={readOnly} data={participantSources.map((value) => ({ value, label: participantSourceLabels[value] }))} value={fields.source} onChange={(value) => value && set({ source: value as ParticipantSource })} />
          </SimpleGrid>
          <Textarea label="Notiz" autosize minRows={1} readOnly={readOnly} maxLength={2_000} value={fields.note} onChange={(change) => set({ note: change.currentTarget.value })} />
          <Text size="xs" c="dimmed">Nr. {participant.number}, angemeldet am {germanDateTime(participant.registeredAt)}{participant.arrivedAt === null ? '' : `, da seit ${germanDateTime(participant.arrivedAt)}`}</Text>
          <Group justify="flex-end" gap="xs">
            {!readOnly && <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>Entfernen …</Button>}
            <Button variant="subtle" onClick={onClose}>{readOnly ? 'Schließen' : 'Abbrechen'}</Button>
            {!readOnly && <Button type="submit">Speichern</Button>}
          </Group>
        </Stack>
      </form>
      {removing && <RemoveParticipant participant={participant} eventId={roster.eventId} onClose={() => setRemoving(false)} onRemoved={onClose} />}
    </Modal>
  )
}

function changedFields(stored: ParticipantInput, now: ParticipantInput): Partial<ParticipantInput> {
  const names = Object.keys(now) as (keyof ParticipantInput)[]
  return Object.fromEntries(names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(stored[name])).map((name) => [name, now[name]]))
}
