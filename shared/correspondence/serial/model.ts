import { z } from 'zod'
import { standardTemplate } from '../templates/built-in.ts'
import { outputSourceSchema } from '../../directory/output/model.ts'

const id = z.string().min(1).max(64)

/** What all letters of a run say: what an earlier letter says, or a subject and text of their own with a template. */
export const serialPatternSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), id }),
  z.object({
    kind: z.literal('text'),
    template: z.string().min(1).max(64),
    subject: z.string().trim().max(2_000),
    text: z.string().max(50_000),
  }),
])
export type SerialPattern = z.infer<typeof serialPatternSchema>
/** A run that nobody has written a text for yet. */
export const emptyPattern: SerialPattern = { kind: 'text', template: standardTemplate, subject: '', text: '' }

/** By which way a letter reaches somebody: printed and posted, or as an e-mail draft with a PDF. */
export const serialWays = ['letter', 'email'] as const
export type SerialWay = (typeof serialWays)[number]

/** `split`: everybody as the list or the contact says; otherwise all the same way. */
export const serialChannels = ['split', ...serialWays] as const
export type SerialChannel = (typeof serialChannels)[number]

/** As what the letters for the post are written, and whether all stand in one file. */
export const serialForms = ['docx', 'pdf'] as const
export type SerialForm = (typeof serialForms)[number]
export const serialFiles = ['one', 'each'] as const
export type SerialFiles = (typeof serialFiles)[number]

export const serialSettingsSchema = z.object({
  channel: z.enum(serialChannels),
  form: z.enum(serialForms),
  files: z.enum(serialFiles),
  /** The day that the letters bear (ISO); null for the day on which they are written. */
  date: z.iso.date().nullable(),
})
export type SerialSettings = z.infer<typeof serialSettingsSchema>
export const usualSettings: SerialSettings = { channel: 'split', form: 'docx', files: 'one', date: null }

/** What a person decided about one recipient; without it everything follows from the contact. */
export const serialChoiceSchema = z.object({
  written: z.enum(['auto', 'in', 'out']).default('auto'),
  way: z.enum(['auto', ...serialWays]).default('auto'),
})
export type SerialChoice = z.infer<typeof serialChoiceSchema>
export const noChoice: SerialChoice = { written: 'auto', way: 'auto' }
export const serialChoicesSchema = z.record(id, serialChoiceSchema)
export type SerialChoices = z.infer<typeof serialChoicesSchema>

/** Whether a contact can be reached on a way: where, or why not (German). */
const reachSchema = z.object({ target: z.string(), problem: z.string() })

/** What is known of somebody before the letters are written, whatever the person decides. */
export const candidateSchema = z.object({
  contactId: id,
  name: z.string(),
  /** Name and first line of the salutation as the letter will have them. */
  salutation: z.string(),
  /** The way that the list or the contact prefers. */
  preferred: z.enum(serialWays),
  letter: reachSchema,
  email: reachSchema,
  /** Why nothing may be sent, German; empty if it may. `mayDecide`: it is a question rather than a refusal. */
  withheld: z.string(),
  mayDecide: z.boolean(),
  /** It goes to a person for whom nobody has chosen a form of address. */
  withoutSalutation: z.boolean(),
  /** Said about an ended role, German; empty without one. `endedOnly`: all roles of the person have ended. */
  ended: z.string(),
  endedOnly: z.boolean(),
  /** The same letter goes to the same recipient already: the name of the other; empty otherwise. */
  sameAs: z.string(),
  /** Somebody else at the same private address: the name; empty otherwise. */
  householdOf: z.string(),
  /** Labels of fields in the text that say nothing for this recipient alone. */
  gaps: z.array(z.string()),
})
export type Candidate = z.infer<typeof candidateSchema>

/** Where a recipient of a begun run stands. `written`: the letter is in the register; `issued`: its file is written. */
export const recipientStates = ['waiting', 'written', 'issued', 'left-out'] as const
export type RecipientState = (typeof recipientStates)[number]

/** A recipient of a run that has begun. */
export const runRecipientSchema = z.object({
  id, contactId: id, name: z.string(), state: z.enum(recipientStates), way: z.enum(serialWays), reason: z.string(), letterId: z.string().nullable(), number: z.string(), fileName: z.string(),
})
export type RunRecipient = z.infer<typeof runRecipientSchema>

/** `prepared`: nothing is written; `begun`: some may be, the rest follows; `done`: everything is, and entered. */
export const runStates = ['prepared', 'begun', 'done'] as const
export type RunState = (typeof runStates)[number]

/**
 * What a run gives each recipient beyond the letter: papers of another feature that are made together with it. `kind` says whose, `id` of which record,
 * `label` how the letter names it among its enclosures (empty for nothing).
 */
export const serialEnclosureSchema = z.object({ kind: z.string().min(1).max(60), id, options: z.array(z.string().max(40)).max(10), label: z.string().max(200) })
export type SerialEnclosure = z.infer<typeof serialEnclosureSchema>

const counts = z.object({ waiting: z.int(), written: z.int(), issued: z.int(), leftOut: z.int() })
export type RunCounts = z.infer<typeof counts>

/** A line of the list of runs. */
export const runItemSchema = z.object({ id, title: z.string(), sourceName: z.string(), createdAt: z.string(), authorName: z.string(), state: z.enum(runStates), counts })
export type RunItem = z.infer<typeof runItemSchema>

/** A run. */
export const serialRunSchema = runItemSchema.extend({
  version: z.int(),
  trashed: z.boolean(),
  pattern: serialPatternSchema,
  /** What the letter that serves as pattern is called; empty for a text. */
  patternLabel: z.string(),
  source: outputSourceSchema,
  purpose: z.string(),
  settings: serialSettingsSchema,
  choices: serialChoicesSchema,
  enclosure: serialEnclosureSchema.nullable(),
  folderName: z.string(),
  entry: z.object({ id, number: z.string() }).nullable(),
  recipients: z.array(runRecipientSchema),
})
export type SerialRun = z.infer<typeof serialRunSchema>

/** What a running run tells. */
export const serialStepSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), phase: z.enum(['letters', 'files']), done: z.int(), total: z.int() }),
  z.object({ state: z.literal('done'), letters: z.int(), mails: z.int(), leftOut: z.int(), entry: z.string() }),
])
export type SerialStep = z.infer<typeof serialStepSchema>
