import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ChangeReceipt } from '../../shared/records/model.ts'
import { failureOf } from '../app/failure.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** A small dialog that changes one thing and offers to take it back. Messages of the office process stand at their fields. */
export function DecisionDialog({ title, button, said, size, onClose, onDecide, children }: {
  title: string
  button: string
  /** What the notice says afterwards. */
  said: string
  /** Width in pixels where the usual one is too narrow. */
  size?: number
  onClose(): void
  onDecide(): Promise<ChangeReceipt>
  children(errors: Record<string, string>): ReactNode
}) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const decide = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    try {
      const receipt = await onDecide()
      showUndoNotice(said, 'counselling', receipt.change)
      onClose()
    } catch (error) {
      const { fields } = failureOf(error).data
      if (fields) setErrors(Object.fromEntries(Object.entries(fields).map(([path, text]) => [path.split('.').at(-1) ?? path, text])))
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal.Root opened onClose={onClose} centered {...(size !== undefined && { size })}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">{title}</Modal.Title>
          <form onSubmit={(event) => void decide(event)} noValidate>
            <Stack gap="sm">
              {children(errors)}
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
