import { clockOf } from '../../../../shared/counselling/incidents/clock.ts'
import type { ClockState, Incident, IncidentListItem } from '../../../../shared/counselling/incidents/contract.ts'

/** What a list shows of an incident. */
export function listItem(incident: Incident): IncidentListItem {
  const { id, number, occurredOn, occurredUntil, reportedOn, municipality, lifeArea, forms, summary, attack, result, affected, steps } = incident
  return {
    id, number, occurredOn, occurredUntil, reportedOn, municipality, lifeArea, forms, summary, attack, result,
    characteristic: incident.characteristics[0]?.code ?? null,
    caseNumbers: affected.flatMap(({ caseNumber }) => caseNumber ?? []),
    affectedLinked: affected.some(({ caseId, restricted }) => caseId !== null || restricted),
    affectedCount: affected.length,
    clock: clockState(incident),
    nextOn: steps.flatMap(({ nextOn, nextDone }) => (nextOn !== null && !nextDone ? [nextOn] : [])).toSorted()[0] ?? null,
  }
}

function clockState(incident: Incident): ClockState {
  const decided = new Set<string>([...incident.deadlines.map(({ rule }) => rule), ...incident.refusals.map(({ rule }) => rule)])
  const offer = clockOf(incident).find(({ rule }) => !decided.has(rule))
  const [running] = incident.deadlines.filter(({ done }) => done === null).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  return {
    running: running ? { dueOn: running.dueOn, norm: running.norm } : null,
    offered: offer ? { dueOn: offer.result?.deadline ?? '', norm: offer.result?.norm ?? '' } : null,
  }
}
