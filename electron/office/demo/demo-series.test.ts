import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { findPartners } from '../events/series/partners-service.ts'
import { programmeOf } from '../events/series/programme.ts'
import { reviewOf } from '../events/series/review/service.ts'
import { listSeries } from '../events/series/repository.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillEvents } from './demo-events.ts'
import { fillSeries } from './demo-series.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows a week with a part of the answers in, and the one before', async () => {
  test = await openTestSession()
  const desk = test.session.office
  const contacts = await fillContacts(desk)
  const week = await fillEvents(desk, contacts)
  await fillSeries(desk, contacts, week)
  const states = new Set((await findPartners(desk, week.seriesId)).map(({ state }) => state))
  expect(states).toEqual(new Set(['noted', 'invited', 'reminded', 'answered', 'nothing', 'declined']))
  const programme = await programmeOf(desk, week.seriesId)
  expect(programme).toHaveLength(10)
  expect(new Set(programme.map(({ approval }) => approval))).toEqual(new Set([null, 'received', 'query', 'accepted']))
  expect(programme.some(({ gaps }) => gaps.length > 0)).toBe(true)
  const before = (await listSeries(desk.database.read)).find(({ id }) => id !== week.seriesId)
  const review = await reviewOf(desk, week.seriesId, before?.id ?? null)
  expect(review.before).toMatchObject({ events: 6, held: 6, visitors: 492 })
  const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
  expect(review.days.map(({ label }) => label)).toEqual(weekdays.filter((day) => review.days.some(({ label }) => label === day)))
  expect(review.partnersGone).toContain('Verein der Afghaninnen und Afghanen e. V.')
  expect(review.partnersNew.length).toBeGreaterThan(2)
})
