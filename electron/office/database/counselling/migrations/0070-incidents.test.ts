import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

const made = [
  'incident', 'incident_code', 'incident_affected', 'incident_claim', 'incident_evidence', 'incident_step', 'incident_first_aid', 'incident_refusal',
  'incident_offender', 'case_safety',
]

let test: TestSession
beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

it('makes strict tables in counselling.db and none in office.db', async () => {
  const tables = sql<{ name: string; strict: number }>`SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name IN (${sql.join(made)})`
  const { rows } = await tables.execute((test.session.counselling as CounsellingDesk).database.read)
  expect(rows.map(({ name }) => name).sort()).toEqual([...made].sort())
  expect(rows.every(({ strict }) => strict === 1)).toBe(true)
  expect((await tables.execute(test.session.office.database.read)).rows).toEqual([])
})

it('gives somebody affected no column that could hold a name', async () => {
  const { database } = test.session.counselling as CounsellingDesk
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info('incident_affected')`.execute(database.read)
  expect(rows.map(({ name }) => name)).toEqual(['id', 'incident_id', 'case_id', 'age_group', 'involvement', 'position'])
})
