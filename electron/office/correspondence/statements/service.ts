import { uuidv7 } from 'uuidv7'
import type { Contributor, Statement, StatementInput, StatementListItem, StatementScope } from '../../../../shared/correspondence/statements/model.ts'
import { effectiveDue, statementInputSchema } from '../../../../shared/correspondence/statements/model.ts'
import { isNewlyAssigned, openStates, voteWords, type Vote } from '../../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { Action } from '../../database/change-log.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { letterColumns, readLetter } from '../repository.ts'
import { documentsOf } from '../register/documents-repository.ts'
import { storePapers, unpacked } from '../register/documents-service.ts'
import { enter } from '../register/enter.ts'
import { nextNumber } from '../register/numbers.ts'
import { discard } from '../register/receiving.ts'
import { readSettings } from '../register/settings-service.ts'
import { beginDraft, draftFields } from './draft.ts'
import { moveSteps } from './steps.ts'
import { ladderRows } from './request.ts'
import { listStatements, readStatement, statementColumns, type StatementQuery } from './repository.ts'

export type StatementTransaction = WriteTransaction<OfficeSchema>
export const statementRef = (id: string) => ({ type: 'statement', id })

/** One page of statements, with what waits for the person who asks. */
export async function findStatements(
  desk: OfficeDesk, query: Omit<StatementQuery, 'me' | 'today' | 'scope'> & { scope?: StatementScope }, today = isoDay(new Date()),
): Promise<{ statements: StatementListItem[]; total: number }> {
  return listStatements(desk.database.read, { scope: '', ...query, me: desk.person, today })
}

/** One statement, also from the trash. @throws OfficeError `not-found` */
export async function getStatement(desk: OfficeDesk, id: string): Promise<Statement> {
  const statement = await readStatement(desk.database.read, id)
  if (!statement) throw new OfficeError('not-found')
  return statement
}

/**
 * Takes in a request: number, ladder of dates, a line of the incoming register, the files that came with it, and, if wanted, the
 * draft addressed to whoever asked. All of it or nothing.
 * @param today ISO day on which the ladder is set up
 * @throws OfficeError `invalid`, `not-found` for files that are no longer there
 */
export async function createStatement(
  desk: OfficeDesk, { fields, land, shorten, files, begin, template }: { fields: StatementInput; land: Land; shorten: boolean; files: readonly string[]; begin: boolean; template?: string | undefined }, today = isoDay(new Date()),
): Promise<ChangeReceipt & { id: string; letterId: string | null }> {
  const papers = await unpacked(desk, files)
  const draft = begin ? await draftFields(desk, fields, today, template) : null
  const { settings } = await readSettings(desk.database.read)
  const id = uuidv7()
  const written = await desk.write({ label: 'Bitte um Stellungnahme aufgenommen', record: statementRef(id) }, async (transaction) => {
    const given = await nextNumber(transaction, desk, { series: 'statement', pattern: 'statementPattern', day: fields.receivedOn })
    await transaction.insert('statement', {
      id, ...given, land, state: 'received', letter_id: null, submitted_letter_version: null, signed_at: null, signed_by: '', signed_version: null, sent_on: null,
      sent_by: '', sent_way: null, answered_on: null, outcome: 'open', outcome_text: '', follow_up_on: null, deleted_at: null, deleted_by: null,
      extension_asked_on: null, extension_wanted: null, extension_reason: '', extension_letter_id: null, extension_answered_on: null, ...statementColumns(fields),
    })
    for (const row of ladderRows(id, effectiveDue(fields), settings.ladder, { land, today, shorten })) await transaction.insert('statement_step', row)
    await enter(transaction, desk, {
      direction: 'in', on: fields.receivedOn, kind: 'request', way: fields.way, contactId: fields.requesterId, correspondent: fields.requesterName, subject: fields.subject,
      reference: fields.theirReference, followUpOn: null, assigneeId: fields.assigneeId, assigneeName: fields.assigneeName, note: '',
    }, { record: statementRef(id) })
    await storePapers(transaction, desk, statementRef(id) as { type: 'statement'; id: string }, papers)
    return draft ? beginDraft(transaction, desk, id, draft) : null
  })
  discard(desk, files)
  return { id, letterId: written.value, change: written.change, version: written.versions.get(id) ?? 1 }
}

/** Stores the fields given. A new deadline moves the open steps of the ladder. @throws OfficeError `conflict`, `invalid`, `not-found` */
export async function updateStatement(desk: OfficeDesk, id: string, version: number, fields: Partial<StatementInput>): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: 'Stellungnahme geändert', coalesce: `statement:${id}` }, async (transaction, stored) => {
    statementInputSchema.parse({ ...stored, ...fields })
    await transaction.update('statement', id, statementColumns(fields, stored))
    if (fields.vote !== undefined) await voteIntoDraft(transaction, stored, fields.vote)
    const [before, after] = [effectiveDue(stored), effectiveDue({ ...stored, ...fields })]
    if (before === after) return
    if (stored.steps.length === 0) {
      const { settings } = await readSettings(transaction.database)
      for (const row of ladderRows(id, after, settings.ladder, { land: stored.land, today: isoDay(new Date()), shorten: false })) await transaction.insert('statement_step', row)
    }
    await moveSteps(transaction, stored, after)
  })
}

/** Moves a statement with its papers to the trash; its number stays taken, its letter stays in the register. @throws OfficeError `conflict`, `not-found` */
export async function removeStatement(desk: OfficeDesk, id: string, version: number): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: 'Stellungnahme gelöscht' }, async (transaction) => {
    await transaction.trash(statementRef(id), desk.person.id)
    for (const document of await documentsOf(transaction.database, { type: 'statement', id })) await transaction.trash({ type: 'document', id: document.id }, desk.person.id)
  })
}

/** Says that a step is done, or isn't, or gives it another day. @throws OfficeError `conflict`, `not-found` */
export async function setStep(desk: OfficeDesk, id: string, version: number, { step, done, dueOn }: { step: string; done: boolean; dueOn: string }): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: done ? 'Schritt erledigt' : 'Schritt geändert' }, async (transaction, stored) => {
    const known = stored.steps.find((each) => each.id === step)
    if (!known) throw new OfficeError('not-found')
    await transaction.update('statement_step', step, { due_on: dueOn, done_on: done ? known.doneOn ?? isoDay(new Date()) : null, done_by: done ? known.doneBy || desk.person.name : '' })
  })
}

/** Replaces who contributes and co-signs. @throws OfficeError `conflict`, `not-found` */
export async function setContributors(desk: OfficeDesk, id: string, version: number, contributors: readonly Contributor[]): Promise<ChangeReceipt> {
  return changeStatement(desk, id, version, { label: 'Mitzeichnung geändert', coalesce: `statement-contributors:${id}` }, async (transaction) => {
    await transaction.replaceRows('statement_contributor', 'statement_id', id, contributors.map((each, position) => ({
      id: each.id, statement_id: id, position, role: each.role, person_id: each.personId, contact_id: each.contactId, name: each.name, requested_on: each.requestedOn,
      due_on: each.dueOn, replied_on: each.repliedOn, reply: each.reply, remark: each.remark,
      reminded_on: each.remindedOn, contribution: each.contribution,
    })))
  })
}

/** What waits for the person, first what was given to them these days, and what stands next on all ladders, the earliest first. */
export async function upcomingStatements(desk: OfficeDesk, limit: number, today = isoDay(new Date())): Promise<{ mine: StatementListItem[]; mineTotal: number; overdueTotal: number; next: StatementListItem[] }> {
  const common = { query: '', year: null, sort: 'due', descending: false, offset: 0 } as const
  const mine = await findStatements(desk, { ...common, filter: 'mine', limit: 200 })
  const fresh = mine.statements.filter((each) => isNewlyAssigned(each, today)).toSorted((a, b) => (a.receivedOn > b.receivedOn ? -1 : 1))
  const open = await findStatements(desk, { ...common, filter: 'open', limit: 500 })
  const overdue = await findStatements(desk, { ...common, filter: 'overdue', limit: 1 })
  const dayOf = ({ nextStep, dueOn }: StatementListItem): string => nextStep?.dueOn ?? dueOn ?? '9999'
  return { mine: [...fresh, ...mine.statements.filter((each) => !fresh.includes(each))].slice(0, limit), mineTotal: mine.total, overdueTotal: overdue.total, next: open.statements.filter((each) => dayOf(each) < '9999').toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).slice(0, limit) }
}

/** The statement that a letter is the text of; null if none. */
export async function statementOfLetter(desk: OfficeDesk, letterId: string): Promise<{ id: string; number: string; title: string } | null> {
  const row = await desk.database.read.selectFrom('statement').select(['id', 'number', 'subject']).where('letter_id', '=', letterId).where('deleted_at', 'is', null).executeTakeFirst()
  return row ? { id: row.id, number: row.number, title: row.subject } : null
}

/** The vote stands in the draft, too, where its template has a field for it. */
async function voteIntoDraft(transaction: StatementTransaction, { letterId }: Statement, vote: Vote): Promise<void> {
  const letter = letterId === null ? null : await readLetter(transaction.database, letterId)
  if (!letter || letter.status === 'final' || !('votum' in letter.particulars)) return
  await transaction.update('letter', letter.id, letterColumns({ particulars: { ...letter.particulars, votum: voteWords[vote] } }))
}

/** One change of a statement that the window has seen in `version`. @throws OfficeError `conflict`, `not-found` */
export async function changeStatement(
  desk: OfficeDesk, id: string, version: number, action: Omit<Action, 'record'>, work: (transaction: StatementTransaction, stored: Statement) => Promise<void>,
): Promise<ChangeReceipt> {
  const written = await desk.write({ ...action, record: statementRef(id) }, async (transaction) => {
    await transaction.expectVersion(statementRef(id), version, () => readStatement(transaction.database, id))
    const stored = await readStatement(transaction.database, id)
    if (!stored) throw new OfficeError('not-found')
    await work(transaction, stored)
  })
  return { change: written.change, version: written.versions.get(id) ?? version }
}

/** A running statement as a handover names it. */
export interface RunningStatement {
  id: string
  number: string
  subject: string
  due: string | null
  state: Statement['state']
}

/** Running statements of a person, the first due first. */
export async function openStatementsOf(database: ReadDatabase<OfficeSchema>, personId: string): Promise<RunningStatement[]> {
  const rows = await database.selectFrom('statement').select(['id', 'number', 'subject', 'effective_due', 'state']).where('assignee_id', '=', personId).where('state', 'in', openStates)
    .where('deleted_at', 'is', null).orderBy((eb) => eb('effective_due', 'is', null)).orderBy('effective_due').orderBy('id').execute()
  return rows.map(({ effective_due, ...row }) => ({ ...row, due: effective_due }))
}

/** Gives running statements of one person to another, as part of a larger step. @returns how many */
export async function giveStatements(transaction: StatementTransaction, ids: readonly string[], from: string, to: { id: string; name: string }): Promise<number> {
  const given = (await openStatementsOf(transaction.database, from)).filter(({ id }) => ids.includes(id))
  for (const { id } of given) await transaction.update('statement', id, { assignee_id: to.id, assignee_name: to.name })
  return given.length
}
