import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventStates } from '../catalogue.ts'
import type { EventFact, EventFigures } from './model.ts'
import { counts, languagesOf, spanLabel, tallyEvents, yearsEarlier } from './tally.ts'
import { figureParagraph, leftOutText, moneyNotes } from './words.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const fact = (fields: Partial<EventFact>): EventFact => ({ kind: 'festival', state: 'held', day: '2026-05-01', series: '', place: '', topic: '', languages: [], visitors: null, counted: false, partners: [], money: null, ...fields })
const tally = (facts: EventFact[], scope: 'held' | 'planned' = 'held') => tallyEvents(facts, year, scope, '2026-11-22')
const rows = (figures: EventFigures, grouping: string) => Object.fromEntries((figures.tables.find((table) => table.grouping === grouping)?.rows ?? []).map(({ label, events }) => [label, events]))

describe('figures of events', () => {
  it('count what took place; ideas, what was called off and what is planned are told apart', () => {
    const facts = eventStates.flatMap((state) => [fact({ state }), fact({ state, day: '2026-12-24' })])
    expect(tally(facts)).toMatchObject({ totals: { events: 4 }, leftOut: { ideas: 2, cancelled: 2, unconfirmed: 3, coming: 3 } })
    expect(tally(facts, 'planned')).toMatchObject({ totals: { events: 10 }, leftOut: { ideas: 2, cancelled: 2, unconfirmed: 3, coming: 0 } })
    expect(leftOutText(tally(facts).leftOut)).toEqual(['Nicht gezählt: 2 Ideen, 2 abgesagte und 3, die noch kommen.', '3 vergangene Veranstaltungen sind noch nicht als durchgeführt oder abgesagt eingetragen.'])
  })

  it('keep counted and estimated visitors apart, and make nothing up where nobody counted', () => {
    const figures = tally([fact({ visitors: 53, counted: true }), fact({ visitors: 400 }), fact({}), fact({ visitors: 0, counted: true })])
    expect(figures.totals.visitors).toEqual({ counted: 53, estimated: 400, unknown: 1 })
    expect(figures.tables.find(({ grouping }) => grouping === 'kind')?.rows).toEqual([{ label: 'Fest', events: 4, before: 0, visitors: 453, estimated: 400 }])
  })

  it('stand beside the year before and the years before that', () => {
    const figures = tally([fact({}), fact({ kind: 'film', day: '2025-05-01' }), fact({ kind: 'film', day: '2025-06-01' }), fact({ day: '2022-06-01' }), fact({ day: '2021-12-31' })])
    expect([figures.totals.events, figures.before.events]).toEqual([1, 2])
    expect(figures.years.map(({ label, totals }) => [label, totals.events])).toEqual([['2022', 1], ['2023', 0], ['2024', 0], ['2025', 2], ['2026', 1]])
    expect(figures.tables.find(({ grouping }) => grouping === 'kind')?.rows.map(({ label, before }) => [label, before])).toEqual([['Fest', 0], ['Film', 2]])
  })

  it('group by languages and partners, each once', () => {
    const figures = tally([fact({ languages: languagesOf('Deutsch, arabisch und Dari (mit Untertiteln)'), partners: ['a', 'b'] }), fact({ languages: ['Deutsch'], partners: ['a'] }), fact({})])
    expect(rows(figures, 'language')).toEqual({ Deutsch: 2, Arabisch: 1, Dari: 1, 'nicht angegeben': 1 })
    expect(rows(figures, 'partners')).toEqual({ keine: 1, eine: 1, zwei: 1 })
    expect(figures.totals).toMatchObject({ alone: 1, withPartners: 2, partners: 2, languages: 3 })
    expect(languagesOf('Deutsch, deutsch / Ukrainisch')).toEqual(['Deutsch', 'Ukrainisch'])
  })

  it('leave out tables of which nobody said anything', () => {
    expect(tally([fact({})]).tables.map(({ grouping }) => grouping)).toEqual(['kind', 'state', 'partners', 'month'])
  })

  it('tell of the money of what counts, by who gave it and per visitor', () => {
    const money = { plannedCents: 100_00, spentCents: 80_00, incomeCents: 90_00, sources: [{ label: 'Zuwendung', plannedCents: 90_00, actualCents: 90_00, usedCents: 80_00 }] }
    const figures = tally([fact({ money, visitors: 20 }), fact({ money }), fact({ money, state: 'cancelled' }), fact({ money, day: '2025-05-01' })])
    expect(figures.money).toEqual({ events: 2, plannedCents: 200_00, spentCents: 160_00, incomeCents: 180_00, perVisitorCents: 4_00, sources: [{ label: 'Zuwendung', plannedCents: 180_00, actualCents: 180_00, usedCents: 160_00 }] })
    expect(figures.years.map(({ spentCents }) => spentCents)).toEqual([0, 0, 0, 80_00, 160_00])
    expect(figureParagraph(figures, year)).toContain('Ausgegeben wurden 160,00\u00A0€, bezahlt aus Zuwendung (160,00\u00A0€).')
    expect(moneyNotes(figures.money, figures.moneyBefore)).toHaveLength(3)
  })

  it('of halves and free spans are compared with the same days', () => {
    expect(yearsEarlier({ from: '2024-02-29', to: '2024-06-30' }, 1)).toEqual({ from: '2023-02-28', to: '2023-06-30' })
    expect([{ from: '2026-07-01', to: '2026-12-31' }, { from: '2026-03-02', to: '2026-03-20' }].map(spanLabel)).toEqual(['2. Halbjahr 2026', '02.03.2026–20.03.2026'])
  })

  it('add up: every event that counts stands in exactly one line of a kind, a month and a band of partners', () => {
    const facts = fc.array(fc.record({
      kind: fc.constantFrom('festival', 'film', 'gone'), state: fc.constantFrom(...eventStates), day: fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2025, 1, 1 + days)).toISOString().slice(0, 10)),
      series: fc.constantFrom('', 'IKW'), place: fc.constantFrom('', 'Haus'), topic: fc.constantFrom('', 'Musik'), languages: fc.uniqueArray(fc.constantFrom('Deutsch', 'Dari')), visitors: fc.option(fc.nat(500)), counted: fc.boolean(),
      partners: fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { maxLength: 14 }), money: fc.constant(null),
    }), { maxLength: 40 })
    fc.assert(fc.property(facts, fc.constantFrom('held', 'planned'), (all, scope) => {
      const figures = tally(all, scope)
      const counted = all.filter((each) => counts(each, scope) && each.day.startsWith('2026'))
      expect(figures.totals.events).toBe(counted.length)
      expect(figures.totals.alone + figures.totals.withPartners).toBe(counted.length)
      const sum = counted.reduce((total, { visitors }) => total + (visitors ?? 0), 0)
      expect(figures.totals.visitors.counted + figures.totals.visitors.estimated).toBe(sum)
      for (const grouping of ['kind', 'state', 'series', 'partners', 'month']) {
        const table = figures.tables.find((each) => each.grouping === grouping)
        if (!table) continue
        expect(table.rows.reduce((total, { events }) => total + events, 0)).toBe(counted.length)
        expect(table.rows.reduce((total, { visitors }) => total + visitors, 0)).toBe(sum)
      }
    }))
  })
})

describe('the paragraph of the report', () => {
  it('says it in sentences', () => {
    const facts = [
      ...Array.from({ length: 3 }, () => fact({ visitors: 100, counted: true, partners: ['a', 'b'], languages: ['Deutsch', 'Arabisch'] })), fact({ kind: 'film', visitors: 1200 }), fact({ kind: 'film' }), fact({ state: 'cancelled' }), fact({ day: '2025-04-01' }),
    ]
    expect(figureParagraph(tally(facts), year)).toBe('Im Jahr 2026 fanden fünf Veranstaltungen statt (Vorjahr: 1). Es kamen 1.500 (300 gezählt, 1.200 geschätzt) Besucherinnen und Besucher; für 1 der 5 Veranstaltungen liegt keine Zahl vor. '
      + 'Drei Veranstaltungen wurden gemeinsam mit Partnern durchgeführt; beteiligt waren 2 verschiedene Partner. Am häufigsten waren Fest (3) und Film (2). Angeboten wurden sie in zwei Sprachen, neben Deutsch vor allem Arabisch. Eine Veranstaltung wurde abgesagt.')
  })

  it('says so where there was nothing', () => {
    expect(figureParagraph(tally([fact({ day: '2025-04-01' })]), year)).toBe('Im Jahr 2026 hat keine Veranstaltung stattgefunden. Im Vorjahr waren es 1.')
    expect(figureParagraph(tally([]), { from: '2026-01-01', to: '2026-06-30' })).toBe('Im 1. Halbjahr 2026 hat keine Veranstaltung stattgefunden.')
  })
})
