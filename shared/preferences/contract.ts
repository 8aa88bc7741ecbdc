import { z } from 'zod'
import { procedure } from '../contract-base.ts'

/** What a person has set for the screens: widths, columns, sort order. Never personal data of others. */
export const preferencesContract = {
  all: procedure.output(z.record(z.string(), z.unknown())),
  set: procedure.input(z.object({ key: z.string().min(1).max(100), value: z.unknown() })).output(z.void()),
}
