import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { cleanText } from '../../correspondence/clean-text.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { clashDraftSchema, clashSchema, seriesClashSchema } from './model.ts'

const id = z.string().min(1).max(64)
const land = z.enum(LAND_CODES)
const receipt = z.object({ change: z.string().nullable() })

/** What an event comes into conflict with. `land` decides which days are holidays. */
export const clashesContract = {
  /** Clashes of an event as stored, the hard ones first; none for one without a day or called off. */
  ofEvent: procedure.input(z.object({ id, land })).output(z.array(clashSchema)),
  /** The same for what is being typed: a new event (`id` null), or a stored one as it would be. */
  ofDraft: procedure.input(z.object({ id: id.nullable(), fields: clashDraftSchema, land })).output(z.array(clashSchema)),
  /** All clashes of the events of a series, each pair once, the hard ones first, then by day. */
  ofSeries: procedure.input(z.object({ id, land })).output(z.array(seriesClashSchema)),
  /** „Bewusst so": takes a clash on with a note, which stays. */
  accept: procedure.input(z.object({ id, key: z.string().min(1).max(200), note: z.string().max(1_000).transform(cleanText) })).output(receipt),
  /** Takes that back. */
  reopen: procedure.input(z.object({ id, key: z.string().min(1).max(200) })).output(receipt),
}
