import type { Kysely } from 'kysely'
import { auditRetention, type AuditFilter } from '../../../shared/audit/model.ts'
import type { AuditSchema } from '../database/audit-schema.ts'
import type { DatabaseSide } from '../database/side.ts'
import { policy } from '../policy.ts'
import type { Person } from '../session.ts'

/** The log of one database and who reads it: the desk of either side. */
export interface LogDesk {
  readonly person: Person
  readonly database: Pick<DatabaseSide<never>, 'side' | 'read' | 'writeAudited' | 'writeUnlogged' | 'connections'>
}

/** The tables of the log. */
export function logOf({ database }: LogDesk): Kysely<AuditSchema> {
  return database.read as unknown as Kysely<AuditSchema>
}

/** The row about the whole chain. */
export async function readChain(desk: LogDesk) {
  return logOf(desk).selectFrom('audit_chain').selectAll().executeTakeFirstOrThrow()
}

/** Months for which entries are kept: what IT has settled, or the Leitung. */
export async function readMonths(desk: LogDesk): Promise<number> {
  return policy().values.AuditKeepMonths ?? (await readChain(desk)).months ?? auditRetention.months
}

/** Entries that were asked for, the newest first. */
export function chosenEntries(desk: LogDesk, { scope, kind, personId, from, to }: AuditFilter) {
  let query = logOf(desk).selectFrom('audit_entry').where('what', 'is not', null)
  if (scope === 'own') query = query.where('person_id', '=', desk.person.id)
  if (kind !== null) query = query.where('kind', '=', kind)
  if (personId !== null) query = query.where('person_id', '=', personId)
  // Days are those of the calendar on the wall.
  if (from !== null) query = query.where('at', '>=', new Date(`${from}T00:00:00`).toISOString())
  if (to !== null) query = query.where('at', '<=', new Date(`${to}T23:59:59.999`).toISOString())
  return query
}
