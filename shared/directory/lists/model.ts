import { z } from 'zod'
import { contactFilterSchema } from '../filter.ts'
import { contactGroups } from '../list.ts'
import { contactKinds } from '../model.ts'

const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max).normalize('NFC').trim()

/** Contacts described instead of named: what the list of „Kontakte" shows for this search, group and filter. */
export const contactSelectionSchema = z.object({
  query: z.string().max(200).default(''),
  group: z.enum(contactGroups).default('all'),
  filter: contactFilterSchema.default({}),
})

/**
 * How a contact stands in a list: named (`included`), kept out although the rule finds it (`excluded`), or found by the rule
 * and given a way of its own (`adjusted`).
 */
export const memberModes = ['included', 'excluded', 'adjusted'] as const
/** The way to reach a member; `auto` is the list's own, and another where that one is missing. */
export const memberChannels = ['auto', 'email', 'letter', 'fax'] as const
export const preferredChannels = ['email', 'letter'] as const
/** `none`: the member can't be reached on the wanted way. */
export const reachedBy = ['email', 'letter', 'fax', 'none'] as const
/** Which members of a list are shown. */
export const memberViews = ['all', 'email', 'letter', 'fax', 'none', 'withheld', 'excluded'] as const

/** A distribution list as a form hands it in. */
export const distributionListSchema = z.object({
  title: line(200).min(1, 'Bitte einen Namen eintragen.'),
  /** What the list is for, in a code of the catalogue of purposes; empty for none. */
  purpose: line(60).default(''),
  note: z.string().max(5_000).normalize('NFC').default(''),
  preferredChannel: z.enum(preferredChannels).default('email'),
  /** Contacts that belong to it by themselves; `null` for a list of named contacts only. */
  rule: contactSelectionSchema.nullable().default(null),
})

export const storedListSchema = distributionListSchema.extend({
  id,
  version: z.number().int(),
  updatedAt: z.string(),
  trashed: z.boolean(),
  /** How many contacts are named, on top of what the rule finds. */
  named: z.number().int(),
})

/** `static`: named contacts; `rule`: what the rule finds; `mixed`: both. */
export const listKinds = ['static', 'rule', 'mixed'] as const

/** One line of the overview of lists. */
export const listItemSchema = z.object({
  id,
  title: z.string(),
  kind: z.enum(listKinds),
  purpose: z.string(),
  members: z.number().int(),
})

/** A contact of a list with the way on which it is reached. */
export const listMemberSchema = z.object({
  /** The contact's id. */
  id,
  name: z.string(),
  kind: z.enum(contactKinds),
  /** Whether the rule finds the contact, and whether it is named. */
  byRule: z.boolean(),
  mode: z.enum(memberModes).nullable(),
  channel: z.enum(memberChannels),
  reached: z.enum(reachedBy),
  /** The e-mail address, the number or the postal address that is used. */
  target: z.string(),
  /** Why the wanted way is missing, in German; empty if it isn't. */
  problem: z.string(),
  /** Why nothing may be given out for the contact, in German; empty if it may. */
  withheld: z.string(),
  /** `withheld` is a question rather than a refusal: somebody may decide to give the contact out all the same. */
  mayDecide: z.boolean(),
  /** The person in the organisation to whom it goes. */
  personId: z.string(),
  personName: z.string(),
  note: z.string(),
})

export const memberCountsSchema = z.record(z.enum(memberViews), z.number().int())

export type ContactSelection = z.infer<typeof contactSelectionSchema>
export type DistributionList = z.infer<typeof distributionListSchema>
export type StoredList = z.infer<typeof storedListSchema>
export type ListItem = z.infer<typeof listItemSchema>
export type ListKind = typeof listKinds[number]
export type ListMember = z.infer<typeof listMemberSchema>
export type MemberCounts = z.infer<typeof memberCountsSchema>
export type MemberMode = typeof memberModes[number]
export type MemberChannel = typeof memberChannels[number]
export type MemberView = typeof memberViews[number]
export type PreferredChannel = typeof preferredChannels[number]
export type ReachedBy = typeof reachedBy[number]

/** Static, by rule or both. */
export function listKindOf({ rule, named }: { rule: unknown; named: number }): ListKind {
  if (rule === null) return 'static'
  return named > 0 ? 'mixed' : 'rule'
}

/** Whether a member stands in a part of the list. */
export function inMemberView(member: ListMember, view: MemberView): boolean {
  if (view === 'excluded') return member.mode === 'excluded'
  if (member.mode === 'excluded') return false
  if (view === 'all') return true
  return view === 'withheld' ? member.withheld !== '' : member.withheld === '' && member.reached === view
}
