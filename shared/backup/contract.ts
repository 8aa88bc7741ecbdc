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
  /** Copies in the vault that may still hold what is destroyed today, and the day by which those that go by themselves are gone. */
  copies: procedure.output(z.object({ copies: z.array(z.object({ name: z.string() })), goneBy: z.string().nullable() })),
  /** Begins a backup; how it goes on is told by `stand`. */
  run: procedure.output(z.void()),
  restore: restoreContract,
  probe: probeContract,
  replaced: replacedContract,
  /** Compares every file of a set with its checksum. */
  verify: procedure.input(z.object({ id: z.string().min(1).max(80), place: z.enum(['own', 'second']) })).output(verificationSchema),
}
