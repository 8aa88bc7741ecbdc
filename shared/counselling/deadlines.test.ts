import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Land } from '../vault/laender.ts'
import { LAND_CODES } from '../vault/laender.ts'
import { dayOff } from '../holidays/holidays.ts'
import { addDays } from '../holidays/days.ts'
import type { DeadlineInput, Way } from './deadlines.ts'
import { computeDeadline } from './deadlines.ts'
import { rules } from './deadlines/data.ts'
import { WAYS } from './deadlines/types.ts'

const compute = (rule: string, way: Way, date: string, land: Land = 'BB', more: Partial<DeadlineInput> = {}) =>
  computeDeadline({ rule, land, way, date, ...more })

/** The worked examples of the domain reference, by their numbers: rule, way, date, Land, notification, nominal end, deadline. */
const VECTORS: readonly (readonly [number, string, Way, string, Land, string, string, string])[] = [
  [1, 'W1', 'letter', '2026-03-02', 'BB', '2026-03-06', '2026-04-06', '2026-04-07'],
  [2, 'W1', 'letter', '2026-05-05', 'BB', '2026-05-09', '2026-06-09', '2026-06-09'],
  [2, 'S1', 'letter', '2026-05-05', 'BB', '2026-05-09', '2026-06-09', '2026-06-09'],
  [3, 'S2', 'letter', '2007-09-26', 'NW', '2007-09-29', '2007-10-29', '2007-10-29'],
  [4, 'W1', 'letter', '2024-12-30', 'BB', '2025-01-02', '2025-02-02', '2025-02-03'],
  [5, 'W1', 'letter', '2025-01-02', 'BB', '2025-01-06', '2025-02-06', '2025-02-06'],
  [7, 'W1', 'letter', '2026-01-27', 'BB', '2026-01-31', '2026-02-28', '2026-03-02'],
  [8, 'W1', 'letter', '2026-10-14', 'SN', '2026-10-18', '2026-11-18', '2026-11-19'],
  [8, 'W1', 'letter', '2026-10-14', 'BB', '2026-10-18', '2026-11-18', '2026-11-18'],
  [9, 'W3', 'handed-over', '2027-02-08', 'BE', '2027-02-08', '2027-03-08', '2027-03-09'],
  [9, 'W3', 'handed-over', '2027-02-08', 'BB', '2027-02-08', '2027-03-08', '2027-03-08'],
  [11, 'A2', 'service-document', '2026-04-29', 'BB', '2026-04-29', '2026-05-06', '2026-05-06'],
  [12, 'A4', 'service-document', '2026-04-29', 'BB', '2026-04-29', '2026-05-29', '2026-05-29'],
  [13, 'A1', 'service-document', '2026-04-10', 'BB', '2026-04-10', '2026-04-24', '2026-04-24'],
  [17, 'G1', 'event', '2026-06-30', 'BB', '2026-06-30', '2026-08-30', '2026-08-31'],
  [18, 'G1', 'event', '2026-12-31', 'BB', '2026-12-31', '2027-02-28', '2027-03-01'],
  [18, 'G3', 'event', '2026-12-31', 'BB', '2026-12-31', '2027-02-28', '2027-03-01'],
  [19, 'G2', 'event', '2026-08-20', 'BB', '2026-08-20', '2026-11-20', '2026-11-20'],
  [21, 'F1', 'event', '2026-08-31', 'BB', '2026-08-31', '2026-11-30', '2026-11-30'],
  [22, 'F1', 'event', '2026-11-30', 'BB', '2026-11-30', '2027-02-28', '2027-03-01'],
  [28, 'H1', 'event', '2026-03-15', 'BB', '2026-03-15', '2027-03-15', '2027-03-15'],
  [30, 'F2', 'event', '2008-02-29', 'BB', '2008-02-29', '2026-02-28', '2026-02-28'],
  [34, 'G4', 'event', '2026-02-11', 'BE', '2026-02-11', '2027-12-31', '2027-12-31'],
  [35, 'W60', 'event', '2026-07-06', 'BB', '2026-07-06', '2026-07-20', '2026-07-20'],
  [37, 'A2', 'reception-centre', '2026-03-02', 'BB', '2026-03-06', '2026-03-13', '2026-03-13'],
]

describe('worked examples of the domain reference', () => {
  it.each(VECTORS)('#%i %s by %s on %s in %s', (_number, rule, way, date, land, notifiedOn, nominalEnd, deadline) => {
    expect(compute(rule, way, date, land)).toMatchObject({ notifiedOn, nominalEnd, deadline })
  })

  it.each(LAND_CODES)('#15 and #26 hold in every Land: %s', (land) => {
    expect(compute('A1', 'service-document', '2026-05-11', land)).toMatchObject({ nominalEnd: '2026-05-25', deadline: '2026-05-26' })
    expect(compute('G5', 'event', '2026-04-10', land)).toMatchObject({ nominalEnd: '2026-05-01', deadline: '2026-05-04' })
  })

  it('#22: the safe day lies before the doubtful shift', () => {
    expect(compute('F1', 'event', '2026-11-30').safeDay).toBe('2027-02-26')
  })

  it('#24: hours neither shift nor round', () => {
    const result = compute('D2', 'event', '2026-12-23', 'BB', { time: '16:30' })
    expect(result).toMatchObject({ notifiedOn: '2026-12-23T16:30', nominalEnd: '2026-12-26T16:30', deadline: '2026-12-26T16:30' })
    expect(compute('D2', 'event', '2026-12-23').deadline).toBe('2026-12-26T00:00')
  })

  it('#29: a title ends on its day, the safe day is before Christmas', () => {
    expect(compute('R1', 'event', '2026-12-26')).toMatchObject({ deadline: '2026-12-26', safeDay: '2026-12-23' })
  })

  it('#31 and #32: full days before a meeting, by post four days more', () => {
    expect(compute('Ladung', 'event', '2026-10-15', 'BB', { days: 7 })).toMatchObject({ deadline: '2026-10-07', safeDay: '2026-10-02' })
    expect(compute('Ladung', 'event', '2026-10-15', 'BB', { days: 14 })).toMatchObject({ deadline: '2026-09-30', safeDay: '2026-09-25' })
  })

  it('#33: a § 24 title printed to 4 March 2024 holds until 4 March 2027', () => {
    expect(compute('R1 UA', 'event', '2024-03-04').deadline).toBe('2027-03-04')
    expect(compute('R1 UA', 'event', '2028-01-10').deadline).toBe('2028-01-10')
  })
})

describe('notification', () => {
  it('moves only in tax law', () => {
    expect(compute('T1', 'letter', '2026-05-05').notifiedOn).toBe('2026-05-11')
    expect(compute('S1', 'letter', '2026-05-05').notifiedOn).toBe('2026-05-09')
    expect(compute('S1', 'registered', '2026-05-05').notifiedOn).toBe('2026-05-09')
    expect(compute('W1', 'electronic', '2026-05-05').notifiedOn).toBe('2026-05-09')
  })

  it('a proven later arrival counts, an earlier one does not', () => {
    expect(compute('W1', 'letter', '2026-03-02', 'BB', { arrivedOn: '2026-03-09' }).notifiedOn).toBe('2026-03-09')
    expect(compute('W1', 'letter', '2026-03-02', 'BB', { arrivedOn: '2026-03-03' }).notifiedOn).toBe('2026-03-06')
  })

  it('presumes nothing for private letters, courts and prosecutors', () => {
    for (const rule of ['G1', 'G5', 'V2', 'V3', 'W7', 'A5', 'Z1', 'M2', 'S6']) {
      const result = compute(rule, 'letter', '2026-05-05')
      expect(result.notifiedOn).toBe('2026-05-05')
      expect(result.warnings.join(' ')).toContain('keine Vermutung')
    }
  })

  it('the asylum ways count in asylum law only', () => {
    expect(compute('A1', 'reception-centre', '2024-12-30').notifiedOn).toBe('2025-01-02')
    expect(compute('A1', 'moved-unannounced', '2026-03-02').notifiedOn).toBe('2026-03-02')
    expect(compute('S1', 'reception-centre', '2026-03-02')).toMatchObject({ notifiedOn: '2026-03-02', certainty: 'recheck' })
  })

  it('is careful where the Land has its own text', () => {
    const own = compute('W1', 'letter', '2026-03-24', 'NW')
    expect(own).toMatchObject({ notifiedOn: '2026-03-28', deadline: '2026-04-28', safeDay: '2026-04-24', certainty: 'substantial' })
    expect(compute('W1', 'letter', '2026-03-24', 'BB')).toMatchObject({ safeDay: '2026-04-27', certainty: 'certain' })
  })
})

describe('rules of their own kind', () => {
  it('earliest days lie after the period and do not shift', () => {
    expect(compute('W5', 'event', '2026-01-31')).toMatchObject({ nominalEnd: '2026-04-30', deadline: '2026-05-01', safeDay: '2026-05-04' })
    expect(compute('R6', 'event', '2024-03-15').deadline).toBe('2027-03-16')
  })

  it('backward periods move to the earlier working day', () => {
    expect(compute('M1', 'event', '2026-12-31')).toMatchObject({ nominalEnd: '2026-10-31', deadline: '2026-10-30' })
  })

  it('benefits are due from the first of January of the year before', () => {
    expect(compute('S5', 'event', '2026-05-20').deadline).toBe('2025-01-01')
    expect(compute('S5V', 'event', '2026-05-20').deadline).toBe('2022-01-01')
  })

  it('completes years of life on the day before the birthday', () => {
    expect(compute('F2', 'event', '2006-03-01').deadline).toBe('2024-02-29')
    expect(compute('F3', 'event', '2000-01-01').deadline).toBe('2026-12-31')
  })

  it('computes nothing where the law sets no period', () => {
    expect(compute('W6', 'event', '2026-03-02')).toMatchObject({ nominalEnd: null, deadline: null, safeDay: null })
    expect(compute('A8', 'service-document', '2026-07-01')).toMatchObject({ deadline: null, certainty: 'recheck' })
  })

  it('the date of the asylum application picks the version', () => {
    const old = compute('A1', 'service-document', '2026-11-13', 'BB', { applicationDate: '2025-08-01' })
    expect(old).toMatchObject({ deadline: '2026-11-27', safeDay: '2026-11-26', certainty: 'certain' })
    const unknown = compute('A1', 'service-document', '2026-11-13')
    expect(unknown.certainty).toBe('recheck')
    expect(unknown.warnings.join(' ')).toContain('Asylantrags')
    expect(compute('A1', 'service-document', '2026-11-13', 'BB', { applicationDate: '2026-06-12' }).certainty).toBe('recheck')
  })

  it('warns when summer time ends within the hours', () => {
    expect(compute('D2', 'event', '2026-10-24', 'BB', { time: '10:00' }).warnings.join(' ')).toContain('Sommerzeit')
    expect(compute('D2', 'event', '2026-10-26', 'BB', { time: '10:00' }).warnings.join(' ')).not.toContain('Sommerzeit')
  })

  it('refuses what it does not know', () => {
    const bad = [{ rule: 'X1' }, { land: 'XX' }, { way: 'pigeon' }, { date: '2026-02-30' }, { time: '25:00' }, { days: 0 }, { arrivedOn: 'x' }]
    for (const change of bad) {
      const input = { rule: 'D2', land: 'BB', way: 'event', date: '2026-03-02', ...change } as DeadlineInput
      expect(() => computeDeadline(input)).toThrow(RangeError)
    }
  })
})

describe('properties', () => {
  const day = fc.integer({ min: 0, max: 14_000 }).map((count) => addDays('2000-01-01', count))
  const forward = rules.filter((rule) => ['end', 'hours', 'earliest', 'age', 'year-end'].includes(rule.kind))
  const inputs = (list: typeof rules) =>
    fc.record({ rule: fc.constantFrom(...list.map((rule) => rule.id)), land: fc.constantFrom(...LAND_CODES), way: fc.constantFrom(...WAYS), date: day })

  it('never before the event; the shift only goes on; the safe day lies within', () => {
    fc.assert(fc.property(inputs(forward), (input) => {
      const { notifiedOn, nominalEnd, deadline, safeDay, kind } = computeDeadline(input)
      expect(notifiedOn.slice(0, 10) >= input.date).toBe(true)
      expect((nominalEnd as string) >= notifiedOn).toBe(true)
      expect((deadline as string) >= (nominalEnd as string)).toBe(true)
      if (kind !== 'earliest') expect((safeDay as string) <= (deadline as string)).toBe(true)
      expect((safeDay as string) >= input.date).toBe(true)
    }), { numRuns: 2000 })
  })

  it('never ends on a day off where the law shifts, and never shifts where it does not', () => {
    fc.assert(fc.property(inputs(rules.filter((rule) => rule.kind === 'end' || rule.kind === 'backward')), (input) => {
      const result = computeDeadline(input)
      const rule = rules.find((each) => each.id === input.rule)
      if (rule?.shift === true) expect(dayOff(result.deadline as string, input.land)).toBeNull()
      else expect(result.deadline).toBe(result.nominalEnd)
    }), { numRuns: 2000 })
  })

  it('is monotone: a later event never ends earlier', () => {
    fc.assert(fc.property(inputs(rules), fc.integer({ min: 0, max: 400 }), (input, count) => {
      const first = computeDeadline(input)
      const second = computeDeadline({ ...input, date: addDays(input.date, count) })
      if (first.deadline === null || second.deadline === null) return
      expect(second.notifiedOn >= first.notifiedOn).toBe(true)
      expect(second.deadline >= first.deadline).toBe(true)
    }), { numRuns: 2000 })
  })

  it('every result carries steps with paragraphs, its certainty and the sentence that the instruction decides', () => {
    fc.assert(fc.property(inputs(rules), (input) => {
      const result = computeDeadline(input)
      expect(result.steps.length).toBeGreaterThanOrEqual(3)
      expect(result.steps[0]?.norm).not.toBe('')
      expect(result.steps.at(-1)?.detail).toContain('Rechtsbehelfsbelehrung')
      expect(result.disclaimer).toContain('ohne Gewähr')
      expect(result.norm).not.toBe('')
      expect(['certain', 'substantial', 'recheck']).toContain(result.certainty)
    }), { numRuns: 500 })
  })
})
