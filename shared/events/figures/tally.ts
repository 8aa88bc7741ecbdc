import { addMonths } from '../../holidays/days.ts'
import { eventStateLabels, eventStates, kindLabel } from '../catalogue.ts'
import { groupings, type EventFact, type EventFigures, type FigureRow, type FigureScope, type FigureTable, type FigureTotals, type Grouping, type LeftOut, type MoneyFigures } from './model.ts'

/** What stands for what nobody wrote down. */
export const untold = 'nicht angegeben'
const noSeries = 'ohne Reihe'
const yearsBack = 4
const heldStates = new Set<EventFact['state']>(['held', 'settled'])
const partnerBands: readonly (readonly [least: number, label: string])[] = [[0, 'keine'], [1, 'eine'], [2, 'zwei'], [3, 'drei bis fünf'], [6, 'sechs bis zehn'], [11, 'mehr als zehn']]
const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']

export interface Span {
  from: string
  to: string
}

/** The same span so many years earlier; the 29th of February becomes the 28th. */
export function yearsEarlier({ from, to }: Span, years: number): Span {
  return { from: addMonths(from, -12 * years), to: addMonths(to, -12 * years) }
}

/** Whether an event counts. */
export function counts({ state }: Pick<EventFact, 'state'>, scope: FigureScope): boolean {
  return scope === 'held' ? heldStates.has(state) : state !== 'idea' && state !== 'cancelled'
}

/** All figures of a period. @param facts events of the period and of the years before it, whatever their state @param today ISO day */
export function tallyEvents(facts: readonly EventFact[], period: Span, scope: FigureScope, today: string): EventFigures {
  const within = ({ from, to }: Span): EventFact[] => facts.filter(({ day }) => from <= day && day <= to)
  const counted = (span: Span): EventFact[] => within(span).filter((fact) => counts(fact, scope))
  const now = counted(period)
  const earlier = yearsEarlier(period, 1)
  const before = counted(earlier)
  return {
    totals: totalsOf(now), before: totalsOf(before), money: moneyOf(now), moneyBefore: moneyOf(before), leftOut: leftOutOf(within(period), scope, today),
    tables: groupings.map((grouping) => tableOf(grouping, now, before, period)).filter(({ rows }) => rows.some(({ label }) => label !== untold && label !== noSeries)),
    years: Array.from({ length: yearsBack + 1 }, (_, at) => yearsEarlier(period, yearsBack - at)).map((span) => {
      const of = counted(span)
      return { label: spanLabel(span), ...span, totals: totalsOf(of), spentCents: moneyOf(of).spentCents }
    }),
  }
}

/** „2026", „1. Halbjahr 2026", or the first and last day in short. */
export function spanLabel({ from, to }: Span): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  if (from === `${year}-01-01` && to === `${year}-06-30`) return `1. Halbjahr ${year}`
  if (from === `${year}-07-01` && to === `${year}-12-31`) return `2. Halbjahr ${year}`
  const short = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
  return `${short(from)}–${short(to)}`
}

function totalsOf(facts: readonly EventFact[]): FigureTotals {
  const sum = (isCounted: boolean): number => facts.reduce((total, { visitors, counted }) => (visitors !== null && counted === isCounted ? total + visitors : total), 0)
  const withPartners = facts.filter(({ partners }) => partners.length > 0).length
  return {
    events: facts.length, visitors: { counted: sum(true), estimated: sum(false), unknown: facts.filter(({ visitors }) => visitors === null).length },
    alone: facts.length - withPartners, withPartners, partners: new Set(facts.flatMap(({ partners }) => partners)).size,
    languages: new Set(facts.flatMap(({ languages }) => languages.map((language) => language.toLowerCase()))).size,
  }
}

function moneyOf(facts: readonly EventFact[]): MoneyFigures {
  const kept = facts.flatMap(({ money, visitors }) => (money === null ? [] : [{ ...money, visitors }]))
  const sum = (name: 'plannedCents' | 'spentCents' | 'incomeCents'): number => kept.reduce((total, money) => total + money[name], 0)
  const visited = kept.filter(({ spentCents, visitors }) => spentCents > 0 && visitors !== null && visitors > 0)
  const visitors = visited.reduce((total, each) => total + (each.visitors ?? 0), 0)
  const sources = new Map<string, MoneyFigures['sources'][number]>()
  for (const { label, plannedCents, actualCents, usedCents } of kept.flatMap((money) => money.sources)) {
    const known = sources.get(label) ?? { label, plannedCents: 0, actualCents: 0, usedCents: 0 }
    sources.set(label, { label, plannedCents: known.plannedCents + plannedCents, actualCents: known.actualCents + actualCents, usedCents: known.usedCents + usedCents })
  }
  return {
    events: kept.length, plannedCents: sum('plannedCents'), spentCents: sum('spentCents'), incomeCents: sum('incomeCents'),
    perVisitorCents: visitors === 0 ? null : Math.round(visited.reduce((total, { spentCents }) => total + spentCents, 0) / visitors), sources: [...sources.values()],
  }
}

function leftOutOf(facts: readonly EventFact[], scope: FigureScope, today: string): LeftOut {
  const open = facts.filter(({ state }) => state === 'planned' || state === 'approved' || state === 'advertised')
  const of = (wanted: EventFact['state']): number => facts.filter(({ state }) => state === wanted).length
  const past = open.filter(({ day }) => day < today).length
  return { ideas: of('idea'), cancelled: of('cancelled'), unconfirmed: past, coming: scope === 'held' ? open.length - past : 0 }
}

function tableOf(grouping: Grouping, now: readonly EventFact[], before: readonly EventFact[], period: Span): FigureTable {
  const rows = new Map<string, FigureRow>(fixedLabels(grouping, period).map((label) => [label, { label, events: 0, before: 0, visitors: 0, estimated: 0 }]))
  const row = (label: string): FigureRow => {
    const found = rows.get(label) ?? { label, events: 0, before: 0, visitors: 0, estimated: 0 }
    rows.set(label, found)
    return found
  }
  let several = false
  for (const fact of now) {
    const labels = labelsOf(grouping, fact)
    several ||= labels.length > 1
    for (const label of labels) {
      const line = row(label)
      line.events += 1
      if (fact.visitors === null) continue
      line.visitors += fact.visitors
      if (!fact.counted) line.estimated += fact.visitors
    }
  }
  for (const fact of before) for (const label of labelsOf(grouping, fact)) row(label).before += 1
  const isFixed = fixedLabels(grouping, period).length > 0
  const shown = [...rows.values()].filter(({ events, before: then }) => grouping === 'month' || events + then > 0)
  return { grouping, several, rows: isFixed ? shown : shown.toSorted((a, b) => Number(a.label === untold) - Number(b.label === untold) || b.events - a.events || b.before - a.before || a.label.localeCompare(b.label, 'de')) }
}

/** Categories that have an order of their own. */
function fixedLabels(grouping: Grouping, { from, to }: Span): string[] {
  if (grouping === 'state') return eventStates.filter((state) => state !== 'idea' && state !== 'cancelled').map((state) => eventStateLabels[state])
  if (grouping === 'partners') return partnerBands.map(([, label]) => label)
  if (grouping !== 'month') return []
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  // A year shows all its months; of more, only the twelve names.
  return last - first >= 12 ? [...months] : Array.from({ length: last - first + 1 }, (_, at) => months[(first + at) % 12] ?? '')
}

function labelsOf(grouping: Grouping, fact: EventFact): string[] {
  switch (grouping) {
    case 'kind': return [kindLabel(fact.kind)]
    case 'state': return [eventStateLabels[fact.state]]
    case 'topic': return [fact.topic || untold]
    case 'place': return [fact.place || untold]
    case 'series': return [fact.series || noSeries]
    case 'language': return fact.languages.length === 0 ? [untold] : [...fact.languages]
    case 'partners': return [partnerBands.findLast(([least]) => fact.partners.length >= least)?.[1] ?? '']
    case 'month': return [months[Number(fact.day.slice(5, 7)) - 1] ?? '']
  }
}

/** Languages as people write them in a line: "Deutsch, Arabisch und Dari (mit Untertiteln)". Each once. */
export function languagesOf(text: string): string[] {
  const parts = text.replace(/\([^)]*\)/gu, ' ').split(/[,;/]|\s(?:und|oder|u\.)\s/u).map((part) => part.trim()).filter((part) => part !== '')
  return [...new Map(parts.map((part) => [part.toLowerCase(), `${part.charAt(0).toUpperCase()}${part.slice(1)}`])).values()]
}
