import { describe, expect, it } from 'vitest'
import { parseQuickLine } from '../../../shared/counselling/quick-line.ts'
import { quickEntry, removePart, replacePart, unknownAsNote } from './quickEntry.ts'

const now = new Date(2026, 10, 21, 14, 3)
const of = (line: string) => quickEntry(parseQuickLine(line, now), now)

describe('entry of a quick line', () => {
  it('puts today, now and an open result to what was typed, and supposes nothing else', () => {
    const { entry, defaults, missing, errors } = of('tel 20 Asyl')
    expect(entry).toEqual({
      date: '2026-11-21', time: '14:03', channel: 'phone', durationMinutes: 20, topic: 'B', furtherTopics: [], result: 'open',
      language: null, interpretation: null, accessPath: null, contactKind: null, serviceType: null, note: '',
    })
    expect([defaults, missing, errors]).toEqual([{ date: true, result: true }, [], []])
  })

  it('leaves the time of another day empty and takes what was typed', () => {
    expect(of('gestern info').entry).toMatchObject({ date: '2026-11-20', time: null, result: 'informed' })
    expect(of('gestern 9:30 info').entry.time).toBe('09:30')
    expect(of('gestern info').defaults).toEqual({ date: false, result: false })
  })

  it('says what is missing', () => {
    expect(of('').missing).toEqual(['Kanal', 'Dauer', 'Thema'])
    expect(of('tel Wohnen').missing).toEqual(['Dauer'])
  })

  it('changes the line by its parts', () => {
    const line = 'tel Wohnne 20'
    const { parts } = parseQuickLine(line, now)
    expect(replacePart(line, parts[2]!, 'wohnen')).toBe('tel wohnen 20')
    expect(removePart(line, parts[0]!)).toBe('Wohnne 20')
    expect(removePart(line, parts[4]!)).toBe('tel Wohnne ')
  })

  it('puts unknown words in quotes, runs of them together', () => {
    const quote = (line: string) => unknownAsNote(line, parseQuickLine(line, now).parts)
    expect(quote('tel Pass fehlt 20 Wohnen kommt wieder')).toBe('tel „Pass fehlt“ 20 Wohnen „kommt wieder“')
    expect(parseQuickLine(quote('Pass, fehlt tel'), now).fields).toMatchObject({ channel: 'phone', note: 'Pass, fehlt' })
    expect(quote('tel 20')).toBe('tel 20')
  })
})
