/** Brings one form's text to safety; resolves when it is stored. */
export type Flush = () => Promise<void>

const flushes = new Set<Flush>()

/** Registers a form that may hold unsaved text; returns the way to end it. */
export function registerUnsaved(flush: Flush): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Brings the text of all open forms to safety, before a lock or on closing. Never fails: each form keeps its text. */
export async function flushUnsaved(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
