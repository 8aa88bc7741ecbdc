import { describe, expect, test } from 'vitest'
import type { CalendarLine } from '../../../shared/calendar/model.ts'
import { monthWeeks } from './layout.ts'

const line = (title: string, from: string, to = from, times: Partial<CalendarLine> = {}): CalendarLine => ({
  key: `${title} ${from}`, layer: 'meeting', record: null, title, detail: '', from, fromAt: null, to, toAt: null, mark: '', off: false, repeated: false, movable: true, specialDayId: null, ...times,
})
/** The week from Monday, 2 November 2026, as rows of what stands in them: `title column+span`. */
const drawn = (lines: readonly CalendarLine[], rows: number): { rows: string[]; hidden: readonly number[] } => {
  const [week] = monthWeeks(lines, { from: '2026-11-02', to: '2026-11-08' }, rows)
  const told = (week?.segments ?? []).toSorted((a, b) => a.row - b.row || a.column - b.column)
  return { rows: Array.from({ length: rows }, (_, row) => told.filter((each) => each.row === row).map(({ line: { title }, column, span }) => `${title} ${column}+${span}`).join(', ')), hidden: week?.hidden ?? [] }
}

describe('lines of a month', () => {
  test('each stands as high as it finds a place, what lasts several days goes through', () => {
    const lines = [line('Früh', '2026-11-03'), line('Woche', '2026-11-02', '2026-11-04'), line('Spät', '2026-11-05'), line('Nach', '2026-11-03')]
    expect(drawn(lines, 3)).toEqual({ rows: ['Woche 0+3, Spät 3+1', 'Früh 1+1', 'Nach 1+1'], hidden: [0, 0, 0, 0, 0, 0, 0] })
  })

  test('where a day has too many, its last row says how many are not drawn', () => {
    const lines = ['A', 'B', 'C', 'D'].map((title) => line(title, '2026-11-06'))
    expect(drawn(lines, 3)).toEqual({ rows: ['A 4+1', 'B 4+1', ''], hidden: [0, 0, 0, 0, 2, 0, 0] })
    expect(drawn(lines, 4).hidden).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('what lasts several days is left out on the full day alone', () => {
    const lines = [line('A', '2026-11-02', '2026-11-04'), line('B', '2026-11-02', '2026-11-04'), line('C', '2026-11-03')]
    expect(drawn(lines, 2)).toEqual({ rows: ['A 0+3', 'B 0+1, B 2+1'], hidden: [0, 2, 0, 0, 0, 0, 0] })
  })

  test('it says what began before and goes on after, and midnight ends a day', () => {
    const weeks = monthWeeks([line('Lang', '2026-11-05', '2026-11-12'), line('Nacht', '2026-11-08', '2026-11-09', { fromAt: '20:00', toAt: '00:00' })], { from: '2026-11-02', to: '2026-11-15' }, 4)
    expect(weeks.map(({ segments }) => segments.map(({ line: { title }, column, span, hanging }) => `${title} ${column}+${span} ${hanging}`))).toEqual([['Lang 3+4 end', 'Nacht 6+1 none'], ['Lang 0+4 start']])
  })
})
