import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { pagesSchema } from '../pages/model.ts'
import { providedContract } from './provided/contract.ts'
import { documentKindSchema } from './kinds.ts'
import { decisionsSchema, openStudySchema, templateFieldsSchema, templateItemSchema, templateSchema } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const grant = z.string().min(1).max(100)
/** A file as base64; bytes don't cross the port as such. A template has at most 10 MB. */
const file = z.object({ fileName: z.string().max(255), content: z.base64().max(14_500_000) })

/** „Vorlagen": templates of the office and those that come with the application. */
export const templatesContract = {
  /** All templates by kind and name, built-in ones too. */
  list: procedure.output(z.array(templateItemSchema)),
  provided: providedContract,
  get: procedure.input(z.object({ id })).output(templateSchema),
  /** Takes a Word file as a new template. A file that isn't harmless is refused with `template` and its reason. */
  add: procedure.input(file.extend({ kind: documentKindSchema })).output(changeReceiptSchema.extend({ id })),
  /** Takes a further file as the new version; decisions about names and places go along where they still fit. */
  addVersion: procedure.input(versioned.extend(file.shape)).output(changeReceiptSchema),
  update: procedure.input(versioned.extend({ fields: templateFieldsSchema.partial() })).output(changeReceiptSchema),
  /** Stores what names mean and where things are put, for the current version. */
  decide: procedure.input(versioned.extend({ decisions: decisionsSchema })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** The current version as it can be shown and clicked, with names, faults and decisions. */
  study: procedure.input(z.object({ id })).output(openStudySchema),
  /** The pages of a template (`ref` of the list) filled with a sample. */
  sample: procedure.input(z.object({ ref: id })).output(pagesSchema),
  /** Writes the filled sample as DOCX to the file that was chosen in the save dialog. */
  saveSample: procedure.input(z.object({ ref: id, grant })).output(z.void()),
  /** Writes a version as it came in. */
  saveOriginal: procedure.input(z.object({ id, versionId: id, grant })).output(z.void()),
}
