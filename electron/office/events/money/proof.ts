import { germanDate } from '../../../../shared/dates.ts'
import { kindLabel, partnerRoleLabel } from '../../../../shared/events/catalogue.ts'
import type { OfficeEvent } from '../../../../shared/events/model.ts'
import { sourceKindLabel } from '../../../../shared/events/money/catalogue.ts'
import { moneyGaps } from '../../../../shared/events/money/gaps.ts'
import { inOrder, lineName, sourceName, type EventMoney, type Receipt, type Source } from '../../../../shared/events/money/model.ts'
import { comesAsUsed, moneySummary, type MoneySummary } from '../../../../shared/events/money/summary.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { centsText } from '../../../../shared/money.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { whenText } from '../when-where.ts'

/** A line of the proof: a source or a line of the budget, with the key under which receipts name it. */
export interface ProofLine {
  /** "Q1" for a source, "P1" for a line of the budget. */
  key: string
  name: string
  kind: string
  plannedCents: number
  actualCents: number
  /** Spent on this line from the source that is proved. */
  fromSourceCents: number
  /** Comes in as it is used, so that its actual is what was spent from it. */
  asUsed: boolean
}

/** A receipt of the proof. */
export interface ProofReceipt extends Receipt {
  /** A thing given is neither paid nor received. */
  entry: Receipt['direction'] | 'in-kind'
  lineKey: string
  lineName: string
  sourceKey: string
  sourceName: string
}

/** Everything that a Verwendungsnachweis says, before it becomes a document. */
export interface Proof {
  title: string
  /** The source whose use is proved; null for the whole. */
  source: Source | null
  gaps: string[]
  facts: (readonly [string, string])[]
  report: string[]
  incomes: ProofLine[]
  expenses: ProofLine[]
  /** Things and work given: nothing was paid, so they stand apart. */
  inKind: ProofLine[]
  receipts: ProofReceipt[]
}

/** Gathers the proof of one source, or of all. */
export function proofOf(event: OfficeEvent, money: EventMoney, letterhead: Letterhead, sourceId: string | null): Proof {
  const source = money.sources.find(({ id }) => id === sourceId) ?? null
  const keys = new Map([...money.sources.map(({ id }, at) => [id, `Q${at + 1}`] as const), ...money.lines.map(({ id }, at) => [id, `P${at + 1}`] as const)])
  const named = (id: string | null): string => (id === null ? '' : keys.get(id) ?? '')
  const cash = moneySummary(cashOf(money))
  const own = source === null ? null : moneySummary({ ...money, receipts: money.receipts.filter((receipt) => receipt.sourceId === source.id) })
  return {
    title: `Verwendungsnachweis${source === null ? '' : `: ${sourceName(source)}`}`, source,
    gaps: moneyGaps(money, sourceId).map(({ text }) => text), facts: factsOf(event, source, letterhead), report: reportOf(event),
    incomes: incomesOf(cash, keys), expenses: expensesOf(cash, own, keys),
    inKind: moneySummary(money).sources.filter((each) => each.source.kind === 'in-kind').map(({ source: each, plannedCents, actualCents }) =>
      ({ key: named(each.id), name: sourceName(each), kind: each.funder, plannedCents, actualCents, fromSourceCents: 0, asUsed: true })),
    receipts: inOrder(money.receipts).filter((receipt) => source === null || receipt.sourceId === source.id).map((receipt) => ({
      ...receipt, entry: receipt.direction === 'expense' && money.sources.some(({ id, kind }) => id === receipt.sourceId && kind === 'in-kind') ? 'in-kind' : receipt.direction,
      lineKey: named(receipt.lineId), sourceKey: named(receipt.sourceId),
      lineName: money.lines.filter(({ id }) => id === receipt.lineId).map(lineName).join(''), sourceName: money.sources.filter(({ id }) => id === receipt.sourceId).map(sourceName).join(''),
    })),
  }
}

/** Money alone: without what is given in kind. */
function cashOf({ sources, lines, receipts }: EventMoney): EventMoney {
  const inKind = new Set(sources.filter(({ kind }) => kind === 'in-kind').map(({ id }) => id))
  const paid = receipts.filter(({ sourceId }) => sourceId === null || !inKind.has(sourceId))
  return {
    sources: sources.filter(({ id }) => !inKind.has(id)), receipts: paid,
    lines: lines.filter(({ id, sourceId }) => sourceId === null || !inKind.has(sourceId) || paid.some(({ lineId }) => lineId === id)),
  }
}

function incomesOf({ sources, income }: MoneySummary, keys: ReadonlyMap<string, string>): ProofLine[] {
  const lines = sources.map(({ source, plannedCents, actualCents }): ProofLine => ({
    key: keys.get(source.id) ?? '', name: sourceName(source), kind: sourceKindLabel(source.kind), plannedCents, actualCents, fromSourceCents: 0, asUsed: comesAsUsed(source),
  }))
  const rest = income.actualCents - lines.reduce((sum, { actualCents }) => sum + actualCents, 0)
  return rest === 0 ? lines : [...lines, { key: '', name: 'Ohne Geldquelle', kind: '', plannedCents: 0, actualCents: rest, fromSourceCents: 0, asUsed: false }]
}

function expensesOf({ lines, withoutLineCents }: MoneySummary, own: MoneySummary | null, keys: ReadonlyMap<string, string>): ProofLine[] {
  const of = (id: string): number => own?.lines.find(({ line }) => line.id === id)?.actualCents ?? 0
  const known = lines.map(({ line, plannedCents, actualCents }): ProofLine => ({ key: keys.get(line.id) ?? '', name: lineName(line), kind: '', plannedCents, actualCents, fromSourceCents: of(line.id), asUsed: false }))
  return withoutLineCents === 0 ? known : [...known, { key: '', name: 'Ohne Posten', kind: '', plannedCents: 0, actualCents: withoutLineCents, fromSourceCents: own?.withoutLineCents ?? 0, asUsed: false }]
}

function factsOf(event: OfficeEvent, source: Source | null, { officeName, department }: Letterhead): (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [
    ['Zuwendungsempfänger', [officeName, department].filter(Boolean).join(', ')],
    ...(source === null ? [] : [
      ['Geldgeber', source.funder || sourceName(source)], ['Aktenzeichen', source.reference],
      ['Bewilligt', source.approvedCents === null ? '' : centsText(source.approvedCents)], ['Nachweis bis', source.proofOn === null ? '' : germanDate(source.proofOn)],
    ] as const),
    ['Veranstaltung', event.title], ['Zeit', whenText(event)], ['Ort', event.place],
  ]
  return facts
}

/** The report in words, as far as the event tells it. */
function reportOf(event: OfficeEvent): string[] {
  const held = ['held', 'settled'].includes(event.state) || event.visitors !== null
  const partners = [...groupBy(event.partners, ({ role }) => role)].map(([role, of]) => `${partnerRoleLabel(role)}: ${of.map(({ name }) => name).join(', ')}`)
  const lines = [
    `${quoted(event.title)} (${kindLabel(event.kind)}) ${held ? 'fand' : 'findet'} ${whenText(event) || (held ? 'bereits' : 'an einem noch offenen Tag')} statt.${event.place === '' ? '' : ` ${sentence('Ort', event.place)}`}`,
    event.programmeText,
    sentence('Zielgruppe', event.targetGroup),
    visitorsText(event),
    sentence('Beteiligt', partners.join('; ')),
    [sentence('Sprachen', event.languages), sentence('Dolmetschen', event.interpretation), sentence('Kinderbetreuung', event.childcare), sentence('Eintritt, Kosten', event.cost)].filter(Boolean).join(' '),
  ]
  return lines.filter((line) => line !== '')
}

/** "Sprachen: Deutsch, Arabisch." with one point at the end; empty where nothing is said. */
function sentence(name: string, text: string): string {
  return text === '' ? '' : `${name}: ${text.replace(/\.+$/u, '')}.`
}

/** A title in quotes, unless it has some of its own. */
function quoted(title: string): string {
  return title.includes('„') ? title : `„${title}“`
}

function visitorsText({ visitors, visitorsCounted, expected }: OfficeEvent): string {
  if (visitors === null) return expected === null ? '' : `Erwartet wurden ${expected.toLocaleString('de-DE')} Besucherinnen und Besucher.`
  return `Es kamen ${visitors.toLocaleString('de-DE')} Besucherinnen und Besucher (${visitorsCounted ? 'gezählt' : 'geschätzt'}${expected === null ? '' : `, erwartet waren ${expected.toLocaleString('de-DE')}`}).`
}
