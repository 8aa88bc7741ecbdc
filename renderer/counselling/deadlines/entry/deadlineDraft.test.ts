import { expect, it } from 'vitest'
import { datingOf, newDeadlineDraft, previewOf, textsOf } from './deadlineDraft.ts'

const empty = newDeadlineDraft('BB', null, null)
const week = { ...empty, entry: { ...empty.entry, rule: 'A2', way: 'service-document', date: '2026-04-29', applicationDate: '2026-01-02' } } as const

it('says what is missing before anything can be stored', () => {
  expect(datingOf(empty)).toBeNull()
  expect(previewOf(empty, '2026-04-30').errors).toEqual({ title: expect.any(String), dueOn: 'Bitte Regel, Bekanntgabe und Datum angeben.' })
  expect(previewOf({ ...empty, method: 'free', title: 'Termin' }, '2026-04-30').errors).toEqual({ dueOn: 'Bitte das Datum angeben.' })
})

it('shows the dates as they will be stored, and takes the rule for a title', () => {
  expect(previewOf(week, '2026-04-30')).toMatchObject({ dates: { dueOn: '2026-05-06', fourEyes: true, basis: 'computed' }, errors: {} })
  expect(textsOf(week).title).toContain('Asyl: Klage und Eilantrag')
  expect(textsOf({ ...week, title: 'Klage' }).title).toBe('Klage')
})

it('the date of the notice overrides with a reason; a date of one’s own needs none', () => {
  const notice = { ...week, takeNotice: true, dueOn: '2026-05-13', noticeText: 'zwei Wochen' }
  expect(Object.keys(previewOf(notice, '2026-04-30').errors)).toEqual(['reason'])
  expect(previewOf({ ...notice, reason: 'so belehrt' }, '2026-04-30').dates).toMatchObject({ dueOn: '2026-05-13', computedOn: '2026-05-06', basis: 'notice' })
  expect(previewOf({ ...empty, method: 'free', title: 'x', dueOn: '2026-06-30', noticeText: 'stays out' }, '2026-04-30').dates).toMatchObject({ basis: 'free', noticeText: '' })
})
