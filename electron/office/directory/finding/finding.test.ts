import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulkChangeSchema } from '../../../../shared/directory/finding/bulk.ts'
import { viewDefinitionSchema } from '../../../../shared/directory/finding/views.ts'
import type { ContactFilter } from '../../../../shared/directory/filter.ts'
import type { ContactSelection, ContactSort } from '../../../../shared/directory/list.ts'
import { contactInputSchema, roleSchema } from '../../../../shared/directory/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { undo } from '../../records/service.ts'
import { findMisspelt } from '../../search/service.ts'
import { createContact, findContacts, removeContacts, saveRole } from '../service.ts'
import { changeMany, previewMany } from './bulk-service.ts'
import { groupCounts } from './groups.ts'
import { findOffers, findSimilarContacts } from './service.ts'
import { listViews, removeView, saveView } from './views-service.ts'

let test: TestSession
const ids = new Map<string, string>()
const desk = () => test.session.office
const names = async (more: ContactSelection & { sort?: ContactSort, descending?: boolean }) =>
  (await findContacts(desk(), { query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100, ...more })).contacts.map(({ name }) => name)
const filtered = (filter: ContactFilter) => names({ filter })
const phone = (value: string) => ({ id: uuidv7(), kind: 'phone', value })
const email = (value: string) => ({ id: uuidv7(), kind: 'email', value })
const address = (postalCode: string, place: string) => ({ id: uuidv7(), street: 'Weg 1', postalCode, place })

async function add(key: string, contact: object): Promise<void> {
  ids.set(key, (await createContact(desk(), contactInputSchema.parse(contact))).id)
}

beforeAll(async () => {
  test = await openTestSession()
  await add('verein', { kind: 'organisation', name: 'Verein Brücke', typeCode: 'mso-association', tags: ['Netzwerk', 'Presse'], areas: ['health'], addresses: [address('03046', 'Cottbus')], channels: [phone('0355 612-2008')], affiliation: 'external', ags: '12052000' })
  await add('amt', { kind: 'organisation', name: 'Sozialamt', typeCode: 'social-office', tags: ['Netzwerk'], languages: ['uk'], addresses: [address('02826', 'Görlitz')], channels: [email('amt@example.org')], affiliation: 'internal' })
  await add('mueller', { kind: 'person', familyName: 'Müller', givenNames: 'Anna', tags: ['Presse'], publication: 'refused', channels: [phone('0171 2345678'), email('anna.mueller@example.org')] })
  await add('meyer', { kind: 'person', familyName: 'Meyer', givenNames: 'Bea', addresses: [address('03050', 'Cottbus')] })
  await saveRole(desk(), roleSchema.parse({ id: uuidv7(), personId: ids.get('mueller'), organisationId: ids.get('verein'), title: 'Stellvertretende Geschäftsführerin' }))
  await saveRole(desk(), roleSchema.parse({ id: uuidv7(), personId: ids.get('meyer'), organisationId: ids.get('amt'), title: 'Sachbearbeiterin', from: '2020-01-01', to: '2021-01-01' }))
})
afterAll(() => test.dispose())

describe('filters', () => {
  it.each<[ContactFilter, string[]]>([
    [{ tags: ['Netzwerk', 'Presse'] }, ['Müller, Anna', 'Sozialamt', 'Verein Brücke']],
    [{ tags: ['Netzwerk', 'Presse'], tagMode: 'all' }, ['Verein Brücke']],
    [{ tags: ['Netzwerk'], withoutTags: ['Presse'] }, ['Sozialamt']],
    [{ types: ['mso-association', 'social-office'], kind: 'organisation' }, ['Sozialamt', 'Verein Brücke']],
    [{ areas: ['health'] }, ['Verein Brücke']],
    [{ languages: ['uk'] }, ['Sozialamt']],
    [{ places: ['Cottbus'] }, ['Meyer, Bea', 'Verein Brücke']],
    [{ postalCode: '030' }, ['Meyer, Bea', 'Verein Brücke']],
    [{ ags: '12 052' }, ['Verein Brücke']],
    [{ role: 'geschaeftsf' }, ['Müller, Anna']],
    [{ role: 'stellv fuehr' }, []],
    [{ role: 'sachb', roleTime: 'ended' }, ['Meyer, Bea']],
    [{ role: 'sachb' }, []],
    [{ lacks: ['email'] }, ['Meyer, Bea', 'Verein Brücke']],
    [{ lacks: ['email', 'phone'] }, ['Meyer, Bea']],
    [{ lacks: ['address'] }, ['Müller, Anna']],
    [{ lacks: ['tag'] }, ['Meyer, Bea']],
    [{ lacks: ['check'], affiliations: ['internal'] }, ['Sozialamt']],
    [{ publications: ['refused'] }, ['Müller, Anna']],
    [{ uncheckedMonths: 6, kind: 'person' }, ['Meyer, Bea', 'Müller, Anna']],
    [{ consentExpired: true }, []],
  ])('by %j give %j', async (filter, expected) => {
    expect(await filtered(filter)).toEqual(expected)
  })

  it('count and hold inside a search and a group too', async () => {
    expect(await names({ query: 'netzwerk', filter: { lacks: ['email'] } })).toEqual(['Verein Brücke'])
    expect(await names({ group: 'person', filter: { tags: ['Presse'] } })).toEqual(['Müller, Anna'])
  })

  it('offer places and titles in use', async () => {
    expect(await findOffers(desk())).toEqual({ places: ['Cottbus', 'Görlitz'], roles: ['Sachbearbeiterin', 'Stellvertretende Geschäftsführerin'] })
  })
})

describe('orders and groups', () => {
  it.each<[ContactSort, string[]]>([
    ['email', ['Sozialamt', 'Müller, Anna', 'Meyer, Bea', 'Verein Brücke']],
    ['phone', ['Müller, Anna', 'Verein Brücke', 'Meyer, Bea', 'Sozialamt']],
    ['tags', ['Sozialamt', 'Verein Brücke', 'Müller, Anna', 'Meyer, Bea']],
    ['employer', ['Müller, Anna', 'Meyer, Bea', 'Sozialamt', 'Verein Brücke']],
  ])('sort by %s, those without it last', async (sort, expected) => {
    expect(await names({ sort })).toEqual(expected)
  })

  it('make a derived order anew after a change', async () => {
    await names({ sort: 'tags' })
    await changeMany(desk(), [ids.get('meyer') ?? ''], bulkChangeSchema.parse({ addTags: ['Aaa'] }))
    expect((await names({ sort: 'tags' }))[0]).toBe('Meyer, Bea')
    await changeMany(desk(), [ids.get('meyer') ?? ''], bulkChangeSchema.parse({ removeTags: ['Aaa'] }))
  })

  it('count groups, a contact with two tags in both of them, and read one group', async () => {
    expect(await groupCounts(desk().database.read, {}, 'tag')).toEqual([{ key: 'Netzwerk', total: 2 }, { key: 'Presse', total: 2 }, { key: '', total: 1 }])
    expect(await groupCounts(desk().database.read, {}, 'place')).toEqual([{ key: 'Cottbus', total: 2 }, { key: 'Görlitz', total: 1 }, { key: '', total: 1 }])
    expect(await groupCounts(desk().database.read, { query: 'netzwerk' }, 'affiliation')).toHaveLength(2)
    expect((await groupCounts(desk().database.read, {}, 'type')).find(({ key }) => key === 'person')).toEqual({ key: 'person', total: 2 })
    expect(await names({ within: { by: 'place', key: 'Cottbus' } })).toEqual(['Meyer, Bea', 'Verein Brücke'])
    expect(await names({ within: { by: 'tag', key: '' } })).toEqual(['Meyer, Bea'])
  })
})

describe('typing errors and parts of numbers', () => {
  it.each(['Mülelr', 'Müler', 'Mülller', 'Nüller', 'Anna Mzller'])('"%s" finds Müller as similar and not as found', async (query) => {
    expect(await names({ query })).toEqual([])
    expect(await findSimilarContacts(desk(), { query })).toEqual({ total: 1, words: [expect.stringMatching(/^(Müller|Anna)$/)] })
    expect(await names({ query, spelling: 'similar' })).toEqual(['Müller, Anna'])
  })

  it('leaves out what was found as typed, short words and two errors', async () => {
    expect(await names({ query: 'Meyer', spelling: 'similar' })).toEqual([])
    expect(await findSimilarContacts(desk(), { query: 'Myr' })).toEqual({ total: 0, words: [] })
    expect(await findSimilarContacts(desk(), { query: 'Mxxler' })).toEqual({ total: 0, words: [] })
  })

  it('forgets the words of a contact that went to the trash', async () => {
    await add('weg', { kind: 'person', familyName: 'Kowalski' })
    expect((await findMisspelt(test.session, 'Kowlaski', 5)).words).toEqual(['Kowalski'])
    await removeContacts(desk(), [ids.get('weg') ?? ''])
    expect(await findMisspelt(test.session, 'Kowlaski', 5)).toEqual({ hits: [], words: [] })
  })

  it.each([['5678', 'Müller, Anna'], ['345678', 'Müller, Anna'], ['2008', 'Verein Brücke'], ['122008', 'Verein Brücke'], ['355612', 'Verein Brücke']])('"%s" is part of a number of %s', async (query, expected) => {
    expect(await names({ query })).toEqual([expected])
  })
})

describe('saved views', () => {
  const view = (name: string, shared = false) => ({ name, shared, definition: viewDefinitionSchema.parse({ filter: { tags: ['Netzwerk'] }, grouping: 'place' }) })

  it('are saved, overwritten, removed and brought back', async () => {
    const { id } = await saveView(desk(), {}, view('Netzwerk'))
    const [stored] = await listViews(desk())
    expect(stored).toMatchObject({ id, name: 'Netzwerk', shared: false, definition: { filter: { tags: ['Netzwerk'] }, grouping: 'place' } })
    await saveView(desk(), { id, version: stored?.version }, view('Netz'))
    await expect(saveView(desk(), { id, version: stored?.version }, view('Zu spät'))).rejects.toMatchObject({ code: 'conflict' })
    const { change } = await removeView(desk(), id)
    expect(await listViews(desk())).toEqual([])
    await undo(test.session, 'office', change ?? '')
    expect((await listViews(desk())).map(({ name }) => name)).toEqual(['Netz'])
    await removeView(desk(), id)
  })

  it("are one's own unless the whole office shall see them", async () => {
    await saveView(desk(), {}, view('Meine'))
    await saveView(desk(), {}, view('Unsere', true))
    const other = { ...desk(), person: { ...desk().person, id: 'somebody-else' } }
    const [seen, ...more] = await listViews(other)
    expect([seen?.name, more]).toEqual(['Unsere', []])
    const mine = (await listViews(desk())).find(({ name }) => name === 'Meine')
    await expect(removeView(other, mine?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of another version keep what still fits', async () => {
    const { id } = await saveView(desk(), {}, view('Alt'))
    desk().database.connections.writer.all('UPDATE contact_view SET definition = ? WHERE id = ?', [JSON.stringify({ sort: 'colour', filter: { tags: ['A'], shoe: 42 }, columns: 'all' }), id])
    expect((await listViews(desk())).find(({ name }) => name === 'Alt')?.definition).toEqual(viewDefinitionSchema.parse({ filter: { tags: ['A'] } }))
  })
})

describe('changing many', () => {
  it('says beforehand what will change, changes it as one step, and takes it back', async () => {
    const all = [...ids].filter(([key]) => key !== 'weg').map(([, id]) => id)
    const changes = bulkChangeSchema.parse({ typeCode: 'social-office', addTags: ['Netzwerk'], removeTags: ['Presse'] })
    expect(await previewMany(desk(), all, changes)).toEqual({ changed: 3, same: 1, withoutType: 2 })
    const { change, contacts } = await changeMany(desk(), all, changes)
    expect(contacts).toBe(3)
    expect(await filtered({ tags: ['Netzwerk'] })).toHaveLength(4)
    expect(await filtered({ types: ['social-office'] })).toEqual(['Sozialamt', 'Verein Brücke'])
    expect(await filtered({ tags: ['Presse'] })).toEqual([])
    await undo(test.session, 'office', change ?? '')
    expect(await filtered({ tags: ['Presse'] })).toEqual(['Müller, Anna', 'Verein Brücke'])
    expect(await filtered({ types: ['social-office'] })).toEqual(['Sozialamt'])
  })
})
