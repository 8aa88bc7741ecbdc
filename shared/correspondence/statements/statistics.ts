import { daysBetween } from '../../holidays/days.ts'
import { fieldLabel, occasionOf } from './catalogue.ts'
import { voteLabels, type Involvement, type Outcome, type StatementState, type Vote } from './workflow.ts'

/** What the figures need to know of a statement. */
export interface CountedStatement {
  receivedOn: string
  requesterName: string
  field: string
  occasion: string
  vote: Vote
  state: StatementState
  outcome: Outcome
  involvement: Involvement
  sentOn: string | null
  /** The day on which it had to be there. */
  dueOn: string | null
}

export interface Tally {
  label: string
  count: number
}

export interface StatementStatistics {
  total: number
  sent: number
  dropped: number
  open: number
  inTime: number
  late: number
  /** Calendar days from receipt to dispatch; null where none was sent. */
  medianDays: number | null
  outcomes: Record<Outcome, number>
  notInvolved: number
  involvedLate: number
  byYear: Tally[]
  byRequester: Tally[]
  byField: Tally[]
  byOccasion: Tally[]
  /** Votes of what was sent. */
  byVote: Tally[]
  /** Who asked late or not at all. */
  byInvolvement: Tally[]
  /** How many of a year of receipt were sent in time; the newest year first. */
  punctuality: { label: string; received: number; sent: number; inTime: number; late: number }[]
}

/** The figures over statements. What was adopted counts among those sent only. */
export function statementStatistics(statements: readonly CountedStatement[]): StatementStatistics {
  const sent = statements.filter((each): each is CountedStatement & { sentOn: string } => each.sentOn !== null)
  const withDue = sent.filter(({ dueOn }) => dueOn !== null)
  const inTime = withDue.filter(({ sentOn, dueOn }) => sentOn <= (dueOn ?? sentOn)).length
  const dropped = statements.filter(({ state }) => state === 'dropped').length
  const outcome = (wanted: Outcome): number => sent.filter((each) => each.outcome === wanted).length
  return {
    total: statements.length,
    sent: sent.length,
    dropped,
    open: statements.length - sent.length - dropped,
    inTime,
    late: withDue.length - inTime,
    medianDays: median(sent.map(({ receivedOn, sentOn }) => daysBetween(receivedOn, sentOn))),
    outcomes: { open: outcome('open'), adopted: outcome('adopted'), partly: outcome('partly'), not: outcome('not') },
    notInvolved: statements.filter(({ involvement }) => involvement === 'not').length,
    involvedLate: statements.filter(({ involvement }) => involvement === 'late').length,
    byYear: tally(statements.map(({ receivedOn }) => receivedOn.slice(0, 4))).toSorted((a, b) => b.label.localeCompare(a.label)),
    byRequester: tally(statements.map(({ requesterName }) => requesterName)),
    byField: tally(statements.map(({ field }) => fieldLabel(field) || 'Ohne Themenfeld')),
    byOccasion: tally(statements.map(({ occasion }) => occasionOf(occasion)?.label ?? 'Ohne Anlass')),
    byVote: tally(sent.map(({ vote }) => voteLabels[vote])),
    byInvolvement: tally(statements.filter(({ involvement }) => involvement !== 'in-time').map(({ requesterName }) => requesterName)),
    punctuality: punctualityOf(statements),
  }
}

function punctualityOf(statements: readonly CountedStatement[]): StatementStatistics['punctuality'] {
  const years = [...new Set(statements.map(({ receivedOn }) => receivedOn.slice(0, 4)))].toSorted((a, b) => b.localeCompare(a))
  return years.map((label) => {
    const received = statements.filter(({ receivedOn }) => receivedOn.startsWith(label))
    const sent = received.filter(({ sentOn }) => sentOn !== null)
    const inTime = sent.filter(({ sentOn, dueOn }) => dueOn !== null && (sentOn ?? '') <= dueOn).length
    return { label, received: received.length, sent: sent.length, inTime, late: sent.filter(({ dueOn }) => dueOn !== null).length - inTime }
  })
}

function tally(labels: readonly string[]): Tally[] {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([label, count]) => ({ label, count })).toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'de'))
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return Math.round((low + high) / 2)
}
