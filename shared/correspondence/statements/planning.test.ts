import { describe, expect, it } from 'vitest'
import { filledText } from './catalogue.ts'
import { periodFaults, planningDue, proceduresOn } from './planning.ts'

describe('the period of a planning case', () => {
  it.each([
    ['formal', '2026-11-10', '2026-12-10', 'a month'],
    ['formal', '2026-01-31', '2026-03-02', 'February is shorter than thirty days'],
    ['formal', '2026-11-26', '2026-12-28', 'the month ends on a Saturday that is a holiday, too'],
    ['early', '2026-11-10', null, 'no period'], ['nothing', '2026-11-10', null, 'unknown'],
  ])('%s from %s: %s (%s)', (code, received, due, _why) => expect(planningDue(code, received, 'SN')).toBe(due))

  const dates = { procedure: 'formal', receivedOn: '2026-11-10', dueOn: '2026-12-10', displayFrom: null, displayTo: null }
  it('is held against whoever asked when it is too short', () => {
    expect(periodFaults(dates)).toEqual([])
    expect(periodFaults({ ...dates, dueOn: '2026-12-09' })[0]).toContain('29 Tage; § 4 Abs. 2 BauGB')
    expect(periodFaults({ ...dates, displayFrom: '2026-11-09', displayTo: '2026-12-08' })).toEqual([])
    expect(periodFaults({ ...dates, displayFrom: '2026-11-09', displayTo: '2026-12-07' })[0]).toContain('29 Tage; § 3 Abs. 2 BauGB')
    expect(periodFaults({ ...dates, displayFrom: '2026-10-01', displayTo: '2026-11-09' })[0]).toContain('nach dem Ende der Auslegung')
    expect(periodFaults({ ...dates, displayFrom: '2026-12-01', displayTo: '2026-11-09' })).toEqual(['Die Auslegung endet, bevor sie beginnt.'])
    expect(periodFaults({ ...dates, procedure: 'renewed', dueOn: '2026-11-20' })).toEqual([])
  })

  it('procedures are dated', () => expect([proceduresOn('2026-11-22').length > 5, proceduresOn('1999-12-31')]).toEqual([true, []]))
})

it('texts get their values, and no brace is left', () => {
  expect(filledText(['zu „{gegenstand}“: {grund}', 'bis {frist}'], { gegenstand: 'Plan {x}', grund: '' })).toEqual(['zu „Plan {x}“: ', 'bis '])
})
