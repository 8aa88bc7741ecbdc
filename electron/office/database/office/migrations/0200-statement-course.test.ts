import { expect, it } from 'vitest'
import { databaseBefore } from '../../before.fixture.ts'
import { officeMigrations } from './index.ts'

it('gives statements from before no planning and no extension, and knows the kinds of items of a Verfügung', async () => {
  const { writer, upgrade } = await databaseBefore(200, 'office', officeMigrations)
  writer.all(`INSERT INTO statement (id, version, created_at, updated_at, year, sequence, number, kind, subject, requester_name, requester_key, subject_key, received_on, way, land, state)
    VALUES ('s', 1, 't', 't', 2026, 1, 'St 1', 'participation', 'Plan', 'Amt', 'amt', 'plan', '2026-01-01', 'email', 'SN', 'received')`)
  writer.all("INSERT INTO statement_contributor (id, statement_id, position, role, name) VALUES ('c', 's', 0, 'contribute', 'Beirat')")
  await upgrade()

  expect(writer.all('SELECT procedure, plan_stage, display_from, extension_asked_on, extension_reason FROM statement')).toEqual([{ procedure: '', plan_stage: '', display_from: null, extension_asked_on: null, extension_reason: '' }])
  expect(writer.all('SELECT reminded_on, contribution FROM statement_contributor')).toEqual([{ reminded_on: null, contribution: '' }])
  const item = (kind: string): string => `INSERT INTO directive_item (id, letter_id, position, kind, text) VALUES ('${kind}', 'l', 0, '${kind}', 'x')`
  writer.all('PRAGMA foreign_keys = OFF')
  writer.all(item('follow-up'))
  expect(() => writer.all(item('order'))).toThrow(/CHECK/)
})
