import { germanDay } from '../../holidays/days.ts'
import { computeDeadline, type DeadlineResult } from '../deadlines.ts'
import { ruleById } from '../deadlines/data.ts'
import { incidentEntry, type ClaimGround } from './catalogues.ts'
import type { IncidentFields } from './model.ts'

/** Rules of the deadlines that an incident can start. */
export const clockRules = ['G5', 'G1', 'G2', 'G3', 'G4', 'V1', 'V2', 'V3', 'V4'] as const
export type ClockRule = (typeof clockRules)[number]

/** A period that an incident starts, computed or waiting for the day on which it begins. */
export interface ClockOffer {
  readonly rule: ClockRule
  readonly title: string
  /** Why it is offered: „Lebensbereich Arbeit · Zugang“. */
  readonly reason: string
  /** What the day is that it begins on, and the day; null while it isn't known. */
  readonly startLabel: string
  readonly start: string | null
  /** The field of the incident that holds the day. */
  readonly startField: StartField
  readonly result: DeadlineResult | null
}
type StartField = 'occurredOn' | 'knownOn' | 'rejectionOn' | 'dismissalOn' | 'offenderKnownOn' | 'discontinuedOn' | 'penaltyServedOn' | 'claims'

type Clocked = Pick<IncidentFields,
  'lifeArea' | 'laws' | 'land' | 'occurredOn' | 'occurredUntil' | 'knownOn' | 'rejectionOn' | 'dismissalOn' | 'offenderKnownOn' | 'discontinuedOn' |
  'penaltyServedOn' | 'claims' | 'attack' | 'offences' | 'applicationOffences' | 'applicationFiledOn'>

interface Start { label: string; day: string | null; field: StartField }

/**
 * The periods of an incident, the most pressing first, those without a day last. Offered, never set: whether there is a claim is for
 * a human to judge. Where the start is in doubt the earlier day is taken.
 */
export function clockOf(incident: Clocked): ClockOffer[] {
  const offers = clockRules.flatMap((rule) => {
    const reason = reasonFor(rule, incident)
    if (reason === null) return []
    const { label, day, field } = startOf(rule, incident)
    const result = day === null ? null : computeDeadline({ rule, land: incident.land, way: 'event', date: day })
    return [{ rule, title: ruleById(rule).title, reason, startLabel: label, start: day, startField: field, result }]
  })
  return offers.sort((a, b) => (a.result?.deadline ?? '9').localeCompare(b.result?.deadline ?? '9'))
}

/** „§ 15 Abs. 4 AGG, ab 12.03.2026 (Zugang der Ablehnung)“. */
export function offerDetail({ result, start, startLabel }: ClockOffer): string {
  return result === null || start === null ? `Beginn fehlt: ${startLabel}` : `${result.norm}, ab ${germanDay(start)} (${startLabel})`
}

function reasonFor(rule: ClockRule, incident: Clocked): string | null {
  const area = areaReason(incident)
  const law = incident.laws.some((code) => incidentEntry('laws', code)?.rule === rule) ? 'rechtliche Einordnung' : null
  switch (rule) {
    case 'G1': return (area.claims === 'work' ? area.text : null) ?? law
    case 'G2': return incident.claims.some(({ code, assertedOn }) => incidentEntry('claims', code)?.rule === 'G2' && assertedOn !== null) ? 'Anspruch geltend gemacht' : null
    case 'G3': return (area.claims === 'civil' ? area.text : null) ?? law
    case 'G4': return (area.claims === 'public' && incident.land === 'BE' ? `${area.text}, Berlin` : null) ?? law
    case 'G5': return incident.lifeArea === 'work-end' || incident.dismissalOn !== null ? 'Beendigung der Arbeit' : null
    case 'V1': return incident.applicationOffences.length > 0 && incident.applicationFiledOn === null ? 'Antragsdelikt angekreuzt' : null
    case 'V2': return incident.discontinuedOn === null ? null : 'Verfahren eingestellt'
    case 'V3': return incident.penaltyServedOn === null ? null : 'Strafbefehl oder Bußgeldbescheid gegen die betroffene Person'
    case 'V4': return incident.attack && incident.offences.some((code) => incidentEntry('offences', code)?.rule === 'V4') ? 'Gewalttat gegen eine Person' : null
  }
}

function areaReason({ lifeArea }: Clocked): { claims: ClaimGround | undefined; text: string } {
  const entry = lifeArea === null ? undefined : incidentEntry('lifeAreas', lifeArea)
  const main = entry?.parent === undefined ? undefined : incidentEntry('lifeAreas', entry.parent)
  return { claims: entry?.claims, text: `Lebensbereich ${[main?.label, entry?.label].filter(Boolean).join(' · ')}` }
}

function startOf(rule: ClockRule, incident: Clocked): Start {
  // The objective end of a lasting violation starts the period (§ 21 Abs. 5 AGG); for a single day both are the same.
  const event: Start = { label: 'Tag des Vorfalls', day: incident.occurredUntil ?? incident.occurredOn, field: 'occurredOn' }
  const known: Start = { label: 'Kenntnis vom Vorfall', day: incident.knownOn, field: 'knownOn' }
  switch (rule) {
    case 'G1':
      if (incident.rejectionOn !== null) return { label: 'Zugang der Ablehnung', day: incident.rejectionOn, field: 'rejectionOn' }
      if (incident.lifeArea === 'work-access') return { ...event, label: 'Tag des Vorfalls; bei Bewerbung zählt der Zugang der Ablehnung' }
      return known.day === null ? event : known
    case 'G2': return { label: 'schriftliche Geltendmachung', day: firstAssertion(incident), field: 'claims' }
    case 'G5': return { label: 'Zugang der Kündigung oder Ende des Vertrags', day: incident.dismissalOn, field: 'dismissalOn' }
    case 'V1': {
      const both: Start = { label: 'Kenntnis von Tat und Täter', day: incident.offenderKnownOn, field: 'offenderKnownOn' }
      return both.day === null ? { ...event, label: 'Tag des Vorfalls, solange die Kenntnis von Tat und Täter nicht eingetragen ist', field: 'offenderKnownOn' } : both
    }
    case 'V2': return { label: 'Zugang der Einstellung', day: incident.discontinuedOn, field: 'discontinuedOn' }
    case 'V3': return { label: 'Zustellung', day: incident.penaltyServedOn, field: 'penaltyServedOn' }
    default: return event
  }
}

function firstAssertion({ claims }: Clocked): string | null {
  const days = claims.flatMap(({ code, assertedOn }) => (incidentEntry('claims', code)?.rule === 'G2' && assertedOn !== null ? [assertedOn] : []))
  return days.toSorted()[0] ?? null
}
