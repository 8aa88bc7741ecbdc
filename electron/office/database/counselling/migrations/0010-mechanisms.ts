import type { Migration } from '../../migrate.ts'
import { createMechanisms } from '../../mechanism-schema.ts'

/** The counselling side's own change log, search index and drafts. */
export const mechanisms: Migration = {
  version: 10,
  name: 'mechanisms',
  up: createMechanisms,
}
