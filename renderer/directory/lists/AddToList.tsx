import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { ListForm } from './ListForm.tsx'

/** Asks into which list contacts go: one that is there, or a new one. */
export function AddToList({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { data: known } = useQuery(api.directory.lists.all.queryOptions())
  const lists = known ?? []
  const [list, setList] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  const add = async (): Promise<void> => {
    if (list === null) return
    try {
      const { change, contacts } = await office.directory.lists.include({ id: list, contactIds: [...ids] })
      const title = lists.find(({ id }) => id === list)?.title ?? ''
      showUndoNotice(`${contacts === 1 ? '1 Kontakt' : `${contacts.toLocaleString('de-DE')} Kontakte`} in „${title}“ aufgenommen`, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  // Where there is no list yet, the first one is made.
  if (creating || known?.length === 0) return <ListForm contactIds={ids} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={ids.length === 1 ? 'In Verteiler aufnehmen' : `${ids.length.toLocaleString('de-DE')} Kontakte in Verteiler aufnehmen`}>
      <form aria-label="In Verteiler aufnehmen" onSubmit={(event) => { event.preventDefault(); void add() }}>
        <Stack gap="sm">
          <Select data-autofocus openOnFocus={false} label="Verteiler" placeholder="auswählen" searchable nothingFoundMessage="Keiner gefunden" data={lists.map(({ id, title }) => ({ value: id, label: title }))} value={list} onChange={setList} />
          <Group gap="sm">
            <Button type="submit" disabled={list === null}>Aufnehmen</Button>
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>Neuer Verteiler</Button>
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
