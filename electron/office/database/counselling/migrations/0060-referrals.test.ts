import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

const made = ['referral', 'secrecy_release', 'sheet_texts']

let test: TestSession
let desk: CounsellingDesk
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
})
afterEach(() => test.dispose())

it('makes strict tables in counselling.db and none in office.db', async () => {
  const tables = sql<{ name: string; strict: number }>`SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name IN (${sql.join(made)})`
  const { rows } = await tables.execute(desk.database.read)
  expect(rows.map(({ name }) => name).sort()).toEqual(made)
  expect(rows.every(({ strict }) => strict === 1)).toBe(true)
  expect((await tables.execute(test.session.office.database.read)).rows).toEqual([])
})

it('lets nothing be told by a release that isn’t named', async () => {
  const insert = sql`INSERT INTO referral VALUES ('r', 1, 'x', 'x', NULL, NULL, NULL, NULL, NULL, 'Caritas', '', 'A', 'named', '2026-03-02', '', '', '',
    'release', 'Name', NULL, NULL, NULL, NULL, NULL, '', 'p', 'P')`
  await expect(insert.execute(desk.database.schema)).rejects.toThrow('CHECK')
})
