import { computeDeadline, type DeadlineInput, type DeadlineKind, type DeadlineResult, type Way } from '../../../shared/counselling/deadlines.ts'
import { rules, wayRule, type Rule } from '../../../shared/counselling/deadlines/data.ts'
import { parseDayInput } from '../../../shared/day-input.ts'
import type { Land } from '../../../shared/vault/laender.ts'

/** What is entered into the calculator; nothing is preset but the Land. */
export interface DeadlineEntry {
  rule: string | null
  way: Way | null
  land: Land
  date: string | null
  time: string
  applicationDate: string | null
  arrivedOn: string | null
  days: number
}

/** Days between summons and meeting that most statutes ask for. */
const SUMMONS_DAYS = 7

const wayLabels: Readonly<Record<Way, string>> = {
  letter: 'einfacher Brief',
  registered: 'Übergabe-Einschreiben',
  'registered-return': 'Einschreiben mit Rückschein',
  'service-document': 'Postzustellungsurkunde (gelber Umschlag)',
  'handed-over': 'persönlich übergeben',
  electronic: 'elektronisch übermittelt',
  'reception-centre': 'über die Aufnahmeeinrichtung',
  'moved-unannounced': 'Umzug nicht mitgeteilt',
  event: 'Tag des Zugangs ist bekannt',
}

const dateLabels: Readonly<Partial<Record<Way, string>>> = {
  letter: 'Zur Post gegeben am',
  registered: 'Zur Post gegeben am',
  'registered-return': 'Datum auf dem Rückschein',
  'service-document': 'Datum auf dem Umschlag',
  'handed-over': 'Übergeben am',
  electronic: 'Abgesandt am',
  'reception-centre': 'Der Einrichtung übergeben am',
  'moved-unannounced': 'Zur Post gegeben am',
  event: 'Zugegangen am',
}

/** An empty calculator. */
export function newDeadlineEntry(land: Land): DeadlineEntry {
  return { rule: null, way: null, land, date: null, time: '', applicationDate: null, arrivedOn: null, days: SUMMONS_DAYS }
}

/** The rule that is chosen. */
export function chosenRule({ rule }: DeadlineEntry): Rule | undefined {
  return rules.find(({ id }) => id === rule)
}

/** The ways in which the notice of a rule may come; empty where no notice or only its arrival matters. */
export function waysOf(rule: Rule): { value: Way; label: string }[] {
  const asylumOnly: readonly Way[] = rule.notice === 'asylum' ? [] : ['reception-centre', 'moved-unannounced']
  return (Object.keys(wayLabels) as Way[])
    .filter((way) => wayRule(rule.notice, way) !== undefined && !asylumOnly.includes(way))
    .map((way) => ({ value: way, label: wayLabels[way] }))
}

/** Kinds whose day mostly lies in the future: a day typed without its year could be either. */
const yearNeeded: readonly DeadlineKind[] = ['backward', 'summons', 'validity', 'age']

/** A day as it is typed; null where it can't be read, or where the year is missing and not plain from the rule. */
export function typedDay(text: string, rule: Rule, now: Date): string | null {
  if (yearNeeded.includes(rule.kind) && /^\s*\d{1,2}\.\s?\d{1,2}\.?\s*$/u.test(text)) return null
  return parseDayInput(text, now)
}

/** What the day is that is asked for. */
export function dateLabel(rule: Rule, way: Way | null): string {
  if (waysOf(rule).length > 0) return (way && dateLabels[way]) ?? 'Datum'
  return rule.trigger === '–' ? 'Datum' : rule.trigger
}

/** Whether the law presumes the day of arrival, so that a later proven one may be given. */
export function presumesArrival(rule: Rule, way: Way | null): boolean {
  return way !== null && wayRule(rule.notice, way)?.fiction === true
}

/** What the calculator is given, or null as long as something is missing. */
export function inputOf(entry: DeadlineEntry): DeadlineInput | null {
  const rule = chosenRule(entry)
  if (!rule || entry.date === null) return null
  const ways = waysOf(rule)
  const way = ways.length === 0 ? 'event' : (ways.find(({ value }) => value === entry.way)?.value ?? null)
  if (way === null) return null
  return {
    rule: rule.id,
    land: entry.land,
    way,
    date: entry.date,
    ...(rule.kind === 'hours' && /^([01]\d|2[0-3]):[0-5]\d$/.test(entry.time) && { time: entry.time }),
    ...(rule.keyDate === 'asylum-application' && entry.applicationDate !== null && { applicationDate: entry.applicationDate }),
    ...(presumesArrival(rule, way) && entry.arrivedOn !== null && { arrivedOn: entry.arrivedOn }),
    ...(rule.kind === 'summons' && { days: entry.days }),
  }
}

/** The deadline, or null as long as something is missing. */
export function resultOf(entry: DeadlineEntry): DeadlineResult | null {
  const input = inputOf(entry)
  return input && computeDeadline(input)
}
