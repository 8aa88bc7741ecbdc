import { sql, type Selectable, type SqlBool, type Updateable } from 'kysely'
import { topicWithChildren } from '../../../../shared/counselling/catalogues.ts'
import type { FeedbackState, Referral } from '../../../../shared/counselling/referrals/contract.ts'
import type { ReferralFields } from '../../../../shared/counselling/referrals/model.ts'
import type { ReferralTables } from '../../database/counselling/referral-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { caseIdsOf } from '../access/repository.ts'
import { canSearch, hitIds } from '../search-hits.ts'

type Database = ReadDatabase<CounsellingSchema>
type Row = Selectable<ReferralTables['referral']> & {
  case_number: string | null
  alias: string | null
  follow_up_number: string | null
  follow_up_due: string | null
  follow_up_done: string | null
}

/** Which part of the list is asked for. */
export interface ReferralQuery {
  query: string
  year: number | null
  topic: string | null
  /** The contact with those merged into it; null for every one. */
  contactIds: readonly string[] | null
  feedback: FeedbackState
  /** Only referrals of cases that this person sees and those without a case; null for all. */
  seenBy: string | null
  /** Only what this person has entered or what belongs to their cases; null for all. */
  mineOf: string | null
  /** ISO day for what is due. */
  today: string
  offset: number
  limit: number
}

/** One referral, trashed or not. */
export async function readReferral(database: Database, id: string): Promise<Referral | null> {
  const row = await withOwner(database).where('referral.id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** The referrals of a case, or of a consultation, the latest first. */
export async function referralsOf(database: Database, owner: { caseId: string | null; consultationId: string | null }): Promise<Referral[]> {
  const rows = await withOwner(database)
    .where('referral.deleted_at', 'is', null)
    .$if(owner.caseId !== null, (builder) => builder.where('referral.case_id', '=', owner.caseId))
    .$if(owner.caseId === null, (builder) => builder.where('referral.consultation_id', '=', owner.consultationId))
    .orderBy('referral.referred_on', 'desc').orderBy('referral.id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** One page of referrals, the latest first, and how many match in all. */
export async function listReferrals(database: Database, query: ReferralQuery): Promise<{ referrals: Referral[]; total: number }> {
  if (query.query.trim() !== '' && !canSearch(query.query)) return { referrals: [], total: 0 }
  const matching = referralsMatching(database, query)
  const rows = await matching.orderBy('referral.referred_on', 'desc').orderBy('referral.id', 'desc').offset(query.offset).limit(query.limit).execute()
  const { total } = await matching.clearSelect().select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { referrals: rows.map(fromRow), total }
}

/** Referrals that told something by a release, the latest first. */
export async function referralsByRelease(database: Database, releaseId: string): Promise<{ referralId: string; date: string; what: string }[]> {
  return database
    .selectFrom('referral').select(['id as referralId', 'referred_on as date', 'handed_what as what'])
    .where('release_id', '=', releaseId).where('deleted_at', 'is', null).orderBy('referred_on', 'desc').execute()
}

/** Gives the columns of the fields that are set. */
export function referralColumns(fields: Partial<ReferralFields>): Updateable<ReferralTables['referral']> {
  const { contactId, name, organisation, topic, quality, date, about, bring, appointment, handOver, handedWhat, releaseId } = fields
  const columns = {
    contact_id: contactId, contact_name: name, organisation, topic, quality, referred_on: date, about, bring, appointment,
    hand_over: handOver, handed_what: handedWhat, release_id: releaseId,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function withOwner(database: Database) {
  return database
    .selectFrom('referral')
    .leftJoin('counselling_case', 'counselling_case.id', 'referral.case_id')
    .leftJoin('deadline', (join) => join.onRef('deadline.id', '=', 'referral.deadline_id').on('deadline.deleted_at', 'is', null))
    .selectAll('referral')
    .select([
      'counselling_case.number as case_number', 'counselling_case.alias as alias', 'deadline.number as follow_up_number',
      'deadline.due_on as follow_up_due', 'deadline.done_on as follow_up_done',
    ])
}

function referralsMatching(database: Database, { query, year, topic, contactIds, feedback, seenBy, mineOf, today }: ReferralQuery) {
  let rows = withOwner(database).where('referral.deleted_at', 'is', null)
  if (year !== null) rows = rows.where('referral.referred_on', '>=', `${year}-01-01`).where('referral.referred_on', '<=', `${year}-12-31`)
  if (topic !== null) rows = rows.where('referral.topic', 'in', topicWithChildren(topic))
  if (contactIds !== null) rows = rows.where('referral.contact_id', 'in', contactIds)
  if (feedback === 'answered') rows = rows.where('referral.feedback', 'is not', null)
  if (feedback === 'open' || feedback === 'due') rows = rows.where('referral.feedback', 'is', null)
  if (feedback === 'due') rows = rows.where('deadline.done_on', 'is', null).where('deadline.due_on', '<=', today)
  if (seenBy !== null) rows = rows.where(sql<SqlBool>`(referral.case_id IS NULL OR referral.case_id IN (${caseIdsOf(seenBy)}))`)
  if (mineOf !== null) rows = rows.where(sql<SqlBool>`(referral.counsellor_id = ${mineOf} OR referral.case_id IN (${caseIdsOf(mineOf)}))`)
  if (query.trim() !== '') rows = rows.where(sql<SqlBool>`referral.id IN (${hitIds(query, 'referral')})`)
  return rows
}

function fromRow(row: Row): Referral {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    consultationId: row.consultation_id,
    caseNumber: row.case_number,
    alias: row.alias,
    contactId: row.contact_id,
    name: row.contact_name,
    organisation: row.organisation,
    topic: row.topic,
    quality: row.quality,
    date: row.referred_on,
    about: row.about,
    bring: row.bring,
    appointment: row.appointment,
    handOver: row.hand_over,
    handedWhat: row.handed_what,
    releaseId: row.release_id,
    followUp: row.deadline_id === null || row.follow_up_number === null
      ? null
      : { deadlineId: row.deadline_id, number: row.follow_up_number, dueOn: row.follow_up_due ?? '', done: row.follow_up_done !== null },
    feedback: row.feedback === null
      ? null
      : { code: row.feedback, on: row.feedback_on ?? row.referred_on, waitingWeeks: row.waiting_weeks, note: row.feedback_note },
    counsellorName: row.counsellor_name,
    trashed: row.deleted_at !== null,
  }
}
