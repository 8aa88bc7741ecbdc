import { sql, type Selectable, type SqlBool } from 'kysely'
import type { ClockRule } from '../../../../shared/counselling/incidents/clock.ts'
import type { Incident, TakenDeadline } from '../../../../shared/counselling/incidents/contract.ts'
import { incidentShape, type IncidentFields } from '../../../../shared/counselling/incidents/model.ts'
import { checkOpen } from '../../../../shared/counselling/deadlines/urgency.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { IncidentTables } from '../../database/counselling/incident-tables.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { codeFields, flagColumns, plainColumns } from './columns.ts'

type Read = ReadDatabase<CounsellingSchema>
type Part = 'incident_code' | 'incident_affected' | 'incident_claim' | 'incident_evidence' | 'incident_step' | 'incident_first_aid' | 'incident_refusal'

/** An affected row as stored, with its case. */
export interface StoredAffected {
  id: string
  caseId: string | null
  ageGroup: string
  involvement: string
  caseNumber: string | null
  alias: string | null
  caseTrashed: boolean
}

/** An incident as stored, whoever may see what of it. */
export type StoredIncident = Omit<Incident, 'affected'> & { affected: StoredAffected[] }

/** One incident, trashed or not. */
export async function readIncident(database: Read, id: string): Promise<StoredIncident | null> {
  return (await readIncidents(database, [id]))[0] ?? null
}

/** Incidents in the order of their ids; missing ones are left out. A fixed number of queries, however many. */
export async function readIncidents(database: Read, ids: readonly string[]): Promise<StoredIncident[]> {
  if (ids.length === 0) return []
  const rows = await database.selectFrom('incident').selectAll().where('id', 'in', ids).execute()
  const parts = async <T extends Part>(table: T, order: string) => {
    const found = await sql<Selectable<IncidentTables[T]>>`SELECT * FROM ${sql.table(table)} WHERE incident_id IN (${sql.join(ids)}) ORDER BY incident_id, ${sql.ref(order)}`.execute(database)
    return groupBy(found.rows, (row) => (row as { incident_id: string }).incident_id)
  }
  const [codes, affected, claims, evidence, steps, firstAid, refusals] = [
    await parts('incident_code', 'position'), await affectedOf(database, ids), await parts('incident_claim', 'position'),
    await parts('incident_evidence', 'position'), await parts('incident_step', 'position'), await parts('incident_first_aid', 'item'),
    await parts('incident_refusal', 'rule'),
  ]
  const deadlines = await deadlinesOf(database, ids)
  const offenders = await database.selectFrom('incident_offender').select('id').where('id', 'in', ids)
    .where((eb) => eb.or([eb('names', '<>', ''), eb('note', '<>', '')])).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const ofList = (list: string) => (codes.get(id) ?? []).filter((code) => code.list === list)
    const plain = Object.fromEntries(Object.entries(plainColumns).map(([field, column]) => [field, row[column]]))
    const flags = Object.fromEntries(Object.entries(flagColumns).map(([field, column]) => [field, row[column] === 1]))
    const lists = Object.fromEntries(codeFields.map((field) => [field, ofList(field).map(({ code }) => code)]))
    const fields = incidentShape.parse({
      ...plain, ...flags, ...lists,
      characteristics: ofList('characteristics').map(({ code, flagged }) => ({ code, ascribed: flagged === 1 })),
      claims: (claims.get(id) ?? []).map((claim) => ({ id: claim.id, code: claim.code, assertedOn: claim.asserted_on, amountCents: claim.amount_cents, note: claim.note })),
      evidence: (evidence.get(id) ?? []).map((each) => ({
        id: each.id, kind: each.kind, description: each.description, datedOn: each.dated_on, attachmentId: each.attachment_id, sha256: each.sha256,
      })),
      steps: (steps.get(id) ?? []).map((step) => ({
        id: step.id, code: step.code, on: step.held_on, note: step.note, next: step.next, nextOn: step.next_on, nextDone: step.next_done === 1,
      })),
    } satisfies Partial<Record<keyof IncidentFields, unknown>>)
    return [{
      ...fields,
      id,
      version: row.version,
      number: row.number,
      consultationId: row.consultation_id,
      affected: affected.get(id) ?? [],
      deadlines: deadlines.get(id) ?? [],
      refusals: (refusals.get(id) ?? []).map((each) => ({ rule: each.rule as ClockRule, reason: each.reason, on: each.refused_on, byName: each.refused_by_name })),
      firstAid: (firstAid.get(id) ?? []).map((tick) => ({ item: tick.item, on: tick.done_on, byName: tick.done_by_name })),
      hasOffender: offenders.some((offender) => offender.id === id),
      kept: row.kept_on === '' ? null : { on: row.kept_on, byName: row.kept_by_name },
      recordedById: row.recorded_by,
      recordedByName: row.recorded_by_name,
      trashed: row.deleted_at !== null,
      updatedAt: row.updated_at,
    }]
  })
}

/** Ids of the cases that an incident is linked to. */
export async function caseIdsOfIncident(database: Read, id: string): Promise<string[]> {
  const rows = await database.selectFrom('incident_affected').select('case_id').where('incident_id', '=', id).where('case_id', 'is not', null).execute()
  return rows.flatMap(({ case_id }) => case_id ?? [])
}

/** Ids of the incidents of a case that aren't in the trash, the latest first. */
export async function incidentIdsOfCase(database: Read, caseId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('incident').select('id').where('deleted_at', 'is', null)
    .where('id', 'in', (query) => query.selectFrom('incident_affected').select('incident_id').where('case_id', '=', caseId))
    .orderBy(sql`coalesce(occurred_on, reported_on)`, 'desc').orderBy('id', 'desc').execute()
  return rows.map(({ id }) => id)
}

/** The columns of the fields that are given. */
export function incidentColumns(fields: Partial<IncidentFields>): Record<string, unknown> {
  const plain = Object.entries(plainColumns).map(([field, column]) => [column, fields[field as keyof typeof plainColumns]])
  const flags = Object.entries(flagColumns).map(([field, column]) => {
    const value = fields[field as keyof typeof flagColumns]
    return [column, value === undefined ? undefined : Number(value)]
  })
  return Object.fromEntries([...plain, ...flags].filter(([, value]) => value !== undefined))
}

/** Rows of a list of codes; the id is made of all three, so that a code can't be there twice. */
export function codeRows(incidentId: string, list: string, codes: readonly { code: string; flagged?: boolean }[]) {
  return codes.map(({ code, flagged = false }, position) => ({ id: `${incidentId}:${list}:${code}`, incident_id: incidentId, list, code, flagged: Number(flagged), position }))
}

/** Whether a person's cases, or the lack of any case, let them see a row of `incident`; for lists of who doesn't see every case. */
export function visibleTo(personId: string, caseIds: ReturnType<typeof sql>) {
  return sql<SqlBool>`(incident.recorded_by = ${personId}
    OR NOT EXISTS (SELECT 1 FROM incident_affected WHERE incident_id = incident.id AND case_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM incident_affected WHERE incident_id = incident.id AND case_id IN (${caseIds})))`
}

async function affectedOf(database: Read, ids: readonly string[]): Promise<Map<string, StoredAffected[]>> {
  const rows = await database
    .selectFrom('incident_affected')
    .leftJoin('counselling_case', 'counselling_case.id', 'incident_affected.case_id')
    .selectAll('incident_affected')
    .select(['counselling_case.number', 'counselling_case.alias', 'counselling_case.deleted_at'])
    .where('incident_id', 'in', ids)
    .orderBy('incident_id')
    .orderBy('position')
    .execute()
  const grouped = groupBy(rows, ({ incident_id }) => incident_id)
  return new Map([...grouped].map(([id, all]) => [id, all.map((row) => ({
    id: row.id, caseId: row.case_id, ageGroup: row.age_group, involvement: row.involvement, caseNumber: row.number, alias: row.alias,
    caseTrashed: row.deleted_at !== null,
  }))]))
}

async function deadlinesOf(database: Read, ids: readonly string[]): Promise<Map<string, TakenDeadline[]>> {
  const rows = await database
    .selectFrom('deadline').selectAll().where('incident_id', 'in', ids).where('deleted_at', 'is', null).orderBy('due_on').orderBy('id').execute()
  const grouped = groupBy(rows, ({ incident_id }) => incident_id ?? '')
  return new Map([...grouped].map(([id, all]) => [id, all.map((row) => {
    const done = row.done_on === null || row.done_how === null ? null : { on: row.done_on, how: row.done_how }
    const check = row.check_kind === null ? null : { kind: row.check_kind, byName: row.checked_by_name, at: row.checked_at ?? '', reason: row.check_reason }
    return {
      id: row.id, rule: row.rule_id as ClockRule, number: row.number, title: row.title, dueOn: row.due_on, safeOn: row.safe_on, norm: row.norm,
      checkOpen: checkOpen({ fourEyes: row.four_eyes === 1, check, done: done && { ...done, note: '', byName: '', at: '' } }), done,
    }
  })]))
}
