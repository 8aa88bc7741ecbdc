import { sql, type Selectable, type SqlBool, type Updateable } from 'kysely'
import { topicWithChildren } from '../../../../shared/counselling/catalogues.ts'
import type { Consultation, ConsultationListItem } from '../../../../shared/counselling/contract.ts'
import type { ConsultationFields } from '../../../../shared/counselling/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingTables } from '../../database/counselling/counselling-tables.ts'
import { caseIdsOf } from '../access/repository.ts'
import { statisticalColumns, statisticalFields } from '../statistics/columns.ts'
import { anyOf, inOrder, searchHits, type SearchHits } from '../search-hits.ts'

type ConsultationRow = Selectable<CounsellingTables['consultation']>

/** Characters of a note that a list shows. */
const EXCERPT = 200

/** Which part of the list of all consultations is asked for. */
export interface ConsultationQuery {
  query: string
  topic: string | null
  month: string | null
  counsellorId: string | null
  /** Only consultations of cases that this person may see, and those without a case; null for all. */
  seenBy?: string | null
  /** Only consultations without a case. */
  anonymous: boolean
  offset: number
  limit: number
}

/** Reads one consultation, trashed or not. */
export async function readConsultation(database: ReadDatabase<CounsellingSchema>, id: string): Promise<Consultation | null> {
  const row = await database.selectFrom('consultation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const topics = await furtherTopics(database, [id])
  return fromRow(row, topics.get(id) ?? [])
}

/** Reads one page of a case's time line, the latest first, and how long it is. Trashed consultations are left out. */
export async function consultationsOfCase(
  database: ReadDatabase<CounsellingSchema>,
  caseId: string,
  page: { offset: number; limit: number },
): Promise<{ consultations: Consultation[]; total: number }> {
  const ofCase = database.selectFrom('consultation').where('case_id', '=', caseId).where('deleted_at', 'is', null)
  const rows = await ofCase
    .selectAll()
    .orderBy('held_on', 'desc')
    .orderBy('held_at', 'desc')
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  const topics = await furtherTopics(database, rows.map((row) => row.id))
  const { total } = await ofCase.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { consultations: rows.map((row) => fromRow(row, topics.get(row.id) ?? [])), total }
}

/** Ids of a case's consultations that are not in the trash. */
export async function consultationIdsOfCase(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('consultation').select('id').where('case_id', '=', caseId).where('deleted_at', 'is', null).execute()
  return rows.map((row) => row.id)
}

/**
 * Reads one page of all consultations, the latest first, and how many match in all; `capped` when the search has more hits than
 * a list takes.
 */
export async function listConsultations(
  database: ReadDatabase<CounsellingSchema>,
  query: ConsultationQuery,
): Promise<{ consultations: ConsultationListItem[]; total: number; capped: boolean }> {
  const hits = await searchHits(database, query.query)
  const matching = consultationsMatching(database, query, hits)
  // The index alone gives the page, however deep; rows are read for the page only.
  const page = await matching
    .select('consultation.id')
    .orderBy('consultation.held_on', 'desc')
    .orderBy('consultation.held_at', 'desc')
    .orderBy('consultation.id', 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute()
  const ids = page.map(({ id }) => id)
  const rows = await database
    .selectFrom('consultation')
    .leftJoin('counselling_case', 'counselling_case.id', 'consultation.case_id')
    .select([
      'consultation.id', 'consultation.case_id', 'consultation.held_on', 'consultation.held_at', 'consultation.channel',
      'consultation.duration_minutes', 'consultation.topic', 'consultation.result', 'consultation.counsellor_name',
      'counselling_case.number', 'counselling_case.alias', sql<string>`substr(consultation.note, 1, ${EXCERPT})`.as('excerpt'),
    ])
    .where('consultation.id', 'in', ids)
    .execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const consultations = inOrder(ids, rows).map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    alias: row.alias,
    date: row.held_on,
    time: row.held_at,
    channel: row.channel,
    durationMinutes: row.duration_minutes,
    topic: row.topic,
    result: row.result,
    counsellorName: row.counsellor_name,
    excerpt: row.excerpt,
  }))
  return { consultations, total, capped: hits?.capped ?? false }
}

/** Gives the columns of the fields that are set; further topics are rows of their own. */
export function consultationColumns(fields: Partial<ConsultationFields>): Updateable<CounsellingTables['consultation']> {
  const columns: Updateable<CounsellingTables['consultation']> = {
    held_on: fields.date,
    held_at: fields.time,
    channel: fields.channel,
    duration_minutes: fields.durationMinutes,
    topic: fields.topic,
    result: fields.result,
    language: fields.language,
    interpretation: fields.interpretation,
    access_path: fields.accessPath,
    contact_kind: fields.contactKind,
    service_type: fields.serviceType,
    note: fields.note,
    ...statisticalColumns(fields),
    residence_status: fields.residenceStatus,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Rows of the further topics of a consultation. */
export function topicRows(consultationId: string, topics: readonly string[]): Selectable<CounsellingTables['consultation_topic']>[] {
  return topics.map((topic, position) => ({ id: `${consultationId}:${topic}`, consultation_id: consultationId, topic, position }))
}

/** The consultations asked for, not yet sorted. */
function consultationsMatching(
  database: ReadDatabase<CounsellingSchema>,
  { topic, month, counsellorId, seenBy, anonymous }: ConsultationQuery,
  hits: SearchHits | null,
) {
  // The sign keeps SQLite from walking through the order of the list to look for hits: it takes the hits and sorts them.
  const stored = hits === null ? sql<SqlBool>`consultation.deleted_at IS NULL` : sql<SqlBool>`+consultation.deleted_at IS NULL`
  let consultations = database.selectFrom('consultation').where(stored)
  if (anonymous) consultations = consultations.where('consultation.case_id', 'is', null)
  if (counsellorId) consultations = consultations.where('consultation.counsellor_id', '=', counsellorId)
  if (seenBy) {
    consultations = consultations.where(sql<SqlBool>`(consultation.case_id IS NULL OR consultation.case_id IN (${caseIdsOf(seenBy)}))`)
  }
  if (month) {
    consultations = consultations
      .where('consultation.held_on', '>=', `${month}-01`).where('consultation.held_on', '<=', `${month}-31`)
  }
  if (topic) {
    const topics = sql.join([...topicWithChildren(topic)])
    consultations = consultations.where(sql<SqlBool>`(consultation.topic IN (${topics}) OR consultation.id IN (
      SELECT consultation_id FROM consultation_topic WHERE topic IN (${topics})))`)
  }
  if (hits === null) return consultations
  // One list of ids and no OR: with OR SQLite would walk through every consultation and look at each.
  return consultations.where(sql<SqlBool>`consultation.id IN (${anyOf(hits.consultations)}
    UNION SELECT id FROM consultation WHERE case_id IN (${anyOf(hits.cases)}))`)
}

async function furtherTopics(database: ReadDatabase<CounsellingSchema>, ids: readonly string[]): Promise<Map<string, string[]>> {
  const topics = new Map<string, string[]>()
  if (ids.length === 0) return topics
  const rows = await database
    .selectFrom('consultation_topic')
    .select(['consultation_id', 'topic'])
    .where('consultation_id', 'in', ids)
    .orderBy('consultation_id')
    .orderBy('position')
    .execute()
  for (const row of rows) topics.set(row.consultation_id, [...(topics.get(row.consultation_id) ?? []), row.topic])
  return topics
}

function fromRow(row: ConsultationRow, further: string[]): Consultation {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    date: row.held_on,
    time: row.held_at,
    channel: row.channel,
    durationMinutes: row.duration_minutes,
    topic: row.topic,
    furtherTopics: further,
    result: row.result,
    language: row.language,
    interpretation: row.interpretation,
    accessPath: row.access_path,
    contactKind: row.contact_kind,
    serviceType: row.service_type,
    ...statisticalFields(row),
    residenceStatus: row.residence_status,
    note: row.note,
    counsellorId: row.counsellor_id,
    counsellorName: row.counsellor_name,
    trashed: row.deleted_at !== null,
    updatedAt: row.updated_at,
  }
}
