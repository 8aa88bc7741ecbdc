import { z } from 'zod'
import { agreementSchema } from './dealings/agreements.ts'
import { purposeSchema } from './dealings/purposes.ts'
import { engagements, organisationSchema, personSchema } from './model.ts'

const id = z.string().min(1).max(64)

/** A role as both sides show it: on the person's record with the organisation, on the organisation's with the person. */
export const roleEntrySchema = z.object({
  id,
  personId: id,
  personName: z.string(),
  organisationId: id,
  organisationName: z.string(),
  /** Code of the catalogue (`organisation-types.ts`). */
  organisationType: z.string().nullable(),
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  engagement: z.enum(engagements),
})

/** An organisation above or below another one. */
const relatedOrganisationSchema = z.object({ id, name: z.string(), department: z.string(), typeCode: z.string().nullable() })

const stored = z.object({
  id,
  version: z.number().int(),
  updatedAt: z.string(),
  trashed: z.boolean(),
  /** Day on which somebody last made sure that it is right; `null` for never. */
  checkedOn: z.string().nullable(),
  roles: z.array(roleEntrySchema),
  /** The superior organisations, the nearest first; those in the trash, and all above them, are left out. Empty for a person. */
  superiors: z.array(relatedOrganisationSchema),
  /** The organisations directly below, by name; empty for a person. */
  subordinates: z.array(relatedOrganisationSchema),
  purposes: z.array(purposeSchema),
  agreements: z.array(agreementSchema),
})

/** One contact as it is stored, with its roles. */
export const contactSchema = z.discriminatedUnion('kind', [
  organisationSchema.extend(stored.shape),
  personSchema.extend(stored.shape),
])

export type RelatedOrganisation = z.infer<typeof relatedOrganisationSchema>
export type RoleEntry = z.infer<typeof roleEntrySchema>
export type Contact = z.infer<typeof contactSchema>
