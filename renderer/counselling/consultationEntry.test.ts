import { describe, expect, it } from 'vitest'
import { parseDayInput } from '../../shared/day-input.ts'
import { parseTimeInput } from '../../shared/time-input.ts'
import { entryErrors, newEntry } from './consultationEntry.ts'

const now = new Date(2026, 2, 2, 9, 5)

describe('entry of a consultation', () => {
  it('starts today and now, and says what is missing', () => {
    const entry = newEntry(now, 'prs')
    expect(entry).toMatchObject({ date: '2026-03-02', time: '09:05', language: 'prs', result: 'open', interpretation: 'none' })
    expect(Object.keys(entryErrors(entry, '2026-03-02')).sort()).toEqual(['channel', 'durationMinutes', 'topic'])
    expect(entryErrors({ ...entry, channel: 'phone', durationMinutes: 5, topic: 'A' }, '2026-03-02')).toEqual({})
    expect(entryErrors({ ...entry, date: '2026-03-03' }, '2026-03-02').date).toBe('Das Datum liegt in der Zukunft.')
  })

  it.each([
    ['2.3.26', '2026-03-02'], ['02.03.2026', '2026-03-02'], ['2026-03-02', '2026-03-02'], ['2.3.', '2026-03-02'], ['1.3', '2026-03-01'],
    ['24.12.', '2025-12-24'], ['heute', '2026-03-02'], ['Gestern', '2026-03-01'], ['30.2.2026', null], ['morgens', null], ['', null],
  ])('reads the day %s', (text, day) => {
    expect(parseDayInput(text, now)).toBe(day)
  })

  it.each([
    ['14:05', '14:05'], ['14.05', '14:05'], ['1405', '14:05'], ['9', '09:00'], ['9:30 Uhr', '09:30'], ['', null], ['25:00', undefined], ['x', undefined],
  ])('reads the time %s', (text, time) => {
    expect(parseTimeInput(text)).toBe(time)
  })
})
