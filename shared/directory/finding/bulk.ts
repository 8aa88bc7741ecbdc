import { z } from 'zod'
import { affiliations, publications, tagSchema } from '../model.ts'
import { findOrganisationType } from '../organisation-types.ts'

const codes = z.array(z.string().min(1).max(60)).max(20).default([])
const tags = z.array(tagSchema).max(20).default([])

/** What several contacts get at once. A field that isn't given stays as it is with each of them. */
export const bulkChangeSchema = z.object({
  /** The type of organisations; persons keep what they are. `null` takes it off. */
  typeCode: z.string().refine((code) => findOrganisationType(code) !== undefined, 'Diese Art ist nicht bekannt.').nullable().optional(),
  affiliation: z.enum(affiliations).optional(),
  publication: z.enum(publications).optional(),
  addTags: tags,
  removeTags: tags,
  addAreas: codes,
  removeAreas: codes,
  addLanguages: codes,
  removeLanguages: codes,
  /** Day (ISO) on which they were checked. */
  checkedOn: z.iso.date().optional(),
})
export type BulkChange = z.input<typeof bulkChangeSchema>

/** How many contacts a change would touch, and how many it can't. */
export const bulkPreviewSchema = z.object({
  /** Contacts that would be otherwise than they are. */
  changed: z.number().int(),
  /** Contacts for which everything is so already. */
  same: z.number().int(),
  /** Persons, which have no type of organisation. */
  withoutType: z.number().int(),
})
export type BulkPreview = z.infer<typeof bulkPreviewSchema>
