import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { withFiner } from '../../../../shared/counselling/incidents/catalogues.ts'
import type { Incident, IncidentListItem, IncidentView } from '../../../../shared/counselling/incidents/contract.ts'
import { formatIncidentNumber, incidentFields, incidentShape, type AffectedFields, affectedFields, type IncidentFields } from '../../../../shared/counselling/incidents/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { caseIdsOf, seesEveryCase } from '../access/repository.ts'
import { readCase } from '../cases/repository.ts'
import { readConsultation } from '../consultations/repository.ts'
import { nextSequence } from '../counter.ts'
import { canSearch, hitIds } from '../search-hits.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { asSeen, expectIncidentAccess } from './access.ts'
import { codeFields } from './columns.ts'
import { hashedEvidence } from './evidence.ts'
import { listItem } from './list-item.ts'
import { codeRows, incidentColumns, incidentIdsOfCase, readIncident, readIncidents, visibleTo, type StoredIncident } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>

/** How the list is narrowed down. */
export interface IncidentQuery {
  query: string
  view: IncidentView
  lifeArea: string | null
  characteristic: string | null
  year: number | null
}

/** Incidents that the person may see, the latest report first. */
export async function findIncidents(desk: CounsellingDesk, { query, view, lifeArea, characteristic, year }: IncidentQuery): Promise<IncidentListItem[]> {
  if (query.trim() !== '' && !canSearch(query)) return []
  let found = desk.database.read.selectFrom('incident').select('id').where('deleted_at', 'is', null)
  if (!seesEveryCase(desk.person)) found = found.where(visibleTo(desk.person.id, caseIdsOf(desk.person.id)))
  if (query.trim() !== '') found = found.where(sql<boolean>`incident.id IN (${hitIds(query, 'incident')})`)
  if (lifeArea !== null) found = found.where('life_area', 'in', withFiner('lifeAreas', lifeArea))
  if (year !== null) found = found.where('reported_on', '>=', `${year}-01-01`).where('reported_on', '<=', `${year}-12-31`)
  if (view === 'attacks') found = found.where('attack', '=', 1)
  if (characteristic !== null) {
    found = found.where('id', 'in', (codes) => codes.selectFrom('incident_code').select('incident_id')
      .where('list', '=', 'characteristics').where('code', 'in', withFiner('characteristics', characteristic)))
  }
  const ids = (await found.orderBy('reported_on', 'desc').orderBy('id', 'desc').execute()).map(({ id }) => id)
  return (await listItems(desk, ids)).filter((item) => inView(item, view))
}

/** Incidents of a case, the latest first. @throws OfficeError `forbidden`, `not-found` */
export async function incidentsOfCase(desk: CounsellingDesk, caseId: string): Promise<IncidentListItem[]> {
  await expectCaseAccess(desk, caseId)
  return listItems(desk, await incidentIdsOfCase(desk.database.read, caseId))
}

/** One incident as the person may see it. @throws OfficeError `not-found`, `forbidden` */
export async function getIncident(desk: CounsellingDesk, id: string): Promise<Incident> {
  await expectIncidentAccess(desk, id)
  const found = (await readIncident(desk.database.read, id)) ?? notFound()
  return (await asSeen(desk, [found]))[0] ?? notFound()
}

/**
 * Opens a record with the next number of the year of its report.
 * @param from the case, or the consultation, whose person is affected; both null for a report without a person
 * @throws OfficeError `invalid`, `not-found`, `forbidden`
 */
export async function createIncident(
  desk: CounsellingDesk, fields: IncidentFields, from: { caseId: string | null; consultationId: string | null },
): Promise<ChangeReceipt & { id: string; number: string }> {
  const checked = validated(incidentFields, fields)
  const id = uuidv7()
  const written = await desk.write({ label: 'Vorfall aufgenommen', record: { type: 'incident', id } }, async (transaction) => {
    const caseId = await caseFrom(transaction, desk, from)
    const year = Number(checked.reportedOn.slice(0, 4))
    const sequence = await nextSequence(transaction, 'V', year)
    const number = formatIncidentNumber(year, sequence)
    await transaction.insert('incident', {
      id, number, year, sequence, ...incidentColumns(checked), consultation_id: from.consultationId, kept_on: '', kept_by_name: '',
      recorded_by: desk.person.id, recorded_by_name: desk.person.name, deleted_at: null, deleted_by: null,
    } as never)
    if (caseId !== null) {
      await transaction.insert('incident_affected', { id: uuidv7(), incident_id: id, case_id: caseId, age_group: 'unknown', involvement: 'direct', position: 0 })
    }
    await writeParts(transaction, desk, id, checked, [])
    return number
  })
  return { ...receipt(written, id), id, number: written.value }
}

/** Stores the fields given. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function updateIncident(desk: CounsellingDesk, id: string, version: number, fields: Partial<IncidentFields>): Promise<ChangeReceipt> {
  const checked = validated(incidentShape.partial(), fields)
  return change(desk, id, { label: 'Vorfall geändert', coalesce: `incident:${id}` }, async (transaction, stored) => {
    await transaction.expectVersion({ type: 'incident', id }, version, async () => (await asSeen(desk, [stored]))[0])
    // The fields must fit together, so those that stay are checked along.
    validated(incidentFields, { ...stored, ...checked })
    await transaction.update('incident', id, incidentColumns(checked) as never)
    await writeParts(transaction, desk, id, checked, stored.evidence)
  }, version)
}

/** Moves an incident to the trash; deadlines taken over from it stay in the list of deadlines. @throws OfficeError `not-found`, `conflict`, `forbidden` */
export async function removeIncident(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  const record = { type: 'incident', id }
  return change(desk, id, { label: 'Vorfall gelöscht' }, async (transaction, stored) => {
    await transaction.expectVersion(record, version, async () => (await asSeen(desk, [stored]))[0])
    await transaction.trash(record, desk.person.id)
  }, version)
}

/** Adds somebody affected or changes them. @throws OfficeError `invalid`, `not-found`, `forbidden` also for a case that one may not see */
export async function saveAffected(desk: CounsellingDesk, id: string, affectedId: string, fields: AffectedFields): Promise<ChangeReceipt> {
  const { caseId, ageGroup, involvement } = validated(affectedFields, fields)
  return change(desk, id, { label: 'Betroffene geändert' }, async (transaction, stored) => {
    const known = await expectOwnRow(transaction, desk, id, affectedId)
    if (known?.case_id !== caseId) {
      await expectCaseAccess(desk, caseId, transaction.database)
      if (caseId !== null && (await readCase(transaction.database, caseId))?.trashed !== false) notFound()
      if (caseId !== null && stored.affected.some((each) => each.caseId === caseId)) {
        throw new OfficeError('invalid', { fields: { caseId: 'Dieser Fall ist mit dem Vorfall schon verknüpft.' } })
      }
    }
    const columns = { case_id: caseId, age_group: ageGroup, involvement }
    if (known) await transaction.update('incident_affected', affectedId, columns)
    else await transaction.insert('incident_affected', { id: affectedId, incident_id: id, ...columns, position: stored.affected.length })
  })
}

/** Takes somebody affected off the incident. @throws OfficeError `not-found`, `forbidden` */
export async function removeAffected(desk: CounsellingDesk, id: string, affectedId: string): Promise<ChangeReceipt> {
  return change(desk, id, { label: 'Betroffene geändert' }, async (transaction) => {
    if (!(await expectOwnRow(transaction, desk, id, affectedId))) notFound()
    await transaction.remove('incident_affected', affectedId)
  })
}

/** Ticks a line of the first-aid list with today and the person, or unticks it. @throws OfficeError `not-found`, `forbidden` */
export async function tickFirstAid(desk: CounsellingDesk, id: string, item: string, done: boolean): Promise<ChangeReceipt> {
  return change(desk, id, { label: done ? 'Ersthilfe abgehakt' : 'Ersthilfe wieder offen', coalesce: `incident-first-aid:${id}` }, async (transaction, stored) => {
    const row = `${id}:${item}`
    if (!done) return transaction.remove('incident_first_aid', row)
    if (stored.firstAid.some((tick) => tick.item === item)) return
    await transaction.insert('incident_first_aid', { id: row, incident_id: id, item, done_on: isoDay(new Date()), done_by_name: desk.person.name })
  })
}

/** Decides whether an incident stays as an anonymous record when its last case is destroyed. @throws OfficeError `not-found`, `conflict`, `forbidden` */
export async function keepIncident(desk: CounsellingDesk, id: string, version: number, keep: boolean): Promise<ChangeReceipt> {
  return change(desk, id, { label: keep ? 'Vorfall als anonyme Meldung behalten' : 'Vorfall geht mit dem Fall' }, async (transaction, stored) => {
    await transaction.expectVersion({ type: 'incident', id }, version, async () => (await asSeen(desk, [stored]))[0])
    await transaction.update('incident', id, { kept_on: keep ? isoDay(new Date()) : '', kept_by_name: keep ? desk.person.name : '' })
  }, version)
}

/** One change of one incident as it is now. @throws OfficeError `not-found`, `forbidden` */
export async function change(
  desk: CounsellingDesk, id: string, action: { label: string; coalesce?: string },
  work: (transaction: Writing, stored: StoredIncident) => Promise<void>, version = 0,
): Promise<ChangeReceipt> {
  await expectIncidentAccess(desk, id)
  const written = await desk.write({ ...action, record: { type: 'incident', id } }, async (transaction) => {
    const stored = (await readIncident(transaction.database, id)) ?? notFound()
    if (stored.trashed) notFound()
    await work(transaction, stored)
    return stored.version
  })
  return receipt(written, id, version === 0 ? written.value : version)
}

async function listItems(desk: CounsellingDesk, ids: readonly string[]): Promise<IncidentListItem[]> {
  return (await asSeen(desk, await readIncidents(desk.database.read, ids))).map((incident) => listItem(incident))
}

function inView({ clock, nextOn, affectedLinked }: IncidentListItem, view: IncidentView): boolean {
  if (view === 'clock') return clock.running !== null || clock.offered !== null
  if (view === 'steps') return nextOn !== null
  return view !== 'unlinked' || !affectedLinked
}

async function caseFrom(transaction: Writing, desk: CounsellingDesk, from: { caseId: string | null; consultationId: string | null }): Promise<string | null> {
  const consultation = from.consultationId === null ? null : ((await readConsultation(transaction.database, from.consultationId)) ?? notFound())
  if (consultation?.trashed) notFound()
  const caseId = from.caseId ?? consultation?.caseId ?? null
  for (const each of new Set([caseId, consultation?.caseId ?? null])) await expectCaseAccess(desk, each, transaction.database)
  if (caseId !== null && (await readCase(transaction.database, caseId))?.trashed !== false) notFound()
  return caseId
}

/** The affected row if it is of this incident. @throws OfficeError `forbidden` for a row of another one, or of a case that one may not see */
async function expectOwnRow(transaction: Writing, desk: CounsellingDesk, id: string, affectedId: string) {
  const row = await transaction.database.selectFrom('incident_affected').select(['incident_id', 'case_id']).where('id', '=', affectedId).executeTakeFirst()
  if (!row) return null
  if (row.incident_id !== id) throw new OfficeError('forbidden')
  await expectCaseAccess(desk, row.case_id, transaction.database)
  return row
}

async function writeParts(transaction: Writing, desk: CounsellingDesk, id: string, fields: Partial<IncidentFields>, before: IncidentFields['evidence']): Promise<void> {
  for (const list of codeFields) {
    const codes = fields[list]
    if (codes) await replaceCodes(transaction, id, list, codes.map((code) => ({ code })))
  }
  if (fields.characteristics) await replaceCodes(transaction, id, 'characteristics', fields.characteristics.map(({ code, ascribed }) => ({ code, flagged: ascribed })))
  const { claims, evidence, steps } = fields
  if (claims) {
    await transaction.replaceRows('incident_claim', 'incident_id', id, claims.map((claim, position) => ({
      id: claim.id, incident_id: id, code: claim.code, asserted_on: claim.assertedOn, amount_cents: claim.amountCents, note: claim.note, position,
    })))
  }
  if (evidence) {
    const hashed = await hashedEvidence(transaction, desk, id, evidence, before)
    await transaction.replaceRows('incident_evidence', 'incident_id', id, hashed.map((each, position) => ({
      id: each.id, incident_id: id, kind: each.kind, description: each.description, dated_on: each.datedOn, attachment_id: each.attachmentId, sha256: each.sha256, position,
    })))
  }
  if (steps) {
    await transaction.replaceRows('incident_step', 'incident_id', id, steps.map((step, position) => ({
      id: step.id, incident_id: id, code: step.code, held_on: step.on, note: step.note, next: step.next, next_on: step.nextOn, next_done: Number(step.nextDone), position,
    })))
  }
}

/** `replaceRows` replaces all of a table; the codes of the other lists stay. */
async function replaceCodes(transaction: Writing, id: string, list: string, codes: readonly { code: string; flagged?: boolean }[]): Promise<void> {
  const others = await transaction.database.selectFrom('incident_code').selectAll().where('incident_id', '=', id).where('list', '<>', list).execute()
  await transaction.replaceRows('incident_code', 'incident_id', id, [...others, ...codeRows(id, list, codes)])
}
