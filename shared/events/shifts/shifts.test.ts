import { describe, expect, it } from 'vitest'
import { byHelper, fillText, inShiftOrder, overlaps, shiftTime, staffing, type Shift } from './model.ts'

const shift = (id: string, startsAt: string | null, endsAt: string | null, people: string[], fields: Partial<Shift> = {}): Shift => ({
  id, task: id, place: '', day: 0, startsAt, endsAt, needed: 2, note: '', people: people.map((name, at) => ({ id: `${id}${at}`, contactId: name.startsWith('c:') ? name : null, name })), ...fields,
})

describe('shifts', () => {
  it('say whose overlap, by contact or by name as written', () => {
    const found = overlaps([shift('bar', '13:00', '16:00', ['Ana', 'c:1']), shift('till', '15:30', '18:00', ['ana ', 'c:2']), shift('gate', '15:00', '17:00', ['c:1'])])
    expect(found.map(({ first, second }) => [first.id, second.id])).toEqual(expect.arrayContaining([['bar', 'gate'], ['bar', 'till']]))
    expect(found).toHaveLength(2)
  })
  it('may follow each other to the minute, and end after midnight', () => {
    expect(overlaps([shift('bar', '13:00', '16:00', ['Ana']), shift('till', '16:00', '18:00', ['Ana'])])).toEqual([])
    expect(overlaps([shift('night', '22:00', '01:00', ['Ana']), shift('clean', '00:30', '02:00', ['Ana'], { day: 1 })])).toHaveLength(1)
    expect(overlaps([shift('night', '22:00', '01:00', ['Ana']), shift('clean', '00:30', '02:00', ['Ana'])])).toEqual([])
  })
  it('without times can not overlap, but nobody stands twice in one', () => {
    expect(overlaps([shift('a', null, null, ['Ana']), shift('b', '10:00', '11:00', ['Ana'])])).toEqual([])
    expect(overlaps([shift('a', null, null, ['Ana', 'Ana'])])).toHaveLength(1)
  })
  it('say how they are filled', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c'], []].map((people) => fillText(shift('x', null, null, people)))).toEqual([
      '1 von 2 besetzt, 1 fehlt', '2 von 2 besetzt', '3 von 2 besetzt, 1 mehr als gebraucht', '0 von 2 besetzt, 2 fehlen',
    ])
    expect(fillText(shift('x', null, null, [], { needed: 0 }))).toBe('niemand eingeteilt')
    expect(staffing([shift('a', null, null, ['x', 'y', 'z']), shift('b', null, null, ['x'])])).toEqual({ needed: 4, missing: 1, people: 3 })
  })
  it('stand in their order, and by person', () => {
    const all = [shift('late', '18:00', '20:00', ['Bo']), shift('setup', '15:00', null, ['Ana'], { day: -1 }), shift('early', null, '12:00', ['Bo'])]
    expect(inShiftOrder(all).map(({ id }) => id)).toEqual(['setup', 'early', 'late'])
    expect(byHelper(all).map(({ name, shifts }) => [name, shifts.map(({ id }) => id)])).toEqual([['Ana', ['setup']], ['Bo', ['early', 'late']]])
    expect(all.map(shiftTime)).toEqual(['18:00–20:00', 'ab 15:00', 'bis 12:00'])
  })
})
