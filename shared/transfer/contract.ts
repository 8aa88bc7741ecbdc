import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { exportParts, exportStandSchema } from './model.ts'

/** „Gesamtexport": everything of the vault in an open format. For the Leitung alone. */
export const transferContract = {
  /** How the export goes on, or how the last one of this session ended. */
  stand: procedure.output(exportStandSchema),
  /** Begins an export; how it goes on is told by `stand`. `invalid` for a passphrase that is too easy to guess. */
  begin: procedure
    .input(z.object({ grant: z.string().min(1).max(100), parts: z.enum(exportParts), passphrase: z.string().min(1, 'Bitte eine Passphrase eingeben.').max(200) }))
    .output(z.void()),
  /** Stops a running export; nothing of it is left. */
  stop: procedure.output(z.void()),
}
