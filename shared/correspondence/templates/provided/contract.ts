import { z } from 'zod'
import { procedure } from '../../../contract-base.ts'
import { changeReceiptSchema } from '../../../records/model.ts'
import { providedFolderSchema } from './model.ts'

/** Templates in the folder that IT has settled. */
export const providedContract = {
  /** What lies there; null where IT has settled no folder. */
  list: procedure.output(providedFolderSchema.nullable()),
  /** Takes a file into the vault: as a new template, or as the next version of the one that has an earlier file of this name. */
  take: procedure.input(z.object({ fileName: z.string().min(1).max(255) })).output(changeReceiptSchema.extend({ id: z.string(), isNew: z.boolean() })),
}
