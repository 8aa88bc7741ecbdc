import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CompiledQuery, type Compilable } from 'kysely'
import { contactGroups, contactSorts } from '../../../shared/directory/contact.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { countStatement, dueStatement, pageStatement, type ContactQuery } from './list-repository.ts'
import { tagsStatement } from './repository.ts'

let test: TestSession
beforeAll(async () => {
  test = await openTestSession('assistenz')
})
afterAll(() => test.dispose())

async function planOf(statement: Compilable): Promise<string[]> {
  const { sql, parameters } = statement.compile()
  const { rows } = await test.session.office.database.read.executeQuery<{ detail: string }>(CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]))
  return rows.map(({ detail }) => detail)
}

const query = (more: Partial<ContactQuery>): ContactQuery => ({ query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100, ...more })

describe('plans of the list', () => {
  it.each(contactGroups.flatMap((group) => contactSorts.flatMap((sort) => [false, true].map((descending) => ({ group, sort, descending })))))(
    'reads a page of $group by $sort (descending: $descending) from an index, without scan and without sorting', async (more) => {
      const plan = await planOf(pageStatement(test.session.office.database.read, query(more)))
      expect(plan.join('\n')).toMatch(/SEARCH contact USING INDEX contact_by_(name|place|type|kind)/)
      expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/)
    })

  it('counts from an index alone', async () => {
    expect(await planOf(countStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact USING COVERING INDEX/)])
    expect(await planOf(dueStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact USING COVERING INDEX contact_by_check/)])
  })

  it.each([{ tag: 'A' }, { area: 'health' }, { language: 'uk' }, { withoutEmail: true }, { tag: 'A', area: 'health', language: 'uk', withoutEmail: true }])(
    'filters by %j without scan and without sorting', async (filter) => {
      const plan = (await planOf(pageStatement(test.session.office.database.read, query({ filter, group: 'person' })))).join('\n')
      expect(plan).toMatch(/SEARCH contact USING INDEX contact_by_kind_and_name/)
      expect(plan).toMatch(/SEARCH contact_(label USING INDEX contact_label_by_contact|channel USING INDEX contact_channel_by_contact)/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    })

  it('reads the tags in use from an index alone', async () => {
    expect(await planOf(tagsStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact_label USING COVERING INDEX/)])
  })

  it('looks up what the search found by id and never scans the contacts', async () => {
    const plan = (await planOf(pageStatement(test.session.office.database.read, query({ query: 'müller', group: 'person' })))).join('\n')
    expect(plan).toMatch(/SCAN search_index VIRTUAL TABLE INDEX/)
    expect(plan).toMatch(/SEARCH contact USING INDEX sqlite_autoindex_contact_1 \(id=\?\)/)
    expect(plan).not.toMatch(/SCAN (contact|document)/)
  })
})
