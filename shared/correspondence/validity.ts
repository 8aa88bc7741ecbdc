/** Whether something applies on a day: already, not yet, no longer. */
export type Validity = 'valid' | 'future' | 'ended'

/** The validity on a day; both ends belong to it. All days ISO. */
export function validityOn(day: string, from: string | null, until: string | null): Validity {
  if (from !== null && from > day) return 'future'
  return until !== null && until < day ? 'ended' : 'valid'
}
