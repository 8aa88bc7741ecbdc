import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { distributionListSchema, listItemSchema, listMemberSchema, memberChannels, memberCountsSchema, memberViews, storedListSchema } from './model.ts'

const id = z.string().min(1).max(64)
const contactIds = z.array(id).min(1).max(10_000)
const changed = z.object({ change: z.string().nullable(), contacts: z.number().int() })

/** What the window can ask of „Verteiler". */
export const listsContract = {
  /** All distribution lists by title, with how many contacts each reaches. */
  all: procedure.output(z.array(listItemSchema)),
  /** One list, also from the trash. */
  get: procedure.input(z.object({ id })).output(storedListSchema),
  /** Stores a new list, with contacts that are named in it from the beginning. */
  create: procedure.input(z.object({ list: distributionListSchema, contactIds: z.array(id).max(10_000).default([]) })).output(changeReceiptSchema.extend({ id })),
  /** Stores the whole list; `conflict` with the list as it is now when it changed since `version`. */
  update: procedure.input(z.object({ id, version: z.number().int(), list: distributionListSchema })).output(changeReceiptSchema),
  /** Moves a list to the trash; its contacts stay. */
  remove: procedure.input(z.object({ id })).output(z.object({ change: z.string().nullable() })),
  /** A page of the members, by name. */
  members: procedure
    .input(z.object({ id, view: z.enum(memberViews), offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }))
    .output(z.object({ members: z.array(listMemberSchema), total: z.number().int() })),
  /** How many members each part of a list has. */
  counts: procedure.input(z.object({ id })).output(memberCountsSchema),
  /** Names contacts in a list; those that were kept out come back in. */
  include: procedure.input(z.object({ id, contactIds })).output(changed),
  /** Keeps contacts out of a list for good, whatever its rule says, with the reason. */
  exclude: procedure.input(z.object({ id, contactIds, note: z.string().max(500).normalize('NFC').trim() })).output(changed),
  /** Takes back what was said of contacts in this list: named ones leave, kept out ones come back if the rule finds them. */
  release: procedure.input(z.object({ id, contactIds })).output(changed),
  /** Sets how members are reached: the way, and for an organisation the person there (empty for the organisation itself). */
  setReach: procedure
    .input(z.object({ id, contactIds, channel: z.enum(memberChannels).optional(), personId: z.string().max(64).optional() }))
    .output(changed),
  /** The lists that a contact belongs to, by name or by rule. */
  ofContact: procedure.input(z.object({ contactId: id })).output(z.array(z.object({ id, title: z.string(), excluded: z.boolean(), note: z.string() }))),
}
