import type { TakenDeadline } from '../../../shared/counselling/incidents/contract.ts'
import { urgencyOf, type Urgency } from '../../../shared/counselling/deadlines/urgency.ts'
import { germanDay } from '../../../shared/holidays/days.ts'
import type { Land } from '../../../shared/vault/laender.ts'

interface Ending { dueOn: string; safeOn: string; rule: string; land: Land; done: TakenDeadline['done'] }

/** How urgent the end of a period of the clock is. */
export function endingUrgency({ dueOn, safeOn, rule, land, done }: Ending, today: string): Urgency {
  const settled = done === null ? null : { ...done, note: '', byName: '', at: '' }
  return urgencyOf({ kind: 'end', dueOn, dueTime: '', safeOn, land, lengthDays: null, ruleId: rule, done: settled }, today)
}

/** „bis Di 05.05.2026, § 15 Abs. 4 AGG“. */
export function endingText({ dueOn, norm }: { dueOn: string; norm: string }): string {
  return `bis ${germanDay(dueOn)}, ${norm}`
}
