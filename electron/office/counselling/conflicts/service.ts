import { randomBytes } from 'node:crypto'
import type { CaseReference } from '../../../../shared/counselling/access/contract.ts'
import type { Conflict, ConflictReason } from '../../../../shared/counselling/conflicts/contract.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { seesEveryCase } from '../access/repository.ts'
import { caseWithMerged, keptCase, keptCaseOf } from '../merging/kept-cases.ts'
import { notFound } from '../service-parts.ts'
import { partiesOf, sharedKeys, type Party } from './parties.ts'

interface Finding {
  otherId: string
  reason: ConflictReason
}

/**
 * Compares the people of a case with those of every other case, also of those that the person may not see. What is found gets a
 * code and nothing else: neither name nor number nor counsellor of the other case comes back.
 * @throws OfficeError `forbidden`, `not-found`
 */
export async function conflictsOfCase(desk: CounsellingDesk, caseId: string): Promise<Conflict[]> {
  await expectCaseAccess(desk, caseId)
  const { read } = desk.database
  const own = await partiesOf(read, caseId)
  if (own.every(({ keys }) => keys.length === 0)) return []
  const findings = findingsBetween(own, (await partiesOf(read)).filter((party) => party.caseId !== caseId))
  const known = await noticesOf(desk, caseId)
  const missing = findings.filter(({ otherId, reason }) => !known.some((notice) => notice.other_case_id === otherId && notice.reason === reason))
  if (missing.length > 0) {
    await desk.database.writeUnlogged((database) =>
      database
        .insertInto('conflict_notice')
        .values(missing.map(({ otherId, reason }) => ({
          code: `K-${randomBytes(3).toString('hex').toUpperCase()}`, case_id: caseId, other_case_id: otherId, reason, found_at: new Date().toISOString(),
          found_by_name: desk.person.name, settled_at: null, settled_by_name: '', settled_note: '',
        })))
        .execute(),
    )
  }
  const latest = new Map<string, Notice>()
  for (const notice of await noticesOf(desk, caseId)) {
    const key = `${notice.other_case_id}:${notice.reason}`
    // Of two cases that became one, both may have had the same finding: what is settled once is settled.
    if (latest.get(key)?.settled_at == null) latest.set(key, notice)
  }
  return [...latest.values()]
    .filter((notice) => findings.some(({ otherId, reason }) => notice.other_case_id === otherId && notice.reason === reason))
    .map((notice) => ({ code: notice.code, reason: notice.reason as ConflictReason, settled: notice.settled_at !== null }))
}

/** The two cases behind a code. @throws OfficeError `forbidden` for whoever isn't the Leitung, `not-found` */
export async function lookUpConflict(desk: CounsellingDesk, code: string): Promise<{ conflict: Conflict; cases: CaseReference[]; note: string }> {
  onlyLeitung(desk)
  const { read } = desk.database
  const notice = (await read.selectFrom('conflict_notice').selectAll().where('code', '=', code).executeTakeFirst()) ?? notFound()
  const rows = await read
    .selectFrom('counselling_case')
    .select(['id', 'number', 'alias', 'counsellor_name'])
    .where('id', 'in', [await keptCase(read, notice.case_id), await keptCase(read, notice.other_case_id)])
    .orderBy('number')
    .execute()
  return {
    conflict: { code, reason: notice.reason as ConflictReason, settled: notice.settled_at !== null },
    cases: rows.map((row) => ({ id: row.id, number: row.number, alias: row.alias, counsellorName: row.counsellor_name })),
    note: notice.settled_note,
  }
}

/** Notes what the Leitung decided about a finding. @throws OfficeError `forbidden`, `not-found` */
export async function settleConflict(desk: CounsellingDesk, code: string, note: string): Promise<void> {
  onlyLeitung(desk)
  const settled = await desk.database.writeUnlogged((database) =>
    database
      .updateTable('conflict_notice')
      .set({ settled_at: new Date().toISOString(), settled_by_name: desk.person.name, settled_note: note })
      .where('code', '=', code)
      .executeTakeFirst(),
  )
  if (settled.numUpdatedRows === 0n) notFound()
}

type Notice = Awaited<ReturnType<typeof noticesOf>>[number]

/** Notices of a case and of those that live on in it; cases that were merged since stand there by the case they live on in. */
async function noticesOf(desk: CounsellingDesk, caseId: string) {
  const { read } = desk.database
  return read
    .selectFrom('conflict_notice')
    .select(['code', 'reason', 'settled_at', keptCaseOf('conflict_notice.other_case_id').as('other_case_id')])
    .where('case_id', 'in', await caseWithMerged(read, caseId))
    .orderBy('found_at')
    .execute()
}

/** Each other case at most once for each reason. */
function findingsBetween(own: readonly Party[], others: readonly Party[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const mine of own) {
    for (const other of others) {
      const reason = reasonOf(mine, other)
      if (reason === null || sharedKeys(mine.keys, other.keys).length === 0) continue
      found.set(`${other.caseId}:${reason}`, { otherId: other.caseId, reason })
    }
  }
  return [...found.values()]
}

/** Two cases against the same landlord are in nobody's way, and neither are two that share a household. */
function reasonOf(mine: Party, other: Party): ConflictReason | null {
  if (mine.side === 'opposing') return other.side === 'opposing' ? null : 'opposing-counselled'
  if (other.side === 'opposing') return 'client-opposed'
  return mine.side === 'client' && other.side === 'client' ? 'known' : null
}

function onlyLeitung(desk: CounsellingDesk): void {
  if (!seesEveryCase(desk.person)) throw new OfficeError('forbidden', { detail: 'Kennungen schlägt nur die Leitung nach.' })
}
