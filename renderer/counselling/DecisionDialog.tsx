import type { ReactNode } from 'react'
import type { ChangeReceipt } from '../../shared/records/model.ts'
import { showUndoNotice } from '../ui/notices.tsx'
import { FormDialog } from './FormDialog.tsx'

/** A small dialog that changes one thing and offers to take it back. Messages of the office process stand at their fields. */
export function DecisionDialog({ said, onDecide, ...frame }: {
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
  const decide = async (): Promise<void> => showUndoNotice(said, 'counselling', (await onDecide()).change)
  return <FormDialog {...frame} onSubmit={decide} />
}
