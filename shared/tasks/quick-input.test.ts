import { describe, expect, it } from 'vitest'
import { eventsNamed, readDayWords, settledDay, settledText } from './day-words.ts'
import { repeatChoices, repeatText } from './repeat-choices.ts'
import { nextDay } from './repeat.ts'

/** A Sunday. */
const now = new Date(2026, 10, 22, 9)
const today = '2026-11-22'

describe('the day of a task in words', () => {
  it.each([
    ['2w', '2026-12-06'], ['1m', '2026-12-22'], ['mo', '2026-11-23'], ['15.3.', '2027-03-15'], ['morgen', '2026-11-23'], ['übermorgen', '2026-11-24'], ['in 3 Tagen', '2026-11-25'],
    ['2 Wochen', '2026-12-06'],
  ])('%s', (text, day) => {
    expect(readDayWords(text, now)).toEqual({ kind: 'day', day })
  })

  it.each([
    ['vor der Beiratssitzung', -1, 'T', 'Beiratssitzung'], ['2w vor dem Sommerfest', -2, 'W', 'Sommerfest'], ['drei Tage nach dem Fest', 3, 'T', 'Fest'],
    ['einen Monat vor Interkulturelle Woche', -1, 'M', 'Interkulturelle Woche'], ['zur Beiratssitzung', 0, 'T', 'Beiratssitzung'],
  ])('%s', (text, count, unit, words) => {
    expect(readDayWords(text, now)).toEqual({ kind: 'event', lead: { count, unit }, words })
  })

  it.each(['', 'bald', '31.2.', 'vor', 'viele Tage vor dem Fest', '2w zum Fest'])('is refused where it says none: „%s“', (text) => {
    expect(readDayWords(text, now)).toBeNull()
  })

  it('finds the next event with these words in its title', () => {
    const events = [
      { title: 'Sitzung des Beirats', startsOn: '2026-12-08' }, { title: 'Beiratssitzung', startsOn: '2027-01-12' }, { title: 'Beiratssitzung', startsOn: '2026-12-09' },
      { title: 'Beiratssitzung, noch ohne Tag', startsOn: null },
    ]
    expect(eventsNamed(events, 'beiratssitzung').map(({ startsOn }) => startsOn)).toEqual(['2026-12-09', '2027-01-12'])
  })
})

describe('a day on which nobody works', () => {
  it('gives way to the last working day before, and the reason is named', () => {
    const settled = settledDay('2026-12-05', 'SN', today)
    expect(settled).toEqual({ wantedOn: '2026-12-05', dueOn: '2026-12-04', reason: 'Samstag' })
    expect(settledText('2026-12-05', settled)).toBe('Fr 04.12.2026, weil am Sa 05.12.2026 niemand arbeitet (Samstag)')
    expect(settledDay('2027-05-01', 'SN', today)).toMatchObject({ dueOn: '2027-04-30', reason: 'Tag der Arbeit' })
  })

  it('gives way to the next one where the one before has gone', () => {
    expect(settledDay(today, 'SN', today)).toEqual({ wantedOn: '2026-11-23', dueOn: '2026-11-23', reason: 'Sonntag' })
  })
})

describe('a repetition that is chosen', () => {
  it('is said in words and falls on the days they say', () => {
    const of = (day: string, index: number): { label: string; next: string | null } => {
      const { label, rule } = repeatChoices(day)[index] ?? { label: '', rule: '' }
      return { label, next: nextDay(rule, day) }
    }
    expect(of('2026-11-23', 2)).toEqual({ label: 'alle 2 Wochen am Montag', next: '2026-12-07' })
    expect(of('2027-01-30', 3)).toEqual({ label: 'monatlich am 30.', next: '2027-02-28' })
    expect(of('2027-01-31', 3)).toEqual({ label: 'monatlich am letzten Tag', next: '2027-02-28' })
    expect(of('2026-11-04', 4)).toEqual({ label: 'monatlich am 1. Mittwoch', next: '2026-12-02' })
    expect(of('2026-11-30', 4)).toEqual({ label: 'monatlich am letzten Montag', next: '2026-12-28' })
    expect(of('2026-11-23', 5)).toEqual({ label: 'vierteljährlich am 23.', next: '2027-02-23' })
    expect(of('2028-02-29', 6).next).toBe('2029-02-28')
  })

  it('keeps its words in lists', () => {
    expect(repeatChoices('2027-01-30').map(({ rule }) => repeatText(rule))).toEqual(['', 'wöchentlich', 'alle 2 Wochen', 'monatlich am 30.', 'monatlich am letzten Samstag', 'vierteljährlich am 30.', 'jährlich'])
    expect(repeatText('FREQ=DAILY;COUNT=3')).toBe('nach eigener Regel')
  })
})
