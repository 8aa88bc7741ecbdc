import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { deadlineOutcomes } from '../deadlines/stored.ts'
import { realDay } from '../model.ts'
import { clockRules } from './clock.ts'
import { affectedFields, incidentShape, offenderFields } from './model.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const rule = z.enum(clockRules)
const reason = z.string().trim().max(300, 'Höchstens 300 Zeichen.')

/** Somebody affected, as far as the person asking may see it: of a case of somebody else neither number nor alias. */
export const affectedSchema = affectedFields.extend({
  id,
  caseNumber: z.string().nullable(),
  alias: z.string().nullable(),
  /** Linked to a case that the person asking may not see. */
  restricted: z.boolean(),
  caseTrashed: z.boolean(),
})
export type Affected = z.infer<typeof affectedSchema>

/** A deadline that was taken over from the clock of an incident. */
export const takenDeadlineSchema = z.object({
  id, rule, number: z.string(), title: z.string(), dueOn: z.string(), safeOn: z.string(), norm: z.string(), checkOpen: z.boolean(),
  done: z.object({ on: z.string(), how: z.enum(deadlineOutcomes) }).nullable(),
})
export type TakenDeadline = z.infer<typeof takenDeadlineSchema>

export const refusalSchema = z.object({ rule, reason: z.string(), on: z.string(), byName: z.string() })
export const firstAidTickSchema = z.object({ item: z.string(), on: z.string(), byName: z.string() })

export const incidentSchema = z.object({
  ...incidentShape.shape,
  id,
  version: z.number().int(),
  number: z.string(),
  /** The consultation it was opened from; it may be gone. */
  consultationId: id.nullable(),
  affected: z.array(affectedSchema),
  deadlines: z.array(takenDeadlineSchema),
  refusals: z.array(refusalSchema),
  firstAid: z.array(firstAidTickSchema),
  /** Whether names of offenders are kept in the sealed field. */
  hasOffender: z.boolean(),
  /** Stays as an anonymous record when the last case it is linked to is destroyed. */
  kept: z.object({ on: z.string(), byName: z.string() }).nullable(),
  recordedById: id,
  recordedByName: z.string(),
  trashed: z.boolean(),
  updatedAt: z.string(),
})
/** What happened, apart from whom it happened to and from what the office does about it. */
export type Incident = z.infer<typeof incidentSchema>

const clockEndSchema = z.object({
  /** ISO day; empty when the beginning isn't known yet. */
  dueOn: z.string(),
  norm: z.string(),
})

/** Where the clock of an incident stands. */
export const clockStateSchema = z.object({
  /** The open deadline that ends first of those that were taken over. */
  running: clockEndSchema.nullable(),
  /** The most pressing period that is neither taken over nor refused. */
  offered: clockEndSchema.nullable(),
})
export type ClockState = z.infer<typeof clockStateSchema>
export type ClockEnd = z.infer<typeof clockEndSchema>

export const incidentListItemSchema = incidentSchema
  .pick({ id: true, number: true, occurredOn: true, occurredUntil: true, reportedOn: true, municipality: true, lifeArea: true, forms: true, summary: true, attack: true, result: true })
  .extend({
    /** Code of the main characteristic, null without. */
    characteristic: z.string().nullable(),
    /** Numbers of the cases that the person asking may see. */
    caseNumbers: z.array(z.string()),
    /** Belongs to a case, whether or not the person asking may see it. */
    affectedLinked: z.boolean(),
    affectedCount: z.number().int(),
    clock: clockStateSchema,
    /** The first next step that isn't done. */
    nextOn: z.string().nullable(),
  })
export type IncidentListItem = z.infer<typeof incidentListItemSchema>

export const incidentViews = ['all', 'clock', 'steps', 'attacks', 'unlinked'] as const
export type IncidentView = (typeof incidentViews)[number]

/** „Vorfälle“: discrimination and attacks. The affected person's identity is never in them; it stays with the case. */
export const incidentsContract = {
  /** The latest first. `clock`: a period is undecided or running; `steps`: a next step is open; `unlinked`: no case. */
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      view: z.enum(incidentViews).default('all'),
      lifeArea: z.string().max(40).nullable().default(null),
      characteristic: z.string().max(40).nullable().default(null),
      year: z.number().int().nullable().default(null),
    }))
    .output(z.array(incidentListItemSchema)),
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(incidentListItemSchema)),
  get: procedure.input(z.object({ id })).output(incidentSchema),
  /** Opens a record, from nothing, from a case or from a consultation (whose case it then belongs to). */
  create: procedure
    .input(z.object({ fields: incidentShape, caseId: id.nullable().default(null), consultationId: id.nullable().default(null) }))
    .output(changeReceiptSchema.extend({ id, number: z.string() })),
  /** Stores the fields given; quick further changes become one step of history. */
  update: procedure.input(versioned.extend({ fields: incidentShape.partial() })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  saveAffected: procedure.input(z.object({ id, affectedId: id, fields: affectedFields })).output(changeReceiptSchema),
  removeAffected: procedure.input(z.object({ id, affectedId: id })).output(changeReceiptSchema),
  /** Ticks a line of the first-aid list with day and person, or unticks it. */
  tickFirstAid: procedure.input(z.object({ id, item: z.string().max(40), done: z.boolean() })).output(changeReceiptSchema),
  /**
   * Stores a period of the clock as a deadline of a case of the incident, or of none. `start`: the day as the person read it; another
   * one than the incident's is refused.
   */
  takeDeadline: procedure
    .input(z.object({ id, rule, start: realDay, caseId: id.nullable() }))
    .output(changeReceiptSchema.extend({ deadlineId: id, number: z.string() })),
  /** Notes why a period isn't taken over; null takes the refusal back. */
  refuseDeadline: procedure
    .input(z.object({ id, rule, reason: reason.min(5, 'Bitte den Grund nennen.').nullable() }))
    .output(changeReceiptSchema),
  /** Opens the sealed names of offenders and notes who did so, when and why. */
  openOffender: procedure
    .input(z.object({ id, reason: reason.default('') }))
    .output(z.object({ opening: id, version: z.number().int(), fields: offenderFields })),
  saveOffender: procedure
    .input(z.object({ id, opening: id, version: z.number().int(), fields: offenderFields }))
    .output(changeReceiptSchema),
  /** Who opened the names, the newest first. */
  openings: procedure.input(z.object({ id })).output(z.array(z.object({ id, at: z.string(), personName: z.string(), reason: z.string() }))),
  /** Decides that the record stays as an anonymous one when its last case is destroyed, or that it goes. */
  keep: procedure.input(versioned.extend({ keep: z.boolean() })).output(changeReceiptSchema),
}
