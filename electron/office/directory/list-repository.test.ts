import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CompiledQuery, type Compilable } from 'kysely'
import { contactGroupings, contactGroups, contactSorts } from '../../../shared/directory/list.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import type { ContactFilter } from '../../../shared/directory/filter.ts'
import { isDerivedSort } from './finding/derived-orders.ts'
import { groupStatement } from './finding/groups.ts'
import { countStatement, dueStatement, pageStatement, prepare, selectedContacts, type ContactQuery } from './list-repository.ts'
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

async function planOfPage(more: Partial<ContactQuery>): Promise<string> {
  const wanted = query(more)
  const prepared = await prepare(test.session.office.database.read, wanted)
  if (prepared === null) throw new Error('Nothing to look for.')
  return (await planOf(pageStatement(test.session.office.database.read, prepared, wanted))).join('\n')
}

const indexedSorts = contactSorts.filter((sort) => !isDerivedSort(sort))

describe('plans of the list', () => {
  it.each(contactGroups.flatMap((group) => indexedSorts.flatMap((sort) => [false, true].map((descending) => ({ group, sort, descending })))))(
    'reads a page of $group by $sort (descending: $descending) from an index, without scan and without sorting', async (more) => {
      const plan = await planOfPage(more)
      expect(plan).toMatch(/SEARCH contact USING INDEX contact_by_(name|place|type|kind|check|ags|change)/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    })

  it('counts from an index alone', async () => {
    expect(await planOf(countStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact USING COVERING INDEX/)])
    expect(await planOf(dueStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact USING COVERING INDEX contact_by_check/)])
  })

  const filters: ContactFilter[] = [
    { tags: ['A'] }, { tags: ['A', 'B'], tagMode: 'all' }, { withoutTags: ['A'] }, { areas: ['health'] }, { languages: ['uk'] }, { types: ['association'] }, { places: ['Forst'] },
    { postalCode: '03' }, { ags: '12' }, { role: 'leit' }, { roleTime: 'ended' }, { checkedBefore: '2026-01-01' }, { uncheckedMonths: 6 }, { affiliations: ['internal'] },
    { publications: ['refused'] }, { purposes: ['cooperation'] }, { consentExpired: true },
    { lacks: ['email', 'phone', 'address', 'tag', 'area', 'language', 'type', 'role', 'purpose', 'check'] },
    { tags: ['A'], areas: ['health'], languages: ['uk'], lacks: ['email'] },
  ]
  it.each(filters)('filters by %j in the order of the list, each condition from an index', async (filter) => {
    const plan = await planOfPage({ filter, group: 'person' })
    expect(plan).toMatch(/^SEARCH contact USING INDEX contact_by_kind_and_name/)
    expect(plan).toMatch(/SEARCH contact(_\w+)? USING (COVERING )?INDEX (?!contact_by_kind_and_name)|LIST SUBQUERY/)
    // Purposes are few, and roles stand in their index: these are looked through once.
    expect(plan).not.toMatch(/SCAN (?!contact_purpose|contact_role USING COVERING INDEX)|TEMP B-TREE/)
  })

  it.each(contactGroupings)('counts the groups by %s from indexes', async (by) => {
    const prepared = await prepare(test.session.office.database.read, { group: 'all' })
    if (prepared === null) throw new Error('Nothing to look for.')
    const plan = (await planOf(groupStatement(test.session.office.database.read, prepared, by))).join('\n')
    expect(plan).toMatch(/SEARCH (contact|held) USING (COVERING )?INDEX/)
    expect(plan).not.toMatch(/SCAN/)
  })

  it('counts a filtered list from indexes alone', async () => {
    const prepared = await prepare(test.session.office.database.read, { filter: { tags: ['A'], types: ['association'] } })
    if (prepared === null) throw new Error('Nothing to look for.')
    const plan = await planOf(selectedContacts(test.session.office.database.read, prepared, true).select((eb) => eb.fn.countAll<number>().as('total')))
    expect(plan.filter((line) => line.startsWith('SEARCH'))).toEqual(plan.filter((line) => line.includes('USING COVERING INDEX')))
  })

  it('reads the tags in use from an index alone', async () => {
    expect(await planOf(tagsStatement(test.session.office.database.read))).toEqual([expect.stringMatching(/^SEARCH contact_label USING COVERING INDEX/)])
  })

  it('looks up what the search found by id and never scans the contacts', async () => {
    const plan = await planOfPage({ query: 'müller', group: 'person' })
    expect(plan).toMatch(/SCAN search_index VIRTUAL TABLE INDEX/)
    expect(plan).toMatch(/SEARCH contact USING INDEX sqlite_autoindex_contact_1 \(id=\?\)/)
    expect(plan).not.toMatch(/SCAN (contact|document)/)
  })
})
