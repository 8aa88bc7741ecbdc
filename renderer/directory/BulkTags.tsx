import { Button, Group, Modal, Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** Asks which tags the chosen contacts get and lose; both happen as one step. */
export function BulkTags({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { data: known = [] } = useQuery(api.directory.tags.queryOptions())
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const apply = async (): Promise<void> => {
    try {
      const { change, contacts } = await office.directory.changeTags({ ids: [...ids], add, remove })
      showUndoNotice(`Schlagwörter von ${contacts.toLocaleString('de-DE')} Kontakten geändert`, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={`Schlagwörter für ${ids.length.toLocaleString('de-DE')} Kontakte`}>
      <form aria-label="Schlagwörter ändern" onSubmit={(event) => { event.preventDefault(); void apply() }}>
        <Stack gap="sm">
          <TagsInput data-autofocus label="Hinzufügen" placeholder={add.length === 0 ? 'Wort eingeben, Enter' : ''} data={known} maxTags={20} maxLength={60} value={add} onChange={setAdd} />
          <TagsInput label="Entfernen" placeholder={remove.length === 0 ? 'Wort eingeben, Enter' : ''} data={known} maxTags={20} maxLength={60} value={remove} onChange={setRemove} />
          <Group gap="sm">
            <Button type="submit" disabled={add.length + remove.length === 0}>Anwenden</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
