import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { showFailure, showNotice } from '../ui/notices.tsx'

/** A small dialog that writes one file and closes. */
export function OutputDialog({ title, button, onClose, onSave, children }: {
  title: string
  button: string
  onClose(): void
  /** Gives the words of the notice, null when the person changed their mind about the place. */
  onSave(): Promise<string | null>
  children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      const said = await onSave()
      if (said === null) return
      showNotice(said)
      onClose()
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">{title}</Modal.Title>
          <form onSubmit={(event) => void save(event)} noValidate>
            <Stack gap="sm">
              {children}
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>Abbrechen</Button>
                <Button type="submit" loading={busy}>{button}</Button>
              </Group>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
