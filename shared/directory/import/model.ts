import { z } from 'zod'
import { contactKinds } from '../model.ts'
import { importFields } from './fields.ts'
import { importEncodings, importFormats, importSeparators } from './formats.ts'
import { importRepairKinds } from './repairs.ts'

/** What becomes of a repair: by a person's word, or waiting for it. */
export const repairDecisions = ['accept', 'decline'] as const
/** What becomes of a row that resembles a contact: it completes that contact, becomes a new one, or is passed over. */
export const similarDecisions = ['complete', 'new', 'skip'] as const
/** Which value stays where a row contradicts the contact that it completes. */
export const conflictDecisions = ['keep', 'replace'] as const
/** What becomes of a remark that is not meant for everybody. */
export const remarkDecisions = ['note', 'protected', 'drop'] as const

const repairsSchema = z.partialRecord(z.enum(importRepairKinds), z.enum(repairDecisions))

/** What was decided, for all rows or for one; what is not given is not decided. */
const decisionsSchema = z.object({
  repairs: repairsSchema.optional(),
  similar: z.enum(similarDecisions).optional(),
  conflicts: z.enum(conflictDecisions).optional(),
  remark: z.enum(remarkDecisions).optional(),
})

/** What a person may set instead of what was found by itself. */
export const importOptionsSchema = decisionsSchema.extend({
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  /** Which of the tables of a workbook, by its place in the overview. */
  table: z.number().int().min(0).max(1000).optional(),
  /** Take in the hidden rows and columns of the table as well. */
  withHidden: z.boolean().optional(),
  /** One field per column. */
  mapping: z.array(z.enum(importFields)).max(1000).optional(),
  /** Decisions for single rows by their key; they go before those for all. */
  rows: z.record(z.string().max(40), decisionsSchema).optional(),
})

export const importRepairSchema = z.object({
  kind: z.enum(importRepairKinds),
  field: z.enum(importFields),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  /** `open` waits for a person. */
  state: z.enum(['accept', 'decline', 'open']),
})

/**
 * `new`: becomes a contact; `complete`: adds to a contact; `open`: waits for a decision and comes back if none is made;
 * `skipped`: passed over by decision; `unchanged`: says nothing new; `rejected`: comes back; `empty`: holds nothing.
 */
export const importOutcomes = ['new', 'complete', 'open', 'skipped', 'unchanged', 'rejected', 'empty'] as const

export const importConflictSchema = z.object({ label: z.string(), existing: z.string(), incoming: z.string() })

/** The contact that a row resembles. */
export const importMatchSchema = z.object({
  name: z.string(),
  place: z.string(),
  /** The contact in the stock, or null for an earlier row of the file. */
  contactId: z.string().nullable(),
  /** Line of the earlier row; null for a contact of the stock. */
  line: z.number().int().nullable(),
  /** Why it is thought to be the same: "gleiche E-Mail-Adresse". */
  reasons: z.array(z.string()),
  additions: z.array(z.string()),
  conflicts: z.array(importConflictSchema),
})

export const importRowSchema = z.object({
  /** Tells the row from the others, also after another decision; two people of one cell have two. */
  id: z.string(),
  /** Line of the file on which the row begins, counted from 1. */
  line: z.number().int(),
  outcome: z.enum(importOutcomes),
  reason: z.string().nullable(),
  kind: z.enum(contactKinds).nullable(),
  name: z.string(),
  place: z.string(),
  repairs: z.array(importRepairSchema),
  hints: z.array(z.string()),
  /** A remark that is not meant for everybody, and what becomes of it; null where there is none. */
  remark: z.object({ text: z.string(), decision: z.enum([...remarkDecisions, 'open']) }).nullable(),
  match: importMatchSchema.nullable(),
  /** What was decided about the match; null where nothing was, or there is none. */
  similar: z.enum(similarDecisions).nullable(),
  conflicts: z.enum(conflictDecisions),
  /** What the contact will say, in words, by the names of the fields. */
  becomes: z.array(z.object({ label: z.string(), value: z.string() })),
})

export const importCountsSchema = z.record(z.enum(importOutcomes), z.number().int())

/** What the file as a whole turned out to be, and what is to be decided. */
export const importOverviewSchema = z.object({
  /** Number of the plan that was made; the rows are asked for with it. */
  plan: z.number().int(),
  format: z.enum(importFormats),
  /** How the text is encoded; null for a workbook. */
  text: z.object({
    encoding: z.enum(importEncodings),
    /** The file begins with a byte order mark. */
    bom: z.boolean(),
    /** False where the encoding is only the likeliest of several. */
    certain: z.boolean(),
    separator: z.enum(importSeparators).nullable(),
  }).nullable(),
  /** The tables of the file: sheets of a workbook, or several tables on one. */
  tables: z.array(z.object({ label: z.string(), hidden: z.boolean(), rows: z.number().int() })),
  table: z.number().int(),
  /** Rows and columns of the table that are hidden in the file and not taken in unasked. */
  hidden: z.object({ rows: z.number().int(), columns: z.number().int(), included: z.boolean() }),
  /** What a person should know of the file. */
  warnings: z.array(z.string()),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(importFields), sample: z.string() })),
  /** Where the columns' meanings come from if they were remembered. */
  remembered: z.object({ name: z.string(), on: z.string() }).nullable(),
  /** When the very same file was imported before. */
  importedBefore: z.object({ on: z.string(), personName: z.string(), undone: z.boolean() }).nullable(),
  counts: importCountsSchema,
  repairs: z.array(z.object({
    kind: z.enum(importRepairKinds), rows: z.number().int(), open: z.number().int(), before: z.string(), after: z.string(),
    decision: z.enum(repairDecisions).nullable(),
  })),
  /** Rows that resemble a contact, how many of them are undecided, and how many contradict it. */
  similar: z.object({ rows: z.number().int(), open: z.number().int(), conflicts: z.number().int() }),
  /** Remarks not meant for everybody. */
  remarks: z.object({ rows: z.number().int(), open: z.number().int(), mayProtect: z.boolean() }),
})

export const importRowFilters = ['all', 'open', 'new', 'complete', 'noted', 'unchanged', 'rejected'] as const

/** How far the reading is, then the overview. */
export const importReadingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reading'), rows: z.number().int() }),
  z.object({ state: z.literal('ready'), overview: importOverviewSchema }),
])

/** What the running import tells: how many rows are done, and at the end what became of them. */
export const importProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: z.number().int(), total: z.number().int() }),
  z.object({
    state: z.literal('done'),
    counts: importCountsSchema,
    /** Contacts made, the organisations of imported persons included. */
    created: z.number().int(),
    completed: z.number().int(),
    /** Remarks that are to become protected notes; the window brings them to the other side of the vault. */
    remarks: z.array(z.object({ contactId: z.string(), text: z.string() })),
    change: z.string().nullable(),
  }),
])

export type ImportProgress = z.infer<typeof importProgressSchema>
export type ImportReading = z.infer<typeof importReadingSchema>
export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ImportDecisions = z.infer<typeof decisionsSchema>
export type ImportRepair = z.infer<typeof importRepairSchema>
export type ImportConflict = z.infer<typeof importConflictSchema>
export type ImportMatch = z.infer<typeof importMatchSchema>
export type ImportOutcome = typeof importOutcomes[number]
export type ImportRow = z.infer<typeof importRowSchema>
export type ImportCounts = z.infer<typeof importCountsSchema>
export type ImportOverview = z.infer<typeof importOverviewSchema>
export type ImportRowFilter = typeof importRowFilters[number]
export type SimilarDecision = typeof similarDecisions[number]
export type ConflictDecision = typeof conflictDecisions[number]
export type RemarkDecision = typeof remarkDecisions[number]
