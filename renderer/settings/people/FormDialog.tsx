import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { FailureAlert, fieldErrorsOf } from '../../ui/FailureAlert.tsx'

interface FormDialogProps {
  title: string
  submit: string
  busy: boolean
  error: unknown
  onSubmit(): void
  onClose(): void
  children: ReactNode
}

/** A dialog with one form. Focus goes to its first field and back to where it came from. */
export function FormDialog({ title, submit, busy, error, onSubmit, onClose, children }: FormDialogProps) {
  const shownAtField = Object.keys(fieldErrorsOf(error)).length > 0
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack gap="sm">
          {children}
          {!shownAtField && <FailureAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              Abbrechen
            </Button>
            <Button type="submit" loading={busy}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
