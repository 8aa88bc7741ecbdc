import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../../session.ts'

describe('migration 0020 counselling', () => {
  let test: TestSession
  let desk: CounsellingDesk

  beforeEach(async () => {
    test = await openTestSession()
    desk = test.session.counselling as CounsellingDesk
  })
  afterEach(() => test.dispose())

  const tablesOf = async (side: 'office' | 'counselling') => {
    const { rows } = await sql<{ name: string; strict: number }>`
      SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`.execute(
      side === 'office' ? test.session.office.database.read : desk.database.read,
    )
    return rows
  }

  it('makes strict tables in counselling.db and none in office.db', async () => {
    const made = ['counselling_case', 'consultation', 'consultation_topic', 'case_counter']
    const tables = await tablesOf('counselling')
    for (const name of made) expect(tables.find((table) => table.name === name)?.strict).toBe(1)
    expect((await tablesOf('office')).filter((table) => made.includes(table.name))).toEqual([])
  })

  it('keeps day, topic and number of consultations of a case by itself', async () => {
    const write = desk.database.schema
    const times = { version: 1, created_at: 'x', updated_at: 'x', deleted_at: null, deleted_by: null }
    const person = { counsellor_id: 'p', counsellor_name: 'P' }
    await write.insertInto('counselling_case').values({
      id: 'c', ...times, ...person, number: 'B-2026-001', letter: 'B', year: 2026, sequence: 1, kind: 'person', alias: 'Linde',
      alias_key: 'linde', language: null, note: '', opened_on: '2026-01-02', active_on: '2026-01-02',
    }).execute()
    const add = (id: string, held_on: string, topic: string) => write.insertInto('consultation').values({
      id, ...times, ...person, case_id: 'c', held_on, held_at: null, channel: 'phone', duration_minutes: 5, topic, result: 'open',
      language: null, interpretation: null, access_path: null, contact_kind: null, note: '',
    }).execute()
    const state = () => write.selectFrom('counselling_case')
      .select(['last_contact', 'last_topic', 'active_on', 'consultation_count']).where('id', '=', 'c').executeTakeFirstOrThrow()

    await add('1', '2026-02-01', 'A1')
    await add('2', '2026-01-20', 'E1')
    expect(await state()).toEqual({ last_contact: '2026-02-01', last_topic: 'A1', active_on: '2026-02-01', consultation_count: 2 })
    await write.updateTable('consultation').set({ deleted_at: 'now' }).where('id', '=', '1').execute()
    expect(await state()).toEqual({ last_contact: '2026-01-20', last_topic: 'E1', active_on: '2026-01-20', consultation_count: 2 })
    await write.updateTable('consultation').set({ case_id: null }).where('id', '=', '2').execute()
    expect(await state()).toMatchObject({ last_contact: '', active_on: '2026-01-02', consultation_count: 1 })
    await write.deleteFrom('consultation').where('id', '=', '1').execute()
    expect(await state()).toMatchObject({ consultation_count: 0 })
  })
})
