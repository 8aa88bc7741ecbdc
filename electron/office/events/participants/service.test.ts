import { read as readWorkbook, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyEvent, type EventInput } from '../../../../shared/events/model.ts'
import { emptyParticipant, type ParticipantInput } from '../../../../shared/events/participants/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { plainPages } from '../../database/plain-pages.fixture.ts'
import { destroyContacts } from '../../directory/privacy/destroy-service.ts'
import { propose } from '../../directory/privacy/review-service.ts'
import { person } from '../../directory/sample.fixture.ts'
import { createContact } from '../../directory/service.ts'
import { saveDraft } from '../../drafts/service.ts'
import { FileGrants } from '../../file-grants.ts'
import { readHistory, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import { eventAccess } from '../privacy/access.ts'
import { createEvent, getEvent, removeEvent } from '../service.ts'
import { destroyParticipant, destroyRoster } from './destroy.ts'
import { addSheet, setQuestions } from './evaluation/service.ts'
import { saveList } from './output/list.ts'
import { saveBadges, saveConsents, saveNeeds, saveSignIn } from './output/service.ts'
import { addParticipant, dueLists, getRoster, moveUp, removeParticipants, setArrived, setDeletion, setState, updateParticipant } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const make = async (fields: Partial<EventInput> = {}) => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lesung', startsOn: '2027-03-01', ...fields }, checklistId: null, land: 'SN' })).id
const add = async (eventId: string, fields: Partial<ParticipantInput>) => addParticipant(desk(), eventId, { ...emptyParticipant, ...fields })
const states = async (eventId: string) => (await getRoster(desk(), eventId)).participants.map(({ name, state }) => `${name} ${state}`)
const first = async (eventId: string) => {
  const [found] = (await getRoster(desk(), eventId)).participants
  if (!found) throw new Error('Nobody is on the list.')
  return found
}
const written = async (write: (grants: FileGrants, grant: string) => Promise<unknown>) => {
  const grants = new FileGrants()
  const path = join(test.vault.folder, 'out')
  grants.allow('g', path, 'write')
  await write(grants, 'g')
  return readFileSync(path)
}

describe('registration', () => {
  it('puts whoever comes too late on the waiting list and lets them move up in order, with undo', async () => {
    const event = await make({ capacity: 3 })
    await add(event, { name: 'Familie Blau', persons: 2 })
    await add(event, { name: 'Vera', persons: 2 })
    expect((await add(event, { name: 'Wim' })).state).toBe('registered')
    await add(event, { name: 'Xenia' })
    expect(await states(event)).toEqual(['Familie Blau registered', 'Vera waiting', 'Wim registered', 'Xenia waiting'])
    expect(await moveUp(desk(), event, false)).toMatchObject({ moved: [], change: null })

    const { participants } = await getRoster(desk(), event)
    await setState(desk(), event, [participants[2]?.id ?? ''], 'cancelled')
    // Vera comes with two and only one place is free.
    const { moved, passed, change } = await moveUp(desk(), event, false)
    expect([moved, passed]).toEqual([['Xenia'], 1])
    await undo(test.session, 'office', change ?? '')
    expect(await states(event)).toContain('Xenia waiting')
    await setState(desk(), event, [participants[0]?.id ?? ''], 'cancelled')
    expect((await moveUp(desk(), event, true)).moved).toEqual(['Vera', 'Xenia'])
  })

  it('says whom it may be and takes them all the same; removes with undo', async () => {
    const event = await make()
    await add(event, { name: 'Kim Nguyen', organisation: 'Chor' })
    const twin = await add(event, { name: 'Nguyen, Kim' })
    expect(twin.sameAs).toEqual(['Kim Nguyen, Chor'])
    const { change } = await removeParticipants(desk(), event, [twin.id])
    expect(await states(event)).toHaveLength(1)
    await undo(test.session, 'office', change ?? '')
    expect(await states(event)).toHaveLength(2)
  })

  it('refuses what was changed meanwhile, and dates the answer to the photo question', async () => {
    const event = await make()
    await add(event, { name: 'Kim' })
    const { id, revision } = await first(event)
    await updateParticipant(desk(), event, { id, revision, fields: { photo: 'yes' } })
    expect((await first(event)).photoOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    await expect(updateParticipant(desk(), event, { id, revision, fields: { name: 'x' } })).rejects.toMatchObject({ code: 'conflict' })
    await updateParticipant(desk(), event, { id, revision: revision + 1, fields: { photo: 'unasked' } })
    expect((await first(event)).photoOn).toBeNull()
    await expect(updateParticipant(desk(), await make(), { id, revision: revision + 2, fields: {} })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('notes arrivals without a line in the history of the event, and gives a place to whoever came anyway', async () => {
    const event = await make({ capacity: 1 })
    await add(event, { name: 'Anna' })
    const { id } = await add(event, { name: 'Bela', persons: 3 })
    const { change } = await setArrived(desk(), event, id, 2)
    expect((await getRoster(desk(), event)).participants[1]).toMatchObject({ state: 'registered', arrivedPersons: 2, waitingSince: null })
    await undo(test.session, 'office', change ?? '')
    expect((await getRoster(desk(), event)).participants[1]).toMatchObject({ state: 'waiting', arrivedAt: null })
    const { state } = await addParticipant(desk(), event, { ...emptyParticipant, name: 'Carl', source: 'walk-in' }, { arrived: true })
    expect(state).toBe('registered')
    expect((await readHistory(test.session, 'office', { type: 'event', id: event })).map(({ action }) => action)).toEqual(['Veranstaltung angelegt'])
    expect((await getEvent(desk(), event)).version).toBe(1)
    // Nobody is found outside of the event.
    expect(await find(test.session, 'Anna', 10)).toEqual([])
  })
})

describe('what goes out', () => {
  it('tells the kitchen numbers and nothing else', async () => {
    const event = await make()
    await add(event, { name: 'Zyklamenblüte', persons: 4, needs: [{ code: 'vegan', count: 2, detail: '' }, { code: 'allergy-other', count: 1, detail: 'Rhabarberkompott' }], note: 'Geheimnotiz', organisation: 'Vereinsname' })
    const bytes = await written((grants, grant) => saveNeeds(desk(), grants, { eventId: event, grant, what: 'caterer', format: 'xlsx' }))
    const { default: JSZip } = await import('jszip')
    const zip = await JSZip.loadAsync(bytes)
    const text = (await Promise.all(Object.values(zip.files).map((entry) => entry.async('string')))).join('\n')
    expect(text).toContain('vegan')
    for (const secret of ['Zyklamenblüte', 'Rhabarberkompott', 'Geheimnotiz', 'Vereinsname']) expect(text).not.toContain(secret)
    await written((grants, grant) => saveNeeds(desk(), grants, { eventId: event, grant, what: 'all', format: 'pdf' }))
  })

  it('gives the list as a workbook, with contact data and needs only where they are asked for, and never the notes', async () => {
    const event = await make({ capacity: 1 })
    await add(event, { name: 'Zoe Anfang', email: 'zoe@example.org', phone: '0355 7', needs: [{ code: 'vegan', count: 1, detail: '' }], note: 'Geheimnotiz' })
    await add(event, { name: 'Anna Zuletzt', persons: 2 })
    const table = async (contact: boolean, needs: boolean): Promise<string[][]> => {
      const book = readWorkbook(await written((grants, grant) => saveList(desk(), grants, { eventId: event, grant, contact, needs })))
      return utils.sheet_to_json<string[]>(book.Sheets['Teilnehmende'] ?? {}, { header: 1, defval: '' })
    }
    const short = await table(false, false)
    expect(short.map((row) => row.slice(0, 5))).toEqual([['Nr.', 'Name', 'Organisation', 'Personen', 'Stand'], ['1', 'Zoe Anfang', '', '1', 'Angemeldet'], ['2', 'Anna Zuletzt', '', '2', 'Warteliste']])
    const long = await table(true, true)
    expect(long[1]).toEqual(expect.arrayContaining(['zoe@example.org', '0355 7', 'vegan']))
    expect(short.flat().filter((cell) => ['zoe@example.org', '0355 7', 'vegan'].includes(cell))).toEqual([])
    expect(long.flat()).not.toContain('Geheimnotiz')
  })

  it('prints sign-in sheet, badges and consents, and names what our fonts have no letters for', async () => {
    const event = await make()
    await add(event, { name: 'سارة خليل', photo: 'yes' })
    await add(event, { name: 'ሰላም' })
    const sheet = { columns: 2, rows: 5, width: 80, height: 50, left: 17.5, top: 13.5, stepX: 95, stepY: 55 }
    const options = { eventId: event, sheet, start: 4, frames: false, second: 'organisation', companions: false, ids: null } as const
    let unprintable: string[] = []
    const pdf = await written(async (grants, grant) => { ({ unprintable } = await saveBadges(desk(), grants, { ...options, grant, format: 'pdf' })) })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(unprintable).toEqual(['ሰላም'])
    expect((await written((grants, grant) => saveBadges(desk(), grants, { ...options, grant, format: 'docx' }))).subarray(0, 2).toString()).toBe('PK')
    const papers = [
      await written((grants, grant) => saveConsents(desk(), grants, { eventId: event, grant })),
      await written((grants, grant) => saveSignIn(desk(), grants, { eventId: event, grant, organisation: true, blank: 5 })),
    ]
    expect(papers.map((bytes) => bytes.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-'])
  })
})

describe('deletion', () => {
  const marker = 'Quappenschlagbaum'
  // The index would keep words folded and share their beginnings with their neighbours, so the end of the word is looked for too.
  const traces = [marker, marker.toLowerCase(), marker.slice(6).toLowerCase()]
  const found = () => {
    const pages = plainPages(join(test.vault.folder, 'office.db'), test.vault.officeKey)
    return traces.filter((trace) => pages.includes(trace))
  }

  it('is due so many days after the event, also in the trash', async () => {
    const event = await make({ startsOn: '2027-03-01', endsOn: '2027-03-02' })
    await add(event, { name: 'Kim' })
    await make({ title: 'leer', startsOn: '2020-01-01' })
    expect(await dueLists(desk(), '2027-03-31')).toEqual([])
    expect(await dueLists(desk(), '2027-04-01')).toMatchObject([{ eventId: event, participants: 1, deleteFrom: '2027-04-01', trashed: false }])
    await setDeletion(desk(), event, 7)
    expect(await dueLists(desk(), '2027-03-09')).toHaveLength(1)
    await removeEvent(desk(), event, 1)
    expect(await dueLists(desk(), '2027-03-09')).toMatchObject([{ trashed: true }])
    expect((await getRoster(desk(), event, '2027-03-08')).deletionDue).toBe(false)
  })

  it('leaves no byte of anybody: rows, history, drafts, free pages, log; the counts stay', async () => {
    const event = await make({ capacity: 500 })
    for (let index = 0; index < 60; index += 1) await add(event, { name: `${marker} ${index}`, email: `${marker}${index}@example.org`, persons: 2, needs: [{ code: 'vegan', count: 1, detail: marker }], note: marker, languages: ['uk'] })
    const { participants } = await getRoster(desk(), event)
    const { change } = await setArrived(desk(), event, participants[0]?.id ?? '', 2)
    await removeParticipants(desk(), event, [participants[1]?.id ?? ''])
    await updateParticipant(desk(), event, { id: participants[2]?.id ?? '', revision: 1, fields: { name: `${marker} neu`, note: 'anders' } })
    await saveDraft(test.session, 'office', `participants:${event}`, { text: marker })
    await setQuestions(desk(), event, [{ id: 'q', kind: 'text', text: 'Was noch?' }, { id: 's', kind: 'scale', text: 'Wie war es?' }])
    await addSheet(desk(), event, { q: `Danke an ${marker}`, s: 4 })
    // Folded it stands nowhere: no list is in the index.
    expect(found()).toEqual([marker, marker.slice(6).toLowerCase()])

    await destroyRoster(desk(), event, false)
    expect(found()).toEqual([])
    const roster = await getRoster(desk(), event)
    expect(roster).toMatchObject({ participants: [], questions: [], sheets: [], deletionDue: false })
    expect(roster.attendance).toMatchObject({
      figures: { registrations: 59, persons: 118, present: 2, noShows: 116, needs: [{ code: 'vegan', count: 59 }], languages: [{ code: 'uk', count: 118 }] },
      evaluation: { sheets: 1, questions: [{ answered: 1, texts: [] }, { average: 4 }] }, deletedBy: 'Testleitung',
    })
    await expect(undo(test.session, 'office', change ?? '')).rejects.toMatchObject({ code: 'not-found' })
    expect((await getEvent(desk(), event)).title).toBe('Lesung')

    // A list that begins anew is added to the counts when it goes too.
    await add(event, { name: 'Neu' })
    await destroyRoster(desk(), event, true)
    expect((await getRoster(desk(), event)).attendance).toMatchObject({ figures: { registrations: 60, persons: 119 }, evaluation: { sheets: 1 } })
  })

  it('takes one person out of everything, and leaves the others with their history', async () => {
    const event = await make()
    const { id } = await add(event, { name: marker, note: marker })
    const other = await add(event, { name: 'Kim' })
    const { change } = await setArrived(desk(), event, other.id, 1)
    await updateParticipant(desk(), event, { id, revision: 1, fields: { note: `${marker} zwei` } })
    await destroyParticipant(desk(), event, id)
    expect(found()).toEqual([])
    await undo(test.session, 'office', change ?? '')
    expect((await getRoster(desk(), event)).participants).toMatchObject([{ name: 'Kim', arrivedAt: null }])
    await expect(destroyParticipant(desk(), event, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps written answers only by the word of a person, and waits for Leitung before the list is due', async () => {
    const event = await make({ startsOn: '2999-01-01' })
    await add(event, { name: 'Kim' })
    await setQuestions(desk(), event, [{ id: 'q', kind: 'text', text: 'Was noch?' }])
    await addSheet(desk(), event, { q: 'Mehr Musik' })
    await test.reopen('assistenz')
    await expect(destroyRoster(desk(), event, true)).rejects.toMatchObject({ code: 'forbidden' })
    await destroyRoster(desk(), event, true, '2999-02-01')
    expect((await getRoster(desk(), event)).attendance?.evaluation?.questions[0]?.texts).toEqual(['Mehr Musik'])
  })
})

describe('a contact who takes part', () => {
  it('is told of it in the access export, and is only a count after being deleted', async () => {
    const { id: contactId } = await createContact(desk(), person('Rosendorn', 'Rita'))
    const event = await make()
    await add(event, { name: 'Rita Rosendorn', contactId, email: 'rita.rosendorn@example.org', persons: 2, needs: [{ code: 'halal', count: 1, detail: '' }], note: 'sitzt vorn' })
    expect((await eventAccess.read(desk(), contactId)).find(({ heading }) => heading === 'Teilnahme an Veranstaltungen')?.entries).toMatchObject([{ day: '2027-03-01', title: 'Lesung', details: expect.arrayContaining([['Bedarf', 'halal'], ['Notiz', 'sitzt vorn']]) }])
    await propose(desk(), [contactId], 'requested', '')
    await destroyContacts(desk(), { ids: [contactId], retained: 'neutral', others: 'destroy' })
    expect(await first(event)).toMatchObject({ name: 'Gelöschter Kontakt', contactId: null, email: '', note: '', persons: 2 })
    expect(plainPages(join(test.vault.folder, 'office.db'), test.vault.officeKey).includes('osendorn')).toBe(false)
  })
})
