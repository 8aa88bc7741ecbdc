import { describe, expect, it } from 'vitest'
import { parseWhen } from './entry-days.ts'

const week = { startsOn: '2027-09-26', endsOn: '2027-10-03', today: '2026-11-22' }
const read = (text: string, bareHours = false) => {
  const { days, startsAt, endsAt, rest, weekdayFault } = parseWhen(text, week, bareHours)
  return [days.join(' bis '), startsAt ?? '', endsAt ?? '', rest, weekdayFault].join('|')
}

describe('days and times as people write them', () => {
  it.each([
    ['26.09.2027', '2027-09-26||||'], ['26.9.', '2027-09-26||||'], ['26.9', '2027-09-26||||'], ['2.10.27', '2027-10-02||||'], ['2027-09-28', '2027-09-28||||'],
    ['So 26.9. ab 15 Uhr', '2027-09-26|15:00|||'], ['Sonntag, 26. September 2027, 15–17.30 Uhr', '2027-09-26|15:00|17:30||'], ['am 1. Okt. um 9:30', '2027-10-01|09:30|||'],
    ['26.–28.9.2027', '2027-09-26 bis 2027-09-28||||'], ['26.9. - 2.10.', '2027-09-26 bis 2027-10-02||||'], ['27. bis 29. September', '2027-09-27 bis 2027-09-29||||'],
    ['26.09.2027 15:00 Uhr', '2027-09-26|15:00|||'], ['Mo, 27.9., 14:00 - 17:30 Uhr', '2027-09-27|14:00|17:30||'], ['26.9. ganztägig', '2027-09-26||||'], ['', '||||'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([['15:00', '|15:00|||'], ['15.30 Uhr', '|15:30|||'], ['9', '|09:00|||'], ['15-18', '|15:00|18:00||'], ['ab 19h', '|19:00|||'], ['24:00', '|00:00|||']])('a time: %s', (text, expected) => expect(read(text, true)).toBe(expected))

  it('says what it does not understand instead of guessing', () => {
    expect(read('nach Absprache')).toBe('|||nach absprache|')
    expect(read('31.9.2027')).toBe('|||31.9.2027|')
    expect(read('26.9. oder 27.9.')).toBe('2027-09-26 bis 2027-09-27|||oder|')
    expect(read('Sa 26.9. ab 15 Uhr')).toBe('2027-09-26|15:00|||Der 26.09.2027 ist ein Sonntag, geschrieben steht Samstag.')
    expect(read('27 Uhr', true)).toContain('27 Uhr')
  })
})
