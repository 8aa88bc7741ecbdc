import { z } from 'zod'

/** What an export may hold: both sides, or the office side alone. */
export const exportParts = ['all', 'office'] as const
export type ExportParts = (typeof exportParts)[number]

/** Why an export came to nothing; the words for it stand in `words.ts`. */
export const exportTroubles = ['disk-full', 'read-only', 'not-reachable', 'held', 'source-damaged', 'stopped', 'locked', 'keys-renewed', 'unreadable', 'failed'] as const
export type ExportTrouble = (typeof exportTroubles)[number]

export const exportResultSchema = z.object({
  at: z.string(),
  parts: z.enum(exportParts),
  /** Size and SHA-256 of the archive. */
  bytes: z.number().int(),
  sha256: z.string(),
  /** Rows of all tables and files, by side. */
  counts: z.array(z.object({ side: z.enum(['office', 'counselling']), tables: z.number().int(), rows: z.number().int(), files: z.number().int() })),
  seconds: z.number(),
})
export type ExportResult = z.infer<typeof exportResultSchema>

export const exportStandSchema = z.object({
  /** Rows and files that are written, and read back. */
  running: z.object({ step: z.enum(['writing', 'verifying']), done: z.number().int(), total: z.number().int() }).nullable(),
  /** The last one of this session. */
  last: exportResultSchema.nullable(),
  trouble: z.enum(exportTroubles).nullable(),
})
export type ExportStand = z.infer<typeof exportStandSchema>

/** Decimal power of guesses that a passphrase of an archive must withstand: the format derives its key a thousand times faster than a vault. */
export const archiveGuesses = 18

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 5
const groupLength = 5

/**
 * A passphrase that nobody guesses: 25 characters of an alphabet without look-alikes, 122 bits.
 * @param random fills an array with random bytes
 */
export function archivePassphrase(random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const drawn: string[] = []
  const bytes = new Uint8Array(64)
  while (drawn.length < groups * groupLength) {
    random(bytes)
    // Bytes beyond the last whole multiple would make some characters likelier than others.
    for (const byte of bytes) if (byte < 240 && drawn.length < groups * groupLength) drawn.push(alphabet[byte % alphabet.length] ?? '')
  }
  return Array.from({ length: groups }, (_, index) => drawn.slice(index * groupLength, (index + 1) * groupLength).join('')).join('-')
}
