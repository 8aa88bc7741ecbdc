import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { undo } from '../records/service.ts'
import { organisation, person } from './sample.fixture.ts'
import { createContact, findContacts, getContact, removeContacts, updateContact } from './service.ts'

let test: TestSession
const desk = () => test.session.office
const create = async (name: string, parentId = '') => (await createContact(desk(), organisation(name, { parentId }))).id
const place = async (id: string, parentId: string) => {
  const stored = await getContact(desk(), id)
  return updateContact(desk(), id, stored.version, { ...stored, kind: 'organisation', parentId } as never)
}
const above = async (id: string) => (await getContact(desk(), id)).superiors.map(({ name }) => name)
const found = async (query: string) =>
  (await findContacts(desk(), { query, group: 'all', sort: 'name', descending: false, offset: 0, limit: 10 })).contacts.map(({ name }) => name)

beforeEach(async () => {
  test = await openTestSession('assistenz')
})
afterEach(() => test.dispose())

it('shows the way up and the organisations directly below, and finds a facility by the name of its Verband', async () => {
  const verband = await create('Diakonie')
  const kreis = await create('Kreisverband Nord', verband)
  const kita = await create('Kita Regenbogen', kreis)
  const advice = await create('Beratungsstelle', kreis)
  expect(await above(kita)).toEqual(['Kreisverband Nord', 'Diakonie'])
  expect((await getContact(desk(), kreis)).subordinates.map(({ name }) => name)).toEqual(['Beratungsstelle', 'Kita Regenbogen'])
  expect(await found('diakonie regenbogen')).toEqual(['Kita Regenbogen'])

  await place(advice, '')
  expect(await above(advice)).toEqual([])
  await removeContacts(desk(), [kreis])
  expect(await above(kita)).toEqual([])
  expect((await getContact(desk(), verband)).subordinates).toEqual([])
  // The superior in the trash doesn't keep anybody from changing the rest.
  const stored = await getContact(desk(), kita)
  await expect(updateContact(desk(), kita, stored.version, { ...stored, note: 'neu' } as never)).resolves.toMatchObject({ change: expect.any(String) })
})

it('finds an organisation by its superior\'s new name', async () => {
  const verband = await create('Diakonie')
  await create('Kita Regenbogen', verband)
  const stored = await getContact(desk(), verband)
  await updateContact(desk(), verband, stored.version, { ...stored, name: 'Caritas' } as never)
  expect([await found('caritas kita'), await found('diakonie')]).toEqual([['Kita Regenbogen'], []])
})

it('refuses a circle of any length, itself, a person and what is not there', async () => {
  const a = await create('A')
  const b = await create('B', a)
  const c = await create('C', b)
  const { id: somebody } = await createContact(desk(), person('Adam', 'Bea'))
  const gone = await create('Weg')
  await removeContacts(desk(), [gone])
  for (const [id, parent, words] of [[a, c, 'Kreis'], [a, b, 'Kreis'], [a, a, 'selbst'], [a, somebody, 'nur eine Organisation'], [a, gone, 'nicht mehr'], [a, 'nobody', 'nicht mehr']] as const) {
    await expect(place(id, parent)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining(words), fields: { 'contact.parentId': expect.anything() } } })
  }
  await expect(create('D', somebody)).rejects.toMatchObject({ code: 'invalid' })
  expect(await above(c)).toEqual(['B', 'A'])
})

it('reads on where an undo has closed a circle', async () => {
  const a = await create('A')
  const b = await create('B', a)
  await create('Something between, so that the next step is one of its own')
  const freed = await place(b, '')
  await place(a, b)
  await undo(test.session, 'office', freed.change ?? '')
  expect(await above(a)).toEqual(['B'])
  expect(await above(b)).toEqual(['A'])
})
