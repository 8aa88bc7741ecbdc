import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { undo } from '../records/service.ts'
import { calendarRange } from './range.ts'
import { importSchoolHolidays } from './school.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())

const file = (...entries: string[]) => new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:ferien-${index}`, ...lines.split('|'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n'))
const holidays = file('SUMMARY:Winterferien Sachsen|DTSTART;VALUE=DATE:20270208|DTEND;VALUE=DATE:20270220', 'SUMMARY:Himmelfahrtsferien|DTSTART;VALUE=DATE:20270507', 'SUMMARY:Elternabend|DTSTART:20270301T180000')

it('takes the whole days of a file once, in one step', async () => {
  const desk = test.session.office
  const school = async () => (await calendarRange(desk, { from: '2027-02-01', to: '2027-05-31', land: 'SN' })).filter(({ layer }) => layer === 'school').map(({ title, from, to }) => [title, from, to])
  const { change, ...counts } = await importSchoolHolidays(desk, holidays, '2026-11-22')
  expect(counts).toEqual({ created: 2, known: 0 })
  expect(await school()).toEqual([['Winterferien Sachsen', '2027-02-08', '2027-02-19'], ['Himmelfahrtsferien', '2027-05-07', '2027-05-07']])
  expect(await importSchoolHolidays(desk, holidays, '2026-11-22')).toEqual({ change: null, created: 0, known: 2 })
  await undo(test.session, 'office', change ?? '')
  expect(await school()).toEqual([])
})

it('refuses what is no calendar, and one without whole days, and says so', async () => {
  const refused = (bytes: Uint8Array, detail: RegExp) => expect(importSchoolHolidays(test.session.office, bytes, '2026-11-22')).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringMatching(detail) } })
  await refused(new TextEncoder().encode('Ferien'), /keine Kalenderdatei/u)
  await refused(file('SUMMARY:Elternabend|DTSTART:20270301T180000'), /keine ganzen Tage/u)
})
