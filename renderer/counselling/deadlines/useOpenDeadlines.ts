import { useState } from 'react'
import type { StoredDeadline } from '../../../shared/counselling/deadlines/stored.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'

/** A step that puts a case aside and asks first where deadlines are open. */
export interface DeadlineQuestion {
  /** What is asked about; null while nothing is. */
  open: readonly StoredDeadline[] | null
  /** Does the step at once where no deadline is open, else asks. */
  begin(): Promise<void>
  confirm(): Promise<void>
  cancel(): void
}

/**
 * Shows the open deadlines of a case before it is closed or deleted.
 * @param proceed the step, with the ids of what was shown; it says itself what went wrong
 */
export function useOpenDeadlines(caseId: string, proceed: (deadlinesSeen: string[]) => Promise<void>): DeadlineQuestion {
  const [open, setOpen] = useState<readonly StoredDeadline[] | null>(null)
  return {
    open,
    begin: async () => {
      try {
        const found = (await office.counselling.deadlines.of({ caseId, consultationId: null })).filter(({ done }) => done === null)
        if (found.length > 0) setOpen(found)
        else await proceed([])
      } catch (error) {
        showFailure(error)
      }
    },
    confirm: async () => {
      const seen = (open ?? []).map(({ id }) => id)
      setOpen(null)
      await proceed(seen)
    },
    cancel: () => setOpen(null),
  }
}
