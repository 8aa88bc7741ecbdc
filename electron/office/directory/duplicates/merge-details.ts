import { z } from 'zod'
import type { FieldChange } from '../../../../shared/directory/duplicates/combine.ts'
import type { MergeField } from '../../../../shared/directory/duplicates/merge-fields.ts'

const schema = z.object({
  /** What the kept contact got and lost, field by field. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** Items of lists that were copied from the other one: id at the kept contact → id there. */
  copies: z.record(z.string(), z.string()),
  links: z.array(z.object({ table: z.string(), column: z.string(), id: z.string() })),
  /** Decisions on pairs that hold for the kept contact since. */
  distinctions: z.array(z.string()),
})

/** What undoing a merge needs. The other contact's own rows stay as they were, so they needn't stand here. */
export interface MergeDetails extends z.infer<typeof schema> {
  changes: FieldChange[]
}

/** Reads the stored text. @throws ZodError when it was tampered with */
export function readDetails(text: string): MergeDetails {
  const { changes, ...rest } = schema.parse(JSON.parse(text))
  return { ...rest, changes: changes.map(({ field, before, after }) => ({ field: field as MergeField, before: before ?? null, after: after ?? null })) }
}
