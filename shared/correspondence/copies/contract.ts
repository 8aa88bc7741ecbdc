import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { pdfEngines } from '../dispatch/contract.ts'
import { mailWays } from '../statements/workflow.ts'
import { copyKeySchema, copyKinds, fileFactsSchema } from './model.ts'

const id = z.string().min(1).max(64)

/** One file for all copies, or one for each. */
export const copyFiles = ['one', 'each'] as const
export type CopyFiles = (typeof copyFiles)[number]
export const copyForms = ['pdf', 'docx'] as const
export type CopyForm = (typeof copyForms)[number]

/** The copies of a letter: to several recipients, for information, for the file. */
export const copiesContract = {
  /** What the preview of the file copy says beside the form: who signed, and the points of the Verfügung. */
  fileFacts: procedure.input(z.object({ id })).output(fileFactsSchema),
  /** Papers that can be enclosed: those of the letter, of its statement and of the matter that it is filed in. */
  papers: procedure.input(z.object({ id })).output(z.object({ papers: z.array(z.object({ id, name: z.string(), kind: z.string() })) })),
  /** What can be sent. `oneFile`: whether the template can make one file of all copies. */
  choices: procedure.input(z.object({ id })).output(z.object({
    copies: z.array(z.object({ key: copyKeySchema, kind: z.enum(copyKinds), name: z.string(), way: z.enum(mailWays).nullable(), email: z.string() })),
    engine: z.enum(pdfEngines), oneFile: z.boolean(), papers: z.number().int(),
    /** Labels of what is missing, with the recipient where it is missing for one alone. */
    missing: z.array(z.string()),
  })),
  /**
   * Makes the chosen copies in one go: into one file, or into the chosen folder with the enclosed papers, mails for those who are written to
   * by mail. Enters each into the Postausgang with its file as proof; the file copy becomes a paper of the letter. All of it or nothing. A
   * letter that isn't finished is refused with `invalid`. A follow-up stands with the first copy that is entered.
   */
  send: procedure
    .input(z.object({ id, keys: z.array(copyKeySchema).min(1).max(202), form: z.enum(copyForms), files: z.enum(copyFiles), enter: z.boolean(), followUpOn: z.iso.date().nullable().default(null), grant: z.string().min(1).max(100) }))
    .output(z.object({
      engine: z.enum(pdfEngines).nullable(), report: z.array(z.string()), written: z.number().int(),
      /** Numbers in the Postausgang, with whom each went to. */
      entries: z.array(z.object({ number: z.string(), name: z.string() })),
    })),
}
