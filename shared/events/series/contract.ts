import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { LAND_CODES } from '../../vault/laender.ts'
import { chaseFrameSchema, chaseSchema, chaseWishSchema } from './chase.ts'
import { maxFormBytes, mostEntries, mostFiles, plannedEntrySchema, rawEntrySchema, readFormSchema } from './entries.ts'
import {
  entryDecisionSchema, formKinds, papers, partnerStates, programmeCheckSchema, programmeEventSchema, programmeFiles, programmeScopes, reviewSchema, seriesLetters, seriesPartnerSchema, seriesTextsSchema,
} from './model.ts'

const id = z.string().min(1).max(64)
const grant = z.string().min(1).max(100)
const seriesId = id
const changed = z.object({ change: z.string().nullable() })
const dayMove = z.object({ seriesId, from: z.iso.date(), to: z.iso.date(), land: z.enum(LAND_CODES) })
const forms = z.array(z.enum(formKinds)).max(formKinds.length)
const entries = z.array(rawEntrySchema).max(mostFiles * mostEntries)

/** A series from the call to its partners to the review: „Aufruf", „Programm", „Heft und Listen", „Rückblick". */
export const programmeContract = {
  partners: {
    list: procedure.input(z.object({ seriesId })).output(z.array(seriesPartnerSchema)),
    /** Adds contacts, those of a distribution list, or a name; who is there already isn't added twice. */
    add: procedure.input(z.object({ seriesId, contactIds: z.array(id).max(1_000).default([]), listId: id.nullable().default(null), name: z.string().max(300).default('') })).output(changed.extend({ added: z.int() })),
    update: procedure.input(z.object({ seriesId, id, fields: seriesPartnerSchema.pick({ name: true, contactId: true, note: true }) })).output(changed),
    setState: procedure.input(z.object({ seriesId, ids: z.array(id).min(1).max(1_000), state: z.enum(partnerStates) })).output(changed),
    remove: procedure.input(z.object({ seriesId, id })).output(changed),
  },
  /** Prepares a serial letter to partners, with a form for each where forms are named. */
  prepareLetter: procedure.input(z.object({ seriesId, letter: z.enum(seriesLetters), partnerIds: z.array(id).min(1).max(1_000), forms })).output(changeReceiptSchema.extend({ id, withoutContact: z.array(z.string()) })),
  /** Writes a form for each partner into a folder. */
  saveForms: procedure.input(z.object({ seriesId, partnerIds: z.array(id).min(1).max(1_000), forms: forms.min(1), grant })).output(z.object({ files: z.int() })),
  chases: {
    /** Whom to ask after an answer or after what entries lack. Changes nothing. */
    list: procedure.input(z.object({ seriesId })).output(z.object({ frame: chaseFrameSchema, chases: z.array(chaseSchema) })),
    /** Writes a mail draft for each into a folder, with a form where one is named, and notes that they were asked. */
    save: procedure.input(z.object({ seriesId, partnerIds: z.array(id).min(1).max(1_000), forms, wish: chaseWishSchema, grant })).output(changed.extend({ files: z.int() })),
  },
  entries: {
    /** Reads forms that partners sent back. Changes nothing. */
    read: procedure
      .input(z.object({ files: z.array(z.object({ name: z.string().min(1).max(255), content: z.base64().max(Math.ceil(maxFormBytes / 3) * 4) })).min(1).max(mostFiles) }))
      .output(z.array(readFormSchema)),
    /** What taking the entries over would do. Changes nothing. */
    plan: procedure.input(z.object({ seriesId, entries })).output(z.array(plannedEntrySchema)),
    /** Takes over what is clear, in one step; gives the keys of what stays. */
    take: procedure.input(z.object({ seriesId, entries, land: z.enum(LAND_CODES) })).output(changed.extend({ created: z.int(), changed: z.int(), same: z.int(), nothing: z.int(), left: z.array(z.string()) })),
    /** Decides about entries, in one step. */
    decide: procedure.input(z.object({ eventIds: z.array(id).min(1).max(1_000), fields: entryDecisionSchema.partial() })).output(changed),
  },
  days: {
    /** Which open tasks moving a day of the programme would move. Changes nothing. */
    plan: procedure.input(dayMove).output(z.array(z.object({ id, title: z.string(), from: z.string().nullable(), to: z.string(), past: z.boolean() }))),
    /** Moves all events of a day with their tasks, in one step. */
    move: procedure.input(dayMove).output(changed.extend({ events: z.int() })),
  },
  events: procedure.input(z.object({ seriesId })).output(z.array(programmeEventSchema)),
  texts: {
    get: procedure.input(z.object({ seriesId })).output(seriesTextsSchema.extend({ version: z.int() })),
    update: procedure.input(z.object({ seriesId, version: z.int(), fields: seriesTextsSchema })).output(changeReceiptSchema),
  },
  output: {
    check: procedure.input(z.object({ seriesId, scope: z.enum(programmeScopes) })).output(programmeCheckSchema),
    /** Writes a file. `picture`: PNG or JPEG for the cover. `pages`: whether the contents show page numbers that were counted. */
    save: procedure
      .input(z.object({ seriesId, file: z.enum(programmeFiles), scope: z.enum(programmeScopes), paper: z.enum(papers), picture: z.base64().max(14_000_000).nullable().default(null), grant }))
      .output(z.object({ pages: z.boolean() })),
  },
  review: procedure.input(z.object({ seriesId, otherId: id.nullable() })).output(reviewSchema),
  /** Writes the review as XLSX. */
  saveReview: procedure.input(z.object({ seriesId, otherId: id.nullable(), grant })).output(z.void()),
  /** „Neue Reihe nach dieser": the next year's with the same partners and without events. */
  follow: procedure.input(z.object({ seriesId, land: z.enum(LAND_CODES) })).output(changeReceiptSchema.extend({ id })),
}
