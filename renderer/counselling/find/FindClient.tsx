import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../app/commands.ts'
import { openRecord } from '../../app/openRecord.ts'
import { FindClientForm } from './FindClientForm.tsx'
import { useHelpPlace } from '../../ui/helpPlace.ts'

/** Finds the case of a person who says their name, from every screen. What was typed lives no longer than the dialog. */
export function FindClient() {
  const [opened, setOpened] = useState(false)
  useHelpPlace(opened ? 'find-client' : null)
  useCommand('find-client', () => setOpened(true))
  const close = (): void => setOpened(false)
  return (
    <Modal.Root opened={opened} onClose={close} size="lg" centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="xs" fw={600} fz="lg">Ratsuchende nach Namen suchen</Modal.Title>
          <FindClientForm
            onClose={close}
            onOpen={(id) => {
              close()
              openRecord({ type: 'case', id })
            }}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
