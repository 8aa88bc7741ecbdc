import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MergeChoices } from '../../../../shared/directory/duplicates/merge-fields.ts'
import type { ContactInput } from '../../../../shared/directory/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { createLetter, getLetter } from '../../correspondence/service.ts'
import { listTrash, restoreRecord } from '../../database/trash.ts'
import { undoGroup } from '../../database/undo.ts'
import { find } from '../../search/service.ts'
import type { OfficeDesk } from '../../session.ts'
import { saveAgreement, saveEncounter } from '../dealings/repository.ts'
import { address, organisation, person } from '../sample.fixture.ts'
import { createContact, findContacts, getContact, removeContacts, saveRole, updateContact } from '../service.ts'
import { mergeContacts } from './merge-service.ts'
import { decide, decidedPairs, findMerges } from './service.ts'
import { undoMerge } from './undo-merge-service.ts'

let test: TestSession
let desk: OfficeDesk
beforeEach(async () => {
  test = await openTestSession('leitung')
  desk = test.session.office
})
afterEach(() => test.dispose())

const channel = (kind: string, value: string) => ({ id: uuidv7(), kind, value })
const create = async (contact: ContactInput): Promise<string> => (await createContact(desk, contact)).id
const versionOf = async (id: string): Promise<{ id: string, version: number }> => ({ id, version: (await getContact(desk, id)).version })
async function merge(keep: string, other: string, choices: MergeChoices = {}): Promise<string> {
  await mergeContacts(desk, await versionOf(keep), await versionOf(other), choices)
  return (await findMerges(desk, keep))[0]!.id
}
async function edit(id: string, change: object): Promise<void> {
  const contact = await getContact(desk, id)
  await updateContact(desk, id, contact.version, { ...contact, ...change } as ContactInput)
}
const role = (personId: string, organisationId: string, title: string) =>
  ({ id: uuidv7(), personId, organisationId, title, from: null, to: null, engagement: 'unknown' as const })
const dealings = async (contactId: string) => desk.write({ label: 'Test' }, async (transaction) => {
  await saveAgreement(transaction, { id: uuidv7(), contactId, title: 'Kooperation', subject: '', from: null, to: null, noticeUntil: null, note: '' })
  await saveEncounter(transaction, { id: uuidv7(), contactId, day: '2026-01-02', kind: 'call', text: 'Angerufen' }, 'Mara')
})

/** Everything that the office database says of contacts and letters, but versions, times and the log. */
function content(): string {
  const { reader } = desk.database.connections
  const tables = ['contact', 'contact_address', 'contact_channel', 'contact_label', 'contact_role', 'contact_purpose', 'contact_agreement', 'contact_encounter', 'contact_distinction', 'letter']
  return JSON.stringify(tables.map((table) => [table, reader.all(`SELECT * FROM ${table} ORDER BY id`, []).map(({ version: _version, updated_at: _at, ...row }) => row)]), null, 1)
}

describe('merging', () => {
  it('leads roles, agreements, encounters and letters to the kept person, and every old link with them', async () => {
    const body = await create(organisation('Caritas'))
    const kept = await create(person('Müller', 'Ana', { channels: [channel('phone', '0355 1')] }))
    const other = await create(person('Kowalska', 'Ana', { channels: [channel('email', 'ana@posteo.example')], tags: ['Presse'], note: 'Alt.' }))
    await saveRole(desk, role(other, body, 'Leitung'))
    await dealings(other)
    const letter = await createLetter(desk, other)
    await merge(kept, other)

    const contact = await getContact(desk, kept)
    expect(contact).toMatchObject({ tags: ['Presse'], note: 'Alt.', roles: [{ title: 'Leitung' }], agreements: [{ title: 'Kooperation' }] })
    expect(contact.channels.map(({ value }) => value)).toEqual(['0355 1', 'ana@posteo.example'])
    expect((await getLetter(desk, letter.id)).recipientId).toBe(kept)
    expect((await getContact(desk, body)).roles.map(({ personName }) => personName)).toEqual(['Müller, Ana'])
    expect(await getContact(desk, other)).toEqual(contact)
    expect((await findContacts(desk, { query: '', group: 'person', sort: 'name', descending: false, offset: 0, limit: 10 })).total).toBe(1)
    expect((await find(test.session, 'Kowalska', 10)).map(({ record }) => record.id)).toContain(kept)
    expect(await listTrash(desk.database)).toEqual([])
    await expect(restoreRecord(desk.database, desk.person, { type: 'contact', id: other })).rejects.toThrow(/not-found/)
  })

  it('leads members and subordinate organisations to the kept organisation, one role of a person once', async () => {
    const [kept, other] = [await create(organisation('Arbeiterwohlfahrt')), await create(organisation('AWO'))]
    const below = await create(organisation('AWO Kita', { parentId: other }))
    const ana = await create(person('Müller', 'Ana'))
    for (const id of [kept, other]) await saveRole(desk, role(ana, id, 'Vorstand'))
    await merge(kept, other)
    expect((await getContact(desk, kept)).roles).toHaveLength(1)
    expect(await getContact(desk, below)).toMatchObject({ parentId: kept, superiors: [{ name: 'Arbeiterwohlfahrt' }] })
  })

  it('never makes an organisation stand above itself', async () => {
    const top = await create(organisation('Verband'))
    const above = await create(organisation('AWO', { parentId: top }))
    const below = await create(organisation('AWO OSL', { parentId: above }))
    await merge(below, above)
    expect(await getContact(desk, below)).toMatchObject({ parentId: top })
    const far = await create(organisation('AWO Kita', { parentId: below }))
    const before = content()
    await expect(merge(far, top)).rejects.toThrow(/Kreis/)
    expect(content()).toBe(before)
  })

  it('refuses a person and an organisation, one and the same, the trashed and the changed', async () => {
    const [ana, body, bea] = [await create(person('Müller', 'Ana')), await create(organisation('Müller')), await create(person('Müller', 'Bea'))]
    await expect(merge(ana, body)).rejects.toThrow(/invalid/)
    await expect(merge(ana, ana)).rejects.toThrow(/invalid/)
    const read = await versionOf(bea)
    await edit(bea, { note: 'neu' })
    await expect(mergeContacts(desk, await versionOf(ana), read, {})).rejects.toThrow(/conflict/)
    await removeContacts(desk, [bea])
    await expect(merge(ana, bea)).rejects.toThrow(/not-found/)
  })

  it('leaves alone whoever is restricted or to be deleted, and says why', async () => {
    const [kept, other] = [await create(person('A', 'Ana')), await create(person('A', 'Anna'))]
    const privacy = (columns: object) => desk.write({ label: 'Test' }, async (transaction) => {
      if (await transaction.row('contact_privacy', 'p')) await transaction.update('contact_privacy', 'p', columns)
      else await transaction.insert('contact_privacy', {
        id: 'p', contact_id: other, restricted_on: null, restricted_reason: '', postponed_until: null, postponed_reason: '', proposed_on: null, proposed_by: '',
        proposed_reason: '', proposed_note: '', informed_on: null, ...columns,
      })
    })
    await privacy({ restricted_on: '2026-01-02' })
    await expect(merge(kept, other)).rejects.toThrow(/eingeschränkt/)
    await privacy({ restricted_on: null, proposed_on: '2026-01-02' })
    await expect(merge(kept, other)).rejects.toThrow(/zur Löschung vorgeschlagen/)
    await privacy({ proposed_on: null })
    await merge(kept, other)
  })

  it('holds for the kept one what was decided of the other', async () => {
    const [kept, other, third] = [await create(person('A', 'Ana')), await create(person('A', 'Anna')), await create(person('A', 'Ana'))]
    await decide(desk, third, other, 'different')
    const id = await merge(kept, other)
    expect((await decidedPairs(desk)).map(({ one, other: two }) => [one.id, two.id].sort())).toEqual([[kept, third].sort()])
    await undoMerge(desk, id)
    expect((await decidedPairs(desk)).map(({ one, other: two }) => [one.id, two.id].sort())).toEqual([[other, third].sort()])
  })

  it('refuses what is too much for one contact, and says what to do', async () => {
    const many = (kind: string) => Array.from({ length: 40 }, (_, index) => channel('phone', `${kind} ${index}`))
    const [kept, other] = [await create(person('A', 'Ana', { channels: many('a') })), await create(person('A', 'Ana', { channels: many('b') }))]
    await expect(merge(kept, other)).rejects.toThrow(/zu viele/)
  })
})

describe('undoing a merge', () => {
  it('by Strg+Z at once', async () => {
    const [kept, other] = [await create(person('Müller', 'Ana', { note: 'a' })), await create(person('Mueller', 'Ana', { note: 'b', tags: ['x'] }))]
    await createLetter(desk, other)
    const before = content()
    const { change } = await mergeContacts(desk, await versionOf(kept), await versionOf(other), { familyName: 'other' })
    expect(content()).not.toBe(before)
    await undoGroup(desk.database, desk.person, change!)
    expect(content()).toBe(before)
    expect(await getContact(desk, other)).toMatchObject({ id: other, trashed: false })
  })

  it('after edits, new roles and letters: the other one comes back exactly, what is new stays', async () => {
    const body = await create(organisation('Caritas'))
    const kept = await create(person('Müller', 'Ana', { channels: [channel('phone', '0355 1')], note: 'Alt.' }))
    const other = await create(person('Mueller', 'Anna', { channels: [channel('email', 'ana@posteo.example')], title: 'Dr.', tags: ['Presse'], note: 'Neu.', addresses: [address('a', 'Guben')] }))
    await saveRole(desk, role(other, body, 'Leitung'))
    const [old] = [await createLetter(desk, other)]
    const was = await getContact(desk, other)
    const id = await merge(kept, other)
    await saveRole(desk, role(kept, body, 'Vertretung'))
    const letter = await createLetter(desk, kept)
    await edit(kept, { title: 'Prof. Dr.', tags: ['Presse', 'Netzwerk'], givenNames: 'Ana Maria' })

    expect(await undoMerge(desk, id)).toMatchObject({ restored: other, edited: ['title'], links: 2, movedOn: 0 })
    const { version: _v, updatedAt: _u, ...back } = await getContact(desk, other)
    expect(was).toMatchObject(back)
    expect(await getContact(desk, kept)).toMatchObject({
      title: 'Prof. Dr.', givenNames: 'Ana Maria', tags: ['Netzwerk'], note: 'Alt.', addresses: [], roles: [{ title: 'Vertretung' }], channels: [{ value: '0355 1' }],
    })
    expect((await getLetter(desk, old.id)).recipientId).toBe(other)
    expect((await getLetter(desk, letter.id)).recipientId).toBe(kept)
    expect(await findMerges(desk, kept)).toMatchObject([{ id, undoneBy: 'Testleitung', links: 2 }])
    await expect(undoMerge(desk, id)).rejects.toThrow(/schon aufgehoben/)
  })

  it('can itself be taken back', async () => {
    const [kept, other] = [await create(person('Müller', 'Ana')), await create(person('Mueller', 'Ana', { tags: ['x'] }))]
    await createLetter(desk, other)
    const id = await merge(kept, other)
    const merged = content()
    const { change } = await undoMerge(desk, id)
    await undoGroup(desk.database, desk.person, change!)
    expect(content()).toBe(merged)
    expect((await findMerges(desk, kept))[0]?.undoneAt).toBeNull()
  })

  it('of the merged of the merged, in the order of making and in the other one', async () => {
    for (const order of [[0, 1], [1, 0]] as const) {
      const [a, b, c] = [
        await create(person('Adam', 'Ana', { tags: ['a'], note: 'A' })),
        await create(person('Adam', 'Anna', { tags: ['b'], note: 'B', title: 'Dr.', channels: [channel('email', 'b@posteo.example')] })),
        await create(person('Adam', 'Anne', { tags: ['c'], note: 'C', channels: [channel('phone', '0355 3')] })),
      ]
      await createLetter(desk, b)
      const before = content()
      const merges = [await merge(a, b), await merge(c, a)]
      expect((await getContact(desk, b)).id).toBe(c)
      expect(await getContact(desk, c)).toMatchObject({ title: 'Dr.', tags: ['a', 'b', 'c'] })
      const first = await undoMerge(desk, merges[order[0]]!)
      if (order[0] === 0) {
        // B is back, and C has of A only what was A's own.
        expect((await getContact(desk, b)).id).toBe(b)
        expect((await getContact(desk, a)).id).toBe(c)
        expect(await getContact(desk, c)).toMatchObject({ title: '', tags: ['a', 'c'], channels: [{ value: '0355 3' }] })
      }
      const second = await undoMerge(desk, merges[order[1]]!)
      expect([first.edited, second.edited]).toEqual([[], []])
      expect(content()).toBe(before)
    }
  })

  it('while the kept one lies in the trash', async () => {
    const [kept, other] = [await create(person('Müller', 'Ana')), await create(person('Mueller', 'Ana', { tags: ['x'] }))]
    const id = await merge(kept, other)
    await removeContacts(desk, [kept])
    await undoMerge(desk, id)
    expect(await getContact(desk, other)).toMatchObject({ trashed: false, tags: ['x'] })
    expect(await getContact(desk, kept)).toMatchObject({ trashed: true, tags: [] })
  })

  it('leaves alone what has been led elsewhere or removed since', async () => {
    const body = await create(organisation('Caritas'))
    const [kept, other] = [await create(person('Müller', 'Ana')), await create(person('Mueller', 'Ana'))]
    const [going, staying] = [role(other, body, 'geht'), role(other, body, 'bleibt')]
    for (const one of [going, staying]) await saveRole(desk, one)
    const id = await merge(kept, other)
    await desk.write({ label: 'Test' }, (transaction) => transaction.remove('contact_role', going.id))
    expect(await undoMerge(desk, id)).toMatchObject({ links: 1, movedOn: 0 })
    expect((await getContact(desk, other)).roles.map(({ title }) => title)).toEqual(['bleibt'])
  })

  it('says so when the other one was destroyed since', async () => {
    const [kept, other] = [await create(person('Müller', 'Ana')), await create(person('Mueller', 'Ana'))]
    const id = await merge(kept, other)
    await desk.write({ label: 'Test' }, (transaction) => transaction.remove('contact', other))
    await expect(undoMerge(desk, id)).rejects.toThrow(/endgültig gelöscht/)
  })
})

it('merging and undoing leaves the database as it was, for random contacts', async () => {
  const words = fc.constantFrom('', 'Ana', 'Neu.', 'Alt.')
  const values = fc.record({
    givenNames: words, note: words, title: words, formerNames: words, tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
    languages: fc.uniqueArray(fc.constantFrom('ar', 'uk'), { maxLength: 2 }),
    channels: fc.array(fc.constantFrom('0355 1', '0355 2', '0355 3'), { maxLength: 3 }), places: fc.array(fc.constantFrom('Guben', 'Forst'), { maxLength: 2 }), letters: fc.nat(2),
  })
  const plain: typeof values extends fc.Arbitrary<infer T> ? T : never = { givenNames: '', note: '', title: '', formerNames: '', tags: [], languages: [], channels: [], places: [], letters: 0 }
  const make = async ({ places, channels, letters, ...more }: typeof values extends fc.Arbitrary<infer T> ? T : never): Promise<string> => {
    const id = await create(person('Müller', more.givenNames, { ...more, channels: channels.map((value) => channel('phone', value)), addresses: places.map((place) => address(uuidv7(), place)) }))
    for (let count = 0; count < letters; count += 1) await createLetter(desk, id)
    return id
  }
  await fc.assert(fc.asyncProperty(values, values, fc.dictionary(fc.constantFrom('note', 'tags', 'channels', 'addresses', 'title'), fc.constantFrom('keep', 'other')), async (one, two, choices) => {
    const [kept, other] = [await make(one), await make(two)]
    const before = content()
    const result = await undoMerge(desk, await merge(kept, other, choices))
    expect(result.edited).toEqual([])
    expect(content()).toBe(before)
  }), {
    numRuns: 25,
    // The other contact says a number twice that the kept one has once.
    examples: [[{ ...plain, channels: ['0355 1', '0355 2'] }, { ...plain, channels: ['0355 1', '0355 2', '0355 1'] }, { channels: 'other' }]],
  })
}, 60_000)
