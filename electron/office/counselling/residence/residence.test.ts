import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { readHistory } from '../../records/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase } from '../cases/service.ts'
import { createResidence, expiringTitles, findResidence, removeResidence, updateResidence } from './service.ts'

let test: TestSession
let desk: CounsellingDesk
let caseId: string

beforeEach(async () => {
  test = await openTestSession('leitung')
  desk = test.session.counselling as CounsellingDesk
  caseId = (await createCase(desk, { alias: 'Linde', kind: 'family', language: null, note: '' })).id
})
afterEach(() => test.dispose())

const title = { person: '', code: '25-3', basis: '§ 25 Abs. 3', from: '2025-01-10', printedExpiry: '2026-03-31', effectiveExpiry: null, extension: null, note: '' }

it('keeps the history of each person and shows in the radar the newest title only', async () => {
  await createResidence(desk, caseId, { ...title, code: 'AG', from: '2023-01-01', printedExpiry: '2023-06-30' })
  const { id } = await createResidence(desk, caseId, title)
  await createResidence(desk, caseId, { ...title, person: 'Kind 1', printedExpiry: '2026-04-15' })
  expect((await findResidence(desk, caseId)).map(({ code, person }) => [person, code])).toEqual([['', '25-3'], ['', 'AG'], ['Kind 1', '25-3']])
  const radar = await expiringTitles(desk, { mine: true, until: '2026-04-01' })
  expect(radar).toMatchObject([{ id, alias: 'Linde', printedExpiry: '2026-03-31' }])
})

it('goes by the effective day, keeps a fiction without a date, and checks that the fields fit together', async () => {
  const { id, version } = await createResidence(desk, caseId, title)
  await expect(updateResidence(desk, id, version, { effectiveExpiry: '2027-03-04' })).rejects.toMatchObject({ code: 'invalid', data: { fields: { extension: expect.any(String) } } })
  const changed = await updateResidence(desk, id, version, { effectiveExpiry: '2027-03-04', extension: 'ordinance-24' })
  expect(await expiringTitles(desk, { mine: true, until: '2026-06-01' })).toEqual([])
  await updateResidence(desk, id, changed.version, { effectiveExpiry: null, extension: '81-4' })
  expect(await expiringTitles(desk, { mine: true, until: '2026-06-01' })).toMatchObject([{ id, extension: '81-4' }])
  await expect(createResidence(desk, caseId, { ...title, from: '2026-04-01' })).rejects.toMatchObject({ code: 'invalid' })
})

it('has history and trash by the mechanisms', async () => {
  const { id, version } = await createResidence(desk, caseId, title)
  await removeResidence(desk, id, version)
  expect(await findResidence(desk, caseId)).toEqual([])
  const history = await readHistory(test.session, 'counselling', { type: 'residence-status', id })
  expect(history.map(({ action }) => action)).toEqual(['Aufenthaltsstatus gelöscht', 'Aufenthaltsstatus eingetragen'])
})
