import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { readHistory, undo } from '../records/service.ts'
import { organisation } from './sample.fixture.ts'
import { createContact, findContacts, getContact, removeContacts } from './service.ts'
import { changeTags, findTags } from './tags-service.ts'

let test: TestSession
const desk = () => test.session.office
const create = async (name: string, tags: string[] = []) => (await createContact(desk(), organisation(name, { tags }))).id
const tagsOf = async (id: string) => (await getContact(desk(), id)).tags
const found = async (query: string) =>
  (await findContacts(desk(), { query, group: 'all', sort: 'name', descending: false, offset: 0, limit: 10 })).contacts.map(({ name }) => name)

beforeEach(async () => {
  test = await openTestSession('assistenz')
})
afterEach(() => test.dispose())

it('gives and takes tags of several contacts as one step, which undo takes back whole', async () => {
  const [a, b, gone] = [await create('A', ['Presse']), await create('B', ['Alt']), await create('C')]
  await removeContacts(desk(), [gone])
  const { change, contacts } = await changeTags(desk(), [a, b, gone, 'nobody'], { add: ['Presse', 'Ökumene'], remove: ['Alt', 'Ökumene'] })
  expect(contacts).toBe(2)
  expect([await tagsOf(a), await tagsOf(b), await tagsOf(gone)]).toEqual([['Presse', 'Ökumene'], ['Presse', 'Ökumene'], []])
  expect(await found('oekumene')).toEqual(['A', 'B'])
  expect(await findTags(desk())).toEqual(['Ökumene', 'Presse'])
  await test.reopen()
  await undo(test.session, 'office', change ?? '')
  expect([await tagsOf(a), await tagsOf(b)]).toEqual([['Presse'], ['Alt']])
  expect(await found('oekumene')).toEqual([])
})

it('is no change where everything is so already, and stands in the history of a single contact', async () => {
  const id = await create('A', ['Presse'])
  expect(await changeTags(desk(), [id], { add: ['Presse'], remove: ['Alt'] })).toEqual({ change: null, contacts: 1 })
  await changeTags(desk(), [id], { add: ['Neu'], remove: [] })
  expect((await readHistory(test.session, 'office', { type: 'contact', id })).map(({ action }) => action)).toEqual(['Schlagwörter geändert', 'Kontakt angelegt'])
})
