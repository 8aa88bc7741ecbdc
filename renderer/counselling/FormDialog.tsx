import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { failureOf } from '../app/failure.ts'
import { ExportButton } from '../ui/Export.tsx'
import { showFailure } from '../ui/notices.tsx'

/**
 * A dialog with fields and one button. Messages of the office process stand at their fields, anything else in a notice; the dialog
 * stays open then, with all that was typed.
 */
export function FormDialog({ title, button, size, disabled = false, saves, onClose, onSubmit, children }: {
  title: string
  button: string
  size?: number
  /** As long as something that must be chosen is missing. */
  disabled?: boolean
  /** The step writes a file in this format. */
  saves?: SaveKind | undefined
  onClose(): void
  /** Does the step and says so; `false` when the person changed their mind half way. */
  onSubmit(): Promise<void | false>
  children(errors: Record<string, string>): ReactNode
}) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      if (await onSubmit() !== false) onClose()
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
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack gap="sm">
              {children(errors)}
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>Abbrechen</Button>
                {saves
                  ? <ExportButton type="submit" format={saves} loading={busy} disabled={disabled}>{button}</ExportButton>
                  : <Button type="submit" loading={busy} disabled={disabled}>{button}</Button>}
              </Group>
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
