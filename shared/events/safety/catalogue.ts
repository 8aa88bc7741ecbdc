import risks from '../../../resources/events/risks.json' with { type: 'json' }

/** Risks, facts of the emergency sheet and the exclusion clause, as dated data. */
export const riskCatalogue = risks.risks
export const emergencyNumbers = risks.emergencyNumbers
export const exclusionClause = risks.exclusionClause
export const safetyFacts = ['lead', 'houseRules', 'address', 'meetingPoint', 'rescueAccess', 'firstAid', 'defibrillator', 'fire', 'power', 'police', 'hospital', 'children'] as const
export type SafetyFact = (typeof safetyFacts)[number]
export const safetyFactLabels: Readonly<Record<SafetyFact, string>> = risks.facts

/** Three steps of likelihood and of what would happen. */
export const riskLevels = [1, 2, 3] as const
export const likelihoodLabels: Readonly<Record<number, string>> = { 1: 'selten', 2: 'möglich', 3: 'wahrscheinlich' }
export const impactLabels: Readonly<Record<number, string>> = { 1: 'leicht', 2: 'ernst', 3: 'schwer' }

/** Where an event takes place, as far as risks go. */
export type RiskPlace = 'outside' | 'inside'
const outsideKinds = risks.outsideKinds

/** The place that a kind of event usually has. */
export function usualPlace(kind: string): RiskPlace {
  return outsideKinds.includes(kind) ? 'outside' : 'inside'
}

/** Risks that belong to a kind of event and its place; one without kinds belongs to all. */
export function risksFor(kind: string, place: RiskPlace) {
  return riskCatalogue.filter((risk) => (risk.kinds.length === 0 || risk.kinds.includes(kind)) && (risk.places.length === 0 || risk.places.includes(place)))
}
