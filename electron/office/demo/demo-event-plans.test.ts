import { afterEach, expect, it } from 'vitest'
import { moneyGaps } from '../../../shared/events/money/gaps.ts'
import { moneySummary } from '../../../shared/events/money/summary.ts'
import { timed } from '../../../shared/events/run/model.ts'
import { overlaps } from '../../../shared/events/shifts/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { moneyPart } from '../events/money/service.ts'
import { runPart } from '../events/run/service.ts'
import { findEvents } from '../events/service.ts'
import { shiftsPart } from '../events/shifts/service.ts'
import { fillContacts } from './demo-contacts.ts'
import { fillEventPlans } from './demo-event-plans.ts'
import { fillEvents } from './demo-events.ts'

let test: TestSession
afterEach(() => test.dispose())

it('shows covered budgets, receipts with gaps and without, somebody who is wanted twice, and a run sheet without overlaps', async () => {
  test = await openTestSession()
  const desk = test.session.office
  const contacts = await fillContacts(desk)
  await fillEvents(desk, contacts)
  await fillEventPlans(desk, contacts)
  const { events } = await findEvents(desk, { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 100 })
  const idOf = (start: string): string => events.find(({ title }) => title.startsWith(start))?.id ?? ''
  for (const start of ['Straßenfest', 'Auftakt', 'Tết']) expect(moneySummary(await moneyPart.read(desk.database.read, idOf(start))).coverCents).toBeGreaterThanOrEqual(0)
  expect(moneyGaps(await moneyPart.read(desk.database.read, idOf('Straßenfest'))).some(({ text }) => text.includes('ohne Nummer'))).toBe(true)
  expect(moneyGaps(await moneyPart.read(desk.database.read, idOf('Tết'))).every(({ receiptId }) => receiptId === null)).toBe(true)
  expect(overlaps((await shiftsPart.read(desk.database.read, idOf('Straßenfest'))).shifts).map(({ name }) => name)).toContain('Samir')
  const { items } = await runPart.read(desk.database.read, idOf('Straßenfest'))
  expect(timed(items, '13:00').filter(({ gap }) => gap < 0)).toEqual([])
})
