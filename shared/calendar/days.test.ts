import { describe, expect, it } from 'vitest'
import { holidaysOf } from '../holidays/holidays.ts'
import { specialDayNotes, specialDays, type SpecialDay } from './days.ts'
import { dayEntries } from './entries.ts'

const inYear = (year: number): readonly SpecialDay[] => specialDays(`${year}-01-01`, `${year}-12-31`, { land: 'SN' })
const entry = (year: number, id: string): SpecialDay => {
  const found = inYear(year).find((day) => day.id.split(':')[0] === id && day.from.startsWith(String(year)))
  if (!found) throw new Error(`${id} ${year}`)
  return found
}

describe('movable feasts, as computed and checked for the field', () => {
  it.each([
    ['tet', '02-17', '02-06', '01-26'], ['ramadan', '02-18', '02-08', '01-28'], ['eid-al-fitr', '03-20', '03-09', '02-26'], ['eid-al-adha', '05-27', '05-16', '05-05'],
    ['islamic-new-year', '06-16', '06-06', '05-25'], ['ashura', '06-25', '06-15', '06-03'], ['mevlid', '08-25', '08-14', '08-03'],
    ['newroz', '03-21', '03-21', '03-21'], ['nowruz', '03-21', '03-21', '03-20'], ['purim', '03-03', '03-23', '03-12'], ['passover', '04-02', '04-22', '04-11'],
    ['shavuot', '05-22', '06-11', '05-31'], ['rosh-hashanah', '09-12', '10-02', '09-21'], ['yom-kippur', '09-21', '10-11', '09-30'], ['sukkot', '09-26', '10-16', '10-05'],
    ['simchat-torah', '10-04', '10-24', '10-13'], ['hanukkah', '12-05', '12-25', '12-13'], ['easter', '04-05', '03-28', '04-16'], ['easter-orthodox', '04-12', '05-02', '04-16'],
    ['mid-autumn', '09-25', '09-15', '10-03'], ['diwali', '11-08', '10-29', '10-17'], ['ethiopian-new-year', '09-11', '09-12', '09-11'], ['vesak', '05-31', '05-20', '05-09'],
    ['yezidi-new-year', '04-15', '04-21', '04-19'],
  ])('%s', (id, ...days) => {
    expect(days.map((day, index) => `${2026 + index}-${day}`)).toEqual([2026, 2027, 2028].map((year) => entry(year, id).from))
  })

  it('last as long as they are kept', () => {
    expect(entry(2026, 'sukkot').to).toBe('2026-10-02')
    expect(entry(2027, 'sukkot').to).toBe('2027-10-22')
    expect(entry(2026, 'ramadan').to).toBe('2026-03-19')
    expect(entry(2026, 'passover').to).toBe('2026-04-09')
    expect(entry(2026, 'hanukkah').to).toBe('2026-12-12')
  })

  it('say on what they hang, and which other day some begin', () => {
    expect(entry(2026, 'ramadan')).toMatchObject({ certainty: 'provisional', eve: true, margin: 1, note: expect.stringMatching(/auch 19\.02\.2026.*Mondsichtung/u) })
    expect(entry(2027, 'eid-al-fitr').note).toContain('10.03.2027')
    expect(entry(2028, 'eid-al-fitr').note).toContain('27.02.2028')
    expect(entry(2026, 'vesak').note).toContain('01.05.2026')
    expect(specialDayNotes(entry(2026, 'yom-kippur'))).toBe('Fest · jüdisch · beginnt am Vorabend bei Sonnenuntergang · Höchster Feiertag, Fasttag.')
    expect(entry(2026, 'yom-kippur').certainty).toBe('certain')
    expect(entry(2026, 'newroz')).toMatchObject({ eve: true, note: expect.stringContaining('20. März') })
  })

  it('come twice in a year of ours where the year of the moon is short', () => {
    const ramadans = inYear(2030).filter(({ id, from }) => id.startsWith('ramadan') && from.startsWith('2030'))
    expect(ramadans.map(({ from }) => from)).toEqual(['2030-01-05', '2030-12-26'])
    expect(new Set(ramadans.map(({ id }) => id)).size).toBe(2)
  })

  it('are found where they go over the turn of the year', () => {
    expect(specialDays('2028-01-01', '2028-01-01', { land: 'SN' }).map(({ id }) => id.split(':')[0])).toEqual(['hanukkah', 'holiday'])
  })

  it('follow the moon of Vietnam where it is another day than in China', () => {
    expect(entry(2030, 'tet').from).toBe('2030-02-02')
  })
})

describe('action days and weeks', () => {
  it('the Interkulturelle Woche is certain where it was published and a forecast by its rule afterwards', () => {
    const weeks = [2025, 2026, 2027, 2028, 2029].map((year) => entry(year, 'ikw')).map(({ from, to, certainty }) => [from, to, certainty])
    expect(weeks).toEqual([
      ['2025-09-21', '2025-09-28', 'certain'], ['2026-09-27', '2026-10-04', 'certain'], ['2027-09-26', '2027-10-03', 'provisional'], ['2028-09-24', '2028-10-01', 'provisional'],
      ['2029-09-23', '2029-09-30', 'provisional'],
    ])
    expect([2025, 2026, 2027].map((year) => entry(year, 'refugee-day-de')).map(({ from, certainty }) => [from, certainty]))
      .toEqual([['2025-09-26', 'certain'], ['2026-10-02', 'certain'], ['2027-10-01', 'provisional']])
  })

  it('the rule of the week gives the years that are known', () => {
    expect([2018, 2019, 2020].map((year) => entry(year, 'ikw').from)).toEqual(['2018-09-23', '2019-09-22', '2020-09-27'])
  })

  it('the weeks against racism have no rule: published ones are certain', () => {
    expect([2021, 2026].map((year) => entry(year, 'weeks-against-racism')).map(({ from, to, certainty }) => [from, to, certainty]))
      .toEqual([['2021-03-15', '2021-03-28', 'certain'], ['2026-03-16', '2026-03-29', 'certain']])
    expect(entry(2027, 'weeks-against-racism').certainty).toBe('provisional')
  })

  it.each([
    ['against-racism', '03-21'], ['refugee-day', '06-20'], ['migrants-day', '12-18'], ['open-mosque', '10-03'], ['languages-day', '09-26'], ['mother-language', '02-21'], ['human-rights', '12-10'],
    ['volunteers-day', '12-05'], ['against-violence', '11-25'], ['holocaust-remembrance', '01-27'], ['hanau', '02-19'], ['roma-day', '04-08'], ['roma-genocide', '08-02'], ['anti-muslim-racism', '07-01'],
    ['idahobit', '05-17'], ['november-9', '11-09'], ['childrens-day', '09-20'], ['africa-day', '05-25'], ['basic-law', '05-23'], ['ukraine-independence', '08-24'], ['christmas-julian', '01-07'], ['christmas', '12-25'],
  ])('%s is on the same day each year', (id, day) => {
    expect([2026, 2027, 2028].map((year) => entry(year, id).from)).toEqual([2026, 2027, 2028].map((year) => `${year}-${day}`))
  })

  it('the day of the neighbours is the last Friday in May; the Diversity-Tag a forecast', () => {
    expect([2026, 2027, 2028].map((year) => entry(year, 'neighbours-day').from)).toEqual(['2026-05-29', '2027-05-28', '2028-05-26'])
    expect(entry(2027, 'diversity-day').certainty).toBe('provisional')
  })
})

describe('the calendar of an office', () => {
  it('has the holidays of its Land', () => {
    const holidays = (land: 'SN' | 'BE') => specialDays('2026-11-01', '2026-11-30', { land }).filter(({ kind }) => kind === 'holiday').map(({ from, name }) => [from, name])
    expect(holidays('SN')).toEqual([['2026-11-18', 'Buß- und Bettag']])
    expect(holidays('BE')).toEqual([])
    expect(inYear(2027).filter(({ kind }) => kind === 'holiday')).toHaveLength(holidaysOf('SN', 2027).size)
  })

  it('shows what touches the span, and nothing beside it', () => {
    const ids = (from: string, to: string) => specialDays(from, to, { land: 'SN' }).map(({ id }) => id)
    expect(ids('2026-10-03', '2026-10-03')).toEqual(['ikw:2026', 'holiday:2026-10-03', 'open-mosque:2026'])
    expect(ids('2026-10-05', '2026-10-05')).toEqual([])
  })

  it('may lay a day elsewhere, across the turn of the year too, or hide it', () => {
    const overruled = [
      { specialDayId: 'diversity-day:2027', hidden: false, from: '2027-05-18', to: null, note: 'Laut Einladung.' },
      { specialDayId: 'st-martin:2027', hidden: true, from: null, to: null, note: '' },
      { specialDayId: 'hanukkah:5788', hidden: false, from: '2028-01-03', to: '2028-01-03', note: '' },
    ]
    const days = specialDays('2027-01-01', '2028-01-31', { land: 'SN', overruled })
    expect(days.filter(({ id }) => id === 'diversity-day:2027')).toMatchObject([{ from: '2027-05-18', to: '2027-05-18', certainty: 'certain', note: 'Laut Einladung.' }])
    expect(days.some(({ id }) => id === 'st-martin:2027')).toBe(false)
    expect(specialDays('2028-01-03', '2028-01-03', { land: 'SN', overruled }).map(({ id }) => id)).toEqual(['hanukkah:5788'])
  })
})

it('every entry says where it comes from, and tables have every year that they promise', () => {
  expect(new Set(dayEntries.map(({ id }) => id)).size).toBe(dayEntries.length)
  for (const { id, source, community, rule, dates } of dayEntries) {
    expect([id, source.length > 0, community.length > 0]).toEqual([id, true, true])
    if (Object.keys(rule).length === 0) expect(Object.keys(dates ?? {})).toEqual(Array.from({ length: 11 }, (_, index) => String(2025 + index)))
  }
})
