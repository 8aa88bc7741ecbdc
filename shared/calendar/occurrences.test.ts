import { describe, expect, it } from 'vitest'
import { addDays } from '../holidays/days.ts'
import { repeatText } from '../tasks/repeat-choices.ts'
import { repeatedDays } from '../tasks/repeat.ts'
import type { CalendarEntry } from './model.ts'
import { lastDay, movedRule, occurrences } from './occurrences.ts'

const hours: Pick<CalendarEntry, 'kind' | 'startsOn' | 'endsOn' | 'repeat' | 'repeatUntil' | 'skipped'> = {
  kind: 'hours', startsOn: '2026-09-07', endsOn: null, repeat: 'FREQ=WEEKLY;BYDAY=MO,TH', repeatUntil: null, skipped: [],
}
/** Counted from 2026-01-05 by hand: 261 and 262 fortnights later. */
const everyOtherMonday = [addDays('2026-01-05', 261 * 14), addDays('2026-01-05', 262 * 14)]
const times = (entry: Partial<typeof hours>, from: string, to: string) => occurrences({ ...hours, ...entry }, from, to, 'SN')
const days = (entry: Partial<typeof hours>, from: string, to: string) => times(entry, from, to).map(({ from: day }) => day)

describe('the times of an entry', () => {
  it('fall on their days of the week, ten years later too', () => {
    expect(days({}, '2026-11-23', '2026-12-03')).toEqual(['2026-11-23', '2026-11-26', '2026-11-30', '2026-12-03'])
    expect(days({}, '2036-11-24', '2036-11-30')).toEqual(['2036-11-24', '2036-11-27'])
    expect(days({ repeat: 'FREQ=WEEKLY;INTERVAL=2', startsOn: '2026-01-05' }, '2036-01-01', '2036-01-31')).toEqual(everyOtherMonday)
  })

  it('begin with the first and end with the last day', () => {
    expect(days({}, '2026-08-31', '2026-09-10')).toEqual(['2026-09-07', '2026-09-10'])
    expect(days({ repeatUntil: '2026-09-20' }, '2026-09-14', '2026-12-31')).toEqual(['2026-09-14', '2026-09-17'])
    expect(days({ repeat: '', startsOn: '2026-09-08' }, '2026-09-01', '2026-09-30')).toEqual(['2026-09-08'])
  })

  it('fall out where somebody said so, and on holidays with the reason; nobody is on Saturday by mistake', () => {
    expect(days({ skipped: ['2026-11-26'] }, '2026-11-23', '2026-11-30')).toEqual(['2026-11-23', '2026-11-30'])
    expect(times({}, '2026-12-21', '2026-12-28').map(({ from, off }) => [from, off])).toEqual([['2026-12-21', ''], ['2026-12-24', 'Heiligabend'], ['2026-12-28', '']])
    expect(times({ repeat: 'FREQ=WEEKLY;BYDAY=SA' }, '2026-10-03', '2026-10-10').map(({ from, off }) => [from, off])).toEqual([['2026-10-03', 'Tag der Deutschen Einheit'], ['2026-10-10', '']])
    expect(times({ kind: 'meeting' }, '2026-12-24', '2026-12-24')).toEqual([{ from: '2026-12-24', to: '2026-12-24', off: '' }])
  })

  it('touch a span with their last day alone', () => {
    const trip = { kind: 'absence', repeat: '', startsOn: '2026-12-30', endsOn: '2027-01-08' } as const
    expect(times(trip, '2027-01-05', '2027-01-31')).toEqual([{ from: '2026-12-30', to: '2027-01-08', off: '' }])
    expect(times({ ...trip, repeat: 'FREQ=YEARLY' }, '2028-01-08', '2028-01-08')).toEqual([{ from: '2027-12-30', to: '2028-01-08', off: '' }])
    expect(times(trip, '2027-01-09', '2027-01-31')).toEqual([])
  })

  it('stay at their day over the change of clocks', () => {
    expect(days({ startsOn: '2027-03-22' }, '2027-03-22', '2027-04-01')).toEqual(['2027-03-22', '2027-03-25', '2027-03-29', '2027-04-01'])
    expect(days({ startsOn: '2026-10-19' }, '2026-10-19', '2026-10-29')).toEqual(['2026-10-19', '2026-10-22', '2026-10-26', '2026-10-29'])
  })
})

it('the last day that an entry touches', () => {
  expect(lastDay({ startsOn: '2026-01-01', endsOn: '2026-01-03', repeat: '', repeatUntil: null })).toBe('2026-01-03')
  expect(lastDay({ startsOn: '2026-01-01', endsOn: '2026-01-03', repeat: 'FREQ=WEEKLY', repeatUntil: '2026-06-30' })).toBe('2026-07-02')
  expect(lastDay({ startsOn: '2026-01-01', endsOn: null, repeat: 'FREQ=WEEKLY', repeatUntil: null })).toBe('9999-12-31')
})

describe('moving all times with one of them', () => {
  const rule = (repeat: string, from: string, to: string) => movedRule({ startsOn: '2026-09-07', repeat }, from, to)

  it('moves the day of the week that it lies on', () => {
    expect(rule('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-26', '2026-11-25')).toEqual({ startsOn: '2026-09-07', repeat: 'FREQ=WEEKLY;BYDAY=MO,WE' })
    expect(rule('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23', '2026-11-24')).toEqual({ startsOn: '2026-09-08', repeat: 'FREQ=WEEKLY;BYDAY=TU,TH' })
    expect(rule('FREQ=WEEKLY', '2026-11-23', '2026-12-02')).toEqual({ startsOn: '2026-09-16', repeat: 'FREQ=WEEKLY' })
  })

  it('leaves the day where only the hour is another one', () => {
    expect(rule('FREQ=MONTHLY;BYDAY=1MO', '2026-12-07', '2026-12-07')).toEqual({ startsOn: '2026-09-07', repeat: 'FREQ=MONTHLY;BYDAY=1MO' })
  })

  it('says no where a day tells nothing of the others', () => {
    expect(rule('FREQ=MONTHLY;BYDAY=1MO', '2026-12-07', '2026-12-08')).toBeNull()
    expect(rule('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-26', '2026-12-01')).toBeNull()
  })
})

it('several days of the week are said in words', () => {
  expect(['FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR'].map(repeatText))
    .toEqual(['wöchentlich am Montag und Donnerstag', 'wöchentlich am Freitag', 'alle 2 Wochen am Montag, Mittwoch und Freitag'])
})

it('a rule that ends by its count is followed from its beginning', () => {
  expect(repeatedDays('FREQ=DAILY;COUNT=3', '2026-01-01', '2026-01-02', '2026-12-31')).toEqual(['2026-01-02', '2026-01-03'])
})
