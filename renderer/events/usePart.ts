import { useRef } from 'react'
import type { ChangeReceipt } from '../../shared/records/model.ts'
import { failureOf } from '../app/failure.ts'
import type { Autosave } from '../app/useAutosave.ts'
import { useRecordForm } from '../app/useRecordForm.ts'
import { attempt } from '../ui/attempt.ts'

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

/** How a part is read and stored. */
interface PartProcedures<Content> {
  get(input: { id: string }): Promise<StoredPart<Content>>
  save(input: { id: string; version: number; content: Content }): Promise<ChangeReceipt>
}

/**
 * Keeps a part of an event and stores it by itself. Another part of the same event that is stored meanwhile is no conflict.
 * @param tidy leaves off lines in which nothing stands yet: they stay on the screen and are not stored
 */
export function usePart<Content extends object>(id: string, part: StoredPart<Content>, { get, save }: PartProcedures<Content>, tidy: (content: Content) => Content = (content) => content): PartForm<Content> {
  /** What the office process holds of this part, as far as this form knows. */
  const base = useRef(part.content)
  /** Version after the last step: until the form has seen it, its lines are older than what is stored. */
  const awaited = useRef(0)
  const send = async (version: number, content: Content): Promise<ChangeReceipt> => {
    const receipt = await save({ id, version, content }).catch(async (error: unknown) => {
      if (failureOf(error).code !== 'conflict' || version < awaited.current) throw error
      const now = await get({ id })
      if (comparable(now.content) !== comparable(base.current)) throw error
      return save({ id, version: now.version, content })
    })
    base.current = content
    return receipt
  }
  const form = useRecordForm<StoredPart<Content>, Content>(part, (stored) => { base.current = stored.content; return stored.content }, (version, _changed, whole) => send(version, tidy(whole)))
  return {
    content: form.fields, readOnly: part.trashed, status: form.status, set: form.set, flush: form.flush,
    step: (patch, notice) => attempt(async () => {
      await form.flush()
      const receipt = await send(form.version(), tidy({ ...form.fields, ...patch }))
      awaited.current = receipt.version
      return receipt
    }, notice),
  }
}

/** The same text for the same content, whatever the order of its fields. */
function comparable(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b))) : value)
}

/** Whether nothing has been said in a line yet. */
export function isBlank<Line extends { id: string }>(line: Line, blank: Omit<Line, 'id'>): boolean {
  return Object.entries(blank).every(([key, value]) => JSON.stringify(line[key as keyof Line]) === JSON.stringify(value))
}
