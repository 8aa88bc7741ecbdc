import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { errorCodes, errorDataSchema } from '../errors.ts'
import { sides } from '../records/model.ts'
import { deskContract } from './desk/contract.ts'
import { viewingSchema } from './desk/model.ts'
import { LAND_CODES } from './laender.ts'
import { deputyContract, openingByTwoSchema } from './deputy-contract.ts'
import { newPassphrase } from './passphrase-field.ts'
import { KEY_NAMES, ROLES } from './roles.ts'

export const personSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })
export type VaultPerson = z.infer<typeof personSchema>

/** What the window needs to choose between first run, lock screen, error screen and office. */
export const vaultStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('first-run'), demo: z.boolean() }),
  z.object({
    state: z.literal('locked'),
    demo: z.boolean(),
    officeName: z.string(),
    people: z.array(
      personSchema.extend({
        /** Seconds until the next try of this person is accepted. */
        waitSeconds: z.number().int(),
      }),
    ),
    /** True when vault.json was damaged and its mirror serves. */
    mirrorServes: z.boolean(),
    /** Who can let a deputy in, any two of them together; null without a valid arrangement. */
    together: z.object({ holders: z.array(z.string()), longestDays: z.number().int() }).nullable(),
    /** Passphrase of everybody in the demo office; nowhere else is one ever sent. */
    demoPassphrase: z.string().optional(),
  }),
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
    /** Set when this is a copy that is only looked at. */
    viewing: viewingSchema.nullable(),
  }),
  z.object({ state: z.literal('problem'), demo: z.boolean(), code: z.enum(errorCodes), data: errorDataSchema }),
])
export type VaultStatus = z.infer<typeof vaultStatusSchema>

const officeName = z.string().trim().min(1, 'Bitte den Namen der Dienststelle eingeben.').max(200)
const personName = z.string().trim().min(1, 'Bitte einen Namen eingeben.').max(120)
const land = z.enum(LAND_CODES, 'Bitte das Bundesland auswählen.')
const role = z.enum(ROLES, 'Bitte eine Rolle auswählen.')
const personId = z.string().min(1, 'Bitte eine Person auswählen.')
/** A typed recovery key; the office process answers with the group that is wrong. */
const recoveryKeyText = z.string().min(1, 'Bitte den Wiederherstellungsschlüssel eingeben.').max(500)

/** Fields of „Büro anlegen". */
export const newOfficeSchema = z.object({ officeName, land, personName, passphrase: newPassphrase })
export type NewOffice = z.infer<typeof newOfficeSchema>

/** Fields of a new person. */
export const newPersonSchema = z.object({ name: personName, role, passphrase: newPassphrase })

/** A recovery key on its way to paper: shown once, then proved by typing two of its groups. */
export const recoverySheetSchema = z.object({
  groups: z.array(z.string()),
  /** Which two groups to type again, counted from 1. */
  asked: z.tuple([z.number().int(), z.number().int()]),
})
export type RecoverySheet = z.infer<typeof recoverySheetSchema>

const keyNames = z.array(z.enum(KEY_NAMES))

/** First run, unlocking and the people of the vault. */
export const vaultContract = {
  status: procedure.output(vaultStatusSchema),
  /** Creates vault and databases; the office opens once the recovery key is proved (`confirmRecoveryKey`). */
  create: procedure.input(newOfficeSchema).output(recoverySheetSchema),
  /** Opens an invented office in a temporary folder. */
  openDemo: procedure.output(z.void()),
  unlock: procedure.input(z.object({ personId, passphrase: z.string() })).output(z.void()),
  /** Whether a typed recovery key is the right one; `invalid` names the wrong group. */
  checkRecoveryKey: procedure.input(z.object({ recoveryKey: recoveryKeyText })).output(z.void()),
  /** „Passphrase vergessen": a new passphrase for a person, who is unlocked with it. */
  recover: procedure
    .input(z.object({ recoveryKey: recoveryKeyText, personId, passphrase: newPassphrase }))
    .output(z.void()),
  /** Drafts a new recovery key; the present one is valid until the draft is proved. */
  draftRecoveryKey: procedure.output(recoverySheetSchema),
  /** Proves that the shown key is on paper: the asked groups, in their order. */
  confirmRecoveryKey: procedure.input(z.object({ typed: z.tuple([z.string(), z.string()]) })).output(z.void()),
  /** „Vertretungsfall": two holders of a code let a deputy in, who is unlocked with that. */
  openByTwo: procedure.input(openingByTwoSchema).output(z.void()),
  deputy: deputyContract,
  desk: deskContract,
  people: {
    list: procedure.output(
      z.object({
        people: z.array(personSchema.extend({ createdAt: z.string(), self: z.boolean(), admittedUntil: z.string().nullable() })),
        /** Leitung: may change others. */
        administers: z.boolean(),
        recovery: z.object({ createdAt: z.string(), confirmedAt: z.string().nullable() }),
      }),
    ),
    add: procedure.input(newPersonSchema).output(personSchema),
    rename: procedure.input(z.object({ personId, name: personName })).output(z.void()),
    /** Gives the keys that the person held before and holds no more. */
    changeRole: procedure.input(z.object({ personId, role })).output(keyNames),
    /** Gives the keys that the person held. */
    remove: procedure.input(z.object({ personId })).output(keyNames),
    /** New keys for databases; everybody who remains gets them. */
    renewKeys: procedure.input(z.object({ names: keyNames.min(1) })).output(z.void()),
    changeOwnPassphrase: procedure.input(z.object({ current: z.string(), next: newPassphrase })).output(z.void()),
    /** A new passphrase for somebody else, typed by that person. */
    resetPassphrase: procedure.input(z.object({ personId, passphrase: newPassphrase })).output(z.void()),
  },
}
