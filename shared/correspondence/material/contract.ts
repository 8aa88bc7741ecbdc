import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { editionInputSchema, handOutSchema, materialInputSchema, materialListItemSchema, materialSchema, materialShows, matrixSchema, movementInputSchema } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const receiptWithId = changeReceiptSchema.extend({ id })

/** „Infomaterial": leaflets and brochures with languages, editions and stock. */
export const materialContract = {
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''), show: z.enum(materialShows).default('all'), language: z.string().max(40).default(''), topic: z.string().max(40).default(''),
      sort: z.enum(['title', 'topic', 'stock']).default('title'), descending: z.boolean().default(false), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ materials: z.array(materialListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(materialSchema),
  /** Registers a material with its first edition. */
  create: procedure.input(z.object({ fields: materialInputSchema, edition: editionInputSchema, amount: z.number().int().min(0).max(1_000_000) })).output(receiptWithId),
  update: procedure.input(versioned.extend({ fields: materialInputSchema.partial() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  addEdition: procedure.input(versioned.extend({ edition: editionInputSchema, amount: z.number().int().min(0).max(1_000_000) })).output(receiptWithId),
  updateEdition: procedure.input(versioned.extend({ editionId: id, edition: editionInputSchema })).output(changeReceiptSchema),
  /** Marks an edition as outdated from a day, or as current again with null. */
  setOutdated: procedure.input(versioned.extend({ editionId: id, on: z.iso.date().nullable(), note: z.string().trim().max(1_000) })).output(changeReceiptSchema),
  /**
   * Copies that come or go. `invalid` with more than there are unless `despite`, and for handing out an outdated edition whatever it says.
   */
  move: procedure.input(z.object({ materialId: id, movement: movementInputSchema, despite: z.boolean() })).output(changeReceiptSchema.extend({ balance: z.number().int() })),
  /** Editions that can be handed out. */
  handOuts: procedure.output(z.array(handOutSchema)),
  matrix: procedure.output(matrixSchema),
  /** Writes the stock list, or materials by languages, as PDF or XLSX. */
  save: procedure.input(z.object({ what: z.enum(['stock', 'matrix']), format: z.enum(['pdf', 'xlsx']), grant: z.string().min(1).max(100) })).output(z.void()),
  /** What should be done: reviews, reorders, outdated copies that still lie somewhere. */
  due: procedure.input(z.object({ limit: z.number().int().min(1).max(50) })).output(z.object({ materials: z.array(materialListItemSchema), total: z.number().int() })),
}
