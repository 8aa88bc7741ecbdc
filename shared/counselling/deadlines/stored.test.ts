import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../holidays/days.ts'
import { officeClosed } from '../../holidays/holidays.ts'
import { deadlineCalendar } from './calendar.ts'
import { datesOf } from './dating.ts'
import { fourEyesRuleOf, preWarningsOf } from './practice.ts'
import { ownerLabel, type StoredDeadline } from './stored.ts'
import { checkOpen, deadlineGroups, groupLabels, groupOf, needsAttention, urgencyOf } from './urgency.ts'

const deadline: StoredDeadline = {
  id: '0199-a', version: 3, number: 'FR-2026-007', caseId: 'c', consultationId: null, caseNumber: 'B-2026-014', alias: 'Linde', ownerTrashed: false,
  title: 'Klage; Eilantrag', task: '', place: '', note: '', basis: 'computed', kind: 'end', dueOn: '2026-05-06', dueTime: '', safeOn: '2026-05-05', land: 'BB',
  lengthDays: 7, ruleId: null, ruleVersion: '', norm: '', certainty: 'certain', computedOn: '2026-05-06', computation: null, noticeText: '', reason: '',
  fourEyes: true, check: null, datedById: 'p', datedByName: 'P', datedAt: '', responsibleName: 'P', mine: true, restricted: false, done: null, trashed: false, updatedAt: '',
}
const done = { on: '2026-05-01', how: 'filed', note: '', byName: 'P', at: '' } as const

describe('pre-warnings', () => {
  it('come 3 days and 1 day before a week is over, 2 weeks, 1 week and 2 days before longer ones, on days with open offices', () => {
    expect(preWarningsOf(deadline)).toEqual(['2026-04-30', '2026-05-05'])
    expect(preWarningsOf({ ...deadline, lengthDays: 31 })).toEqual(['2026-04-22', '2026-04-29', '2026-05-04'])
    expect(preWarningsOf({ ...deadline, kind: 'validity', lengthDays: null, dueOn: '2026-12-01' })).toEqual(['2026-09-08', '2026-10-06', '2026-11-03', '2026-11-24'])
  })

  it('take up what the rule itself asks for', () => {
    expect(preWarningsOf({ ...deadline, lengthDays: 92, ruleId: 'F1', dueOn: '2026-11-30' })).toContain('2026-10-30')
  })

  it('lie before the end and never on a day on which offices are closed', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2025-01-01', count))
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 400 }), (dueOn, lengthDays) =>
      preWarningsOf({ ...deadline, dueOn, lengthDays }).every((warning) => warning < dueOn && officeClosed(warning, 'BB') === null)))
  })

  it('the four-eyes check is for periods of a week at most', () => {
    expect(fourEyesRuleOf(deadline)?.secondLookAfterMinutes).toBe(60)
    expect(fourEyesRuleOf({ ...deadline, lengthDays: 8 })).toBeUndefined()
    expect(fourEyesRuleOf({ ...deadline, lengthDays: null })).toBeUndefined()
    expect(fourEyesRuleOf({ ...deadline, kind: 'earliest' })).toBeUndefined()
    expect(fourEyesRuleOf({ ...deadline, kind: 'hours', lengthDays: 3 })).toBeDefined()
  })
})

describe('where a deadline stands', () => {
  it.each([
    ['2026-05-07', 'overdue'], ['2026-05-06', 'today'], ['2026-05-04', 'week'], ['2026-05-03', 'month'], ['2026-04-08', 'month'], ['2026-04-07', 'later'],
  ])('on %s in the group %s', (today, group) => {
    expect(groupOf(deadline, today)).toBe(group)
    expect(groupOf({ ...deadline, done }, today)).toBe('done')
  })

  it.each([
    ['2026-05-08', 'burning', 'seit 2 Tagen überfällig'], ['2026-05-06', 'burning', 'läuft heute ab'], ['2026-05-05', 'burning', 'noch 1 Tag, heute ist der sichere Tag'],
    ['2026-04-30', 'warned', 'noch 6 Tage'], ['2026-04-29', 'calm', 'noch 7 Tage'],
  ])('on %s it is %s: %s', (today, level, text) => {
    expect(urgencyOf(deadline, today)).toEqual({ level, text })
  })

  it('says when the safe day has passed', () => {
    expect(urgencyOf({ ...deadline, safeOn: '2026-05-04' }, '2026-05-05').text).toBe('noch 1 Tag, sicherer Tag war Mo 04.05.2026')
  })

  it('says whose it is, and every group has its name', () => {
    expect(ownerLabel(deadline)).toBe('B-2026-014 · Linde')
    expect(ownerLabel({ caseNumber: null, alias: null, consultationId: 'x' })).toBe('Anonyme Beratung')
    expect(ownerLabel({ caseNumber: null, alias: null, consultationId: null })).toBe('ohne Fall')
    expect(deadlineGroups.map((group) => groupLabels[group])).not.toContain(undefined)
  })

  it('a first possible day is never overdue', () => {
    const earliest = { ...deadline, kind: 'earliest', fourEyes: false } as const
    expect(groupOf(earliest, '2026-06-01')).toBe('today')
    expect(urgencyOf(earliest, '2026-06-01')).toEqual({ level: 'warned', text: 'möglich seit Mi 06.05.2026' })
  })

  it('an open check and a case in the trash come to notice long before', () => {
    expect(needsAttention(deadline, '2026-01-01')).toBe(true)
    expect(checkOpen({ ...deadline, done })).toBe(false)
    expect(needsAttention({ ...deadline, fourEyes: false }, '2026-01-01')).toBe(false)
    expect(needsAttention({ ...deadline, fourEyes: false, ownerTrashed: true }, '2026-01-01')).toBe(true)
  })
})

describe('how the day is found', () => {
  const taken = { dueOn: '2026-03-12', dueTime: '', earliest: false, noticeText: 'innerhalb einer Woche', reason: 'Belehrung' }
  it('a notice that gives a week makes a check necessary although the rule gives a month', () => {
    const calculation = { rule: 'W1', land: 'BB', way: 'handed-over', date: '2026-03-05' } as const
    expect(datesOf({ land: 'BB', calculation, taken }, '2026-03-05')).toMatchObject({ dates: { lengthDays: 7, fourEyes: true, computedOn: '2026-04-07' } })
    expect(datesOf({ land: 'BB', calculation, taken: null }, '2026-03-05')).toMatchObject({ dates: { fourEyes: false } })
  })

  it('hours keep their time, and the safe day of a taken date is an open one before it', () => {
    const calculation = { rule: 'D2', land: 'BB', way: 'event', date: '2026-12-23', time: '16:30' } as const
    expect(datesOf({ land: 'BB', calculation, taken: null }, '2026-12-23')).toMatchObject({ dates: { dueOn: '2026-12-26', dueTime: '16:30', fourEyes: true } })
    expect(datesOf({ land: 'BB', calculation: null, taken: { ...taken, dueOn: '2026-04-07' } }, '2026-03-05')).toMatchObject({ dates: { basis: 'notice', safeOn: '2026-04-02' } })
  })
})

describe('the calendar', () => {
  const text = deadlineCalendar([{ ...deadline, alias: 'Zirbelkiefer' }], { caseNumbers: true, now: new Date('2026-04-30T08:15:00Z') })

  it('is a calendar after RFC 5545: lines of 75 octets at most, ended by CR and LF, events and alarms closed', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const event = readCalendar(text).find(({ name }) => name === 'VEVENT')
    expect(event?.values).toMatchObject({
      UID: '0199-a@integrationsbuero', DTSTAMP: '20260430T081500Z', 'DTSTART;VALUE=DATE': '20260506', 'DTEND;VALUE=DATE': '20260507', SEQUENCE: '3',
      SUMMARY: 'Frist FR-2026-007 (B-2026-014)', CLASS: 'PRIVATE',
    })
    // On the morning of 30 April and of 5 May, counted from the midnight that begins 6 May.
    expect(readCalendar(text).filter(({ name }) => name === 'VALARM').map(({ values }) => values.TRIGGER)).toEqual([`-PT${6 * 1440 - 540}M`, `-PT${1440 - 540}M`])
  })

  it('names nobody, and not even the case when that is switched off', () => {
    expect(text).not.toMatch(/Zirbelkiefer|Klage|Eilantrag/)
    expect(deadlineCalendar([deadline], { caseNumbers: false, now: new Date(0) })).not.toContain('B-2026')
  })

  it('a period in hours has its time', () => {
    const hours = deadlineCalendar([{ ...deadline, kind: 'hours', dueTime: '16:30' }], { caseNumbers: false, now: new Date(0) })
    expect(hours).toContain('DTSTART:20260506T163000\r\n')
  })
})

/** A reader of its own: unfolds, then takes components apart by BEGIN and END; throws where they don't match. */
function readCalendar(text: string): { name: string; values: Record<string, string> }[] {
  const open: { name: string; values: Record<string, string> }[] = []
  const closed: typeof open = []
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)) {
    const at = line.indexOf(':')
    const [key, value] = [line.slice(0, at), line.slice(at + 1)]
    if (at < 1) throw new Error(`No property: ${line}`)
    if (key === 'BEGIN') open.push({ name: value, values: {} })
    else if (key === 'END') {
      const component = open.pop()
      if (component?.name !== value) throw new Error(`${value} ends before ${component?.name}`)
      closed.push(component)
    } else (open.at(-1) as { values: Record<string, string> }).values[key] = value.replaceAll(/\\([;,\\])/gu, '$1')
  }
  if (open.length > 0) throw new Error('not closed')
  return closed
}

