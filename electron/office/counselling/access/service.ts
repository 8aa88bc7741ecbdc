import { uuidv7 } from 'uuidv7'
import type { AccessEntry, Grant } from '../../../../shared/counselling/access/contract.ts'
import { findEntry } from '../../../../shared/counselling/catalogues.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readCase } from '../cases/repository.ts'
import { caseWithMerged } from '../merging/kept-cases.ts'
import { expectDeadlinesSeen } from '../deadlines/of-case.ts'
import { notFound, receipt } from '../service-parts.ts'
import { disposes, expectCaseAccess, expectDisposal } from './guard.ts'
import { accessesOf, noteAccess } from './log.ts'
import { seesEveryCase } from './repository.ts'

/** Somebody who holds the counselling key. */
export interface Colleague {
  id: string
  name: string
}

const LONGEST_SHARE_DAYS = 366

/**
 * Openings of a case, and the log of accesses for the Leitung.
 * @throws OfficeError `forbidden` for a case of somebody else
 */
export async function accessOfCase(desk: CounsellingDesk, caseId: string): Promise<{
  counsellorId: string
  mayDispose: boolean
  grants: Grant[]
  log: AccessEntry[] | null
}> {
  await expectCaseAccess(desk, caseId)
  const { read } = desk.database
  const found = (await readCase(read, caseId)) ?? notFound()
  const today = isoDay(new Date())
  const rows = await read.selectFrom('case_grant').selectAll().where('case_id', 'in', await caseWithMerged(read, caseId)).orderBy('id', 'desc').limit(100).execute()
  return {
    counsellorId: found.counsellorId,
    mayDispose: disposes(desk, found),
    grants: rows.map((row) => ({
      id: row.id,
      personName: row.person_name,
      kind: row.kind,
      reason: row.reason,
      until: row.until,
      grantedAt: row.granted_at,
      grantedByName: row.granted_by_name,
      endedAt: row.ended_at,
      active: row.ended_at === null && row.until >= today,
    })),
    log: seesEveryCase(desk.person) ? await accessesOf(read, caseId) : null,
  }
}

/**
 * Opens a case to a colleague until a day.
 * @param colleagues the people of the vault who hold the counselling key
 * @throws OfficeError `invalid`, `not-found`, `forbidden` for whoever is neither its counsellor nor the Leitung
 */
export async function shareCase(
  desk: CounsellingDesk,
  colleagues: readonly Colleague[],
  { caseId, personId, until, reason }: { caseId: string; personId: string; until: string; reason: string },
): Promise<void> {
  const found = await expectDisposal(desk, caseId)
  const colleague = expectColleague(colleagues, personId)
  if (personId === found.counsellorId) throw invalid('personId', 'Diese Person führt den Fall schon.')
  const today = new Date()
  if (until < isoDay(today)) throw invalid('until', 'Der letzte Tag liegt in der Vergangenheit.')
  if (until > isoDay(daysFrom(today, LONGEST_SHARE_DAYS))) throw invalid('until', 'Höchstens ein Jahr. Danach lässt sich der Fall neu öffnen.')
  await insertGrant(desk, caseId, colleague, 'shared', reason, until)
}

/** Ends an opening now. @throws OfficeError `not-found`, `forbidden` */
export async function endShare(desk: CounsellingDesk, caseId: string, grantId: string): Promise<void> {
  await expectDisposal(desk, caseId)
  const ids = await caseWithMerged(desk.database.read, caseId)
  await desk.database.writeAudited(desk.person, [{ kind: 'access', what: 'share-ended', subject: caseId }], async (database) => {
    const { numUpdatedRows } = await database
      .updateTable('case_grant')
      .set({ ended_at: new Date().toISOString(), ended_by_name: desk.person.name })
      .where('id', '=', grantId)
      .where('case_id', 'in', ids)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    // Nothing is entered of an opening that had ended before.
    if (numUpdatedRows === 0n) notFound()
  })
}

/**
 * Opens somebody else's case to oneself until the end of tomorrow, because its counsellor is away. Reason and time stand in the
 * log, which the Leitung reads (§ 203 StGB: access in substitution is the exception and is seen).
 * @throws OfficeError `not-found`
 */
export async function standIn(desk: CounsellingDesk, caseId: string, reason: string): Promise<void> {
  const found = (await readCase(desk.database.read, caseId)) ?? notFound()
  if (found.trashed) notFound()
  await noteAccess(desk, caseId, 'deputy', reason)
  await insertGrant(desk, caseId, desk.person, 'deputy', reason, isoDay(daysFrom(new Date(), 1)))
}

/** Gives a case to a colleague. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function handOver(
  desk: CounsellingDesk,
  colleagues: readonly Colleague[],
  { caseId, personId, version }: { caseId: string; personId: string; version: number },
): Promise<ChangeReceipt> {
  await expectDisposal(desk, caseId)
  const { id, name } = expectColleague([...colleagues, desk.person], personId)
  const record = { type: 'case', id: caseId }
  const written = await desk.write({ label: 'Fall übergeben', record, audit: { kind: 'access', what: 'handed-over', subject: caseId } }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readCase(transaction.database, caseId))
    await transaction.update('counselling_case', caseId, { counsellor_id: id, counsellor_name: name })
  })
  return receipt(written, caseId, version)
}

/**
 * Closes a case, or opens it again.
 * @param deadlinesSeen ids of the open deadlines that the person was shown
 * @throws OfficeError `invalid` (also when a deadline is open that the person wasn't shown), `not-found`, `conflict`, `forbidden`
 */
export async function closeCase(
  desk: CounsellingDesk,
  caseId: string,
  version: number,
  closing: { on: string; result: string } | null,
  deadlinesSeen: readonly string[] = [],
): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, caseId)
  const found = (await readCase(desk.database.read, caseId)) ?? notFound()
  if (closing && findEntry('results', closing.result) === undefined) throw invalid('result', 'Bitte ein Ergebnis wählen.')
  if (closing && closing.on > isoDay(new Date())) throw invalid('on', 'Der Tag liegt in der Zukunft.')
  if (closing && closing.on < found.openedOn) throw invalid('on', 'Der Tag liegt vor der Anlage des Falls.')
  const record = { type: 'case', id: caseId }
  const written = await desk.write({ label: closing ? 'Fall abgeschlossen' : 'Fall wieder geöffnet', record }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readCase(transaction.database, caseId))
    if (closing) await expectDeadlinesSeen(transaction, caseId, deadlinesSeen)
    await transaction.update('counselling_case', caseId, { closed_on: closing?.on ?? '', closed_result: closing?.result ?? '' })
  })
  return receipt(written, caseId, version)
}

function expectColleague(colleagues: readonly Colleague[], personId: string): Colleague {
  return colleagues.find(({ id }) => id === personId) ?? (() => { throw invalid('personId', 'Diese Person hat keinen Zugang zur Beratung.') })()
}

async function insertGrant(
  desk: CounsellingDesk, caseId: string, { id, name }: Colleague, kind: 'shared' | 'deputy', reason: string, until: string,
): Promise<void> {
  // A substitution is in the log already: its line comes before the opening.
  await desk.database.writeAudited(desk.person, kind === 'shared' ? [{ kind: 'access', what: 'shared', subject: caseId }] : [], (database) =>
    database
      .insertInto('case_grant')
      .values({
        id: uuidv7(), case_id: caseId, person_id: id, person_name: name, kind, reason, until,
        granted_at: new Date().toISOString(), granted_by_name: desk.person.name, ended_at: null, ended_by_name: '',
      })
      .execute(),
  )
}

function invalid(field: string, text: string): OfficeError {
  return new OfficeError('invalid', { fields: { [field]: text } })
}

function daysFrom(day: Date, days: number): Date {
  const later = new Date(day)
  later.setDate(later.getDate() + days)
  return later
}
