import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { labelSheetSchema } from '../../labels/sheets.ts'
import { participantStates } from './catalogue.ts'
import { participantImportContract } from './import/contract.ts'
import { answersSchema, mostPersons, participantInputSchema, questionSchema, rosterSchema } from './model.ts'

const id = z.string().min(1).max(64)
const ids = z.array(id).min(1).max(5_000)
const ofEvent = z.object({ eventId: id })
/** The step of history, for undo; null when nothing differed. */
const changed = z.object({ change: z.string().nullable() })
/** Names in scripts that the fonts of our own PDF don't have; Word has them. */
const unprintable = z.object({ unprintable: z.array(z.string()) })
const file = ofEvent.extend({ grant: z.string().min(1).max(100) })

/** An event whose list is due for deletion. */
export const dueListSchema = z.object({ eventId: id, title: z.string(), deleteFrom: z.string(), participants: z.number().int(), trashed: z.boolean() })

/** „Teilnehmende" of an event: registration, check-in, papers, evaluation and deletion. */
export const participantsContract = {
  get: procedure.input(ofEvent).output(rosterSchema),
  /** Adds somebody at the end; to the waiting list where no place is left, unless `anyway`. A walk-in is there at once. */
  add: procedure.input(ofEvent.extend({ fields: participantInputSchema, anyway: z.boolean().default(false), arrived: z.boolean().default(false) }))
    .output(changed.extend({ id, state: z.enum(participantStates), sameAs: z.array(z.string()) })),
  /** Stores the fields given of somebody whom the window has seen in `revision`. */
  update: procedure.input(ofEvent.extend({ id, revision: z.number().int(), fields: participantInputSchema.partial() })).output(changed.extend({ revision: z.number().int() })),
  setState: procedure.input(ofEvent.extend({ ids, state: z.enum(participantStates) })).output(changed),
  /** Gives free places to those who wait, in their order: to the first, or to all who fit. */
  moveUp: procedure.input(ofEvent.extend({ all: z.boolean() })).output(changed.extend({ moved: z.array(z.string()), passed: z.number().int() })),
  remove: procedure.input(ofEvent.extend({ ids })).output(changed),
  /** Deletes everything of somebody for good, also from the history (Art. 17 DSGVO). */
  destroyOne: procedure.input(ofEvent.extend({ id })).output(z.void()),
  /** Notes that somebody is there, with how many persons; null takes it back. Whoever had no place has one now. */
  setArrived: procedure.input(ofEvent.extend({ id, persons: z.number().int().min(1).max(mostPersons).nullable() })).output(changed),
  /** After how many days the list is due for deletion; null for what is usual. */
  setDeletion: procedure.input(ofEvent.extend({ days: z.number().int().min(0).max(3_650).nullable() })).output(changed),
  /** Events whose lists are due for deletion, also from the trash, the longest due first. */
  due: procedure.output(z.array(dueListSchema)),
  /** Deletes all personal data of the list for good and keeps its figures. */
  destroy: procedure.input(ofEvent.extend({ keepTexts: z.boolean() })).output(z.void()),
  import: participantImportContract,
  evaluation: {
    setQuestions: procedure.input(ofEvent.extend({ questions: z.array(questionSchema).max(30) })).output(changed),
    addSheet: procedure.input(ofEvent.extend({ answers: answersSchema })).output(changed.extend({ number: z.number().int() })),
    updateSheet: procedure.input(ofEvent.extend({ id, answers: answersSchema })).output(changed),
    removeSheet: procedure.input(ofEvent.extend({ id })).output(changed),
  },
  output: {
    /** What is needed, as counts without names: for the kitchen, or everything. */
    needs: procedure.input(file.extend({ what: z.enum(['caterer', 'all']), format: z.enum(['pdf', 'xlsx']) })).output(z.void()),
    /** Everybody of the list as a workbook. */
    list: procedure.input(file.extend({ contact: z.boolean(), needs: z.boolean() })).output(z.void()),
    signIn: procedure.input(file.extend({ organisation: z.boolean(), blank: z.number().int().min(0).max(200) })).output(z.void()),
    badges: procedure
      .input(file.extend({ sheet: labelSheetSchema, start: z.number().int().min(1).max(1_200), frames: z.boolean(), second: z.enum(['organisation', 'languages', 'none']), companions: z.boolean(), ids: ids.nullable(), format: z.enum(['pdf', 'docx']) }))
      .output(unprintable),
    tableCards: procedure.input(file.extend({ organisation: z.boolean(), ids: ids.nullable() })).output(unprintable),
    /** Certificates for whoever was checked in, in one file or one each in a folder. Gives how many. */
    certificates: procedure
      .input(file.extend({ template: z.string().min(1).max(64), occasion: z.string().max(500), period: z.string().max(200), day: z.iso.date(), each: z.boolean() }))
      .output(z.object({ count: z.number().int() })),
    /** Who agreed to photos and who didn't, as proof. */
    consents: procedure.input(file).output(z.void()),
    evaluation: procedure.input(file.extend({ what: z.enum(['sheet', 'result']), texts: z.boolean() })).output(z.void()),
  },
}
