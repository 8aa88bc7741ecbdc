import type { ReactNode } from 'react'
import type { SaveKind } from '../../shared/save-kinds.ts'
import { showNotice } from '../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'

/** A small dialog that writes one file and closes. */
export function OutputDialog({ onSave, children, ...frame }: {
  title: string
  button: string
  saves: SaveKind
  onClose(): void
  /** Gives the words of the notice, null when the person changed their mind about the place. */
  onSave(): Promise<string | null>
  children: ReactNode
}) {
  const save = async (): Promise<void | false> => {
    const said = await onSave()
    if (said === null) return false
    showNotice(said)
  }
  return <FormDialog {...frame} onSubmit={save}>{() => children}</FormDialog>
}
