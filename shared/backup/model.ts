import { z } from 'zod'

/**
 * Version of manifest.json that this program writes; a higher one is read by nobody but a newer program. Sets of format 1, which had one checksum
 * for each file, are verified, copied and restored as before.
 */
export const backupFormat = 2

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const box = z.strictObject({ nonce: z.base64(), data: z.base64(), tag: z.base64() })
const perSide = <Value extends z.ZodType>(value: Value) => z.strictObject({ office: value, counselling: value })

const fileFacts = { name: z.string().regex(/^[a-z][a-z.-]{0,60}$/), bytes: z.int().nonnegative() }

/** One file of a set, with the SHA-256 of each of its parts of 8 MiB; in format 1 with that of the whole file. */
const setFileSchema = z.union([z.strictObject({ ...fileFacts, parts: z.array(hash) }), z.strictObject({ ...fileFacts, sha256: hash })])
export type SetFile = z.infer<typeof setFileSchema>

/**
 * What manifest.json says of a set. Readable without a key, so nothing in it tells what the office works on: the counts are encrypted under the
 * data keys.
 */
export const manifestSchema = z.strictObject({
  vaultId: z.string().min(1).max(64),
  startedAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  /** Local calendar day of the computer that made it. */
  day: z.iso.date(),
  /** Checksum of the generation of vault.json inside. */
  generation: z.string(),
  files: z.array(setFileSchema).min(2).max(12),
  /** `user_version` of each database; null where it was copied without its key. */
  versions: perSide(z.int().nullable()),
  /** Whether each database was opened with its key and found whole, or compared byte by byte with the closed file. */
  checked: perSide(z.enum(['opened', 'bytes'])),
  /** Numbers of records by kind, encrypted under the side's data key; null where it was copied without it. */
  counts: perSide(box.nullable()),
  /** Where each log ended, encrypted likewise: a log that doesn't hold this entry any more was cut or exchanged. Sets from before have none. */
  heads: perSide(box.nullable()).optional(),
  /** Salt of each database that was opened: with the same key, pages are authentic by the same codes. Sets of format 1 have none. */
  salts: perSide(z.string().regex(/^[0-9a-f]{32}$/).nullable()).optional(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Which format a manifest is written in. */
export function formatOf({ files }: Manifest): number {
  return files.some((file) => 'sha256' in file) ? 1 : backupFormat
}
export type CountsBox = z.infer<typeof box>

/** Where sets lie: beside the vault, or at the second place of choice. */
export const backupPlaces = ['own', 'second'] as const
export type BackupPlace = (typeof backupPlaces)[number]

/** Why a backup or a copy of one did not come about. */
export const failureKinds = ['disk-full', 'not-reachable', 'read-only', 'held', 'source-damaged', 'copy-damaged', 'in-use', 'gave-way', 'failed'] as const
export type FailureKind = (typeof failureKinds)[number]

const failure = z.object({ kind: z.enum(failureKinds), at: z.string() })

/** One finished set as the screen lists it. */
export const listedSetSchema = z.object({
  /** Name of its folder. */
  id: z.string(),
  createdAt: z.string(),
  day: z.string(),
  bytes: z.number(),
  opened: z.boolean(),
  places: z.array(z.enum(backupPlaces)),
})
export type ListedSet = z.infer<typeof listedSetSchema>

const runningSchema = z.object({
  step: z.enum(['copying', 'checking', 'second', 'verifying']),
  /** Bytes done and to do in this step; `total` 0 while it isn't known. */
  done: z.number(),
  total: z.number(),
})
export type RunningBackup = z.infer<typeof runningSchema>

/** How the backups stand: for the status bar and the screen. */
export const backupStandSchema = z.object({
  running: runningSchema.nullable(),
  /** When the newest finished set was made; null when there is none. */
  lastAt: z.string().nullable(),
  /** Why the last try failed, while no later one succeeded. */
  failure: failure.nullable(),
  /** The second place; null when none was chosen. */
  second: z.object({ display: z.string(), lastAt: z.string().nullable(), failure: failure.nullable() }).nullable(),
})
export type BackupStand = z.infer<typeof backupStandSchema>

/** Findings of a verification; none means that the set is whole. */
export const verificationSchema = z.object({ id: z.string(), createdAt: z.string().nullable(), bytes: z.number(), findings: z.array(z.string()) })
export type Verification = z.infer<typeof verificationSchema>

/** Numbers of records of one side by the German name of their kind. */
export const headSchema = z.object({ seq: z.int(), mac: z.string() })
/** End of a log. */
export type LogHead = z.infer<typeof headSchema>

export const countsSchema = z.record(z.string(), z.int())
export type Counts = z.infer<typeof countsSchema>

