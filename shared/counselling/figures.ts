import { z } from 'zod'

/** Consultations of one month: with people, and with administrations and institutions (Fachberatung). */
export const monthFigureSchema = z.object({
  /** 1 to 12 */
  month: z.number().int(),
  people: z.number().int(),
  professional: z.number().int(),
})
export type MonthFigure = z.infer<typeof monthFigureSchema>
