import { sql, type Selectable } from 'kysely'
import type { Statement, StatementFilter, StatementInput, StatementListItem, StatementScope, StatementSort } from '../../../../shared/correspondence/statements/model.ts'
import { effectiveDue } from '../../../../shared/correspondence/statements/model.ts'
import { maySign, openStates, waitsForMe } from '../../../../shared/correspondence/statements/workflow.ts'
import { sortKey } from '../../../../shared/directory/names.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import type { Role } from '../../../../shared/vault/roles.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { StatementTables } from '../../database/office/statement-tables.ts'
import { matchExpression, matchingIds } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Row = Selectable<StatementTables['statement']>
type Database = ReadDatabase<OfficeSchema>

/** The columns that a person's fields are stored in. */
type FieldColumns = Pick<Row,
  'kind' | 'occasion' | 'reason' | 'subject' | 'subject_key' | 'field' | 'basis' | 'requester_id' | 'requester_name' | 'requester_key' | 'their_reference' |
  'received_on' | 'way' | 'due_on' | 'extension' | 'extended_to' | 'effective_due' | 'involvement' |
  'involvement_note' | 'procedure' | 'plan_stage' | 'display_from' | 'display_to' | 'assignee_id' | 'assignee_name' | 'vote' | 'note'>

/** Which statements are asked for, and by whom on which day. */
export interface StatementQuery {
  query: string
  filter: StatementFilter
  scope: StatementScope
  year: number | null
  sort: StatementSort
  descending: boolean
  offset: number
  limit: number
  me: { id: string; role: Role }
  today: string
}

/** One statement with all that belongs to it, trashed or not; null if there is none. */
export async function readStatement(database: Database, id: string): Promise<Statement | null> {
  const row = await database.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const of = { steps: await stepsOf(database, [id]), contributors: await contributorsOf(database, [id]) }
  const comments = await database.selectFrom('statement_comment').selectAll().where('statement_id', '=', id).orderBy('id').execute()
  const decisions = await database.selectFrom('statement_decision').selectAll().where('statement_id', '=', id).orderBy('id', 'desc').execute()
  return {
    ...fromRow(row),
    steps: of.steps.map((step) => ({ id: step.id, code: step.code, label: step.label, workingDays: step.working_days, dueOn: step.due_on, doneOn: step.done_on, doneBy: step.done_by })),
    contributors: of.contributors.map((each) => ({
      id: each.id, role: each.role, personId: each.person_id, contactId: each.contact_id, name: each.name, requestedOn: each.requested_on, dueOn: each.due_on,
      repliedOn: each.replied_on, reply: each.reply, remark: each.remark, remindedOn: each.reminded_on, contribution: each.contribution,
    })),
    comments: comments.map((each) => ({
      id: each.id, quote: each.quote, nth: each.nth, text: each.text, authorId: each.author_id, authorName: each.author_name, at: each.at,
      resolvedAt: each.resolved_at, resolvedBy: each.resolved_by,
    })),
    decisions: decisions.map(({ id: decision, at, person_name, action, remark, text_version }) => ({ id: decision, at, personName: person_name, action, remark, version: text_version })),
  }
}

/** One page of statements. Trashed ones are left out. */
export async function listStatements(database: Database, query: StatementQuery): Promise<{ statements: StatementListItem[]; total: number }> {
  const matching = statementsMatching(database, query)
  if (!matching) return { statements: [], total: 0 }
  const direction = query.descending ? 'desc' : 'asc'
  const sorted = orders[query.sort].reduce((all, column) => all.orderBy(sql.raw(column), direction), matching.selectAll())
  const rows = await sorted.orderBy('sequence', direction).offset(query.offset).limit(query.limit).execute()
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { statements: await asListItems(database, rows, query), total }
}

/** All statements of a year of receipt, or of all years, the newest first: for the figures and the register on paper. */
export async function statementsOfYear(database: Database, year: number | null): Promise<Row[]> {
  let rows = database.selectFrom('statement').selectAll().where('deleted_at', 'is', null)
  if (year !== null) rows = rows.where('year', '=', year)
  return rows.orderBy('year', 'desc').orderBy('sequence', 'desc').execute()
}

/** The columns of the fields that are set. `stored` is the record before, from which the effective deadline may follow. */
export function statementColumns(fields: StatementInput): FieldColumns
export function statementColumns(fields: Partial<StatementInput>, stored: Pick<StatementInput, 'dueOn' | 'extension' | 'extendedTo'>): Partial<FieldColumns>
export function statementColumns(fields: Partial<StatementInput>, stored?: Pick<StatementInput, 'dueOn' | 'extension' | 'extendedTo'>): Partial<FieldColumns> {
  const { subject, requesterName } = fields
  const dates = { dueOn: null, extension: '' as const, extendedTo: null, ...stored, ...fields }
  const columns: { [Column in keyof FieldColumns]: FieldColumns[Column] | undefined } = {
    kind: fields.kind, occasion: fields.occasion, reason: fields.reason, subject, subject_key: subject === undefined ? undefined : sortKey(subject),
    field: fields.field, basis: fields.basis, requester_id: fields.requesterId, requester_name: requesterName,
    requester_key: requesterName === undefined ? undefined : sortKey(requesterName), their_reference: fields.theirReference, received_on: fields.receivedOn,
    way: fields.way, due_on: fields.dueOn, extension: fields.extension, extended_to: fields.extendedTo, effective_due: effectiveDue(dates),
    involvement: fields.involvement, involvement_note: fields.involvementNote, procedure: fields.procedure, plan_stage: fields.planStage,
    display_from: fields.displayFrom, display_to: fields.displayTo, assignee_id: fields.assigneeId, assignee_name: fields.assigneeName, vote: fields.vote, note: fields.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Partial<FieldColumns>
}

/** Orders of the list; without a deadline is last. */
const orders: Readonly<Record<StatementSort, readonly string[]>> = {
  number: ['year'], subject: ['subject_key'], requester: ['requester_key'], due: ['effective_due IS NULL', 'effective_due', 'year'], state: ['state', 'effective_due'],
  assignee: ["assignee_name = ''", 'assignee_name COLLATE NOCASE', 'effective_due'],
}

function statementsMatching(database: Database, { query, filter, scope, year, me, today }: StatementQuery) {
  let found = database.selectFrom('statement').where('deleted_at', 'is', null)
  if (filter === 'open') found = found.where('state', 'in', openStates)
  if (filter === 'done') found = found.where('state', 'in', ['sent', 'closed', 'dropped'])
  if (filter === 'mine') found = found.where(waitsForMeCondition(me, today))
  if (filter === 'assigned') found = found.where('assignee_id', '=', me.id).where('state', 'in', openStates)
  if (filter === 'overdue') found = found.where(overdueCondition(today))
  if (scope === 'uninvolved') found = found.where('involvement', '<>', 'in-time')
  else if (scope !== '') found = found.where('kind', '=', scope)
  if (year !== null) found = found.where('year', '=', year)
  if (query.trim() === '') return found
  const match = matchExpression(query, 'statement')
  if (!match) return null
  return found.where('id', 'in', matchingIds(match))
}

/** Something should have been done by now: the external deadline, or a step of the ladder, has gone while the text is still at home. */
function overdueCondition(today: string) {
  return sql<boolean>`(state IN (${sql.join(openStates)}) AND (effective_due < ${today} OR EXISTS (
    SELECT 1 FROM statement_step AS step WHERE step.statement_id = statement.id AND step.done_on IS NULL AND step.due_on < ${today})))`
}

/** The rule of {@link waitsForMe} for the database. A test holds both side by side. */
function waitsForMeCondition(me: { id: string; role: Role }, today: string) {
  const assignedToMe = maySign(me.role) ? sql`(assignee_id = ${me.id} OR assignee_id IS NULL)` : sql`assignee_id = ${me.id}`
  const open = sql`SELECT 1 FROM statement_contributor AS contributor WHERE contributor.statement_id = statement.id AND contributor.role <> 'notice' AND contributor.reply = ''`
  return sql<boolean>`(
    (${assignedToMe} AND (state IN ('received', 'drafting', 'returned', 'signed') OR (state = 'cosigning' AND NOT EXISTS (${open}))
      OR (state = 'sent' AND follow_up_on <= ${today}) OR (state IN ('drafting', 'returned', 'cosigning') AND EXISTS (${open} AND contributor.due_on < ${today}))))
    OR (state = 'submitted' AND ${maySign(me.role) ? 1 : 0} = 1)
    OR (state IN ('drafting', 'returned', 'cosigning') AND EXISTS (${open} AND contributor.person_id = ${me.id})))`
}

async function asListItems(database: Database, rows: readonly Row[], { me, today }: StatementQuery): Promise<StatementListItem[]> {
  const ids = rows.map(({ id }) => id)
  const steps = groupBy(await stepsOf(database, ids), ({ statement_id }) => statement_id)
  const contributors = groupBy(await contributorsOf(database, ids), ({ statement_id }) => statement_id)
  return rows.map((row) => {
    const next = openStates.includes(row.state) ? (steps.get(row.id) ?? []).filter(({ done_on }) => done_on === null).toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))[0] : undefined
    const involved = (contributors.get(row.id) ?? []).map(({ person_id, role, reply, due_on, name }) => ({ personId: person_id, role, reply, dueOn: due_on, name }))
    return {
      id: row.id, number: row.number, kind: row.kind, subject: row.subject, requesterName: row.requester_name, receivedOn: row.received_on, state: row.state,
      assigneeName: row.assignee_name, outcome: row.outcome, sentOn: row.sent_on, involvement: row.involvement, dueOn: row.effective_due,
      nextStep: next ? { label: next.label, dueOn: next.due_on } : null,
      waits: waitsForMe({ state: row.state, assigneeId: row.assignee_id, followUpOn: row.follow_up_on, contributors: involved }, me, today),
    }
  })
}

function stepsOf(database: Database, ids: readonly string[]) {
  return database.selectFrom('statement_step').selectAll().where('statement_id', 'in', ids).orderBy('position').execute()
}

function contributorsOf(database: Database, ids: readonly string[]) {
  return database.selectFrom('statement_contributor').selectAll().where('statement_id', 'in', ids).orderBy('position').execute()
}

function fromRow(row: Row): Omit<Statement, 'steps' | 'contributors' | 'comments' | 'decisions'> {
  return {
    id: row.id, version: row.version, number: row.number, state: row.state, land: row.land, kind: row.kind, occasion: row.occasion, reason: row.reason,
    subject: row.subject, field: row.field, basis: row.basis, requesterId: row.requester_id, requesterName: row.requester_name, theirReference: row.their_reference,
    receivedOn: row.received_on, way: row.way, dueOn: row.due_on, extension: row.extension, extendedTo: row.extended_to, involvement: row.involvement,
    involvementNote: row.involvement_note, procedure: row.procedure, planStage: row.plan_stage, displayFrom: row.display_from, displayTo: row.display_to,
    extensionAskedOn: row.extension_asked_on, extensionWanted: row.extension_wanted, extensionReason: row.extension_reason,
    extensionLetterId: row.extension_letter_id, extensionAnsweredOn: row.extension_answered_on,
    assigneeId: row.assignee_id, assigneeName: row.assignee_name, vote: row.vote, note: row.note, letterId: row.letter_id,
    submittedLetterVersion: row.submitted_letter_version, signedAt: row.signed_at, signedBy: row.signed_by, signedVersion: row.signed_version, sentOn: row.sent_on,
    sentBy: row.sent_by, sentWay: row.sent_way, answeredOn: row.answered_on, outcome: row.outcome, outcomeText: row.outcome_text, followUpOn: row.follow_up_on,
    trashed: row.deleted_at !== null,
  }
}
