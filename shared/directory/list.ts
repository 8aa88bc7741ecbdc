import { z } from 'zod'
import { contactFilterSchema } from './filter.ts'
import { contactKinds } from './model.ts'

const id = z.string().min(1).max(64)

/** One line of the list. */
export const contactListItemSchema = z.object({
  id,
  kind: z.enum(contactKinds),
  /** The name as it stands in an alphabetical list. */
  name: z.string(),
  department: z.string(),
  /** For a person the organisation of a current role, and the role there. */
  employer: z.string(),
  role: z.string(),
  typeCode: z.string().nullable(),
  place: z.string(),
  /** The preferred number to call, the preferred e-mail address. */
  phone: z.string(),
  email: z.string(),
  tags: z.array(z.string()),
  areas: z.array(z.string()),
  languages: z.array(z.string()),
  checkedOn: z.string().nullable(),
  ags: z.string(),
  updatedAt: z.string(),
})

export const contactGroups = ['all', 'person', 'organisation', 'check'] as const
export const contactSorts = ['name', 'type', 'place', 'phone', 'email', 'employer', 'languages', 'tags', 'areas', 'checked', 'ags', 'changed'] as const
/** By what a list can be put into groups; a contact with two tags stands in both groups. */
export const contactGroupings = ['type', 'place', 'area', 'tag', 'language', 'affiliation'] as const

/** A search that finds more than this shows the newest of them only and says so. */
export const maxSearchHits = 5000

/** One group of a grouped list. An empty key holds those that have none of it. */
export const withinSchema = z.object({ by: z.enum(contactGroupings), key: z.string().max(400) })

/** Which contacts a list holds. */
export const contactSelectionSchema = z.object({
  query: z.string().max(200).default(''),
  /** `similar`: instead of what was found, what would be found with one letter changed in a word. */
  spelling: z.enum(['exact', 'similar']).default('exact'),
  group: z.enum(contactGroups).default('all'),
  filter: contactFilterSchema.optional(),
  within: withinSchema.optional(),
})

/** A page of a list. */
export const contactQuerySchema = contactSelectionSchema.extend({
  sort: z.enum(contactSorts).default('name'),
  descending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

export type ContactListItem = z.infer<typeof contactListItemSchema>
export type ContactGroup = typeof contactGroups[number]
export type ContactSort = typeof contactSorts[number]
export type ContactGrouping = typeof contactGroupings[number]
export type Within = z.infer<typeof withinSchema>
export type ContactSelection = z.input<typeof contactSelectionSchema>
