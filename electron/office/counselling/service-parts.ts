import type { z } from 'zod'
import { OfficeError } from '../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../shared/records/model.ts'
import type { Written } from '../database/side.ts'

/** A list query as the window asks it: „mine“ instead of an id, which only the session knows. */
export type Mine<Query> = Omit<Query, 'counsellorId'> & { mine: boolean }

/** What the schema makes of the fields. @throws OfficeError `invalid` with a German message per field */
export function validated<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return parsed.data
  const messages: Record<string, string> = {}
  for (const issue of parsed.error.issues) messages[issue.path.join('.')] ??= issue.message
  throw new OfficeError('invalid', { fields: messages })
}

/** What a write tells the window. */
export function receipt(written: Written<unknown>, id: string, version = 0): ChangeReceipt {
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** @throws OfficeError `not-found`, always */
export function notFound(): never {
  throw new OfficeError('not-found')
}
