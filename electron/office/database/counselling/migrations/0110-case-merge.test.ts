import { afterEach, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'

let test: TestSession
beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

it('makes a strict table in counselling.db and none in office.db', async () => {
  const strict = sql<{ strict: number }>`SELECT strict FROM pragma_table_list WHERE name = 'case_merge'`
  expect((await strict.execute(test.session.counselling?.database.read as never)).rows).toEqual([{ strict: 1 }])
  expect((await strict.execute(test.session.office.database.read)).rows).toEqual([])
})
