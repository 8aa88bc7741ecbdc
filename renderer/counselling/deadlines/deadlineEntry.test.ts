import { describe, expect, it } from 'vitest'
import { rules } from '../../../shared/counselling/deadlines/data.ts'
import { chosenRule, dateLabel, newDeadlineEntry, presumesArrival, resultOf, typedDay, waysOf } from './deadlineEntry.ts'

const entry = (rule: string, change = {}) => ({ ...newDeadlineEntry('BB'), rule, date: '2026-03-02', ...change })
const rule = (id: string) => chosenRule(entry(id))!

describe('entry of the deadline calculator', () => {
  it('computes nothing before rule, way and day are there', () => {
    expect(resultOf(newDeadlineEntry('BB'))).toBeNull()
    expect(resultOf(entry('W1'))).toBeNull()
    expect(resultOf(entry('W1', { way: 'letter', date: null }))).toBeNull()
    expect(resultOf(entry('W1', { way: 'letter' }))).toMatchObject({ notifiedOn: '2026-03-06', deadline: '2026-04-07', safeDay: '2026-04-02' })
  })

  it('asks for the way only where a notice comes by one, and for asylum ways in asylum law only', () => {
    expect(waysOf(rule('W5'))).toEqual([])
    expect(waysOf(rule('W1')).map(({ value }) => value)).not.toContain('reception-centre')
    expect(waysOf(rule('A1')).map(({ value }) => value)).toContain('reception-centre')
    expect(resultOf(entry('W5', { way: 'letter' }))?.notifiedOn).toBe('2026-03-02')
  })

  it('names the day that is asked for', () => {
    expect(dateLabel(rule('W1'), 'letter')).toBe('Zur Post gegeben am')
    expect(dateLabel(rule('W1'), null)).toBe('Datum')
    expect(dateLabel(rule('W5'), null)).toBe('Antrag oder Widerspruch eingelegt')
  })

  it('takes a later arrival where the law presumes one, and nowhere else', () => {
    expect(presumesArrival(rule('W1'), 'letter')).toBe(true)
    expect(resultOf(entry('W1', { way: 'letter', arrivedOn: '2026-03-12' }))?.notifiedOn).toBe('2026-03-12')
    expect(resultOf(entry('W1', { way: 'handed-over', arrivedOn: '2026-03-12' }))?.notifiedOn).toBe('2026-03-02')
  })

  it('reads a day without its year as a past one, but not where it may well be to come', () => {
    const now = new Date(2026, 2, 2)
    const backward = rules.find(({ kind }) => kind === 'backward')!
    expect(typedDay('24.12.', rule('W1'), now)).toBe('2025-12-24')
    expect(typedDay('24.12.', backward, now)).toBeNull()
    expect(typedDay('24.12.2026', backward, now)).toBe('2026-12-24')
  })

  it('every rule gives a result by each of its ways, with the sentence that the notice decides', () => {
    for (const { id } of rules) {
      for (const way of [...waysOf(rule(id)).map(({ value }) => value), null]) {
        const result = resultOf(entry(id, { way, time: '16:30', applicationDate: '2026-01-02' }))
        if (way === null && waysOf(rule(id)).length > 0) expect(result).toBeNull()
        else expect(result?.disclaimer).toContain('Rechtsbehelfsbelehrung')
      }
    }
  })

  it('hours need a time that exists', () => {
    const hours = rules.find(({ kind }) => kind === 'hours')!
    expect(resultOf(entry(hours.id, { time: '16:30' }))?.notifiedOn).toBe('2026-03-02T16:30')
    expect(resultOf(entry(hours.id, { time: '16:' }))?.notifiedOn).toBe('2026-03-02T00:00')
  })
})
