import demo from '../../../resources/demo/audit.json' with { type: 'json' }
import type { AuditKind } from '../../../shared/audit/model.ts'
import type { Role } from '../../../shared/vault/roles.ts'
import { noteEnds } from '../audit/anchors.ts'
import { appendAudit, type AuditRow } from '../database/audit-chain.ts'
import type { Actor } from '../database/change-log.ts'
import { Rows } from '../database/rows.ts'
import type { Session } from '../session.ts'
import { daysAgo } from './days-ago.ts'

type People = Readonly<Record<Role, Actor>>

/** Begins the logs of the demo office some months ago; what filling it has entered comes after that. */
export async function fillAudit(session: Session, people: People): Promise<void> {
  await session.office.database.writeUnlogged(async () => beginEarlier(new Rows(session.office.database.connections.writer), demo.office, people))
  const counselling = session.counselling?.database
  await counselling?.writeUnlogged(async () => beginEarlier(new Rows(counselling.connections.writer), demo.counselling, people))
  // What each knew of the other before would tell of the exchange.
  await noteEnds(session)
}

function beginEarlier(rows: Rows, earlier: typeof demo.office, people: People): void {
  const present = rows.run('SELECT * FROM audit_entry ORDER BY seq', []) as unknown as AuditRow[]
  rows.run('UPDATE audit_chain SET through = head_seq', [])
  rows.run('DELETE FROM audit_entry', [])
  rows.run("UPDATE audit_chain SET head_seq = 0, head_mac = '', through = 0", [])
  for (const { daysAgo: days, time, who, kind, what, detail, number } of earlier) {
    appendAudit(rows, people[who as Role], { kind: kind as AuditKind, what, detail, number }, new Date(`${daysAgo(days)}T${time}:00`).toISOString())
  }
  for (const { at, person_id: id, person_name: name, kind, what, subject, detail, number } of present) {
    if (what !== 'begun') appendAudit(rows, { id, name }, { kind, what, subject, detail, number }, at)
  }
}
