import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contactInputSchema, type ContactInput } from '../../../../shared/directory/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { undoLast } from '../../records/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { insertContact } from '../repository.ts'
import { organisation, person } from '../sample.fixture.ts'
import { createContact, getContact, removeContacts, updateContact } from '../service.ts'
import { mergeContacts } from './merge-service.ts'
import { comparePair, decide, decidedPairs, duplicateCounts, findPairs, findSimilar, scanStock } from './service.ts'

let test: TestSession
let desk: OfficeDesk
beforeEach(async () => {
  test = await openTestSession('assistenz')
  desk = test.session.office
})
afterEach(() => test.dispose())

const channel = (kind: string, value: string) => ({ id: uuidv7(), kind, value })
const create = async (contact: ContactInput): Promise<string> => (await createContact(desk, contact)).id
const pairs = async (group: 'open' | 'sure' | 'likely' | 'possible' | 'later' = 'open') =>
  (await findPairs(desk, { group, offset: 0, limit: 100 })).pairs.map(({ one, other, certainty }) => [certainty, ...[one.name, other.name].sort()])
const typed = (values: object) => ({
  kind: 'person' as const, name: '', shortName: '', department: '', familyName: '', givenNames: '', formerNames: '', title: '', salutation: 'none' as const, addresses: [], channels: [], ...values,
})

it('lists pairs by certainty and never puts namesakes among the sure ones', async () => {
  await create(person('Müller', 'Ana', { channels: [channel('email', 'ana@posteo.example')] }))
  await create(person('Mueller', 'Ana', { channels: [channel('email', 'ana@posteo.example')] }))
  await create(organisation('AWO KV OSL e. V.', { channels: [channel('phone', '03573 8700')] }))
  await create(organisation('Arbeiterwohlfahrt', { channels: [channel('phone', '+49 3573 8700')] }))
  for (const value of ['0171 1234567', '0171 7654321']) await create(person('Ahmed', 'Mohamed', { channels: [channel('mobile', value)], note: 'geb. 01.01.1990' }))
  expect(await pairs()).toEqual([
    ['sure', 'Mueller, Ana', 'Müller, Ana'], ['likely', 'AWO KV OSL e. V.', 'Arbeiterwohlfahrt'], ['possible', 'Ahmed, Mohamed', 'Ahmed, Mohamed'],
  ])
  expect(await duplicateCounts(desk)).toEqual({ sure: 1, likely: 1, possible: 1, later: 0 })
  expect(await pairs('likely')).toHaveLength(1)
})

it('remembers „verschieden“ through edits and scans until it is revoked, and „später“ apart', async () => {
  const [one, other] = [await create(person('Ahmed', 'Mohamed')), await create(person('Ahmad', 'Muhammad'))]
  expect(await pairs()).toHaveLength(1)
  await decide(desk, other, one, 'later')
  expect([await pairs(), await pairs('later')]).toMatchObject([[], [['possible', 'Ahmad, Muhammad', 'Ahmed, Mohamed']]])
  await decide(desk, one, other, 'different')
  const contact = await getContact(desk, one)
  await updateContact(desk, one, contact.version, { ...contact, note: 'neu' } as ContactInput)
  for await (const report of scanStock(desk)) if (report.state === 'done') expect(report.counts).toEqual({ sure: 0, likely: 0, possible: 0, later: 0 })
  await test.reopen()
  desk = test.session.office
  expect(await pairs()).toEqual([])
  expect(await decidedPairs(desk)).toMatchObject([{ by: 'Test assistenz' }])
  await decide(desk, one, other, null)
  expect([await pairs(), await decidedPairs(desk)]).toMatchObject([[['possible', 'Ahmad, Muhammad', 'Ahmed, Mohamed']], []])
  await decide(desk, one, other, 'different')
  await undoLast(test.session)
  expect(await pairs()).toHaveLength(1)
})

it('sees what has changed since: new, edited, trashed, restored, merged and undone contacts', async () => {
  const one = await create(person('Müller', 'Ana'))
  expect(await pairs()).toEqual([])
  const other = await create(person('Müller', 'Anja'))
  expect(await pairs()).toEqual([])
  const contact = await getContact(desk, other)
  await updateContact(desk, other, contact.version, { ...contact, givenNames: 'Ana' } as ContactInput)
  expect(await pairs()).toEqual([['possible', 'Müller, Ana', 'Müller, Ana']])
  await removeContacts(desk, [other])
  expect(await pairs()).toEqual([])
  await undoLast(test.session)
  expect(await pairs()).toHaveLength(1)
  const { one: left, other: right } = await comparePair(desk, one, other)
  await mergeContacts(desk, left, right, {})
  expect(await pairs()).toEqual([])
  await undoLast(test.session)
  expect(await pairs()).toHaveLength(1)
})

it('offers likely twins while a name is being typed, with the reason, but not the contact itself', async () => {
  const ana = await create(person('Kowalska', 'Ana', { channels: [channel('phone', '0355 6122008')] }))
  await create(organisation('Kowalska Reinigung'))
  const names = async (values: object, except?: string) => (await findSimilar(desk, typed(values), except)).map(({ contact, reasons }) => [contact.name, ...reasons])
  expect(await names({ familyName: 'Ko' })).toEqual([])
  expect(await names({ familyName: 'Kow' })).toEqual([['Kowalska, Ana', 'begins-alike']])
  expect(await names({ givenNames: 'Anna', familyName: 'Kowalska', channels: [{ kind: 'phone', value: '+49 355 612-2008' }] })).toEqual([['Kowalska, Ana', 'similar-name', 'same-phone']])
  expect(await names({ givenNames: 'Ana', familyName: 'Kowalsky', channels: [{ kind: 'phone', value: '+49 355 612-2008' }] })).toEqual([['Kowalska, Ana', 'similar-name', 'same-phone']])
  expect(await names({ givenNames: 'Ana', familyName: 'Kowalska' }, ana)).toEqual([])
  expect(await names({ kind: 'organisation', name: 'kowal' })).toEqual([['Kowalska Reinigung', 'begins-alike']])
})

it('can be stopped, and then knows what it knew before', async () => {
  await desk.write({ label: 'Bestand' }, async (transaction) => {
    for (let number = 0; number < 2000; number += 1) {
      await insertContact(transaction, uuidv7(), contactInputSchema.parse({ kind: 'person', familyName: `Brandt${number}`, givenNames: 'Ana' }))
    }
  })
  const stop = new AbortController()
  const steps: string[] = []
  await expect((async () => {
    for await (const { state } of scanStock(desk, stop.signal)) {
      steps.push(state)
      stop.abort()
    }
  })()).rejects.toThrow()
  expect(steps).not.toContain('done')
  await create(person('Müller', 'Ana'))
  await create(person('Müller', 'Ana'))
  expect(await pairs()).toEqual([['possible', 'Müller, Ana', 'Müller, Ana']])
})
