import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { partId, partLine } from '../part.ts'

/** Makes a new event from one that was, in one step: everything that was planned, nothing of what came of it. */
export const copyContract = procedure
  .input(z.object({
    id: partId, title: partLine().refine((value) => value !== '', 'Bitte der Veranstaltung einen Titel geben.'), startsOn: z.iso.date().nullable(), checklistId: partId.nullable(), land: z.enum(LAND_CODES),
  }))
  .output(changeReceiptSchema.extend({ id: partId }))
