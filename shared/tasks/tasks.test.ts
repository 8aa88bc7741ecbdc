import { describe, expect, it } from 'vitest'
import { atDistance, leadText, workingDay } from './lead-time.ts'
import { repeatChoices } from './repeat-choices.ts'
import { isRepeatRule, nextDay } from './repeat.ts'

describe('the distance to a date', () => {
  it('counts days, weeks and months of the calendar; the end of a month stays its end', () => {
    expect(atDistance('2026-09-27', { count: -40, unit: 'W' })).toBe('2025-12-21')
    expect(atDistance('2026-03-31', { count: -1, unit: 'M' })).toBe('2026-02-28')
    expect(atDistance('2026-12-31', { count: 1, unit: 'T' })).toBe('2027-01-01')
  })

  it('goes back to a day on which people work, over Christmas too', () => {
    expect(workingDay('2025-12-28', 'SN')).toBe('2025-12-23')
    // Buß- und Bettag is a holiday in Saxony alone.
    expect(workingDay('2026-11-18', 'SN')).toBe('2026-11-17')
    expect(workingDay('2026-11-18', 'BE')).toBe('2026-11-18')
  })

  it('is said in words', () => {
    expect([{ count: -8, unit: 'W' }, { count: 1, unit: 'T' }, { count: 0, unit: 'T' }, { count: 6, unit: 'M' }].map((lead) => leadText(lead as never)))
      .toEqual(['8 Wochen vorher', '1 Tag danach', 'am Tag selbst', '6 Monate danach'])
  })
})

describe('a repetition', () => {
  it('falls on the first Monday of each month, on the last day, every other week', () => {
    expect(nextDay('FREQ=MONTHLY;BYDAY=1MO', '2026-11-02')).toBe('2026-12-07')
    expect(nextDay('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31')).toBe('2027-02-28')
    expect(nextDay('FREQ=WEEKLY;INTERVAL=2', '2026-11-20')).toBe('2026-12-04')
  })

  it('ends', () => {
    expect(nextDay('FREQ=WEEKLY;UNTIL=20261130', '2026-11-23')).toBe('2026-11-30')
    expect(nextDay('FREQ=WEEKLY;UNTIL=20261130', '2026-11-30')).toBeNull()
  })

  it('is refused where it is none or would never come to another day', () => {
    for (const day of ['2026-01-15', '2026-01-28', '2027-01-30', '2026-03-31', '2028-02-29', '2026-02-28']) {
      for (const { rule, label } of repeatChoices(day)) expect([label, isRepeatRule(rule)]).toEqual([label, true])
    }
    // Days that never come: whoever looks for the next one would not come back.
    const never = ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=6MO', 'FREQ=YEARLY;BYWEEKNO=60', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', 'FREQ=DAILY;BYHOUR=25']
    expect(never.filter(isRepeatRule)).toEqual([])
    expect(['', 'FREQ=YEARLY', 'FREQ=SECONDLY', 'jeden Montag', 'FREQ=WEEKLY;BYDAY=XX'].map(isRepeatRule)).toEqual([true, true, false, false, false])
  })
})
