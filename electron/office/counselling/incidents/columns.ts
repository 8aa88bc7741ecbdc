import type { IncidentFields } from '../../../../shared/counselling/incidents/model.ts'
import type { IncidentTables } from '../../database/counselling/incident-tables.ts'

/** Fields that are stored as they are, with their columns. */
export const plainColumns = {
  occurredOn: 'occurred_on', occurredUntil: 'occurred_until', timeBand: 'time_band', municipality: 'municipality', district: 'district',
  placeKind: 'place_kind', reportWay: 'report_way', reportedOn: 'reported_on', lifeArea: 'life_area', summary: 'summary',
  placeDetail: 'place_detail', description: 'description', actorKnown: 'actor_known', actorKind: 'actor_kind',
  actorOrganisation: 'actor_organisation', land: 'land', knownOn: 'known_on', rejectionOn: 'rejection_on', dismissalOn: 'dismissal_on',
  offenderKnownOn: 'offender_known_on', discontinuedOn: 'discontinued_on', penaltyServedOn: 'penalty_served_on', result: 'result',
  resultOn: 'result_on', resultAmountCents: 'result_amount_cents', resultNote: 'result_note', motive: 'motive', attackCount: 'attack_count',
  directCount: 'direct_count', indirectCount: 'indirect_count', under18Count: 'under18_count', injury: 'injury', damageCents: 'damage_cents',
  policeKnown: 'police_known', pmk: 'pmk', pmkNote: 'pmk_note', policeNumber: 'police_number', policeStation: 'police_station',
  policeOfficer: 'police_officer', prosecutionNumber: 'prosecution_number', court: 'court', courtNumber: 'court_number',
  reportFiledOn: 'report_filed_on', applicationFiledOn: 'application_filed_on', decree: 'decree',
} as const satisfies Partial<Record<keyof IncidentFields, keyof IncidentTables['incident']>>

/** Fields that are stored as 0 or 1. */
export const flagColumns = { anonymousReport: 'anonymous_report', attack: 'attack' } as const satisfies Partial<Record<keyof IncidentFields, keyof IncidentTables['incident']>>

/** Fields that hold several codes of a list. */
export const codeFields = ['forms', 'concerns', 'laws', 'offences', 'consequences', 'applicationOffences'] as const satisfies readonly (keyof IncidentFields)[]
