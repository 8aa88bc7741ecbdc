import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { probeContract } from './probe/contract.ts'
import { replacedContract } from './replaced/contract.ts'
import { restoreContract } from './restore/contract.ts'
import { backupStandSchema, listedSetSchema, verificationSchema } from './model.ts'

/** Backups of the opened office. */
export const backupContract = {
  stand: procedure.output(backupStandSchema),
  /** Finished sets of both places, the newest first. */
  list: procedure.output(z.array(listedSetSchema)),
  /** Begins a backup; how it goes on is told by `stand`. */
  run: procedure.output(z.void()),
  restore: restoreContract,
  probe: probeContract,
  replaced: replacedContract,
  /** Compares every file of a set with its checksum. */
  verify: procedure.input(z.object({ id: z.string().min(1).max(80), place: z.enum(['own', 'second']) })).output(verificationSchema),
}
