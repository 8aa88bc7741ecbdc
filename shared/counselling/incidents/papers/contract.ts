import { z } from 'zod'
import { procedure } from '../../../contract-base.ts'
import { changeReceiptSchema } from '../../../records/model.ts'
import { realDay } from '../../model.ts'

const id = z.string().min(1).max(64)
const line = z.string().max(200).normalize('NFC').trim()

/** Which paper is wanted, and what only the person knows. */
export const wantedPaper = z.object({
  incidentId: id,
  /** The case of the affected person whose paper it is; null writes it without a person. */
  caseId: id.nullable(),
  paper: z.string().min(1).max(40),
  variant: z.enum(['client', 'office', 'filled', 'blank']),
  /** The line of the log that proves that the person opened the identity card; null leaves name and address as gaps. */
  opening: id.nullable(),
  /** Lines of the address field. */
  recipient: z.array(line).max(6, 'Höchstens sechs Zeilen passen in das Anschriftfeld.'),
  salutation: line,
  replyBy: realDay,
  writtenOn: realDay,
  /** Consent and release for this recipient were looked at. */
  released: z.boolean(),
})
export type WantedPaper = z.infer<typeof wantedPaper>

const filledField = z.object({ key: z.string(), label: z.string(), value: z.string(), needed: z.boolean() })
export type FilledField = z.infer<typeof filledField>

/** What the person sees before the paper is written. */
export const preparedPaper = z.object({
  /** Everything that the paper speaks of; an empty value that is needed becomes a marked gap. */
  fields: z.array(filledField),
  /** Until when the paper must have arrived; `detail`: the norm, and why this day. */
  deadline: z.object({ title: z.string(), dueOn: z.string(), safeOn: z.string(), detail: z.string(), over: z.boolean() }).nullable(),
  warnings: z.array(z.string()),
  needsRelease: z.boolean(),
  /** Releases of the case that are valid today, in words: to whom, until when, what. Whether one is meant for this recipient is for a human to judge. */
  releases: z.array(z.string()),
})
export type PreparedPaper = z.infer<typeof preparedPaper>

/** Drafts of the papers of an incident. They are made and kept on the counselling side. */
export const incidentPapersContract = {
  prepare: procedure.input(wantedPaper).output(preparedPaper),
  /** Writes the draft into the papers of the case. `invalid` without a case, or without the release that it needs. */
  create: procedure.input(wantedPaper).output(changeReceiptSchema.extend({ id, name: z.string() })),
  /** Writes the draft to the granted file, for an incident without a case. */
  save: procedure.input(wantedPaper.extend({ grant: id.max(100) })).output(z.void()),
}
