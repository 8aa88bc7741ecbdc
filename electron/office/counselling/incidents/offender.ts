import { uuidv7 } from 'uuidv7'
import { offenderFields, type OffenderFields } from '../../../../shared/counselling/incidents/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { expectIncidentAccess } from './access.ts'
import { caseIdsOfIncident, readIncident } from './repository.ts'

/**
 * Opens the names of offenders. The lines in the log are written before anything is read: one of the incident's own, and one in the
 * log of each case that it belongs to.
 * @throws OfficeError `forbidden`, `not-found`
 */
export async function openOffender(desk: CounsellingDesk, id: string, reason: string): Promise<{ opening: string; version: number; fields: OffenderFields }> {
  await expectUsable(desk, id)
  const opening = uuidv7()
  const cases = await caseIdsOfIncident(desk.database.read, id)
  const line = { person_id: desk.person.id, person_name: desk.person.name, at: new Date().toISOString(), kind: 'offender', reason, incident_id: id }
  await desk.database.writeAudited(desk.person, [{ kind: 'identity', what: 'offender', subject: id }], (database) =>
    database.insertInto('access_log').values([
      { id: opening, case_id: '', ...line }, ...[...new Set(cases)].map((caseId) => ({ id: uuidv7(), case_id: caseId, ...line })),
    ]).execute(),
  )
  const stored = await desk.database.read.selectFrom('incident_offender').selectAll().where('id', '=', id).executeTakeFirst()
  return { opening, version: stored?.version ?? 0, fields: { names: stored?.names ?? '', note: stored?.note ?? '' } }
}

/**
 * Stores the names.
 * @param opening the line of the log that proves that this person has opened them
 * @throws OfficeError `forbidden` without an opening, `invalid`, `not-found`, `conflict`
 */
export async function saveOffender(
  desk: CounsellingDesk, { id, opening, version, fields }: { id: string; opening: string; version: number; fields: OffenderFields },
): Promise<ChangeReceipt> {
  await expectUsable(desk, id)
  const proof = await desk.database.read.selectFrom('access_log').select('id').where('id', '=', opening).where('incident_id', '=', id)
    .where('person_id', '=', desk.person.id).where('kind', '=', 'offender').executeTakeFirst()
  if (!proof) throw new OfficeError('forbidden')
  const { names, note } = validated(offenderFields, fields)
  const record = { type: 'incident-offender', id }
  const written = await desk.write({ label: 'Verursacher geändert', record, coalesce: `incident-offender:${id}` }, async (transaction) => {
    const stored = await transaction.database.selectFrom('incident_offender').selectAll().where('id', '=', id).executeTakeFirst()
    if ((stored?.version ?? 0) !== version) {
      throw new OfficeError('conflict', { current: { opening, version: stored?.version ?? 0, fields: { names: stored?.names ?? '', note: stored?.note ?? '' } } })
    }
    if (stored) await transaction.update('incident_offender', id, { names, note })
    else await transaction.insert('incident_offender', { id, names, note, deleted_at: null, deleted_by: null })
  })
  return receipt(written, id, version)
}

/** Who opened the names of an incident, the newest first. @throws OfficeError `forbidden`, `not-found` */
export async function openingsOf(desk: CounsellingDesk, id: string): Promise<{ id: string; at: string; personName: string; reason: string }[]> {
  await expectIncidentAccess(desk, id)
  const rows = await desk.database.read.selectFrom('access_log').select(['id', 'at', 'person_name', 'reason'])
    .where('incident_id', '=', id).where('case_id', '=', '').orderBy('id', 'desc').limit(100).execute()
  return rows.map(({ person_name, ...row }) => ({ ...row, personName: person_name }))
}

async function expectUsable(desk: CounsellingDesk, id: string): Promise<void> {
  await expectIncidentAccess(desk, id)
  if ((await readIncident(desk.database.read, id))?.trashed !== false) notFound()
}
