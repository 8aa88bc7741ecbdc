import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { dayOff } from '../../../shared/holidays/holidays.ts'
import { findEvents } from '../events/service.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillEvents } from './demo-events.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows a season of events, with a series, things that are late and things that are over', async () => {
  test = await openTestSession()
  const desk = test.session.office
  await fillEvents(desk, await fillContacts(desk))
  const list = async (filter: 'coming' | 'past' | 'all') => (await findEvents(desk, { query: '', filter, kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 100 })).events
  expect((await list('all')).length).toBe(14)
  // Sundays are the days of a Woche alone, Saturdays those of festivals; nothing is on a holiday.
  expect((await list('all')).filter(({ startsOn, seriesTitle }) => !['Samstag', seriesTitle === '' ? null : 'Sonntag', null].includes(dayOff(startsOn ?? '', 'SN')))).toEqual([])
  expect((await list('all')).filter(({ startsOn }) => dayOff(startsOn ?? '', 'SN') === 'Samstag').map(({ kind }) => kind).toSorted()).toEqual(['festival', 'street-festival', 'tournament'])
  expect((await list('past')).length).toBe(3)
  const coming = await list('coming')
  expect(coming.filter(({ seriesTitle }) => seriesTitle !== '').length).toBe(5)
  expect(coming.filter(({ overdueTasks }) => overdueTasks > 0).length).toBeGreaterThan(1)
  expect(coming.find(({ kind }) => kind === 'street-festival')?.openTasks).toBeGreaterThan(5)
})
