import { uuidv7 } from 'uuidv7'
import type { ActionInput } from '../../../../shared/correspondence/statements/contract.ts'
import type { Statement } from '../../../../shared/correspondence/statements/model.ts'
import { isAllowed, stateAfter, stateLabels, maySign, type StatementAction } from '../../../../shared/correspondence/statements/workflow.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readLetter } from '../repository.ts'
import { enter } from '../register/enter.ts'
import { fixFields, openFields } from '../fixed-fields.ts'
import { keepVersion } from '../versions/keep.ts'
import { beginDraft, draftFields } from './draft.ts'
import { reopenStatementOf } from './reopened.ts'
import { askOn } from './request.ts'
import { changeStatement, getStatement, type StatementTransaction } from './service.ts'

const labels: Readonly<Record<StatementAction, string>> = {
  begin: 'Entwurf begonnen', cosign: 'In Mitzeichnung gegeben', submit: 'Zur Schlusszeichnung vorgelegt', return: 'Entwurf zurückgegeben', sign: 'Schlussgezeichnet',
  reopen: 'Schlusszeichnung aufgehoben', dispatch: 'Versand vermerkt', answer: 'Wirkung vermerkt', drop: 'Ohne Stellungnahme erledigt', resume: 'Wieder aufgenommen',
}

/** Steps of the ladder that an action finishes by itself. */
const finishes: Partial<Record<StatementAction, readonly string[]>> = { cosign: ['contributions', 'draft'], submit: ['contributions', 'draft', 'cosign'], sign: ['contributions', 'draft', 'cosign', 'sign'] }

interface Acting {
  desk: OfficeDesk
  stored: Statement
  input: ActionInput
}

/**
 * Does something with a whole statement: its state, the steps of its ladder, the versions of its text and the registers go along in
 * one step that can be taken back.
 * @throws OfficeError `conflict` when statement or text were changed since they were read, `forbidden` for who may not sign, `invalid`
 *   for what doesn't fit the state, `not-found`
 */
export async function actOnStatement(desk: OfficeDesk, id: string, version: number, input: ActionInput): Promise<ChangeReceipt> {
  const { action } = input
  const before = await getStatement(desk, id)
  const draft = action === 'begin' ? await draftFields(desk, before, isoDay(new Date()), input.template ?? undefined) : null
  return changeStatement(desk, id, version, { label: labels[action] }, async (transaction, stored) => {
    expectAllowed(desk, stored, action)
    if (draft) return void await beginDraft(transaction, desk, id, draft)
    if (action === 'reopen') return reopen(transaction, { desk, stored, input })
    const noted = await work[action as keyof typeof work]?.(transaction, { desk, stored, input }) ?? null
    await finishSteps(transaction, desk, stored, finishes[action] ?? [])
    await transaction.update('statement', id, { state: stateAfter(action, input.outcome ?? stored.outcome) })
    await transaction.insert('statement_decision', { id: uuidv7(), statement_id: id, at: transaction.now, person_name: desk.person.name, action, remark: input.remark, text_version: noted })
  })
}

/** What an action does beyond the state; gives the version of the text that it was about. */
const work = {
  cosign: async (transaction: StatementTransaction, { stored }: Acting) => {
    const today = isoDay(new Date())
    const due = stored.steps.find(({ code }) => code === 'cosign')?.dueOn ?? null
    for (const each of stored.contributors) {
      if (each.requestedOn === null) await transaction.update('statement_contributor', each.id, { requested_on: today, due_on: each.dueOn ?? due })
    }
    return null
  },
  submit: async (transaction: StatementTransaction, { desk, stored, input }: Acting) => {
    const number = await keepVersion(transaction, desk, letterOf(stored), { kind: 'submitted', note: input.remark.slice(0, 200) })
    await transaction.update('statement', stored.id, { submitted_letter_version: number })
    return number
  },
  return: async (_transaction: StatementTransaction, { stored, input }: Acting) => {
    if (input.remark.trim() === '') throw new OfficeError('invalid', { fields: { remark: 'Bitte angeben, was zu ändern ist.' } })
    return stored.submittedLetterVersion
  },
  sign: async (transaction: StatementTransaction, { desk, stored, input }: Acting) => {
    const letterId = letterOf(stored)
    const letter = await readLetter(transaction.database, letterId)
    if (letter?.version !== input.letterVersion) throw new OfficeError('conflict', { detail: 'Der Text wurde geändert, seit er angezeigt wurde. Bitte lesen Sie ihn noch einmal.' })
    await fixFields(transaction, desk, letterId)
    const number = await keepVersion(transaction, desk, letterId, { kind: 'final', note: 'Schlusszeichnung' })
    await transaction.update('letter', letterId, { status: 'final' })
    await transaction.update('statement', stored.id, { signed_at: transaction.now, signed_by: desk.person.name, signed_version: number })
    return number
  },
  dispatch: async (transaction: StatementTransaction, { desk, stored, input }: Acting) => {
    const on = input.on ?? isoDay(new Date())
    const way = input.way ?? 'email'
    const followUpOn = input.followUpOn ?? askOn(on, stored.land)
    await transaction.update('statement', stored.id, { sent_on: on, sent_by: desk.person.name, sent_way: way, follow_up_on: followUpOn })
    await enter(transaction, desk, {
      direction: 'out', on, kind: 'statement', way, contactId: stored.requesterId, correspondent: stored.requesterName, subject: stored.subject,
      reference: stored.theirReference, followUpOn: null, assigneeId: stored.assigneeId, assigneeName: stored.assigneeName, note: input.remark,
    }, { record: { type: 'statement', id: stored.id } })
    return stored.signedVersion
  },
  answer: async (transaction: StatementTransaction, { stored, input }: Acting) => {
    const outcome = input.outcome ?? 'open'
    await transaction.update('statement', stored.id, {
      outcome, outcome_text: input.remark, answered_on: outcome === 'open' ? null : input.on ?? isoDay(new Date()), follow_up_on: outcome === 'open' ? input.followUpOn : null,
    })
    return null
  },
  drop: async (_transaction: StatementTransaction, { input }: Acting) => {
    if (input.remark.trim() === '') throw new OfficeError('invalid', { fields: { remark: 'Bitte kurz begründen, z. B. „Fehlanzeige“.' } })
    return null
  },
}

/** A statement goes back to writing, and its letter with it. */
async function reopen(transaction: StatementTransaction, { desk, stored, input }: Acting): Promise<void> {
  const letterId = letterOf(stored)
  await transaction.update('letter', letterId, { status: 'draft' })
  await openFields(transaction, letterId)
  await reopenStatementOf(transaction, desk, letterId, input.remark)
}

function expectAllowed(desk: OfficeDesk, { state, letterId }: Statement, action: StatementAction): void {
  const { role } = desk.person
  if (isAllowed(action, state, role)) {
    if ((action === 'submit' || action === 'sign') && letterId === null) throw new OfficeError('invalid', { detail: 'Es gibt noch keinen Entwurf.' })
    return
  }
  if (!maySign(role) && isAllowed(action, state, 'leitung')) throw new OfficeError('forbidden', { detail: 'Das entscheidet die Leitung oder die Vertretung.' })
  throw new OfficeError('invalid', { detail: `Das ist im Stand „${stateLabels[state]}“ nicht möglich.` })
}

/** @throws OfficeError `invalid` without a draft */
function letterOf({ letterId }: Statement): string {
  if (letterId === null) throw new OfficeError('invalid', { detail: 'Es gibt noch keinen Entwurf.' })
  return letterId
}

async function finishSteps(transaction: StatementTransaction, desk: OfficeDesk, { steps }: Statement, codes: readonly string[]): Promise<void> {
  for (const { id, code, doneOn } of steps) {
    if (doneOn === null && codes.includes(code)) await transaction.update('statement_step', id, { done_on: isoDay(new Date()), done_by: desk.person.name })
  }
}
