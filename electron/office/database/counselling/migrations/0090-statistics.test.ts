import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

const made = ['statistics_snapshot', 'statistics_publication']

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
  expect(rows.map(({ name }) => name).sort()).toEqual([...made].sort())
  expect(rows.every(({ strict }) => strict === 1)).toBe(true)
  expect((await tables.execute(test.session.office.database.read)).rows).toEqual([])
})

it('adds what is asked for the statistics to cases and consultations, all of it empty', async () => {
  const columns = async (table: string): Promise<string[]> =>
    (await sql<{ name: string; notnull: number }>`SELECT name, "notnull" FROM pragma_table_info(${table}) WHERE name IN ('origin', 'place', 'age_band', 'gender', 'residence_status')`
      .execute(desk.database.read)).rows.filter((row) => row.notnull === 0).map(({ name }) => name)
  expect((await columns('counselling_case')).sort()).toEqual(['age_band', 'gender', 'origin', 'place'])
  expect((await columns('consultation')).sort()).toEqual(['age_band', 'gender', 'origin', 'place', 'residence_status'])
})

it('lets nobody change or remove a frozen year', async () => {
  const write = desk.database.schema
  const row = { id: 's', year: 2025, edition: 1, made_at: 'x', made_by_name: 'P', reason: '', content: '{}', hash: 'h' }
  await write.insertInto('statistics_snapshot').values(row).execute()
  await expect(write.updateTable('statistics_snapshot').set({ content: '{"x":1}' }).execute()).rejects.toThrow('not changed')
  await expect(write.deleteFrom('statistics_snapshot').execute()).rejects.toThrow('not changed')
  await expect(write.insertInto('statistics_snapshot').values({ ...row, id: 't' }).execute()).rejects.toThrow('UNIQUE')
})
