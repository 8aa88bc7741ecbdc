import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'

let test: TestSession
beforeAll(async () => {
  test = await openTestSession('assistenz')
})
afterAll(() => test.dispose())

describe('migration 0030 directory', () => {
  it('makes strict tables, each list order with its index', async () => {
    const { rows } = await sql<{ name: string; sql: string }>`
      SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name LIKE 'contact%' ORDER BY name`.execute(test.session.office.database.read)
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['contact', 'contact_address', 'contact_channel', 'contact_label', 'contact_role']))
    for (const { sql: statement } of rows) expect(statement).toMatch(/STRICT$/)
    const indexes = await sql<{ name: string }>`
      SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'contact' AND sql IS NOT NULL ORDER BY name`.execute(test.session.office.database.read)
    // Later steps add tables and indexes of their own.
    expect(indexes.rows.map(({ name }) => name)).toEqual(expect.arrayContaining([
      'contact_by_check', 'contact_by_kind_and_name', 'contact_by_kind_and_place', 'contact_by_kind_and_type', 'contact_by_match', 'contact_by_name',
      'contact_by_place', 'contact_by_type',
    ]))
  })

  it('refuses a kind, a truth value and a salutation that do not exist, and an address of nobody', async () => {
    const { schema } = test.session.office.database
    const address = { id: 'a', contact_id: 'nobody', position: 0, kind: 'office', street: '', extra: '', postal_code: '', place: '', country: 'DE', preferred: 0 } as const
    await expect(schema.insertInto('contact_address').values(address).execute()).rejects.toThrow(/FOREIGN KEY/)
    await expect(schema.insertInto('contact_address').values({ ...address, preferred: 2 }).execute()).rejects.toThrow(/CHECK/)
    await expect(schema.insertInto('contact_address').values({ ...address, kind: 'castle' as never }).execute()).rejects.toThrow(/CHECK/)
  })
})
