import { addDays } from '../../holidays/days.ts'
import type { Role } from '../../vault/roles.ts'

/** Where a statement stands. */
export const statementStates = ['received', 'drafting', 'cosigning', 'submitted', 'returned', 'signed', 'sent', 'closed', 'dropped'] as const
export type StatementState = (typeof statementStates)[number]

export const stateLabels: Readonly<Record<StatementState, string>> = {
  received: 'Eingegangen', drafting: 'In Arbeit', cosigning: 'In Mitzeichnung', submitted: 'Vorgelegt', returned: 'Zurückgegeben',
  signed: 'Schlussgezeichnet', sent: 'Versandt', closed: 'Abgeschlossen', dropped: 'Ohne Stellungnahme',
}

/** States in which something is still to be written or sent. */
export const openStates: readonly StatementState[] = ['received', 'drafting', 'cosigning', 'submitted', 'returned', 'signed']
/** States in which the text may be changed. */
export const writingStates: readonly StatementState[] = ['received', 'drafting', 'cosigning', 'submitted', 'returned']

/** What a person can do with a statement as a whole. */
export const statementActions = ['begin', 'cosign', 'submit', 'return', 'sign', 'reopen', 'dispatch', 'answer', 'drop', 'resume'] as const
export type StatementAction = (typeof statementActions)[number]

const from: Readonly<Record<StatementAction, readonly StatementState[]>> = {
  begin: ['received'],
  cosign: ['drafting', 'returned'],
  submit: ['drafting', 'cosigning', 'returned'],
  return: ['submitted'],
  sign: ['drafting', 'cosigning', 'submitted', 'returned'],
  reopen: ['signed', 'sent'],
  dispatch: ['signed'],
  answer: ['sent', 'closed'],
  drop: ['received', 'drafting', 'cosigning', 'submitted', 'returned'],
  resume: ['dropped'],
}

const to: Readonly<Record<Exclude<StatementAction, 'answer'>, StatementState>> = {
  begin: 'drafting', cosign: 'cosigning', submit: 'submitted', return: 'returned', sign: 'signed', reopen: 'drafting', dispatch: 'sent', drop: 'dropped',
  resume: 'received',
}

/** The state that an action leads to; `answer` leads to `closed` once it is known what became of the statement. */
export function stateAfter(action: StatementAction, outcome: Outcome): StatementState {
  if (action !== 'answer') return to[action]
  return outcome === 'open' ? 'sent' : 'closed'
}

/** Signs or returns: the Leitung, and the Vertretung in her place. */
export function maySign(role: Role): boolean {
  return role !== 'assistenz'
}

/** Whether an action is possible now for a person in a role. */
export function isAllowed(action: StatementAction, state: StatementState, role: Role): boolean {
  const needsSignatory = action === 'return' || action === 'sign' || action === 'reopen'
  return from[action].includes(state) && (!needsSignatory || maySign(role))
}

/** „Was wurde daraus?" */
export const outcomes = ['open', 'adopted', 'partly', 'not'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeLabels: Readonly<Record<Outcome, string>> = { open: 'Noch offen', adopted: 'Übernommen', partly: 'Teilweise übernommen', not: 'Nicht übernommen' }

/** „Gesamtvotum" */
export const votes = ['', 'agreed', 'conditions', 'concerns', 'rejected', 'none'] as const
export type Vote = (typeof votes)[number]
export const voteLabels: Readonly<Record<Vote, string>> = {
  '': 'Noch ohne Votum', agreed: 'Zugestimmt', conditions: 'Zugestimmt mit Maßgaben', concerns: 'Bedenken', rejected: 'Abgelehnt', none: 'Fehlanzeige',
}

/** The vote as a template for statements offers it. */
export const voteWords: Readonly<Record<Vote, string>> = {
  '': '', agreed: 'zugestimmt', conditions: 'zugestimmt mit Maßgaben', concerns: 'Bedenken', rejected: 'abgelehnt', none: 'Fehlanzeige',
}

/** Whether the office was asked as it must be: before the decision (§ 16 PartMigG Berlin and the rules of other Länder and towns). */
export const involvements = ['in-time', 'late', 'not'] as const
export type Involvement = (typeof involvements)[number]
export const involvementLabels: Readonly<Record<Involvement, string>> = { 'in-time': 'Rechtzeitig beteiligt', late: 'Verspätet beteiligt', not: 'Nicht beteiligt' }

/** Extension of the external deadline. */
export const extensions = ['', 'asked', 'granted', 'refused'] as const
export type Extension = (typeof extensions)[number]
export const extensionLabels: Readonly<Record<Extension, string>> = { '': 'Nicht beantragt', asked: 'Beantragt', granted: 'Gewährt', refused: 'Abgelehnt' }

/** Parts of somebody in a statement. */
export const contributorRoles = ['contribute', 'cosign', 'notice'] as const
export type ContributorRole = (typeof contributorRoles)[number]
export const contributorRoleLabels: Readonly<Record<ContributorRole, string>> = { contribute: 'Zuarbeit', cosign: 'Mitzeichnung', notice: 'Kenntnisnahme' }

/** What came back. */
export const replies = ['', 'agreed', 'changes', 'refused', 'none'] as const
export type Reply = (typeof replies)[number]
export const replyLabels: Readonly<Record<Reply, string>> = { '': 'Steht aus', agreed: 'Mitgezeichnet', changes: 'Mit Änderungen', refused: 'Abgelehnt', none: 'Fehlanzeige' }

/** The word for a reply; whoever contributes doesn't sign. */
export function replyLabel(role: ContributorRole, reply: Reply): string {
  if (role === 'contribute' && reply === 'agreed') return 'Zugearbeitet'
  if (role === 'notice' && reply === 'agreed') return 'Zur Kenntnis genommen'
  return replyLabels[reply]
}

/** How something left or came. */
export const mailWays = ['email', 'post', 'internal', 'hand', 'fax', 'portal', 'phone'] as const
export type MailWay = (typeof mailWays)[number]
export const mailWayLabels: Readonly<Record<MailWay, string>> = {
  email: 'E-Mail', post: 'Post', internal: 'Hauspost', hand: 'Persönlich übergeben', fax: 'Fax', portal: 'Portal, E-Akte', phone: 'Telefon',
}

/** Days for which a request is new to whoever it was given to. */
const newFor = 3

/** Whether a statement has just been given to somebody and nothing was handed in yet. */
export function isNewlyAssigned({ state, receivedOn }: { state: StatementState; receivedOn: string }, today: string): boolean {
  return (state === 'received' || state === 'drafting') && receivedOn >= addDays(today, -newFor)
}

interface Waiting {
  state: StatementState
  assigneeId: string | null
  followUpOn: string | null
  contributors: readonly { personId: string | null; role: ContributorRole; reply: Reply; dueOn: string | null; name: string }[]
}

/** What is waited for, and for whom: a person of the vault (`personId`), or whoever signs. Null where nothing waits. */
export interface WaitsFor {
  personId: string | null
  signatory: boolean
  what: string
}

/** Everything that somebody has to do with a statement on a day (ISO). */
export function waitsFor({ state, assigneeId, followUpOn, contributors }: Waiting, today: string): WaitsFor[] {
  const assignee = (what: string): WaitsFor => ({ personId: assigneeId, signatory: assigneeId === null, what })
  const open = contributors.filter(({ role, reply }) => role !== 'notice' && reply === '')
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const remind = late.length > 0 && ['drafting', 'returned', 'cosigning'].includes(state) ? [assignee(`Erinnern: ${late.map(({ name }) => name).join(', ')}`)] : []
  const asked = ['drafting', 'returned', 'cosigning'].includes(state)
    ? open.filter(({ personId }) => personId !== null).map(({ personId, role }): WaitsFor => ({ personId, signatory: false, what: contributorRoleLabels[role] }))
    : []
  switch (state) {
    case 'received': return [assignee(assigneeId === null ? 'Zuweisen' : 'Entwurf beginnen')]
    case 'drafting': return [assignee('Entwurf schreiben'), ...remind, ...asked]
    case 'returned': return [assignee('Entwurf überarbeiten'), ...remind, ...asked]
    case 'cosigning': return open.length === 0 ? [assignee('Vorlegen: alle haben geantwortet')] : [...remind, ...asked]
    case 'submitted': return [{ personId: null, signatory: true, what: 'Schlusszeichnen oder zurückgeben' }]
    case 'signed': return [assignee('Versenden')]
    case 'sent': return followUpOn !== null && followUpOn <= today ? [assignee('Nachfragen: Was wurde daraus?')] : []
    default: return []
  }
}

/** What waits for this person; empty where nothing does. */
export function waitsForMe(statement: Waiting, me: { id: string; role: Role }, today: string): string {
  return waitsFor(statement, today)
    .filter(({ personId, signatory }) => (signatory ? maySign(me.role) : personId === me.id))
    .map(({ what }) => what).join(', ')
}
