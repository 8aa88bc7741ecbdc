import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekday } from '../../holidays/days.ts'
import { officeClosed } from '../../holidays/holidays.ts'
import { occasionsOn, statementKindLabels, usualLadder } from './catalogue.ts'
import { compareTexts, countChanges } from './compare.ts'
import { foundDeadlines } from './found-dates.ts'
import { ladder, shortenedLadder, workingDaysBefore, workingDaysBetween } from './ladder.ts'
import { statementStatistics } from './statistics.ts'
import { mailKindsOn } from '../register/model.ts'
import { extensionLabels, extensions, isAllowed, replies, replyLabels, stateAfter, stateLabels, statementActions, statementStates, waitsForMe, writingStates } from './workflow.ts'

const rules = usualLadder('2026-11-22')
const isoDays = fc.integer({ min: 0, max: 3_650 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10))

describe('the ladder of dates', () => {
  it('counts back over weekends and the holidays of the Land', () => {
    // Wednesday 18.11.2026 is the day of repentance in Sachsen alone.
    expect(ladder('2026-11-25', rules, 'SN', '2026-11-01').map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['contributions', '2026-11-06'], ['draft', '2026-11-12'], ['cosign', '2026-11-17'], ['sign', '2026-11-23'],
    ])
    expect(ladder('2026-11-25', rules, 'BE', '2026-11-01').map(({ dueOn }) => dueOn)).toEqual(['2026-11-09', '2026-11-13', '2026-11-18', '2026-11-23'])
  })

  it('takes a deadline on a day off for the working day before, and keeps clear of Christmas Eve', () => {
    expect(workingDaysBefore('2026-12-27', 0, 'BB')).toBe('2026-12-23')
    expect(workingDaysBefore('2027-01-04', 2, 'BB')).toBe('2026-12-29')
  })

  it('says which steps have gone, and shares what is left when asked to', () => {
    const usual = ladder('2026-12-04', rules, 'SN', '2026-11-23')
    expect(usual.map(({ past }) => past)).toEqual([true, false, false, false])
    const shorter = shortenedLadder('2026-12-04', rules, 'SN', '2026-11-23')
    expect(shorter.every(({ past }) => !past)).toBe(true)
    expect(shorter.map(({ workingDays }) => workingDays)).toEqual([9, 6, 3, 1])
    expect(shortenedLadder('2026-12-18', rules, 'SN', '2026-11-23')).toEqual(ladder('2026-12-18', rules, 'SN', '2026-11-23'))
  })

  it('never gives a day off, and counting forth agrees with counting back', () => {
    fc.assert(fc.property(isoDays, fc.integer({ min: 0, max: 30 }), (due, count) => {
      const day = workingDaysBefore(due, count, 'BY')
      return officeClosed(day, 'BY') === null && weekday(day) < 6 && workingDaysBetween(day, workingDaysBefore(due, 0, 'BY'), 'BY') === count
    }))
  })
})

describe('what waits for whom', () => {
  const base = { state: 'drafting' as const, assigneeId: 'asta', followUpOn: null, contributors: [] }
  const leitung = { id: 'mara', role: 'leitung' as const }
  const asta = { id: 'asta', role: 'assistenz' as const }

  it('the draft for the assignee, the signature for who may sign', () => {
    expect(waitsForMe(base, asta, '2026-11-22')).toBe('Entwurf schreiben')
    expect(waitsForMe(base, leitung, '2026-11-22')).toBe('')
    expect(waitsForMe({ ...base, state: 'submitted' }, leitung, '2026-11-22')).toBe('Schlusszeichnen oder zurückgeben')
    expect(waitsForMe({ ...base, state: 'submitted' }, asta, '2026-11-22')).toBe('')
    expect(waitsForMe({ ...base, state: 'received', assigneeId: null }, leitung, '2026-11-22')).toBe('Zuweisen')
  })

  it('a co-signature for the person asked, and the next step for the assignee once all have answered', () => {
    const asked = { personId: 'mara', role: 'cosign' as const, reply: '' as const, dueOn: null, name: 'Mara' }
    expect(waitsForMe({ ...base, state: 'cosigning', contributors: [asked] }, leitung, '2026-11-22')).toBe('Mitzeichnung')
    expect(waitsForMe({ ...base, state: 'cosigning', contributors: [{ ...asked, reply: 'agreed' }] }, asta, '2026-11-22')).toContain('Vorlegen')
  })

  it('the question what became of it from its day on', () => {
    const sent = { ...base, state: 'sent' as const, followUpOn: '2026-11-22' }
    expect(waitsForMe(sent, asta, '2026-11-21')).toBe('')
    expect(waitsForMe(sent, asta, '2026-11-22')).toContain('Was wurde daraus?')
  })

  it('an assistant never signs, returns or reopens', () => {
    for (const state of statementStates) for (const action of statementActions) {
      if (isAllowed(action, state, 'assistenz')) expect(['sign', 'return', 'reopen']).not.toContain(action)
    }
  })
})

describe('the words of the workflow', () => {
  it('are there for every state, reply and extension', () => {
    expect([Object.keys(stateLabels), Object.keys(replyLabels), Object.keys(extensionLabels)]).toEqual([[...statementStates], [...replies], [...extensions]])
  })

  it('every occasion offered has a kind, and kinds of mail are offered by day', () => {
    expect(occasionsOn('2026-11-22').every(({ kind, label }) => kind in statementKindLabels && label !== '')).toBe(true)
    expect(occasionsOn('1999-12-31')).toEqual([])
    expect(mailKindsOn('2026-11-22').some(({ code }) => code === 'statement')).toBe(true)
  })

  it('nothing can be written once it is signed', () => {
    expect(writingStates).not.toContain(stateAfter('sign', 'open'))
    expect(writingStates).toContain(stateAfter('reopen', 'open'))
  })
})

describe('comparing two versions', () => {
  it('names words that came and went and keeps both texts readable', () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (before, after) => {
      const stretches = compareTexts(before, after)
      const join = (left: string) => stretches.filter(({ kind }) => kind !== left).map(({ text }) => text).join('')
      return join('added') === before && join('removed') === after
    }))
    const stretches = compareTexts('Ich stimme dem Entwurf zu.', 'Ich stimme dem Entwurf mit Maßgaben zu.')
    expect(stretches.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual(['mit Maßgaben'])
    expect(countChanges(stretches)).toEqual({ added: 2, removed: 0 })
  })
})

describe('deadlines in a request', () => {
  it.each([
    ['Wir bitten um Ihre Stellungnahme bis zum 15.12.2026.', ['2026-12-15']],
    ['bis spätestens Freitag, den 4. Dezember 2026', ['2026-12-04']],
    ['Frist: 03.12.', ['2026-12-03']], ['Rückmeldung bis 12.01.', ['2027-01-12']],
    ['Die Frist endet am 11. Januar 2027, Rückfragen bis 9.12.26', ['2027-01-11', '2026-12-09']],
    ['Sitzung am 15.12.2026', []], ['bis 31.02.2027', []], ['bis zum 01.10.2026', []],
  ])('%s', (text, days) => expect(foundDeadlines(text, '2026-11-22').map(({ day }) => day)).toEqual(days))
})

it('the figures count what was sent, in time and what came of it', () => {
  const one = { receivedOn: '2026-01-05', requesterName: 'Stadtplanungsamt', field: 'housing', state: 'sent', outcome: 'open', involvement: 'in-time', occasion: 'concept', vote: 'agreed', sentOn: '2026-01-15', dueOn: '2026-01-16' } as const
  const figures = statementStatistics([
    one, { ...one, outcome: 'adopted', sentOn: '2026-01-25', state: 'closed' }, { ...one, sentOn: null, state: 'dropped', involvement: 'late' },
    { ...one, requesterName: 'Jugendamt', field: '', receivedOn: '2025-05-05', sentOn: null, state: 'received', dueOn: null },
  ])
  expect(figures).toMatchObject({
    total: 4, sent: 2, dropped: 1, open: 1, inTime: 1, late: 1, medianDays: 15, involvedLate: 1, notInvolved: 0, outcomes: { open: 1, adopted: 1, partly: 0, not: 0 },
    byYear: [{ label: '2026', count: 3 }, { label: '2025', count: 1 }], byRequester: [{ label: 'Stadtplanungsamt', count: 3 }, { label: 'Jugendamt', count: 1 }],
  })
  expect(figures.byField).toContainEqual({ label: 'Ohne Themenfeld', count: 1 })
  expect(figures).toMatchObject({
    byOccasion: [{ label: 'Konzept, Satzung oder Richtlinie', count: 4 }], byVote: [{ label: 'Zugestimmt', count: 2 }], byInvolvement: [{ label: 'Stadtplanungsamt', count: 1 }],
    punctuality: [{ label: '2026', received: 3, sent: 2, inTime: 1, late: 1 }, { label: '2025', received: 1, sent: 0, inTime: 0, late: 0 }],
  })
  expect(statementStatistics([]).medianDays).toBeNull()
})
