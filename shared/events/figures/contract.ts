import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { eventFiguresSchema, figureFormats, figurePeriodSchema } from './model.ts'

/** Figures for the activity report. */
export const figuresContract = {
  /** Events of a period by what is known of them, the same of a year earlier, and the years side by side. */
  get: procedure.input(figurePeriodSchema).output(eventFiguresSchema),
  /** Writes them to the chosen file: tables as XLSX or CSV, paragraph and tables as DOCX or PDF. */
  save: procedure.input(z.object({ period: figurePeriodSchema, format: z.enum(figureFormats), grant: z.string().min(1).max(100) })).output(z.void()),
}
