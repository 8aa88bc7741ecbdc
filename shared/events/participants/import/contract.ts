import { z } from 'zod'
import { procedure } from '../../../contract-base.ts'
import { participantImportOptionsSchema, participantOverviewSchema } from './model.ts'

const id = z.string().min(1).max(64)
const file = z.object({ eventId: id, token: id })
const asked = file.extend({ options: participantImportOptionsSchema })

/** A list of registrations is handed over in pieces, looked at, and taken in one step. */
export const participantImportContract = {
  begin: procedure.input(z.object({ name: z.string().max(255), size: z.number().int().min(0) })).output(z.object({ token: id })),
  append: procedure.input(z.object({ token: id, content: z.base64().max(2_900_000) })).output(z.void()),
  /** Reads the file and tells what would happen to its rows. Changes nothing. */
  read: procedure.input(asked).output(participantOverviewSchema),
  /** Takes what was shown, as one step. */
  run: procedure.input(asked).output(z.object({ change: z.string().nullable(), added: z.number().int(), waiting: z.number().int(), updated: z.number().int() })),
  /** Writes the rows that were not taken, with the reason, to the chosen file. */
  saveRejected: procedure.input(asked.extend({ grant: z.string().min(1).max(100) })).output(z.void()),
  forgetMapping: procedure.input(asked).output(z.void()),
  close: procedure.input(z.object({ token: id })).output(z.void()),
}
