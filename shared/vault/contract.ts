import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { errorCodes, errorDataSchema } from '../errors.ts'
import { sides } from '../records/model.ts'
import { ROLES } from './roles.ts'

export const personSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
export type VaultPerson = z.infer<typeof personSchema>

/** What the window needs to choose between first run, lock screen, error screen and office. */
export const vaultStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('first-run'), demo: z.boolean() }),
  z.object({ state: z.literal('locked'), demo: z.boolean(), officeName: z.string(), people: z.array(personSchema) }),
  z.object({
    state: z.literal('unlocked'),
    demo: z.boolean(),
    officeName: z.string(),
    land: z.string(),
    person: personSchema,
    /** Which databases the person's keys open. Screens of another side are not shown. */
    sides: z.array(z.enum(sides)),
    /** German sentences to show once after unlocking. */
    notices: z.array(z.string()),
  }),
  z.object({ state: z.literal('problem'), demo: z.boolean(), code: z.enum(errorCodes), data: errorDataSchema }),
])
export type VaultStatus = z.infer<typeof vaultStatusSchema>

/** First run, unlocking and the people of the vault. */
export const vaultContract = {
  status: procedure.output(vaultStatusSchema),
}
