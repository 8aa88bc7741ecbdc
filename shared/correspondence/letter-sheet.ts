import { z } from 'zod'
import { letterBodySchema } from './body.ts'
import type { CopyPart } from './copies/copy-part.ts'
import { formB } from './din5008.ts'

const textLine = z.string().max(500)

/** One line of the information block, as printed. */
export const informationEntrySchema = z.object({ label: z.string().max(60), value: textLine })
export type InformationEntry = z.infer<typeof informationEntrySchema>

/**
 * A letter as it stands on paper: everything is composed, nothing is looked up any more. Both the DOCX generator and the
 * page preview take exactly this and the letterhead.
 */
export const letterSheetSchema = z.object({
  /** Form A or B of DIN 5008: how high the letterhead is. */
  form: z.enum(['a', 'b']),
  number: z.string().max(40),
  addressNotes: z.array(textLine).max(formB.noteZone.lines),
  addressLines: z.array(textLine).max(formB.addressZone.lines),
  information: z.array(informationEntrySchema).max(12),
  /** Date and file reference for the header of the following pages. */
  continuationTitle: textLine,
  subject: z.string().max(2_000),
  salutation: textLine,
  body: letterBodySchema,
  closing: textLine,
  signature: z.object({ authority: textLine, addition: textLine, name: textLine, function: textLine.optional() }),
  enclosures: z.array(textLine).max(100),
  copies: z.array(textLine).max(100),
})
/** `copy` tells this paper from the other copies of the letter; a letter to one recipient has none. */
export type LetterSheet = z.infer<typeof letterSheetSchema> & { copy?: CopyPart | undefined }

/** Gives the heading above the enclosures: one is an „Anlage", several are counted: „Anlagen (3)". */
export function enclosuresHeading(enclosures: readonly string[]): string {
  return enclosures.length === 1 ? 'Anlage' : `Anlagen (${enclosures.length})`
}
