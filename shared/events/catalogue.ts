import catalogue from '../../resources/events/catalogue.json' with { type: 'json' }

/** Kinds of events, roles of partners and standard needs, as dated data. */
export const eventKinds = catalogue.kinds
export const partnerRoles = catalogue.partnerRoles

/** The German name of a kind; the code where the catalogue of today no longer has it. */
export function kindLabel(code: string): string {
  return eventKinds.find((kind) => kind.code === code)?.label ?? code
}

/** The German name of a partner's role. */
export function partnerRoleLabel(code: string): string {
  return partnerRoles.find((role) => role.code === code)?.label ?? code
}

/** Where an event stands, in the order of its life. */
export const eventStates = ['idea', 'planned', 'approved', 'advertised', 'held', 'settled', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

export const eventStateLabels: Readonly<Record<EventState, string>> = {
  idea: 'Idee', planned: 'Geplant', approved: 'Genehmigt', advertised: 'Beworben', held: 'Durchgeführt', settled: 'Abgerechnet', cancelled: 'Abgesagt',
}

/** States in which an event is still to come or to be finished. */
export const openEventStates: readonly EventState[] = ['idea', 'planned', 'approved', 'advertised', 'held']

/** How well a wheelchair gets in. */
export const stepFreeAnswers = ['unknown', 'yes', 'partly', 'no'] as const
export type StepFree = (typeof stepFreeAnswers)[number]
export const stepFreeLabels: Readonly<Record<StepFree, string>> = { unknown: 'nicht bekannt', yes: 'stufenlos', partly: 'teilweise stufenlos', no: 'nicht stufenlos' }
