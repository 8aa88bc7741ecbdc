import { z } from 'zod'
import logFile from '../../resources/audit/log.json' with { type: 'json' }

/** What kinds of events the log knows. */
export const auditKinds = ['log', 'people', 'keys', 'settings', 'access', 'identity', 'export', 'deletion', 'backup'] as const
export type AuditKind = (typeof auditKinds)[number]

/** What is written of an event: codes, opaque ids and numbers, and never a text that somebody typed or a name of somebody outside the office. */
export interface AuditNote {
  kind: AuditKind
  /** Code of what happened: of `auditWords`, or for an export the path of its procedure. */
  what: string
  /** Opaque id of the record or the person of the office that it was about; empty for none. */
  subject?: string
  /** A further code, such as the format of a file or a role. */
  detail?: string
  /** How many, or a number that belongs to the event. */
  number?: number | null
  /** The entry that this one takes back: what it told of did not come about. */
  refers?: number | null
}

const text = z.string()

/** An entry as the screen shows it. */
export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: text,
  personId: text,
  personName: text,
  kind: z.enum(auditKinds),
  what: text,
  subject: text,
  /** The subject in words, where it has some that this person may read: the number of a case, the name of a colleague. */
  subjectName: text,
  detail: text,
  number: z.number().nullable(),
  /** Whether a later entry says that it did not come about. */
  failed: z.boolean(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** What a check of the chain can find. */
export const findingKinds = ['changed', 'unlinked', 'gap', 'beginning', 'end', 'anchor', 'backup', 'clock'] as const
export const findingSchema = z.object({ kind: z.enum(findingKinds), seq: z.number().int(), text })
export type AuditFinding = z.infer<typeof findingSchema>

/** Result of a check. `sound` is false as soon as anything but the clock is found. */
export const auditCheckSchema = z.object({
  at: text,
  sound: z.boolean(),
  entries: z.number().int(),
  /** Day of the first entry that is there; null for an empty log. */
  since: text.nullable(),
  /** Number of the last entry that was taken out after its time; 0 for none. */
  prunedThrough: z.number().int(),
  findings: z.array(findingSchema),
  /** Anchors outside of the log that agree with it: the other database, backups. */
  anchors: z.object({ other: z.boolean(), backups: z.number().int(), newestBackup: text.nullable() }),
  mark: text,
})
export type AuditCheck = z.infer<typeof auditCheckSchema>

/** What a mark from an earlier print shows. */
export const markProofSchema = z.object({ state: z.enum(['fits', 'pruned', 'unknown', 'misread']), seq: z.number().int(), at: text.nullable() })
export type MarkProof = z.infer<typeof markProofSchema>

/** How long entries are kept. */
export const auditRetention = logFile.retention

/** Occasions on which the log of others may be read. */
export const auditPurposes: readonly { code: string; label: string; validFrom: string; validTo: string | null }[] = logFile.purposes

export const auditPurposeSchema = z.string().refine((code) => auditPurposes.some((purpose) => purpose.code === code), 'Bitte einen Anlass wählen.')

/** Which entries are wanted. */
export const auditFilterSchema = z.object({
  /** Of everybody, which only the Leitung may read and for an occasion; or one's own. */
  scope: z.enum(['all', 'own']),
  kind: z.enum(auditKinds).nullable().default(null),
  personId: z.string().max(64).nullable().default(null),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>
