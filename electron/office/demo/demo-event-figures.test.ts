import { expect, it, onTestFinished } from 'vitest'
import { openTestSession } from '../../../tests/support/session.ts'
import { clashesOfSeries } from '../events/clashes/service.ts'
import { getFigures } from '../events/figures/service.ts'
import { listSeries } from '../events/series/repository.ts'
import { daysAgo } from './days-ago.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillEventFigures } from './demo-event-figures.ts'
import { fillEvents } from './demo-events.ts'

it('shows years side by side, a clash that is open and one that was taken on', async () => {
  const test = await openTestSession()
  onTestFinished(() => test.dispose())
  const desk = test.session.office
  const contacts = await fillContacts(desk)
  await fillEvents(desk, contacts)
  await fillEventFigures(desk, contacts)
  const { years } = await getFigures(desk, { from: daysAgo(364), to: daysAgo(0), scope: 'held' })
  expect(years.slice(-3).every(({ totals }) => totals.events > 0)).toBe(true)
  const [series] = await listSeries(desk.database.read)
  const clashes = await clashesOfSeries(desk, series?.id ?? '', 'SN')
  expect(clashes.some(({ clash }) => clash.severity === 'hard' && clash.accepted === null)).toBe(true)
  expect(clashes.filter(({ clash }) => clash.accepted !== null)).toHaveLength(1)
})
