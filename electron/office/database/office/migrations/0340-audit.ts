import { createAudit } from '../../audit-schema.ts'
import type { Migration } from '../../migrate.ts'

/** The tamper-evident log. */
export const audit: Migration = {
  version: 340,
  name: 'audit',
  up: createAudit,
}
