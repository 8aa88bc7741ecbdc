import { expect, it } from 'vitest'
import { addedFigures, childrenByAge, evaluationOf, figuresOf, interpretationLanguages } from './figures.ts'
import { emptyParticipant, type EvaluationSheet, type Participant } from './model.ts'
import { freePlaces, getsPlace, mayBeSame, movingUp, repeatedIds } from './places.ts'

let made = 0
const person = (fields: Partial<Participant> = {}): Participant => {
  made += 1
  return { ...emptyParticipant, id: `p${made}`, number: made, name: `Person ${made}`, state: 'registered', waitingSince: null, registeredAt: 't', arrivedAt: null, arrivedPersons: 0, revision: 1, ...fields }
}
const waiting = (persons: number, since: string) => person({ state: 'waiting', persons, waitingSince: since })

it('counts persons, not registrations, and only who has a place', () => {
  const figures = figuresOf([
    person({ persons: 4, needs: [{ code: 'vegan', count: 2, detail: '' }, { code: 'childcare', count: 9, detail: '3, 5' }], arrivedAt: 't', arrivedPersons: 3, languages: ['uk'], ageGroup: '27-64' }),
    person({ state: 'confirmed', photo: 'yes' }), person({ source: 'walk-in', arrivedAt: 't', arrivedPersons: 1 }), person({ state: 'cancelled', persons: 2, needs: [{ code: 'vegan', count: 2, detail: '' }] }), waiting(3, '1'),
  ])
  expect(figures).toMatchObject({ registrations: 5, persons: 6, waiting: 3, cancelled: 2, present: 4, walkIns: 1, noShows: 2, needs: [{ code: 'vegan', count: 2 }, { code: 'childcare', count: 4 }], languages: [{ code: 'uk', count: 4 }], ageGroups: [{ code: '27-64', count: 4 }] })
  expect(figuresOf([person()]).noShows).toBeNull()
  expect(addedFigures(figures, figures)).toMatchObject({ persons: 12, noShows: 4, needs: [{ code: 'vegan', count: 4 }, { code: 'childcare', count: 8 }] })
})

it('lets the first in line move up whose whole group fits', () => {
  const [large, small, last] = [waiting(5, '1'), waiting(2, '2'), waiting(1, '3')]
  const list = [person({ persons: 7 }), last, small, large]
  expect(freePlaces(10, list)).toBe(3)
  expect(movingUp(list, 10)).toEqual({ next: [small], passed: 1 })
  expect(movingUp(list, 10, true).next).toEqual([small, last])
  expect(movingUp(list, 7)).toEqual({ next: [], passed: 0 })
  expect(movingUp(list, null, true).next).toEqual([large, small, last])
  // Nobody new overtakes whoever would fit; where only a larger group waits, the place is not left empty.
  expect(getsPlace(list, 10, 1)).toBe(false)
  expect([getsPlace([person({ persons: 7 }), large], 10, 3), getsPlace([person({ persons: 7 }), large], 10, 4)]).toEqual([true, false])
})

it('takes two for one by name in any order and spelling, unless address and organisation say otherwise', () => {
  const kim = { name: 'Kim Müller', email: '', organisation: '' }
  expect(mayBeSame(kim, { ...kim, name: 'Mueller, Kim' })).toBe(true)
  expect(mayBeSame({ ...kim, email: 'a@example.org', organisation: 'Chor' }, { ...kim, email: 'b@example.org', organisation: 'Bühne' })).toBe(false)
  const twice = [person({ name: 'Kim Müller' }), person({ name: 'Müller Kim' }), person({ name: 'Kim Müller', state: 'cancelled' })]
  expect([...repeatedIds(twice)]).toEqual([twice[0]?.id, twice[1]?.id])
})

it('counts children by age and interpreters by language', () => {
  const list = [person({ needs: [{ code: 'childcare', count: 3, detail: '3 und 5 J.' }, { code: 'interpretation', count: 1, detail: 'Dari' }] }), person({ needs: [{ code: 'interpretation', count: 2, detail: 'Dari' }] })]
  expect(childrenByAge(list)).toEqual({ ages: [{ age: 3, count: 1 }, { age: 5, count: 1 }], unknown: 1 })
  expect(interpretationLanguages(list)).toEqual([{ language: 'Dari', count: 3 }])
})

it('evaluates only what was answered', () => {
  const questions = [{ id: 'a', kind: 'scale', text: 'Wie war es?' }, { id: 'b', kind: 'yesno', text: 'Wieder?' }, { id: 'c', kind: 'text', text: 'Was noch?' }] as const
  const sheets: EvaluationSheet[] = [{ id: '1', number: 1, answers: { a: 5, b: true, c: 'Mehr Musik' } }, { id: '2', number: 2, answers: { a: 2, b: false, c: '' } }, { id: '3', number: 3, answers: {} }]
  expect(evaluationOf(questions, sheets).questions).toEqual([
    { kind: 'scale', text: 'Wie war es?', answered: 2, average: 3.5, counts: [0, 1, 0, 0, 1], texts: [] },
    { kind: 'yesno', text: 'Wieder?', answered: 2, average: null, counts: [1, 1], texts: [] },
    { kind: 'text', text: 'Was noch?', answered: 1, average: null, counts: [], texts: ['Mehr Musik'] },
  ])
})
