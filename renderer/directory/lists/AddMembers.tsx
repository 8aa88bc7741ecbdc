import { Button, Group, Modal, MultiSelect, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredList } from '../../../shared/directory/lists/model.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'

/** Finds contacts and names them in a list. */
export function AddMembers({ list, onClose }: { list: StoredList; onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [query, setQuery] = useState('')
  const [settled] = useDebouncedValue(query, 120)
  const { data } = useQuery(api.directory.list.queryOptions({ input: { query: settled, limit: 40 }, placeholderData: keepPreviousData }))
  const found = new Map((data?.contacts ?? []).map(({ id, name, place }) => [id, [name, place].filter(Boolean).join(', ')]))
  const options = new Map([...chosen, ...found])
  const add = async (): Promise<void> => {
    try {
      const { change, contacts } = await office.directory.lists.include({ id: list.id, contactIds: [...chosen.keys()] })
      showUndoNotice(contacts === 1 ? '1 Kontakt aufgenommen' : `${contacts.toLocaleString('de-DE')} Kontakte aufgenommen`, 'office', change)
      onClose()
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title={`Kontakte aufnehmen: ${list.title}`}>
      <form aria-label="Kontakte aufnehmen" onSubmit={(event) => { event.preventDefault(); void add() }}>
        <Stack gap="sm">
          <MultiSelect
            data-autofocus
            label="Kontakte"
            description="Mehrere aus der Kontaktliste: dort markieren und „In Verteiler“ wählen."
            placeholder="Name, Ort oder Stichwort"
            searchable
            hidePickedOptions
            // The office process has searched already, by every spelling.
            filter={({ options: all }) => all}
            data={[...options].map(([value, label]) => ({ value, label }))}
            value={[...chosen.keys()]}
            onChange={(ids) => { setChosen(new Map(ids.map((id) => [id, options.get(id) ?? '']))); setQuery('') }}
            searchValue={query}
            onSearchChange={setQuery}
            nothingFoundMessage="Nichts gefunden. Bitte den Kontakt zuerst anlegen."
          />
          <Group gap="sm">
            <Button type="submit" disabled={chosen.size === 0}>Aufnehmen</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
