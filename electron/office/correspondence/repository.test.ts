import type { Kysely, KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { letterSorts } from '../../../shared/correspondence/letter.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import { lettersTo, listLetters } from './repository.ts'

describe('plans of the register', () => {
  let test: TestSession
  beforeAll(async () => { test = await openTestSession() })
  afterAll(() => test.dispose())

  /** Runs the list and gives the plan of every query that it sent. */
  async function plansOf(list: (database: Kysely<OfficeSchema>) => Promise<unknown>): Promise<string[]> {
    const plans: string[] = []
    const { read, connections } = test.session.office.database
    const explain: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        const { sql, parameters } = read.getExecutor().compileQuery(node, queryId)
        plans.push(...connections.reader.all(`EXPLAIN QUERY PLAN ${sql}`, [...parameters] as never).map((line) => String(line.detail)))
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await list(read.withPlugin(explain))
    return plans
  }

  const page = { query: '', status: null, descending: true, offset: 0, limit: 100 }
  it.each(letterSorts.flatMap((sort) => [{ sort, status: null }, { sort, status: 'draft' as const }]))(
    'needs neither a scan nor sorting for %o',
    async (order) => {
      const plans = await plansOf((database) => listLetters(database, { ...page, ...order }))
      expect(plans.length).toBeGreaterThan(1)
      expect(plans.filter((line) => /SCAN|TEMP B-TREE/.test(line))).toEqual([])
    },
  )

  it('finds the letters to a contact by the index', async () => {
    expect((await plansOf((database) => lettersTo(database, ['a', 'b'], 200)))[0]).toContain('letter_by_recipient')
  })

  it('looks words up in the index', async () => {
    const plans = await plansOf((database) => listLetters(database, { ...page, sort: 'number', query: 'wohnen' }))
    expect(plans.filter((line) => line.startsWith('SCAN') && !line.includes('VIRTUAL TABLE'))).toEqual([])
  })
})
