import type { Kysely, KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import type { CounsellingSchema } from '../database/counselling/schema.ts'
import type { CounsellingDesk } from '../session.ts'
import { listCases, type CaseQuery } from './cases/repository.ts'
import { createCase } from './cases/service.ts'
import { consultationsOfCase, listConsultations, type ConsultationQuery } from './consultations/repository.ts'
import { createConsultation } from './consultations/service.ts'
import { readContactFacts } from './statistics/rows.ts'
import { dimensionIds } from '../../../shared/counselling/statistics/dimensions.ts'

const casePage: CaseQuery = {
  query: '', topic: null, month: null, counsellorId: null, sort: 'lastContact', descending: true, offset: 0, limit: 100,
}
const page: ConsultationQuery = { query: '', topic: null, month: null, counsellorId: null, anonymous: false, offset: 0, limit: 100 }

describe('plans of the list queries', () => {
  let test: TestSession
  let desk: CounsellingDesk

  beforeAll(async () => {
    test = await openTestSession()
    desk = test.session.counselling as CounsellingDesk
    // One row of each, so that the queries for rows of a page run too.
    const { id } = await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' })
    for (const caseId of [id, null]) await createConsultation(desk, caseId, {
      date: '2026-03-02', time: null, channel: 'phone', durationMinutes: 5, topic: 'A1', furtherTopics: [], result: 'open', language: null,
      interpretation: null, accessPath: null, contactKind: null, note: 'Linde',
    })
  })
  afterAll(() => test.dispose())

  /** Runs a list and gives the plan of every query that it sent. */
  async function plansOf(list: (database: Kysely<CounsellingSchema>) => Promise<unknown>): Promise<string[]> {
    const plans: string[] = []
    const { read, connections } = desk.database
    const explain: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        const { sql, parameters } = read.getExecutor().compileQuery(node, queryId)
        const lines = connections.reader.all(`EXPLAIN QUERY PLAN ${sql}`, [...parameters] as never)
        plans.push(...lines.map((line) => String(line.detail)))
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await list(read.withPlugin(explain))
    return plans
  }

  const lists: [string, (database: Kysely<CounsellingSchema>) => Promise<unknown>][] = [
    ['cases by last contact', (database) => listCases(database, casePage)],
    ['cases by number', (database) => listCases(database, { ...casePage, sort: 'number' })],
    ['cases by alias', (database) => listCases(database, { ...casePage, sort: 'alias', descending: false })],
    ['own cases', (database) => listCases(database, { ...casePage, counsellorId: 'person-leitung' })],
    ['cases of a topic in a month', (database) => listCases(database, { ...casePage, topic: 'A', month: '2026-03' })],
    ['cases with words', (database) => listCases(database, { ...casePage, query: 'linde' })],
    ['consultations', (database) => listConsultations(database, page)],
    ['own consultations', (database) => listConsultations(database, { ...page, counsellorId: 'person-leitung' })],
    ['anonymous consultations', (database) => listConsultations(database, { ...page, anonymous: true })],
    ['consultations of a topic in a month', (database) => listConsultations(database, { ...page, topic: 'A', month: '2026-03' })],
    ['consultations with words', (database) => listConsultations(database, { ...page, query: 'linde' })],
    ['time line', (database) => consultationsOfCase(database, 'c', { offset: 0, limit: 50 })],
  ]

  it.each(lists)('%s: every table is searched by an index', async (_name, list) => {
    const plans = await plansOf(list)
    expect(plans.length).toBeGreaterThan(1)
    // The full-text index and results of subqueries are walked through; tables never are.
    const walks = plans.filter((line) => line.startsWith('SCAN') && !/VIRTUAL TABLE|^SCAN \(subquery|^SCAN CONSTANT ROW/.test(line))
    expect(walks).toEqual([])
  })

  it('statistics: contacts are counted from an index alone, never from the table with its notes', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const plans = await plansOf((database) => readContactFacts(database, year, dimensionIds.filter((dimension) => dimension !== 'mention')))
    const ofTables = plans.filter((line) => /(SCAN|SEARCH) (consultation|counselling_case)\b/.test(line))
    expect(ofTables.length).toBeGreaterThanOrEqual(2)
    expect(ofTables.filter((line) => !line.includes('COVERING INDEX'))).toEqual([])
    expect(plans.some((line) => line.startsWith('SEARCH consultation USING COVERING INDEX consultation_for_statistics (deleted_at=? AND held_on>? AND held_on<?)'))).toBe(true)
  })

  const sorted = ['cases by last contact', 'cases by number', 'cases by alias', 'own cases', 'consultations', 'own consultations', 'time line']
  it.each(lists.filter(([name]) => sorted.includes(name)))('%s: needs no sorting', async (_name, list) => {
    expect((await plansOf(list)).filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})
