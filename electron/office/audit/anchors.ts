import type { Kysely } from 'kysely'
import type { AuditSchema } from '../database/audit-schema.ts'
import type { Session } from '../session.ts'
import { logOf, readChain, type LogDesk } from './repository.ts'
import type { Anchor } from './verify.ts'

/** Both logs of a session; each is the other's witness. Null without the counselling key. */
export function bothLogs(session: Session): { office: LogDesk; counselling: LogDesk } | null {
  const { office, counselling } = session
  return counselling === null ? null : { office: office as unknown as LogDesk, counselling: counselling as unknown as LogDesk }
}

/** What a database has noted of the end of the other one's log. */
export async function notedEnd(desk: LogDesk): Promise<Anchor[]> {
  const row = await logOf(desk).selectFrom('audit_anchor').selectAll().executeTakeFirst()
  return row ? [{ kind: 'anchor', at: row.at, seq: row.seq, mac: row.mac }] : []
}

/**
 * Notes in each database where the other one's log ends, so that neither can be exchanged for an older one alone, and an assistant, who has the key
 * of the office's log, can't rewrite what was there when somebody with the counselling key worked. The number of the counselling's entries
 * stays out of the office's database.
 */
export async function noteEnds(session: Session): Promise<void> {
  const logs = bothLogs(session)
  if (!logs) return
  await noteEnd(logs.counselling, logs.office, true)
  await noteEnd(logs.office, logs.counselling, false)
}

async function noteEnd(into: LogDesk, of: LogDesk, withNumber: boolean): Promise<void> {
  const { head_seq, head_mac } = await readChain(of)
  if ((await notedEnd(into))[0]?.mac === head_mac) return
  const columns = { at: new Date().toISOString(), seq: withNumber ? head_seq : 0, mac: head_mac }
  await into.database.writeUnlogged((database) => (database as unknown as Kysely<AuditSchema>).insertInto('audit_anchor').values({ id: 1, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)).execute())
}
