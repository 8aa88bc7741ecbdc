import { describe, expect, it } from 'vitest'
import { clockOf, durationText, gapText, timed, type RunItem } from './model.ts'

const item = (id: string, fields: Partial<RunItem> = {}): RunItem => ({ id, day: 0, startsAt: null, minutes: 30, title: id, who: '', place: '', technology: '', note: '', ...fields })
const times = (items: RunItem[], startsAt: string | null = '13:00') => timed(items, startsAt).map(({ from, to, gap }) => [from === null ? '–' : clockOf(from), to === null ? '–' : clockOf(to), gap])

describe('the times of a run sheet', () => {
  it('chain from the beginning of the event on; a longer item moves all that follow', () => {
    expect(times([item('a'), item('b', { minutes: 15 }), item('c')])).toEqual([['13:00', '13:30', 0], ['13:30', '13:45', 0], ['13:45', '14:15', 0]])
    expect(times([item('a', { minutes: 60 }), item('b', { minutes: 15 }), item('c')])[2]).toEqual(['14:15', '14:45', 0])
  })
  it('stand still at a fixed time, and say what is free or overlaps there', () => {
    expect(times([item('a'), item('b', { startsAt: '14:00' })])[1]).toEqual(['14:00', '14:30', 30])
    expect(times([item('a', { minutes: 90 }), item('b', { startsAt: '14:00' })])[1]).toEqual(['14:00', '14:30', -30])
    expect([gapText(30), gapText(-95), gapText(0)]).toEqual(['30 Min. frei davor', 'überschneidet sich um 1 Std. 35 Min.', ''])
  })
  it('end at the beginning of the event where they stand before what opens it', () => {
    expect(times([item('Aufbau', { minutes: 120 }), item('Probe'), item('Eröffnung', { startsAt: '13:00' }), item('Tanz')])).toEqual([['10:30', '12:30', 0], ['12:30', '13:00', 0], ['13:00', '13:30', 0], ['13:30', '14:00', 0]])
    expect(times([item('Aufbau', { minutes: 900 }), item('Eröffnung', { startsAt: '13:00' })])[0]).toEqual(['13:00', '04:00', 0])
  })
  it('go on past midnight, with a fixed time too', () => {
    expect(times([item('a', { startsAt: '23:45' }), item('b'), item('c', { startsAt: '01:00' })])).toEqual([['23:45', '00:15', 0], ['00:15', '00:45', 0], ['01:00', '01:30', 15]])
  })
  it('begin anew each day; without a beginning nobody knows', () => {
    expect(times([item('a', { day: -1, startsAt: '16:00' }), item('b')])).toEqual([['16:00', '16:30', 0], ['13:00', '13:30', 0]])
    expect(times([item('a'), item('b', { startsAt: '10:00' })], null)).toEqual([['–', '–', 0], ['10:00', '10:30', 0]])
  })
  it('are said as people say them', () => expect([0, 45, 60, 95].map(durationText)).toEqual(['0 Min.', '45 Min.', '1 Std.', '1 Std. 35 Min.']))
})
