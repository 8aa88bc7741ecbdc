import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DistributionList, ListMember, MemberView } from '../../../../shared/directory/lists/model.ts'
import { distributionListSchema } from '../../../../shared/directory/lists/model.ts'
import { purposeSchema, type Purpose } from '../../../../shared/directory/dealings/purposes.ts'
import { roleSchema } from '../../../../shared/directory/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { undoGroup } from '../../database/undo.ts'
import type { OfficeDesk } from '../../session.ts'
import { savePurpose } from '../dealings/service.ts'
import { insertContact } from '../repository.ts'
import { address, organisation, person } from '../sample.fixture.ts'
import { createContact, getContact, removeContacts, saveRole, updateContact } from '../service.ts'
import { changeTags } from '../tags-service.ts'
import { countMembers, createList, excludeMembers, findLists, findMembers, getList, includeMembers, listsOfContact, releaseMembers, removeList, setReach, updateList } from './service.ts'

let test: TestSession
let desk: OfficeDesk
beforeAll(async () => {
  test = await openTestSession('assistenz')
  desk = test.session.office
})
afterAll(() => test.dispose())

const email = (value: string) => ({ id: uuidv7(), kind: 'email', value })
const list = (title: string, more: Partial<DistributionList> = {}): DistributionList => distributionListSchema.parse({ title, ...more })
const byTag = (tag: string) => ({ rule: { query: '', group: 'all' as const, filter: { tags: [tag] } } })
const members = async (id: string, view: MemberView = 'all'): Promise<ListMember[]> => (await findMembers(desk, { id, view, offset: 0, limit: 500 })).members
const names = async (id: string, view: MemberView = 'all') => (await members(id, view)).map(({ name }) => name)
const undo = (change: string | null) => undoGroup(desk.database, desk.person, change ?? '')

const tagOfTest = () => (expect.getState().currentTestName ?? '').slice(0, 40).trim()
let zeitung = ''
let radio = ''
let blog = ''
beforeEach(async () => {
  const tag = { tags: [tagOfTest()] }
  zeitung = (await createContact(desk, organisation('Zeitung', { ...tag, channels: [email('post@zeitung.example')], addresses: [address(uuidv7(), 'Cottbus')] }))).id
  radio = (await createContact(desk, organisation('Radio', { ...tag, addresses: [address(uuidv7(), 'Guben')] }))).id
  blog = (await createContact(desk, organisation('Blog', tag))).id
})

it('names contacts, finds them by rule, and does both', async () => {
  const { id: named } = await createList(desk, list('Benannt'), [radio, blog, blog, 'nobody'])
  expect(await names(named)).toEqual(['Blog', 'Radio'])
  const { id: byRule } = await createList(desk, list('Nach Regel', byTag(tagOfTest())))
  expect(await names(byRule)).toEqual(['Blog', 'Radio', 'Zeitung'])
  const { id: other } = await createContact(desk, organisation('Amt für Presse'))
  await includeMembers(desk, byRule, [other])
  expect(await names(byRule)).toEqual(['Amt für Presse', 'Blog', 'Radio', 'Zeitung'])
  await changeTags(desk, [radio], { add: [], remove: [tagOfTest()] })
  expect(await names(byRule)).toEqual(['Amt für Presse', 'Blog', 'Zeitung'])
  const kinds = new Map((await findLists(desk)).map(({ id, kind, members: count }) => [id, [kind, count]]))
  expect([kinds.get(named), kinds.get(byRule)]).toEqual([['static', 2], ['mixed', 3]])
})

it('keeps a contact out whatever the rule says, with the reason, until it is taken back', async () => {
  const { id } = await createList(desk, list('Presse', byTag(tagOfTest())))
  await excludeMembers(desk, id, [radio], 'möchte keine Einladungen')
  expect(await names(id)).toEqual(['Blog', 'Zeitung'])
  expect(await members(id, 'excluded')).toMatchObject([{ name: 'Radio', note: 'möchte keine Einladungen' }])
  await updateContact(desk, radio, (await getContact(desk, radio)).version, organisation('Radio neu', { tags: [tagOfTest()] }))
  expect(await names(id)).toEqual(['Blog', 'Zeitung'])
  expect((await listsOfContact(desk, radio)).find((entry) => entry.id === id)).toEqual({ id, title: 'Presse', excluded: true, note: 'möchte keine Einladungen' })
  await releaseMembers(desk, id, [radio])
  expect(await names(id)).toEqual(['Blog', 'Radio neu', 'Zeitung'])
})

it('says how each is reached and what is missing', async () => {
  const { id } = await createList(desk, list('Wege', byTag(tagOfTest())))
  expect(await members(id)).toMatchObject([
    { name: 'Blog', reached: 'none', problem: 'keine E-Mail-Adresse, keine Postanschrift' },
    { name: 'Radio', reached: 'letter', target: 'Neumarkt 5, 03046 Guben', problem: '' },
    { name: 'Zeitung', reached: 'email', target: 'post@zeitung.example', problem: '' },
  ])
  expect(await countMembers(desk, id)).toEqual({ all: 3, email: 1, letter: 1, fax: 0, none: 1, withheld: 0, excluded: 0 })
  await setReach(desk, id, [radio], { channel: 'email' })
  await setReach(desk, id, [zeitung], { channel: 'letter' })
  expect(await members(id)).toMatchObject([{ name: 'Blog' }, { name: 'Radio', reached: 'none', problem: 'keine E-Mail-Adresse' }, { name: 'Zeitung', reached: 'letter' }])
  // A way of its own doesn't make a member: what the rule no longer finds leaves.
  await changeTags(desk, [radio], { add: [], remove: [tagOfTest()] })
  expect(await names(id)).toEqual(['Blog', 'Zeitung'])
  const { version } = await getList(desk, id)
  await setReach(desk, id, [zeitung], { channel: 'auto' })
  await expect(updateList(desk, id, version, list('Wege'))).rejects.toMatchObject({ code: 'conflict' })
  await updateList(desk, id, (await getList(desk, id)).version, list('Wege', { ...byTag(tagOfTest()), preferredChannel: 'letter' }))
  expect(await members(id, 'letter')).toMatchObject([{ name: 'Zeitung', target: 'Neumarkt 5, 03046 Cottbus' }])
})

it('sends to a person in an organisation as long as that person works there, and uses the office address of a person without one', async () => {
  const { id: leader } = await createContact(desk, person('Adler', 'Ida', { channels: [email('adler@zeitung.example')] }))
  const role = roleSchema.parse({ id: `role-${leader}`, personId: leader, organisationId: zeitung, title: 'Redaktion' })
  await saveRole(desk, role)
  const { id } = await createList(desk, list('Personen'), [zeitung, leader])
  await setReach(desk, id, [zeitung], { personId: leader })
  expect(await members(id)).toMatchObject([
    { name: 'Adler, Ida', reached: 'email', target: 'adler@zeitung.example' },
    { name: 'Zeitung', reached: 'email', target: 'adler@zeitung.example', personName: 'Adler, Ida' },
  ])
  await setReach(desk, id, [zeitung, leader], { channel: 'letter' })
  expect(await members(id)).toMatchObject([{ target: 'Neumarkt 5, 03046 Cottbus' }, { target: 'Neumarkt 5, 03046 Cottbus' }])
  await saveRole(desk, { ...role, to: '2020-01-01' })
  await setReach(desk, id, [zeitung], { channel: 'email' })
  expect(await members(id)).toMatchObject([
    { name: 'Adler, Ida', reached: 'none', problem: 'keine Postanschrift' },
    { name: 'Zeitung', target: 'post@zeitung.example', personName: '', problem: 'Adler, Ida ist dort nicht mehr tätig; es geht an die Organisation' },
  ])
})

it('gives nobody out whose consent has ended, asks about persons without the purpose, and lets organisations be', async () => {
  const consent = async (name: string, more: Partial<Purpose>): Promise<string> => {
    const { id } = await createContact(desk, person(name, 'Kim', { tags: [tagOfTest()], channels: [email(`${name}@x.example`)] }))
    await savePurpose(desk, purposeSchema.parse({ id: uuidv7(), contactId: id, purpose: 'newsletter', legalBasis: 'consent', consentOn: '2020-01-01', ...more }))
    return id
  }
  await consent('Abgelaufen', { consentUntil: '2021-12-31' })
  await consent('Gültig', {})
  await consent('Widerrufen', { revokedOn: '2022-05-04' })
  await consent('Anderes', { purpose: 'press' })
  const { id } = await createList(desk, list('Newsletter', { ...byTag(tagOfTest()), purpose: 'newsletter' }))
  expect((await members(id, 'withheld')).map(({ name, withheld, mayDecide }) => [name, withheld, mayDecide])).toEqual([
    ['Abgelaufen, Kim', 'Einwilligung abgelaufen am 31.12.2021', false],
    ['Anderes, Kim', 'Zweck „Newsletter und Rundschreiben“ nicht eingetragen', true],
    ['Widerrufen, Kim', 'Einwilligung widerrufen am 04.05.2022', false],
  ])
  expect(await names(id, 'email')).toEqual(['Gültig, Kim', 'Zeitung'])
  expect(await countMembers(desk, id)).toEqual({ all: 7, email: 2, letter: 1, fax: 0, none: 1, withheld: 3, excluded: 0 })
})

it('takes every step back, goes to the trash and is found by its title', async () => {
  const { id } = await createList(desk, list('Neujahrsempfang'), [radio])
  const { change: included, contacts } = await includeMembers(desk, id, [zeitung, blog])
  expect(contacts).toBe(2)
  const { change: excluded } = await excludeMembers(desk, id, [radio], 'verzogen')
  expect(await names(id)).toEqual(['Blog', 'Zeitung'])
  await undo(excluded)
  await undo(included)
  expect(await names(id)).toEqual(['Radio'])
  await removeContacts(desk, [radio])
  expect(await names(id)).toEqual([])

  const hits = () => desk.database.read.selectFrom('search_document').select('title').where('record_id', '=', id).execute()
  expect(await hits()).toEqual([{ title: 'Neujahrsempfang' }])
  const { change: removed } = await removeList(desk, id)
  expect(await hits()).toEqual([])
  expect((await findLists(desk)).some((item) => item.id === id)).toBe(false)
  await undo(removed)
  expect((await getList(desk, id)).trashed).toBe(false)
  await expect(getList(desk, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
  await expect(includeMembers(desk, 'nobody', [blog])).rejects.toMatchObject({ code: 'not-found' })
})

it('resolves a rule over more contacts than a page holds', async () => {
  const tag = tagOfTest()
  await desk.write({ label: 'many' }, async (transaction) => {
    for (let index = 0; index < 620; index += 1) await insertContact(transaction, uuidv7(), organisation(`Verein ${index}`, { tags: [tag], channels: [email(`v${index}@x.example`)] }))
  })
  const { id } = await createList(desk, list('Groß', byTag(tag)))
  expect((await countMembers(desk, id)).all).toBe(623)
  const page = await findMembers(desk, { id, view: 'email', offset: 610, limit: 100 })
  expect(page.total).toBe(621)
  expect(page.members).toHaveLength(11)
})
