import { describe, expect, it } from 'vitest'
import { moneyGaps } from './gaps.ts'
import { moneyHints } from './hints.ts'
import { inOrder, nextNumber, type BudgetLine, type EventMoney, type Receipt, type Source } from './model.ts'
import { moneySummary } from './summary.ts'
import { coverText, restText, resultText } from './words.ts'

const source = (id: string, fields: Partial<Source> = {}): Source => ({
  id, kind: 'grant', name: id, contactId: null, funder: '', reference: 'Az. 1', plannedCents: 0, approvedCents: null, proofOn: '2027-12-31', note: '', ...fields,
})
const line = (id: string, fields: Partial<BudgetLine> = {}): BudgetLine => ({ id, category: 'rent', label: '', plannedCents: 0, sourceId: null, ...fields })
const receipt = (id: string, fields: Partial<Receipt> = {}): Receipt => ({
  id, direction: 'expense', number: 1, on: '2027-06-01', paidOn: '2027-06-02', contactId: null, party: 'Verleih', purpose: 'Zelt', amountCents: 10_000, lineId: null, sourceId: null, ...fields,
})
const money = (fields: Partial<EventMoney>): EventMoney => ({ sources: [], lines: [], receipts: [], ...fields })

describe('the sums of an event', () => {
  const whole = money({
    sources: [source('land', { plannedCents: 500_000, approvedCents: 400_000 }), source('own', { kind: 'own', plannedCents: 100_000 }), source('stuff', { kind: 'in-kind', plannedCents: 20_000 })],
    lines: [line('tent', { plannedCents: 300_000, sourceId: 'land' }), line('band', { category: 'fees-artists', plannedCents: 250_000, sourceId: 'own' })],
    receipts: [
      receipt('a', { lineId: 'tent', sourceId: 'land', amountCents: 310_000 }), receipt('b', { number: 2, lineId: 'band', sourceId: 'own', amountCents: 50_000 }),
      receipt('c', { number: 3, lineId: 'tent', sourceId: 'stuff', amountCents: 20_000 }), receipt('d', { number: 4, amountCents: 99 }),
      receipt('e', { number: 5, direction: 'income', sourceId: 'land', amountCents: 200_000 }), receipt('f', { number: 6, direction: 'income', amountCents: 1 }),
    ],
  })
  const sums = moneySummary(whole)

  it('count what was granted instead of what was asked for', () => {
    expect(sums.income.plannedCents).toBe(520_000)
    expect(sums.coverCents).toBe(-30_000)
    expect(coverText(sums.coverCents)).toBe('Der Plan ist nicht gedeckt: Es fehlen 300,00\u00A0€.')
  })
  it('take own means and things given as they are used, grants as they are paid', () => {
    expect(sums.sources.map(({ actualCents, usedCents, remainingCents }) => [actualCents, usedCents, remainingCents])).toEqual([[200_000, 310_000, 90_000], [50_000, 50_000, 50_000], [20_000, 20_000, 0]])
    expect(sums.income.actualCents).toBe(270_001)
  })
  it('name what has no line and no source', () => {
    expect(sums.expense).toEqual({ plannedCents: 550_000, actualCents: 380_099 })
    expect([sums.withoutLineCents, sums.withoutSourceCents]).toEqual([99, 99])
    expect(sums.lines.map(({ actualCents }) => actualCents)).toEqual([330_000, 50_000])
  })
  it('say in words how a line stands', () => {
    expect([restText(-30_000), restText(0), restText(1)]).toEqual(['300,00\u00A0€ zu viel', 'ausgeschöpft', 'noch 0,01\u00A0€'])
    expect([resultText(1, 3), resultText(3, 3), resultText(5, 3)]).toEqual(['Fehlbetrag: 0,02\u00A0€', 'Einnahmen und Ausgaben sind gleich.', 'Überschuss: 0,02\u00A0€'])
  })
})

describe('what is missing for the proof', () => {
  it('names receipts with everything that they lack, in their order', () => {
    const gaps = moneyGaps(money({ receipts: [receipt('x', { number: null, paidOn: null, amountCents: 0 }), receipt('y')] }))
    expect(gaps.map(({ receiptId }) => receiptId)).toEqual(['y', 'x'])
    expect(gaps[1]?.text).toBe('Beleg ohne Nummer (Verleih): Es fehlt die Nummer, der Betrag, der Tag der Zahlung, der Posten, die Geldquelle.')
  })
  it('finds numbers that are given twice or left out', () => {
    const full = { sources: [source('land', { approvedCents: 0 })], lines: [line('tent')] }
    const of = (numbers: number[]) => moneyGaps(money({ ...full, receipts: numbers.map((number, at) => receipt(String(at), { number, lineId: 'tent', sourceId: 'land', amountCents: 1 })) })).map(({ text }) => text)
    expect(of([1, 2, 2, 5])).toEqual(expect.arrayContaining(['Die Nummer 2 ist mehrfach vergeben.', 'Die Nummern 3, 4 sind nicht vergeben.']))
    expect(of([1, 2])).not.toEqual(expect.arrayContaining([expect.stringContaining('Nummer')]))
  })
  it('asks nothing of a thing given but its worth, and all of a grant', () => {
    const stuff = money({ sources: [source('stuff', { kind: 'in-kind', reference: '', proofOn: null, plannedCents: 10_000 })], lines: [line('tent')], receipts: [receipt('a', { paidOn: null, lineId: 'tent', sourceId: 'stuff' })] })
    expect(moneyGaps(stuff)).toEqual([])
    expect(moneyGaps(money({ sources: [source('land', { reference: '', proofOn: null })] })).map(({ text }) => text)).toEqual(['„land“: Es fehlt das Aktenzeichen, der bewilligte Betrag, die Frist des Verwendungsnachweises.'])
  })
  it('says when a source is overspent or has not paid, for one source alone too', () => {
    const two = money({ sources: [source('land', { approvedCents: 5_000 }), source('other', { approvedCents: 7_000 })], lines: [line('tent')], receipts: [receipt('a', { lineId: 'tent', sourceId: 'land' })] })
    expect(moneyGaps(two, 'land').map(({ text }) => text)).toEqual(['„land“: Es wurden 50,00\u00A0€ mehr ausgegeben, als zur Verfügung stehen.', '„land“: 50,00\u00A0€ sind noch nicht eingegangen.'])
    expect(moneyGaps(two)).toHaveLength(3)
  })
  it('knows the next number and the order', () => {
    const receipts = [receipt('a', { number: 7 }), receipt('b', { number: null }), receipt('c', { number: 2 })]
    expect(nextNumber(receipts)).toBe(8)
    expect(inOrder(receipts).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })
})

describe('rules to think of', () => {
  const artists = money({ lines: [line('band', { category: 'fees-artists', plannedCents: 200_000 })] })
  it('calculates the levy with the rate of the year, on what was paid as soon as something was', () => {
    const [levy] = moneyHints(artists, 2026, 'lecture')
    expect(levy?.text).toContain('Auf 2.000,00\u00A0€')
    expect(levy?.text).toContain('4,9 % an: 98,00\u00A0€ (2026)')
    expect(levy?.text).toContain('Meldung bis 31.03.2027')
    expect(moneyHints({ ...artists, receipts: [receipt('a', { lineId: 'band', amountCents: 100_000 })] }, 2025, 'lecture')[0]?.text).toContain('5 % an: 50,00\u00A0€ (2025)')
  })
  it('says that it guesses where no rate is stored, and how old its rules are', () => {
    const [levy] = moneyHints(artists, 2031, 'lecture')
    expect(levy?.text).toContain('Für 2031 ist kein Satz hinterlegt, gerechnet ist mit 2026.')
    expect(levy?.check).toContain('bitte prüfen')
  })
  it('thinks of music at a festival, of tax abroad with artists, and of nothing at a lecture', () => {
    expect(moneyHints(money({}), 2026, 'street-festival').map(({ code }) => code)).toEqual(['music'])
    expect(moneyHints(artists, 2026, 'lecture').map(({ code }) => code)).toEqual(['artists-levy', 'foreign-artists', 'music'])
    expect(moneyHints(money({ lines: [line('x', { category: 'gema' })] }), 2026, 'concert')[0]?.text).not.toContain('kein Posten')
    expect(moneyHints(money({}), 2026, 'lecture')).toEqual([])
  })
})
