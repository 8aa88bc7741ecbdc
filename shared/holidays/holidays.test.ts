import { getHolidays } from 'feiertagejs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, germanDay, parseDay, weekday } from './days.ts'
import { LAND_CODES } from '../vault/laender.ts'
import { dayOff, easterSunday, firstOpenDay, holidaysOf, officeClosed } from './holidays.ts'

describe('calendar days', () => {
  it('adds days over the change of the clocks and of the year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  it('adds months by the number of the day and ends on the last day where it is missing', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-08-31', 3)).toBe('2026-11-30')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  })

  it('refuses days that do not exist', () => {
    for (const bad of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '']) {
      expect(() => parseDay(bad)).toThrow(RangeError)
    }
  })

  it('knows weekdays and writes German days', () => {
    expect([weekday('2026-03-02'), weekday('2026-03-08'), weekday('1969-12-31')]).toEqual([1, 7, 3])
    expect(germanDay('2026-11-27')).toBe('Fr 27.11.2026')
  })

  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (count) =>
        daysBetween('2000-01-01', addDays('2000-01-01', count)) === count),
    )
  })
})

describe('public holidays', () => {
  it.each([
    [2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'],
    [2028, '2028-04-16'], [2029, '2029-04-01'], [2030, '2030-04-21'],
  ])('Easter %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it('agrees with an independent library for all Länder, 2017 to 2035, Sundays and one-off days apart', () => {
    // The library takes the municipal holiday of Bavaria (15 August) for one of the whole Land.
    for (const land of LAND_CODES) {
      for (let year = 2017; year <= 2035; year++) {
        const theirs = getHolidays(year, land)
          .map((holiday) => holiday.dateString)
          .filter((day) => weekday(day) !== 7)
        const ours = [...holidaysOf(land, year, ['assumption-by']).keys()].filter((day) => weekday(day) !== 7)
        const oneOff = new Set(['2020-05-08', '2025-05-08', '2028-06-17'])
        const clean = (days: string[]) => [...new Set(days)].filter((day) => !oneOff.has(day)).sort()
        expect({ land, year, days: clean(ours) }).toEqual({ land, year, days: clean(theirs) })
      }
    }
  })

  it('knows days that some Länder have only since a year or only once', () => {
    expect(dayOff('2018-03-08', 'BE')).toBeNull()
    expect(dayOff('2019-03-08', 'BE')).toBe('Internationaler Frauentag')
    expect(dayOff('2022-03-08', 'MV')).toBeNull()
    expect(dayOff('2023-03-08', 'MV')).toBe('Internationaler Frauentag')
    expect(dayOff('2025-05-08', 'BE')).toBe('Tag der Befreiung')
    expect(dayOff('2026-05-08', 'BE')).toBeNull()
    expect(holidaysOf('BE', 2028).get('2028-06-17')).toBe('Volksaufstand von 1953')
    expect(dayOff('2017-10-31', 'NW')).toBe('Reformationstag (500 Jahre)')
    expect(dayOff('2018-10-31', 'NW')).toBeNull()
  })

  it('the day of repentance is the Wednesday before 23 November, in Sachsen only', () => {
    expect(dayOff('2026-11-18', 'SN')).toBe('Buß- und Bettag')
    expect(dayOff('2026-11-18', 'BB')).toBeNull()
    expect(dayOff('2033-11-16', 'SN')).toBe('Buß- und Bettag')
  })

  it('municipal holidays count only where they are named', () => {
    expect(dayOff('2028-08-08', 'BY')).toBeNull()
    expect(dayOff('2028-08-08', 'BY', ['peace-festival'])).toBe('Augsburger Friedensfest')
    expect(dayOff('2028-08-08', 'BB', ['peace-festival'])).toBeNull()
  })

  it('24 and 31 December are working days on which offices are closed', () => {
    expect(dayOff('2026-12-24', 'BB')).toBeNull()
    expect(officeClosed('2026-12-24', 'BB')).toBe('Heiligabend')
  })

  it('walks over a chain of days off', () => {
    expect(firstOpenDay('2026-12-25', 1, (day) => dayOff(day, 'BB'))).toBe('2026-12-28')
    expect(firstOpenDay('2026-10-04', -1, (day) => dayOff(day, 'BB'))).toBe('2026-10-02')
  })
})
