import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import type { ContactQuery } from './list-repository.ts'
import { isoDay } from '../../../shared/dates.ts'
import { checkDueBefore } from '../../../shared/directory/details.ts'
import { readHistory, readTrash, restore, undo } from '../records/service.ts'
import { find } from '../search/service.ts'
import { address, organisation, person } from './sample.fixture.ts'
import { contactCounts, createContact, findContacts, getContact, letterRecipient, markChecked, removeContacts, removeRole, saveRole, updateContact } from './service.ts'

let test: TestSession
const desk = () => test.session.office
const list = async (query: Partial<ContactQuery> = {}) =>
  findContacts(desk(), { query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100, ...query })
const names = async (query: Partial<ContactQuery> = {}) => (await list(query)).contacts.map(({ name }) => name)
const create = async (contact: Parameters<typeof createContact>[1]) => (await createContact(desk(), contact)).id

beforeEach(async () => {
  test = await openTestSession('assistenz')
})
afterEach(() => test.dispose())

describe('contacts', () => {
  it('stores an organisation with all its parts and finds it unchanged after opening the vault again', async () => {
    const contact = organisation('Domowina, Župa Dolna Łužyca', {
      shortName: 'Domowina', department: 'Regionalverband', typeCode: 'cultural-association', tags: ['Netzwerk', 'IKW'], note: 'Zeile 1\nZeile 2',
      addresses: [address('a1', 'Cottbus/Chóśebuz'), address('a2', 'Cottbus', { kind: 'postal', street: 'Postfach 10', preferred: false })],
      channels: [{ id: 'c1', kind: 'phone', value: '0355 612-2008' }, { id: 'c2', kind: 'email', value: 'buero@example.org', label: 'Sekretariat', preferred: true }],
    })
    const id = await create(contact)
    await test.reopen()
    expect(await getContact(desk(), id)).toMatchObject({ ...contact, tags: ['IKW', 'Netzwerk'], id, version: 1, trashed: false, roles: [] })
    const row = await desk().database.read.selectFrom('contact_channel').select('e164').where('id', '=', 'c1').executeTakeFirst()
    expect(row).toEqual({ e164: '+493556122008' })
  })

  it('keeps a single name as it is', async () => {
    const id = await create(person('', 'Abdul'))
    expect(await getContact(desk(), id)).toMatchObject({ familyName: '', givenNames: 'Abdul', salutation: 'none' })
    expect(await names()).toEqual(['Abdul'])
  })

  it('changes only what differs, raises the version and refuses an older one with the present state', async () => {
    const contact = organisation('Verein', { addresses: [address('a1', 'Forst')], channels: [{ id: 'c1', kind: 'phone', value: '0355 1' }] })
    const id = await create(contact)
    const changed = { ...contact, name: 'Verein der Freunde', channels: [{ ...contact.channels[0]!, value: '0355 2' }], addresses: [] } as typeof contact
    const receipt = await updateContact(desk(), id, 1, changed)
    expect(receipt.version).toBe(2)
    expect(await getContact(desk(), id)).toMatchObject({ name: 'Verein der Freunde', channels: [{ value: '0355 2' }], addresses: [], version: 2 })
    expect(await updateContact(desk(), id, 2, changed)).toEqual({ change: null, version: 2 })
    await expect(updateContact(desk(), id, 1, contact)).rejects.toMatchObject({ code: 'conflict', data: { current: { name: 'Verein der Freunde', version: 2 } } })
    await expect(updateContact(desk(), id, 2, person('A', 'B'))).rejects.toMatchObject({ code: 'invalid' })
    await expect(updateContact(desk(), 'nobody', 1, contact)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('draws a burst of saves together to one step of history, which undo takes back whole', async () => {
    const id = await create(organisation('A'))
    await create(organisation('Something in between'))
    await updateContact(desk(), id, 1, organisation('AB'))
    const { change } = await updateContact(desk(), id, 2, organisation('ABC', { channels: [{ id: 'c1', kind: 'phone', value: '0355 1' }] }))
    const history = await readHistory(test.session, 'office', { type: 'contact', id })
    expect(history.map(({ action }) => action)).toEqual(['Kontakt geändert', 'Kontakt angelegt'])
    expect(history[0]?.fields).toContainEqual({ table: 'contact', row: id, field: 'name', before: 'A', after: 'ABC' })
    await undo(test.session, 'office', change ?? '')
    expect(await getContact(desk(), id)).toMatchObject({ name: 'A', channels: [] })
    expect(await names({ query: 'ABC' })).toEqual([])
  })
})

describe('list of contacts', () => {
  beforeEach(async () => {
    await create(organisation('Jobcenter', { typeCode: 'jobcentre', addresses: [address('1', 'Forst (Lausitz)')] }))
    await create(organisation('Österreichische Botschaft', { typeCode: 'embassy', addresses: [address('2', 'Berlin')] }))
    await create(person('Müller', 'Anna', { addresses: [address('3', 'Cottbus/Chóśebuz')], channels: [{ id: 'c', kind: 'phone', value: '0355 612-2008' }] }))
    await create(person('Nguyễn', 'Thị Mai', { nameOrder: 'family-first' }))
  })

  it('sorts by German collation, by place and by type, what has none last; descending is the reverse', async () => {
    expect(await names()).toEqual(['Jobcenter', 'Müller, Anna', 'Nguyễn Thị Mai', 'Österreichische Botschaft'])
    expect(await names({ descending: true })).toEqual(['Österreichische Botschaft', 'Nguyễn Thị Mai', 'Müller, Anna', 'Jobcenter'])
    expect(await names({ sort: 'place' })).toEqual(['Österreichische Botschaft', 'Müller, Anna', 'Jobcenter', 'Nguyễn Thị Mai'])
    expect(await names({ sort: 'type' })).toEqual(['Österreichische Botschaft', 'Jobcenter', 'Müller, Anna', 'Nguyễn Thị Mai'])
  })

  it('counts the groups and gives pages', async () => {
    expect(await contactCounts(desk())).toEqual({ all: 4, person: 2, organisation: 2, check: 4 })
    expect(await list({ group: 'person', offset: 1, limit: 1 })).toMatchObject({ total: 2, capped: false, contacts: [{ name: 'Nguyễn Thị Mai' }] })
  })

  it.each(['mueller', 'Müller anna', 'chosebuz', '+49 355 612', '2008', 'MULL'])('finds the same person by "%s"', async (query) => {
    expect(await list({ query })).toMatchObject({ total: 1, capped: false, contacts: [{ name: 'Müller, Anna' }] })
  })

  it('finds within a group and nothing for signs alone', async () => {
    expect(await names({ query: 'neumarkt' })).toHaveLength(3)
    expect(await names({ query: 'neumarkt', group: 'organisation', sort: 'place' })).toEqual(['Österreichische Botschaft', 'Jobcenter'])
    expect(await list({ query: '"*' })).toEqual({ contacts: [], total: 0, capped: false })
  })

  it('filters by everything that is asked for at once, in a search and in a group too', async () => {
    const mail = [{ id: 'm', kind: 'email', value: 'a@example.org' }]
    await create(person('Adam', 'Bea', { tags: ['Presse'], areas: ['health'], languages: ['uk'] }))
    await create(person('Adam', 'Carl', { tags: ['Presse'], areas: ['health'], channels: mail }))
    expect(await list({ filter: { tags: ['Presse'] } })).toMatchObject({ total: 2, capped: false })
    expect(await names({ filter: { tags: ['Presse'], lacks: ['email'] } })).toEqual(['Adam, Bea'])
    expect(await names({ filter: { languages: ['uk'], areas: ['health'] } })).toEqual(['Adam, Bea'])
    expect(await list({ filter: { areas: ['health'] }, query: 'carl', group: 'person' })).toMatchObject({ total: 1, contacts: [{ name: 'Adam, Carl' }] })
    expect(await list({ filter: { tags: ['health'] } })).toMatchObject({ total: 0, contacts: [] })
    expect((await list({ filter: { lacks: ['email'] } })).total).toBe(5)
  })

  it('shows the number to call in the global search', async () => {
    const [hit] = await find(test.session, 'Müller', 5)
    expect(hit).toMatchObject({ title: 'Müller, Anna', subtitle: 'Person · Cottbus/Chóśebuz', line: '0355 612-2008' })
  })
})

describe('details', () => {
  it('keeps languages, areas, names and choices, and finds the contact by their words', async () => {
    const contact = person('Haddad', 'Rana', {
      originalName: 'رنا حداد', formerNames: 'geb. Nasser', areas: ['health'], languages: ['ar', 'fr'], affiliation: 'external', publication: 'refused',
    })
    const id = await create(contact)
    await test.reopen()
    expect(await getContact(desk(), id)).toMatchObject({ ...contact, checkedOn: null })
    for (const query of ['حداد', 'nasser', 'Gesundheit', 'französisch arabisch']) expect(await names({ query }), query).toEqual(['Haddad, Rana'])
    await updateContact(desk(), id, 1, { ...contact, languages: ['ar'], publication: 'allowed' })
    expect(await getContact(desk(), id)).toMatchObject({ languages: ['ar'], areas: ['health'], publication: 'allowed' })
  })

  it('lists what was never checked or more than a year ago, and notes a check of several as one step', async () => {
    const ids = [await create(organisation('A')), await create(organisation('B')), await create(organisation('C'))]
    const today = isoDay(new Date())
    expect(await markChecked(desk(), [ids[0]!], checkDueBefore(today))).toMatchObject({ checked: 1 })
    expect(await markChecked(desk(), [ids[1]!], '2020-01-31')).toMatchObject({ checked: 1 })
    expect(await names({ group: 'check' })).toEqual(['B', 'C'])
    expect(await list({ group: 'check', query: 'c' })).toMatchObject({ total: 1, contacts: [{ name: 'C' }] })
    expect((await contactCounts(desk())).check).toBe(2)
    const { change } = await markChecked(desk(), [...ids, 'nobody'], today)
    expect(await names({ group: 'check' })).toEqual([])
    expect((await getContact(desk(), ids[2]!)).checkedOn).toBe(today)
    await undo(test.session, 'office', change ?? '')
    expect(await names({ group: 'check' })).toEqual(['B', 'C'])
    expect(await getContact(desk(), ids[1]!)).toMatchObject({ checkedOn: '2020-01-31', version: 4 })
  })

  it('keeps the day of the check when the form is saved', async () => {
    const id = await create(organisation('A'))
    await markChecked(desk(), [id], '2026-01-31')
    await updateContact(desk(), id, 2, organisation('B'))
    expect(await getContact(desk(), id)).toMatchObject({ name: 'B', checkedOn: '2026-01-31' })
  })
})

describe('trash', () => {
  it('moves several contacts there as one step and brings them back', async () => {
    const ids = [await create(organisation('A')), await create(organisation('B')), await create(organisation('C'))]
    const { change, removed } = await removeContacts(desk(), [...ids.slice(0, 2), 'nobody'])
    expect(removed).toBe(2)
    expect(await names()).toEqual(['C'])
    expect(await names({ query: 'A' })).toEqual([])
    expect((await getContact(desk(), ids[0]!)).trashed).toBe(true)
    expect((await readTrash(test.session)).map(({ title }) => title).sort()).toEqual(['A', 'B'])
    await undo(test.session, 'office', change ?? '')
    expect(await names()).toEqual(['A', 'B', 'C'])
    await removeContacts(desk(), [ids[2]!])
    await restore(test.session, 'office', { type: 'contact', id: ids[2]! })
    expect(await names({ query: 'c' })).toEqual(['C'])
  })
})

describe('roles', () => {
  it('shows a role on both records, ended ones behind current ones, and takes it off again', async () => {
    const employer = await create(organisation('Jobcenter'))
    const leader = await create(person('Zimmer', 'Eva'))
    const former = await create(person('Adam', 'Bea'))
    const role = (id: string, personId: string, to: string | null = null) => ({ id, personId, organisationId: employer, title: 'Leitung', from: '2020-01-01', to, engagement: 'unknown' as const })
    await saveRole(desk(), role('r1', former, '2023-12-31'))
    await saveRole(desk(), role('r2', leader))
    expect((await getContact(desk(), employer)).roles.map(({ personName, to }) => [personName, to])).toEqual([['Zimmer, Eva', null], ['Adam, Bea', '2023-12-31']])
    expect((await getContact(desk(), leader)).roles).toMatchObject([{ organisationName: 'Jobcenter', title: 'Leitung' }])
    expect((await list({ group: 'person' })).contacts.map(({ name, employer: beside }) => [name, beside])).toEqual([['Adam, Bea', ''], ['Zimmer, Eva', 'Jobcenter']])
    await saveRole(desk(), { ...role('r2', leader), title: 'Teamleitung', engagement: 'voluntary' })
    expect((await getContact(desk(), leader)).roles).toMatchObject([{ title: 'Teamleitung', engagement: 'voluntary' }])
    expect(await names({ query: 'Teamleitung' })).toEqual(['Zimmer, Eva'])
    const { change } = await removeRole(desk(), 'r2')
    expect((await getContact(desk(), employer)).roles).toHaveLength(1)
    await undo(test.session, 'office', change ?? '')
    expect((await getContact(desk(), employer)).roles).toHaveLength(2)
    await removeContacts(desk(), [former])
    expect((await getContact(desk(), employer)).roles).toHaveLength(1)
  })

  it('ends a role as a step of its own and keeps it as history, by whose words the person is still found', async () => {
    const [employer, id] = [await create(organisation('Jobcenter')), await create(person('Zimmer', 'Eva'))]
    const role = { id: 'r1', personId: id, organisationId: employer, title: 'Leitung', from: '2020-01-01', to: null, engagement: 'unknown' as const }
    await saveRole(desk(), role)
    const { change } = await saveRole(desk(), { ...role, to: isoDay(new Date()) })
    expect((await getContact(desk(), employer)).roles).toMatchObject([{ personName: 'Zimmer, Eva', to: isoDay(new Date()) }])
    expect((await list({ group: 'person' })).contacts).toMatchObject([{ employer: '' }])
    expect((await find(test.session, 'Zimmer', 5))[0]?.subtitle).toBe('Person')
    expect(await names({ query: 'jobcenter leitung' })).toEqual(['Zimmer, Eva'])
    expect(await letterRecipient(desk(), id)).not.toHaveProperty('employer')
    const steps = (await readHistory(test.session, 'office', { type: 'contact', id })).map(({ action }) => action)
    expect(steps).toEqual(['Funktion beendet', 'Funktion eingetragen', 'Kontakt angelegt'])
    await undo(test.session, 'office', change ?? '')
    expect((await list({ group: 'person' })).contacts).toMatchObject([{ employer: 'Jobcenter' }])
    await expect(saveRole(desk(), { ...role, personId: await create(person('Adam', 'Bea')) })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('keeps a role that ends in the future as current until then', async () => {
    const [employer, id] = [await create(organisation('Jobcenter')), await create(person('Zimmer', 'Eva'))]
    await saveRole(desk(), { id: 'r1', personId: id, organisationId: employer, title: 'Leitung', from: null, to: '2999-12-31', engagement: 'unknown' })
    expect((await list({ group: 'person' })).contacts).toMatchObject([{ employer: 'Jobcenter' }])
    expect((await find(test.session, 'Zimmer', 5))[0]?.subtitle).toBe('Person · Leitung · Jobcenter')
  })

  it('finds the people of an organisation by its new name at once, and by the old one no more', async () => {
    const [employer, id] = [await create(organisation('Alte Stelle')), await create(person('Zimmer', 'Eva'))]
    await saveRole(desk(), { id: 'r1', personId: id, organisationId: employer, title: '', from: null, to: null, engagement: 'unknown' as const })
    await updateContact(desk(), employer, 1, organisation('Neue Stelle'))
    expect(await names({ query: 'neue stelle', group: 'person' })).toEqual(['Zimmer, Eva'])
    expect(await names({ query: 'alte stelle' })).toEqual([])
    expect((await getContact(desk(), id)).version).toBe(2)
  })

  it('refuses a role between two of a kind and one with nobody', async () => {
    const employer = await create(organisation('Jobcenter'))
    const role = { id: 'r', personId: employer, organisationId: employer, title: '', from: null, to: null, engagement: 'unknown' as const }
    await expect(saveRole(desk(), role)).rejects.toMatchObject({ code: 'invalid' })
    await expect(saveRole(desk(), { ...role, personId: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeRole(desk(), 'nothing')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gives a letter the organisation of the role that is current on its day and began last', async () => {
    const [old, present] = [await create(organisation('Alte Stelle')), await create(organisation('Neue Stelle'))]
    const id = await create(person('Zimmer', 'Eva'))
    await saveRole(desk(), { id: 'r1', personId: id, organisationId: old, title: '', from: '2019-01-01', to: '2024-12-31', engagement: 'unknown' })
    await saveRole(desk(), { id: 'r2', personId: id, organisationId: present, title: '', from: '2024-01-01', to: null, engagement: 'unknown' as const })
    expect((await letterRecipient(desk(), id, '2026-11-21')).employer?.name).toBe('Neue Stelle')
    expect((await letterRecipient(desk(), id, '2023-05-01')).employer?.name).toBe('Alte Stelle')
    expect(await letterRecipient(desk(), id, '2018-05-01')).not.toHaveProperty('employer')
    expect(await letterRecipient(desk(), present)).toMatchObject({ contact: { kind: 'organisation', name: 'Neue Stelle' } })
  })
})
