import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

let test: TestSession
beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

it('makes strict tables in counselling.db and none in office.db', async () => {
  const strict = sql<{ name: string; strict: number }>`
    SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name LIKE 'escalation%' ORDER BY name`
  expect((await strict.execute((test.session.counselling as CounsellingDesk).database.read)).rows).toEqual(
    ['escalation', 'escalation_contact', 'escalation_correction', 'escalation_entry', 'escalation_incident'].map((name) => ({ name, strict: 1 })),
  )
  expect((await strict.execute(test.session.office.database.read)).rows).toEqual([])
})
