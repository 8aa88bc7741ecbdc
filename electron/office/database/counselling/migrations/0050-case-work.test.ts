import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

const made = [
  'client_identity', 'identity_channel', 'identity_document', 'household_person', 'opposing_party', 'case_subject', 'attachment',
  'attachment_chunk', 'note_template', 'case_grant', 'access_log', 'conflict_notice',
]

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
  // Papers of both sides keep their content in a table of the same name, each in its own database.
  expect((await tables.execute(test.session.office.database.read)).rows.map(({ name }) => name)).toEqual(['attachment_chunk'])
})

it('lets nobody change a line of the log, nor an attachment come to be without content', async () => {
  const write = desk.database.schema
  await write.insertInto('access_log').values({ id: 'l', case_id: 'c', person_id: 'p', person_name: 'P', at: 'x', kind: 'identity', reason: '' }).execute()
  await expect(write.updateTable('access_log').set({ reason: 'anders' }).execute()).rejects.toThrow('not changed')
  await expect(sql`INSERT INTO attachment (id, version, created_at, updated_at, case_id, name, kind, size, note, added_on, added_by_name) VALUES ('a', 1, 'x', 'x', 'c', 'n', 'pdf', 1, '', 'x', 'P')`.execute(write)).rejects.toThrow('without content')
})
