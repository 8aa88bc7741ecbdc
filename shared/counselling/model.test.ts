import { describe, expect, it } from 'vitest'
import type { ConsultationFields } from './model.ts'
import { caseFields, consultationFields, liesInFuture, roundDuration } from './model.ts'

const good: ConsultationFields = {
  date: '2026-03-02',
  time: '14:05',
  channel: 'phone',
  durationMinutes: 20,
  topic: 'A2',
  furtherTopics: ['I1'],
  result: 'informed',
  language: 'prs',
  interpretation: 'interpreter',
  accessPath: null,
  contactKind: null,
  note: 'Unterlagen für die Verlängerung besprochen.',
}

const messages = (change: Partial<Record<keyof ConsultationFields, unknown>>): string[] => {
  const parsed = consultationFields.safeParse({ ...good, ...change })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('consultation fields', () => {
  it('accepts a full and a least consultation', () => {
    expect(messages({})).toEqual([])
    expect(messages({ time: null, furtherTopics: [], language: null, interpretation: null, note: '' })).toEqual([])
  })

  it.each([
    [{ date: '2026-02-30' }, 'date: Bitte ein gültiges Datum angeben.'],
    [{ date: '02.03.2026' }, 'date: Bitte ein gültiges Datum angeben.'],
    [{ time: '24:00' }, 'time: Bitte die Uhrzeit als 14:03 angeben.'],
    [{ channel: 'fax' }, 'channel: Bitte einen Kanal wählen.'],
    [{ channel: undefined }, 'channel: Bitte einen Kanal wählen.'],
    [{ durationMinutes: 12 }, 'durationMinutes: Die Dauer wird in Schritten von 5 Minuten angegeben.'],
    [{ durationMinutes: 0 }, 'durationMinutes: Die Dauer beträgt mindestens 5 Minuten.'],
    [{ durationMinutes: 605 }, 'durationMinutes: Die Dauer beträgt höchstens 600 Minuten.'],
    [{ topic: '' }, 'topic: Bitte ein Thema wählen.'],
    [{ furtherTopics: ['A2'] }, 'furtherTopics: Das Hauptthema steht schon unter „Thema“.'],
    [{ furtherTopics: ['I1', 'I1'] }, 'furtherTopics: Ein weiteres Thema ist doppelt angegeben.'],
    [{ result: null }, 'result: Bitte ein Ergebnis wählen.'],
    [{ language: 'klingonisch' }, 'language: Bitte eine Sprache wählen.'],
  ])('refuses %o', (change, message) => {
    expect(messages(change)).toContain(message)
  })
})

describe('case fields', () => {
  it('needs an alias and nothing about identity', () => {
    expect(caseFields.safeParse({ alias: ' Linde ', kind: 'person', language: null, note: '' }).data?.alias).toBe('Linde')
    const empty = caseFields.safeParse({ alias: '  ', kind: 'person', language: null, note: '' })
    expect(empty.error?.issues[0]?.message).toBe('Bitte einen Alias angeben.')
  })
})

describe('duration and date', () => {
  it('rounds up to five minutes', () => {
    expect([0, 1, 5, 6, 12, 601].map(roundDuration)).toEqual([5, 5, 5, 10, 15, 600])
  })
  it('knows a day that has not come yet', () => {
    expect(liesInFuture('2026-03-03', '2026-03-02')).toBe(true)
    expect(liesInFuture('2026-03-02', '2026-03-02')).toBe(false)
  })
})
