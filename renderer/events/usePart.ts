import type { ChangeReceipt } from '../../shared/records/model.ts'
import type { Autosave } from '../app/useAutosave.ts'
import { useRecordForm } from '../app/useRecordForm.ts'
import { attempt } from './attempt.ts'

/** A part of an event as it was read. */
export interface StoredPart<Content> {
  version: number
  trashed: boolean
  content: Content
}

/** The form of one part of an event. */
export interface PartForm<Content> {
  content: Content
  readOnly: boolean
  status: Autosave
  set(patch: Partial<Content>): void
  /** Stores at once and offers to take it back: for what is removed, and for several lines that come together. */
  step(patch: Partial<Content>, notice: string): Promise<boolean>
  flush(): Promise<void>
}

/**
 * Keeps a part of an event and stores it by itself.
 * @param tidy leaves off lines in which nothing stands yet: they stay on the screen and are not stored
 */
export function usePart<Content extends object>(
  id: string, part: StoredPart<Content>, save: (input: { id: string; version: number; content: Content }) => Promise<ChangeReceipt>, tidy: (content: Content) => Content = (content) => content,
): PartForm<Content> {
  const form = useRecordForm<StoredPart<Content>, Content>(part, (stored) => stored.content, (version, _changed, whole) => save({ id, version, content: tidy(whole) }))
  return {
    content: form.fields, readOnly: part.trashed, status: form.status, set: form.set, flush: form.flush,
    step: (patch, notice) => attempt(async () => {
      await form.flush()
      return save({ id, version: form.version(), content: tidy({ ...form.fields, ...patch }) })
    }, notice),
  }
}

/** Whether nothing has been said in a line yet. */
export function isBlank<Line extends { id: string }>(line: Line, blank: Omit<Line, 'id'>): boolean {
  return Object.entries(blank).every(([key, value]) => JSON.stringify(line[key as keyof Line]) === JSON.stringify(value))
}
