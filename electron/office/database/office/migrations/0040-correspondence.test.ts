import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import { createLetter } from '../../../correspondence/service.ts'

describe('migrations 0020 settings and 0040 correspondence', () => {
  let test: TestSession
  beforeEach(async () => { test = await openTestSession() })
  afterEach(() => test.dispose())

  it('make strict tables and one empty letterhead', async () => {
    const { rows } = await sql<{ name: string; strict: number }>`SELECT name, strict FROM pragma_table_list
      WHERE name IN ('letter', 'letter_counter', 'letterhead') ORDER BY name`.execute(test.session.office.database.read)
    expect(rows).toEqual([{ name: 'letter', strict: 1 }, { name: 'letter_counter', strict: 1 }, { name: 'letterhead', strict: 1 }])
    const heads = await test.session.office.database.read.selectFrom('letterhead').select(['id', 'version', 'font_family', 'font_size']).execute()
    expect(heads).toEqual([{ id: 'letterhead', version: 1, font_family: 'Arial', font_size: 11 }])
  })

  it('refuse a second letterhead, a number given twice, an unknown state and text that is no JSON', async () => {
    await createLetter(test.session.office, null, '2026-01-05')
    const database = test.session.office.database.schema
    const letter = await database.selectFrom('letter').selectAll().executeTakeFirstOrThrow()
    const head = await database.selectFrom('letterhead').selectAll().executeTakeFirstOrThrow()
    await expect(database.insertInto('letterhead').values({ ...head, id: 'other' }).execute()).rejects.toThrow(/CHECK/)
    await expect(database.insertInto('letter').values({ ...letter, id: 'other' }).execute()).rejects.toThrow(/UNIQUE/)
    await expect(database.updateTable('letter').set({ status: 'sent' as never }).execute()).rejects.toThrow(/CHECK/)
    await expect(database.updateTable('letter').set({ body: '{' }).execute()).rejects.toThrow(/CHECK/)
  })
})
