import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { dueLists, getRoster } from '../events/participants/service.ts'
import { findEvents } from '../events/service.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillEvents } from './demo-events.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows a list that is full, one with its evaluation, and one that is to be deleted', async () => {
  test = await openTestSession()
  const desk = test.session.office
  await fillEvents(desk, await fillContacts(desk))
  const { events } = await findEvents(desk, { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 100 })
  const rosters = await Promise.all(events.map(({ id }) => getRoster(desk, id)))
  expect(rosters.some(({ participants }) => participants.some(({ state }) => state === 'waiting'))).toBe(true)
  expect(rosters.find(({ sheets }) => sheets.length > 10)?.participants.filter(({ arrivedAt }) => arrivedAt !== null).length).toBeGreaterThan(20)
  expect((await dueLists(desk)).map(({ title }) => title)).toEqual(['Tết-Fest'])
})
