import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { ExportButton } from './Export.tsx'

/** A small dialog with one decision; Enter confirms, Escape leaves everything as it was. */
export function DecisionDialog({ title, confirm, danger = false, disabled = false, atConfirm = false, saves, onConfirm, onClose, children }: {
  title: string
  confirm: string
  danger?: boolean
  disabled?: boolean
  /** Begins at the button that confirms: there is nothing to fill in, and the step can be taken back. */
  atConfirm?: boolean
  /** The decision writes a file in this format. */
  saves?: SaveKind
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={(event) => { event.preventDefault(); if (!disabled) onConfirm() }}>
        {children}
        <Group mt="md" gap="sm">
          {saves
            ? <ExportButton type="submit" format={saves} disabled={disabled}>{confirm}</ExportButton>
            : <Button type="submit" disabled={disabled} data-autofocus={atConfirm || undefined} {...danger && { color: 'red.9' }}>{confirm}</Button>}
          <Button variant="default" onClick={onClose}>Abbrechen</Button>
        </Group>
      </form>
    </Modal>
  )
}
