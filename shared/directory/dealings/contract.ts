import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { agreementSchema } from './agreements.ts'
import { historyItemSchema } from './contact-history.ts'
import { encounterSchema } from './encounters.ts'
import { purposeSchema } from './purposes.ts'

const one = z.object({ id: z.string().min(1).max(64) })
const receipt = z.object({ change: z.string().nullable() })

/** What the office has to do with a contact: for what it keeps the data, what was agreed, when they spoke. */
export const dealingsContract = {
  /** What the office and a contact had to do with each other, also with the people of an organisation; the newest first, at most 200. */
  history: procedure.input(z.object({ contactId: z.string().min(1).max(64) })).output(z.array(historyItemSchema)),
  /** Adds a purpose, or changes the one with this id. */
  savePurpose: procedure.input(z.object({ purpose: purposeSchema })).output(receipt),
  removePurpose: procedure.input(one).output(receipt),
  /** Adds an agreement, or changes the one with this id. */
  saveAgreement: procedure.input(z.object({ agreement: agreementSchema })).output(receipt),
  removeAgreement: procedure.input(one).output(receipt),
  /** Adds an encounter, or changes the one with this id. */
  saveEncounter: procedure.input(z.object({ encounter: encounterSchema })).output(receipt),
  removeEncounter: procedure.input(one).output(receipt),
}
