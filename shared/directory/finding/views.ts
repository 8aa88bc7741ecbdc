import { z } from 'zod'
import { contactFilterSchema } from '../filter.ts'
import { contactGroupings, contactGroups, contactSorts } from '../list.ts'

/** Columns that the list can show, in the order in which they are offered; the name always stands first. */
export const contactColumns = ['type', 'place', 'phone', 'email', 'employer', 'languages', 'tags', 'areas', 'checked', 'ags', 'changed'] as const
export type ContactColumn = typeof contactColumns[number]

/** A column as somebody has arranged it, with its width in pixels if it was changed. */
export const columnChoiceSchema = z.object({ key: z.enum(['name', ...contactColumns]), width: z.number().int().min(40).max(900).optional() })
export type ColumnChoice = z.infer<typeof columnChoiceSchema>

/** What a list shows before anybody has arranged it. */
export const initialColumns: readonly ColumnChoice[] = [{ key: 'name' }, { key: 'type' }, { key: 'place' }]

/** Everything that makes a list look as it does. */
export const viewDefinitionSchema = z.object({
  query: z.string().max(200).default(''),
  group: z.enum(contactGroups).default('all'),
  filter: contactFilterSchema.default({}),
  sort: z.enum(contactSorts).default('name'),
  descending: z.boolean().default(false),
  grouping: z.enum(contactGroupings).nullable().default(null),
  columns: z.array(columnChoiceSchema).min(1).max(20).default([...initialColumns]),
})
export type ViewDefinition = z.infer<typeof viewDefinitionSchema>

/** A saved view: of one person, or of the whole office. */
export const contactViewSchema = z.object({
  id: z.string().min(1).max(64),
  version: z.number().int(),
  name: z.string(),
  shared: z.boolean(),
  definition: viewDefinitionSchema,
})
export type ContactView = z.infer<typeof contactViewSchema>

/** What a person gives a view: its name, and whether the whole office sees it. */
export const viewInputSchema = z.object({
  name: z.string().normalize('NFC').trim().min(1, 'Bitte einen Namen eintragen.').max(80),
  shared: z.boolean(),
  definition: viewDefinitionSchema,
})
