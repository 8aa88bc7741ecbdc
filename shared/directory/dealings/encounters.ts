import { z } from 'zod'

const id = z.string().min(1).max(64)

/** Ways in which the office and a contact had to do with each other, as they are entered by hand. */
export const encounterKinds = ['call', 'email', 'meeting', 'visit', 'event', 'other'] as const
export type EncounterKind = typeof encounterKinds[number]

/** A call, mail or meeting with a contact. Never about counselling: that stays in counselling.db. */
export const encounterSchema = z.object({
  id,
  contactId: id,
  /** The day it took place, ISO. */
  day: z.iso.date(),
  kind: z.enum(encounterKinds),
  /** What was talked about and agreed upon. */
  text: z.string().max(5000).normalize('NFC').trim().min(1, 'Bitte kurz festhalten, worum es ging.'),
})

export type Encounter = z.infer<typeof encounterSchema>
