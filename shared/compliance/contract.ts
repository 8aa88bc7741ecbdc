import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { paperCodes, shelfPaperSchema, sourceSchema } from './model.ts'

const grant = z.string().min(1).max(100)

/** „Ordner Datenschutz": papers that are made from what is set here. `forbidden` for all but the Leitung. */
export const complianceContract = {
  shelf: procedure.output(z.object({ papers: z.array(shelfPaperSchema), sources: z.array(sourceSchema) })),
  /** Writes one paper as DOCX and remembers from which settings it was made. */
  save: procedure.input(z.object({ paper: z.enum(paperCodes), grant })).output(z.void()),
  /** Writes all of them into the chosen folder. */
  saveAll: procedure.input(z.object({ grant })).output(z.object({ files: z.number().int() })),
}
