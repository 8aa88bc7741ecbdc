import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ContactView } from '../../../shared/directory/finding/views.ts'
import { showFailure } from '../../ui/notices.tsx'

/** Asks for the name of a view, and whether the whole office sees it. */
export function ViewDialog({ view, onSave, onClose }: {
  view: ContactView | undefined
  onSave: (name: string, shared: boolean) => Promise<void>
  onClose: () => void
}) {
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [error, setError] = useState('')
  const save = async (): Promise<void> => {
    if (name.trim() === '') return setError('Bitte einen Namen eintragen.')
    try {
      await onSave(name.trim(), shared)
    } catch (failure) {
      showFailure(failure)
    }
  }
  return (
    <Modal opened onClose={onClose} title={view ? 'Ansicht umbenennen' : 'Ansicht speichern'}>
      <form aria-label="Ansicht" noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <Stack gap="sm">
          <TextInput data-autofocus label="Name der Ansicht" description={view ? undefined : 'Gemerkt werden Suche, Filter, Reihenfolge, Gruppen und Spalten.'} maxLength={80} value={name} error={error} onChange={(event) => { setName(event.currentTarget.value); setError('') }} />
          <Checkbox label="Für das ganze Büro" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          <Group gap="sm">
            <Button type="submit">Speichern</Button>
            <Button variant="default" onClick={onClose}>Abbrechen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
