import type { AuditRow } from '../database/audit-chain.ts'
import type { Session } from '../session.ts'

/** People of the office by their id. */
export function personNames(people: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Numbers of the cases that entries are about, as far as the person sees them; the names of clients stand nowhere in the log. */
export async function caseNames({ counselling, person }: Session, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ subject }) => subject).filter((subject) => subject !== ''))]
  if (counselling === null || ids.length === 0) return new Map()
  const found = await counselling.database.read.selectFrom('counselling_case').select(['id', 'number', 'counsellor_id']).where('id', 'in', ids).execute()
  return new Map(found.filter(({ counsellor_id }) => person.role === 'leitung' || counsellor_id === person.id).map(({ id, number }) => [id, number]))
}
