import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { occupancySchema, standingSchema } from './model.ts'

const personId = z.string().min(1, 'Bitte eine Person auswählen.')
const who = z.object({ personId, passphrase: z.string() })

/** Two computers, one vault: who sits at the desk, asking for it, looking on. */
export const deskContract = {
  /** To be asked every few seconds by the lock screen: asking is watching. */
  occupancy: procedure.output(occupancySchema),
  /** Asks the holder to make room. */
  ask: procedure.input(z.object({ personId })).output(z.void()),
  withdraw: procedure.output(z.void()),
  /** Unlocks and takes over from a holder who has given no sign of life. */
  takeOver: procedure.input(who).output(z.void()),
  /** Opens a copy of the present state that can't be changed. */
  look: procedure.input(who).output(z.void()),
  /** For the open office, every few seconds. */
  standing: procedure.output(standingSchema),
  /** The holder's answer. `locking` is said right before locking. */
  answer: procedure.input(z.object({ id: z.string(), answer: z.enum(['soon', 'locking']) })).output(z.void()),
}
