import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api, office } from '../../../app/office.ts'
import { ContactField, type NamedContact } from '../../../ui/ContactField.tsx'
import { attempt } from '../../../ui/attempt.ts'

/** Takes somebody or a whole distribution list among the partners of a series. */
export function AddPartners({ seriesId, onClose }: { seriesId: string; onClose(): void }): ReactNode {
  const lists = useQuery(api.directory.lists.all.queryOptions()).data ?? []
  const [contact, setContact] = useState<NamedContact>({ id: null, name: '' })
  const [listId, setListId] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const empty = contact.name.trim() === '' && listId === null
  const add = async (): Promise<void> => {
    setAsked(true)
    if (empty) return
    const done = await attempt(() => office.events.programme.partners.add({ seriesId, contactIds: contact.id === null ? [] : [contact.id], name: contact.id === null ? contact.name : '', listId }), 'Partner hinzugefügt. Wer schon dabei war, steht nur einmal da.')
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Partner hinzufügen">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void add() }}>
        <Stack gap="sm">
          <ContactField label="Wer" autoFocus value={contact} error={asked && empty ? 'Bitte einen Kontakt oder einen Verteiler wählen.' : undefined} onChange={setContact} />
          <Select label="Oder alle aus einem Verteiler" placeholder="Verteiler" searchable clearable nothingFoundMessage="Nichts gefunden" data={lists.map(({ id, title, members }) => ({ value: id, label: `${title} (${members})` }))} value={listId} onChange={setListId} />
          <Text size="sm" c="dimmed">Ein Name ohne Kontakt geht auch; angeschrieben werden können nur Kontakte.</Text>
          <Group justify="flex-end" gap="xs"><Button variant="subtle" onClick={onClose}>Abbrechen</Button><Button type="submit">Hinzufügen</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}
