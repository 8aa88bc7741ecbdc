import { afterEach, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../session.ts'
import { caseColumns, movingColumns } from './case-columns.ts'

let test: TestSession
let desk: CounsellingDesk
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
})
afterEach(() => test.dispose())

it('knows every column of the database that holds the id of a case', async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT tables.name || '.' || columns.name AS name FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.schema = 'main' AND tables.type = 'table' AND (columns.name = 'case_id' OR columns.name LIKE '%\_case_id' ESCAPE '\\')
    UNION SELECT tables.name || '.' || keys."from" FROM pragma_table_list AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.schema = 'main' AND keys."table" = 'counselling_case'`.execute(desk.database.read)
  const others = ['case_merge.merged_id', 'client_identity.id']
  expect(rows.map(({ name }) => name).concat(others).sort()).toEqual(Object.keys(caseColumns).sort())
})

it('moves only rows of records, so that undo can take them back', () => {
  for (const { table } of movingColumns()) expect([table, desk.database.types.owns(table)]).toEqual([table, true])
})
