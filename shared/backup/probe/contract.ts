import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { probeSchema } from './model.ts'

/** Test restorations: made every month by themselves, and by hand. */
export const probeContract = {
  /** The last one; null as long as there was none. */
  last: procedure.output(probeSchema.nullable()),
  run: procedure.output(probeSchema),
  /** Writes the certificate of the last one as PDF. */
  saveCertificate: procedure.input(z.object({ grant: z.string().min(1).max(100) })).output(z.void()),
}
