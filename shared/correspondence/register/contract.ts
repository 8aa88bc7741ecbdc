import { z } from 'zod'
import { maxPaperBytes } from '../../attachments/kinds.ts'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema, recordRefSchema } from '../../records/model.ts'
import { planClassSchema } from './file-plan.ts'
import {
  directions, documentSchema, dossierInputSchema, dossierSchema, entryInputSchema, entrySchema, filedSchema, filedTypes, matterInputSchema, matterSchema,
  ownerSchema, receivedFileSchema, registerSettingsSchema,
} from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const receiptWithId = changeReceiptSchema.extend({ id })
const page = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }
const grant = z.string().min(1).max(100)
const filedRecord = z.object({ type: z.enum(filedTypes), id })

/** Files that are handed over: they are read, and wait in the memory of the office process until they are put somewhere. */
export const receivingContract = {
  begin: procedure
    .input(z.object({ name: z.string().max(255), size: z.number().int().min(1, 'Die Datei ist leer.').max(maxPaperBytes, 'Die Datei ist größer als 25 MB.') }))
    .output(z.object({ token: id })),
  append: procedure.input(z.object({ token: id, content: z.base64().max(1_500_000) })).output(z.void()),
  /** Reads what has come. `invalid` with a reason for what isn't taken. */
  read: procedure.input(z.object({ token: id })).output(receivedFileSchema),
  /** Forgets what has come. */
  discard: procedure.input(z.object({ tokens: z.array(id).max(50) })).output(z.void()),
}

/** Posteingang and Postausgang. */
export const entriesContract = {
  list: procedure
    .input(z.object({ query: z.string().max(200).default(''), show: z.enum([...directions, 'follow-up']), ...page }))
    .output(z.object({ entries: z.array(entrySchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(entrySchema),
  create: procedure.input(z.object({ fields: entryInputSchema, files: z.array(id).max(20), letterId: id.nullable() })).output(receiptWithId),
  update: procedure.input(versioned.extend({ fields: entryInputSchema.partial() })).output(changeReceiptSchema),
  /** Says that a follow-up is done, or isn't. */
  setFollowUp: procedure.input(versioned.extend({ done: z.boolean() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** What was sent with this letter, the last first. */
  ofLetter: procedure.input(z.object({ letterId: id })).output(z.array(entrySchema)),
  /** Follow-ups that are due, the earliest first. */
  due: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.object({ entries: z.array(entrySchema), total: z.number().int() })),
  /** Writes the register of a direction as PDF or XLSX. */
  save: procedure.input(z.object({ direction: z.enum(directions), year: z.number().int().nullable(), format: z.enum(['pdf', 'xlsx']), grant })).output(z.void()),
}

/** Papers of the office side. */
export const documentsContract = {
  /** Finds papers and letters by everything that stands in them. */
  search: procedure.input(z.object({ query: z.string().max(200).default(''), ...page })).output(z.object({
    hits: z.array(z.object({ record: recordRefSchema, typeLabel: z.string(), title: z.string(), subtitle: z.string(), line: z.string(),
      /** Some words around the first hit; empty where the hit stands in the title. */
      excerpt: z.string() })),
    total: z.number().int(),
  })),
  of: procedure.input(z.object({ owner: ownerSchema })).output(z.array(documentSchema)),
  get: procedure.input(z.object({ id })).output(documentSchema),
  /** Puts files that were handed over somewhere. */
  add: procedure.input(z.object({ owner: ownerSchema, files: z.array(id).min(1).max(20) })).output(changeReceiptSchema),
  update: procedure
    .input(versioned.extend({ name: z.string().trim().min(1, 'Bitte einen Namen angeben.').max(120), note: z.string().max(1_000) }))
    .output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  piece: procedure.input(z.object({ id, position: z.number().int().min(0) })).output(z.object({ content: z.string(), last: z.boolean() })),
  /** Writes a paper to a file that main has granted. */
  write: procedure.input(z.object({ id, grant })).output(z.void()),
  /** The words of a paper; for a mail its head and text. */
  text: procedure.input(z.object({ id })).output(z.object({ text: z.string() })),
  /** Calculates the hash of the content again. */
  check: procedure.input(z.object({ id })).output(z.object({ intact: z.boolean(), hash: z.string() })),
}

/** Akten and Vorgänge. */
export const filesContract = {
  tree: procedure.output(z.object({ plan: z.array(planClassSchema), dossiers: z.array(dossierSchema), matters: z.array(matterSchema) })),
  createDossier: procedure.input(dossierInputSchema).output(receiptWithId),
  updateDossier: procedure.input(versioned.extend({ fields: dossierInputSchema.partial(), closed: z.boolean().optional() })).output(changeReceiptSchema),
  removeDossier: procedure.input(versioned).output(changeReceiptSchema),
  createMatter: procedure.input(matterInputSchema).output(receiptWithId.extend({ reference: z.string() })),
  updateMatter: procedure.input(versioned.extend({ fields: matterInputSchema.partial(), closed: z.boolean().optional() })).output(changeReceiptSchema),
  removeMatter: procedure.input(versioned).output(changeReceiptSchema),
  contents: procedure.input(z.object({ matterId: id })).output(z.array(filedSchema)),
  /** Files a record, and with it what belongs to it. It leaves the matter that it was in. */
  file: procedure.input(z.object({ matterId: id, record: filedRecord })).output(changeReceiptSchema),
  unfile: procedure.input(z.object({ matterId: id, filed: id })).output(changeReceiptSchema),
  /** Where a record is filed; null if nowhere. */
  whereIs: procedure.input(z.object({ record: filedRecord })).output(z.object({ matterId: id, reference: z.string(), title: z.string(), number: z.number().int() }).nullable()),
  /** Writes the Aktenverzeichnis as PDF or XLSX. */
  save: procedure.input(z.object({ format: z.enum(['pdf', 'xlsx']), grant })).output(z.void()),
}

/** How the office numbers and files. */
export const registerSettingsContract = {
  get: procedure.output(z.object({ version: z.number().int(), settings: registerSettingsSchema })),
  update: procedure.input(z.object({ version: z.number().int(), settings: registerSettingsSchema.partial() })).output(changeReceiptSchema),
  /** Reads an Aktenplan from a CSV file; nothing is stored. */
  readPlan: procedure.input(z.object({ content: z.base64().max(2_000_000) })).output(z.object({ classes: z.array(planClassSchema), faults: z.array(z.string()) })),
}

/** „Register" and „Akten". */
export const registerContract = {
  receiving: receivingContract, entries: entriesContract, documents: documentsContract, files: filesContract, settings: registerSettingsContract,
}
