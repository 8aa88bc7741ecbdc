import { expect, it } from 'vitest'
import { emptyParticipant, type Participant } from '../../../../shared/events/participants/model.ts'
import { candidatesFor } from './candidatesFor.ts'

let made = 0
const person = (name: string, fields: Partial<Participant> = {}): Participant => {
  made += 1
  return { ...emptyParticipant, id: `p${made}`, number: made, name, state: 'registered', waitingSince: null, registeredAt: 't', arrivedAt: null, arrivedPersons: 0, revision: 1, ...fields }
}
const list = [person('Zoe Blau', { arrivedAt: 't', arrivedPersons: 1 }), person('Jörg Blau', { persons: 4 }), person('Anna Blau', { state: 'waiting', waitingSince: 't' }), person('Kim', { organisation: 'Verein 1990' })]
const names = (text: string) => candidatesFor(list, text).found.map(({ name }) => name)

it('finds by beginnings of words in any spelling, the expected first', () => {
  expect(names('blau')).toEqual(['Jörg Blau', 'Anna Blau', 'Zoe Blau'])
  expect(names('bl joerg')).toEqual(['Jörg Blau'])
  expect(names('verein')).toEqual(['Kim'])
  expect(names('lau')).toEqual([])
})

it('puts whoever is called just so before those whose name goes on, for Enter takes the first', () => {
  const found = candidatesFor([person('Anna Meierhof'), person('Zoe Meier'), person('Bert Meier', { arrivedAt: 't' })], 'meier').found
  expect(found.map(({ name }) => name)).toEqual(['Zoe Meier', 'Anna Meierhof', 'Bert Meier'])
})

it('takes a number behind the name for so many of a group, unless it belongs to a name', () => {
  expect(candidatesFor(list, 'jörg 2')).toMatchObject({ persons: 2, found: [{ name: 'Jörg Blau' }] })
  expect(candidatesFor(list, 'verein 1990')).toMatchObject({ persons: null, found: [{ name: 'Kim' }] })
})
