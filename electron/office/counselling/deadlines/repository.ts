import { sql, type Selectable, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { StoredDeadline } from '../../../../shared/counselling/deadlines/stored.ts'
import { computationSchema } from '../../../../shared/counselling/deadlines/stored.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { DeadlineTables } from '../../database/counselling/deadline-tables.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { caseIdsOf } from '../access/repository.ts'

type Row = Selectable<DeadlineTables['deadline']> & {
  case_number: string | null
  alias: string | null
  case_counsellor: string | null
  case_deleted: string | null
  consultation_deleted: string | null
}

/** Whose deadlines are asked for: of one person, by responsibility or by the case, or everybody's. */
export interface DeadlineQuery {
  /** Who asks; decides on `mine`. */
  personId: string
  onlyMine: boolean
}

/** One deadline, trashed or not. */
export async function readDeadline(database: ReadDatabase<CounsellingSchema>, id: string, personId: string): Promise<StoredDeadline | null> {
  const row = await withOwner(database).where('deadline.id', '=', id).executeTakeFirst()
  return row ? fromRow(row, personId) : null
}

/** All open deadlines, the first to end first. */
export async function openDeadlines(database: ReadDatabase<CounsellingSchema>, query: DeadlineQuery): Promise<StoredDeadline[]> {
  const rows = await ofPerson(withOwner(database), query)
    .where('deadline.done_on', 'is', null)
    .where('deadline.deleted_at', 'is', null)
    .orderBy('deadline.due_on')
    .orderBy('deadline.due_time')
    .orderBy('deadline.id')
    .execute()
  return rows.map((row) => fromRow(row, query.personId))
}

/** The deadlines done last, and how many are done in all. */
export async function doneDeadlines(
  database: ReadDatabase<CounsellingSchema>, query: DeadlineQuery, limit: number,
): Promise<{ deadlines: StoredDeadline[]; total: number }> {
  const done = <Builder extends Joined>(rows: Builder) =>
    ofPerson(rows, query).where('deadline.done_on', 'is not', null).where('deadline.deleted_at', 'is', null)
  const rows = await done(withOwner(database)).orderBy('deadline.done_on', 'desc').orderBy('deadline.id', 'desc').limit(limit).execute()
  const { total } = await done(withOwner(database))
    .clearSelect().select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { deadlines: rows.map((row) => fromRow(row, query.personId)), total }
}

/** The deadlines of a case, or of a consultation, whether done or not. */
export async function deadlinesOf(
  database: ReadDatabase<CounsellingSchema>, owner: { caseId: string | null; consultationId: string | null }, personId: string,
): Promise<StoredDeadline[]> {
  const rows = await withOwner(database)
    .where('deadline.deleted_at', 'is', null)
    .$if(owner.caseId !== null, (builder) => builder.where('deadline.case_id', '=', owner.caseId))
    .$if(owner.caseId === null, (builder) => builder.where('deadline.consultation_id', '=', owner.consultationId))
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .execute()
  return rows.map((row) => fromRow(row, personId))
}

/** What belongs into the book of a period: entered, ending or done in it; trashed ones too. */
export async function deadlinesOfPeriod(
  database: ReadDatabase<CounsellingSchema>, from: string, to: string, personId: string,
): Promise<StoredDeadline[]> {
  const rows = await withOwner(database)
    .where((eb) => eb.or([
      eb.between('deadline.due_on', from, to),
      eb.between('deadline.done_on', from, to),
      eb.between(eb.fn<string>('substr', ['deadline.created_at', eb.val(1), eb.val(10)]), from, to),
    ]))
    .orderBy('deadline.due_on')
    .orderBy('deadline.number')
    .execute()
  return rows.map((row) => fromRow(row, personId))
}

function withOwner(database: ReadDatabase<CounsellingSchema>) {
  return database
    .selectFrom('deadline')
    .leftJoin('counselling_case', 'counselling_case.id', 'deadline.case_id')
    .leftJoin('consultation', 'consultation.id', 'deadline.consultation_id')
    .selectAll('deadline')
    .select([
      'counselling_case.number as case_number', 'counselling_case.alias as alias',
      'counselling_case.counsellor_id as case_counsellor', 'counselling_case.deleted_at as case_deleted',
      'consultation.deleted_at as consultation_deleted',
    ])
}

// oxlint-disable-next-line typescript/no-explicit-any -- The joined builder's type can't be named otherwise.
type Joined = SelectQueryBuilder<any, any, any>

function ofPerson<Builder extends Joined>(rows: Builder, { personId, onlyMine }: DeadlineQuery): Builder {
  if (!onlyMine) return rows
  return rows.where((eb) => eb.or([
    eb('deadline.responsible_id', '=', personId), sql<SqlBool>`deadline.case_id IN (${caseIdsOf(personId)})`,
  ])) as Builder
}

function fromRow(row: Row, personId: string): StoredDeadline {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    caseId: row.case_id,
    consultationId: row.consultation_id,
    caseNumber: row.case_number,
    alias: row.alias,
    ownerTrashed: (row.case_deleted ?? (row.case_id === null ? row.consultation_deleted : null)) !== null,
    title: row.title,
    task: row.task,
    place: row.place,
    note: row.note,
    basis: row.basis,
    kind: row.kind,
    dueOn: row.due_on,
    dueTime: row.due_time,
    safeOn: row.safe_on,
    land: row.land,
    lengthDays: row.length_days,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    norm: row.norm,
    certainty: row.certainty,
    computedOn: row.computed_on,
    computation: row.computation === null ? null : computationSchema.parse(JSON.parse(row.computation)),
    noticeText: row.notice_text,
    reason: row.reason,
    fourEyes: row.four_eyes === 1,
    check: row.check_kind === null ? null : { kind: row.check_kind, byName: row.checked_by_name, at: row.checked_at ?? '', reason: row.check_reason },
    datedById: row.dated_by,
    datedByName: row.dated_by_name,
    datedAt: row.dated_at,
    responsibleName: row.responsible_name,
    restricted: false,
    mine: row.responsible_id === personId || row.case_counsellor === personId,
    done: row.done_on === null || row.done_how === null
      ? null
      : { on: row.done_on, how: row.done_how, note: row.done_note, byName: row.done_by_name, at: row.done_at ?? '' },
    trashed: row.deleted_at !== null,
    updatedAt: row.updated_at,
  }
}
