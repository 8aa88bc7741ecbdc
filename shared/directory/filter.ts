import { z } from 'zod'
import { affiliations, contactKinds, publications } from './model.ts'

/** What a contact may lack, to be filtered by. `check`: it was never checked. */
export const lacks = ['email', 'phone', 'address', 'tag', 'area', 'language', 'type', 'role', 'purpose', 'check'] as const
export type Lack = typeof lacks[number]

/** Whether a role that is looked for is held today, has ended, or either. */
export const roleTimes = ['current', 'ended', 'any'] as const
export type RoleTime = typeof roleTimes[number]

const codes = z.array(z.string().min(1).max(300)).max(100)

/**
 * What a contact must have, or must lack, to stand in a list; everything that is given must hold. Lists (views, rules of
 * distribution lists) store it as it is here: a new field must be optional.
 */
export const contactFilterSchema = z.object({
  kind: z.enum(contactKinds),
  /** Codes of organisation types, any of them. */
  types: codes,
  tags: codes,
  /** One of the tags is enough unless it says otherwise. */
  tagMode: z.enum(['any', 'all']),
  withoutTags: codes,
  /** Codes of areas of work and languages, any of them. */
  areas: codes,
  languages: codes,
  /** Places as the list shows them, any of them. */
  places: codes,
  /** The beginning of a postal code of whichever address. */
  postalCode: z.string().max(20),
  /** The beginning of a municipality's key: "12" is Brandenburg, "12052" Cottbus. */
  ags: z.string().max(12),
  /** Beginnings of words in the title of a role. */
  role: z.string().max(200),
  roleTime: z.enum(roleTimes),
  /** Checked before this day (ISO), or never. */
  checkedBefore: z.iso.date(),
  /** Not checked for so many months, or never. */
  uncheckedMonths: z.number().int().min(1).max(240),
  lacks: z.array(z.enum(lacks)).max(lacks.length),
  affiliations: z.array(z.enum(affiliations)).max(affiliations.length),
  publications: z.array(z.enum(publications)).max(publications.length),
  /** Codes of purposes for which the data are kept, any of them. */
  purposes: codes,
  /** A consent among the purposes has run out or was taken back. */
  consentExpired: z.boolean(),
}).partial()

export type ContactFilter = z.infer<typeof contactFilterSchema>

/** The filter without what filters nothing (empty lists and texts), so that two equal filters look the same. */
export function tidyFilter(filter: ContactFilter): ContactFilter {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0))
  const tidy = Object.fromEntries(said) as ContactFilter
  if ((tidy.tags?.length ?? 0) < 2) delete tidy.tagMode
  return tidy
}

/** Whether a filter lets everything through. */
export function isOpenFilter(filter: ContactFilter): boolean {
  return Object.keys(tidyFilter(filter)).length === 0
}

/** A remembered filter, also one of an older version: what no longer fits is left out. */
export function readFilter(stored: unknown): ContactFilter {
  if (typeof stored !== 'object' || stored === null) return {}
  const known = Object.entries(contactFilterSchema.shape).flatMap(([key, schema]) => {
    const value = schema.safeParse((stored as Record<string, unknown>)[key])
    return value.success && value.data !== undefined ? [[key, value.data] as const] : []
  })
  return tidyFilter(Object.fromEntries(known))
}
