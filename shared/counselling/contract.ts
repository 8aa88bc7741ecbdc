import { letterDeskContract } from '../correspondence/letter-desk.ts'
import { clientLettersContract } from './letters/contract.ts'
import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { monthFigureSchema } from './figures.ts'
import { deadlinesContract } from './deadlines/contract.ts'
import { attachmentsContract } from './attachments/contract.ts'
import { accessContract } from './access/contract.ts'
import { conflictsContract } from './conflicts/contract.ts'
import { handoverContract } from './handover/contract.ts'
import { householdContract } from './household/contract.ts'
import { templatesContract } from './templates/contract.ts'
import { courseContract } from './course/contract.ts'
import { identityContract } from './identity/contract.ts'
import { incidentsContract } from './incidents/contract.ts'
import { safetyContract } from './safety/contract.ts'
import { escalationContract } from './escalation/contract.ts'
import { incidentPapersContract } from './incidents/papers/contract.ts'
import { caseFields, consultationFields, consultationShape } from './model.ts'
import { protectedNotesContract } from './protected-notes/contract.ts'
import { mergingContract } from './merging/contract.ts'
import { referralsContract } from './referrals/contract.ts'
import { releasesContract } from './releases/contract.ts'
import { privacyContract } from './privacy/contract.ts'
import { residenceContract } from './residence/contract.ts'
import { statisticsContract } from './statistics/contract.ts'

const id = z.string().min(1).max(64)
const versioned = z.object({ id, version: z.number().int() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.string()

/** What narrows both lists down. `topic` finds a main topic with its sub-topics; `month` is `2026-03`. */
const filter = {
  query: z.string().max(200).default(''),
  topic: z.string().max(10).nullable().default(null),
  month: z.string().regex(/^\d{4}-\d{2}$/).nullable().default(null),
  /** Only what the person asking has taken on. */
  mine: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
}

export const caseSorts = ['lastContact', 'number', 'alias'] as const
export type CaseSort = (typeof caseSorts)[number]

export const caseListItemSchema = z.object({
  id,
  number: text,
  kind: caseFields.shape.kind,
  alias: text,
  counsellorName: text,
  /** Date and main topic of the last consultation; empty as long as there is none. */
  lastContact: text,
  lastTopic: text,
})
export type CaseListItem = z.infer<typeof caseListItemSchema>

export const caseSchema = caseFields.extend({
  id,
  version: z.number().int(),
  number: text,
  openedOn: day,
  /** A case without an identity card, on purpose. */
  anonymous: z.boolean(),
  /** ISO day, empty while the case is open, and a code of the results. */
  closedOn: text,
  closedResult: text,
  counsellorId: text,
  counsellorName: text,
  trashed: z.boolean(),
  updatedAt: text,
})
export type Case = z.infer<typeof caseSchema>

export const consultationSchema = z.object({
  ...consultationShape.shape,
  id,
  version: z.number().int(),
  /** The case it belongs to; null for an anonymous consultation. */
  caseId: id.nullable(),
  counsellorId: text,
  counsellorName: text,
  trashed: z.boolean(),
  updatedAt: text,
})
export type Consultation = z.infer<typeof consultationSchema>

export const consultationListItemSchema = consultationSchema
  .pick({ id: true, caseId: true, date: true, time: true, channel: true, durationMinutes: true, topic: true, result: true, counsellorName: true })
  .extend({
    /** Number and alias of the case; null for an anonymous consultation. */
    caseNumber: text.nullable(),
    alias: text.nullable(),
    /** Beginning of the note. */
    excerpt: text,
  })
export type ConsultationListItem = z.infer<typeof consultationListItemSchema>

/**
 * What the window can ask of „Beratung“. Every procedure answers `forbidden` to a person without the counselling key:
 * the database isn't open in their office process.
 */
export const counsellingContract = {
  protectedNotes: protectedNotesContract,
  deadlines: deadlinesContract,
  referrals: referralsContract,
  releases: releasesContract,
  residence: residenceContract,
  access: accessContract,
  handover: handoverContract,
  attachments: attachmentsContract,
  identity: identityContract,
  course: courseContract,
  templates: templatesContract,
  household: householdContract,
  conflicts: conflictsContract,
  incidents: incidentsContract,
  safety: safetyContract,
  escalation: escalationContract,
  merging: mergingContract,
  statistics: statisticsContract,
  incidentPapers: incidentPapersContract,
  privacy: privacyContract,
  letters: clientLettersContract,
  letterDesk: letterDeskContract,
  cases: {
    list: procedure
      .input(z.object({ ...filter, sort: z.enum(caseSorts).default('lastContact'), descending: z.boolean().default(true) }))
      .output(z.object({ cases: z.array(caseListItemSchema), total: z.number().int(), capped: z.boolean() })),
    get: procedure.input(z.object({ id })).output(caseSchema),
    /** Opens a case under an alias with the next number of the year. */
    create: procedure
      .input(z.object({ fields: caseFields }))
      .output(changeReceiptSchema.extend({ id, number: text })),
    update: procedure.input(versioned.extend({ fields: caseFields.partial() })).output(changeReceiptSchema),
    /**
     * Moves a case with its consultations to the trash, as one step. Its open deadlines stay in the list of deadlines; `invalid`
     * unless `deadlinesSeen` names all of them, so that none of them drops silently.
     */
    remove: procedure.input(versioned.extend({ deadlinesSeen: z.array(id).default([]) })).output(changeReceiptSchema),
    /** Opens a case for an anonymous consultation and puts the consultation into it, as one step. */
    openFor: procedure
      .input(z.object({ consultation: versioned, fields: caseFields }))
      .output(changeReceiptSchema.extend({ id, number: text })),
    /** The case with this number or alias, whatever its spelling, and some whose alias begins like it. */
    match: procedure
      .input(z.object({ reference: z.string().min(1).max(100) }))
      .output(z.object({ exact: caseListItemSchema.nullable(), near: z.array(caseListItemSchema) })),
    /** A neutral word that no case bears yet. */
    suggestAlias: procedure.output(z.object({ alias: text })),
  },
  consultations: {
    /** Consultations of a year by month, twelve entries. */
    perMonth: procedure.input(z.object({ year: z.number().int().min(1900).max(2200) })).output(z.array(monthFigureSchema)),
    /** Of all cases and the anonymous ones, the latest first. */
    list: procedure
      .input(z.object({ ...filter, anonymous: z.boolean().default(false) }))
      .output(z.object({ consultations: z.array(consultationListItemSchema), total: z.number().int(), capped: z.boolean() })),
    /** The time line of a case, the latest first, whole notes included. */
    ofCase: procedure
      .input(z.object({ caseId: id, offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(50) }))
      .output(z.object({ consultations: z.array(consultationSchema), total: z.number().int() })),
    get: procedure.input(z.object({ id })).output(consultationSchema),
    create: procedure
      .input(z.object({ caseId: id.nullable(), fields: consultationFields }))
      .output(changeReceiptSchema.extend({ id })),
    /** Stores the fields given; quick further changes become one step of history. */
    update: procedure.input(versioned.extend({ fields: consultationShape.partial() })).output(changeReceiptSchema),
    remove: procedure.input(versioned).output(changeReceiptSchema),
  },
}
