import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OutputSource } from '../../../shared/directory/output/model.ts'
import { contactSelectionSchema } from '../../../shared/directory/lists/model.ts'
import { api, office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'

/** Begins a run: to which list or tag, and with which letter where one was given. */
export function NewRun({ letterId, onClose, onCreated }: { letterId: string | null; onClose(): void; onCreated(id: string): void }): ReactNode {
  const lists = useQuery(api.directory.lists.all.queryOptions()).data ?? []
  const tags = useQuery(api.directory.tags.queryOptions()).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const groups = [
    { group: 'Verteiler', items: lists.map(({ id, title, members }) => ({ value: `list:${id}`, label: `${title} (${members})` })) },
    { group: 'Schlagwort', items: tags.map((tag) => ({ value: `tag:${tag}`, label: tag })) },
  ].filter(({ items }) => items.length > 0)
  const create = async (): Promise<void> => {
    setAsked(true)
    if (chosen === null) return
    const value = chosen.slice(chosen.indexOf(':') + 1)
    const source: OutputSource = chosen.startsWith('list:') ? { kind: 'list', id: value } : { kind: 'selection', selection: contactSelectionSchema.parse({ filter: { tags: [value] } }) }
    const sourceName = chosen.startsWith('list:') ? lists.find(({ id }) => id === value)?.title ?? '' : `Schlagwort ${value}`
    try {
      onCreated((await office.correspondence.serial.create({ source, sourceName, ...(letterId !== null && { pattern: { kind: 'letter', id: letterId } }) })).id)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Neuer Serienbrief" size="md">
      <form noValidate onSubmit={(event) => { event.preventDefault(); void create() }}>
        <Stack gap="sm">
          <Select
            data-autofocus label="An" placeholder="Verteiler oder Schlagwort" searchable data={groups} value={chosen} onChange={setChosen} maxDropdownHeight={320}
            nothingFoundMessage="Nichts gefunden" error={asked && chosen === null ? 'Bitte einen Verteiler oder ein Schlagwort wählen.' : undefined}
          />
          <Text size="sm" c="dimmed">Einzelne Kontakte: unter Kontakte auswählen, dann Ausgeben und „Serienbrief“.</Text>
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>Abbrechen</Button><Button type="submit">Vorbereiten</Button></Group>
        </Stack>
      </form>
    </Modal>
  )
}
