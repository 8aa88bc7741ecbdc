import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { emptyEvent, type EventInput } from '../../../shared/events/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { undo } from '../records/service.ts'
import { findTasks, setTasksDone, tasksOfRecord } from '../tasks/service.ts'
import { createChecklist, findChecklists, getChecklist, removeChecklist, updateChecklist } from './checklists/service.ts'
import { createSeries, getSeries } from './series/service.ts'
import { addChecklistToEvent, createEvent, eventRef, findEvents, getEvent, planMove, removeEvent, setPartners, updateEvent } from './service.ts'
import { createVenue, removeVenue, updateVenue } from './venues/service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const all = { query: '', filter: 'all', kind: '', seriesId: null, from: null, to: null, offset: 0, limit: 100 } as const
const make = async (fields: Partial<EventInput>, checklistId: string | null = null) => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Nachbarschaftsfest', ...fields }, checklistId, land: 'SN' })).id
const titles = async (query: Partial<Parameters<typeof findEvents>[1]>, today = '2027-01-01') => (await findEvents(desk(), { ...all, ...query }, today)).events.map(({ title }) => title)
const hall = { name: 'Stadthalle', contactId: null, street: 'Markt 1', postalCode: '01234', city: 'Musterstadt', stepFree: 'yes', accessibleToilet: true, hearingLoop: false, accessNote: '', transport: 'Tram 4', note: '' } as const
const room = (name: string) => ({ id: uuidv7(), name, capacity: 80, seating: '', stepFree: 'yes' as const, equipment: 'Beamer', note: '' })

describe('an event', () => {
  it('stands where and when it is; its place is said in words', async () => {
    const saal = room('Saal')
    const venueId = (await createVenue(desk(), { ...hall, rooms: [saal] })).id
    const seriesId = (await createSeries(desk(), { title: 'Interkulturelle Woche 2027', motto: '', startsOn: '2027-09-26', endsOn: '2027-10-03', entriesUntil: null, note: '' }, 'BB')).id
    const id = await make({ venueId, roomId: saal.id, seriesId, startsOn: '2027-09-26', startsAt: '18:00', endsAt: '21:00' })
    expect(await getEvent(desk(), id)).toMatchObject({ place: 'Stadthalle, Saal', seriesTitle: 'Interkulturelle Woche 2027', startsAt: '18:00' })
    expect((await getSeries(desk(), seriesId)).events).toBe(1)
    expect(await titles({ query: 'stadthalle' })).toEqual(['Nachbarschaftsfest'])
    await updateVenue(desk(), venueId, 1, { ...hall, name: 'Kulturhaus', rooms: [saal] })
    expect(await titles({ query: 'kulturhaus' })).toEqual(['Nachbarschaftsfest'])
    await removeVenue(desk(), venueId, 2)
    expect((await getEvent(desk(), id)).place).toBe('Kulturhaus, Saal')
  })

  it('is found by its days: to come, past, and in a span that it only touches', async () => {
    await make({ title: 'alt', startsOn: '2026-05-01' })
    await make({ title: 'lang', startsOn: '2026-12-30', endsOn: '2027-01-04' })
    await make({ title: 'neu', startsOn: '2027-03-01' })
    await make({ title: 'ohne Tag' })
    await make({ title: 'abgesagt', startsOn: '2027-02-01', state: 'cancelled' })
    expect(await titles({ filter: 'coming' })).toEqual(['lang', 'neu', 'ohne Tag'])
    expect(await titles({ filter: 'past' })).toEqual(['alt'])
    expect(await titles({ from: '2027-01-02', to: '2027-02-28' })).toEqual(['lang', 'abgesagt'])
  })

  it('refuses what can not be and says at which field', async () => {
    const refused = (fields: Partial<EventInput>) => expect(make(fields)).rejects.toMatchObject({ code: 'invalid', data: { fields: expect.any(Object) } })
    await refused({ startsAt: '18:00' })
    await refused({ startsOn: '2027-01-02', endsOn: '2027-01-01' })
    await refused({ startsOn: '2027-01-02', startsAt: '18:00', endsAt: '17:00' })
    await refused({ startsOn: '2027-01-02', endsAt: '17:00' })
    const id = await make({ startsOn: '2027-01-02', endsOn: '2027-01-05' })
    await expect(updateEvent(desk(), id, 1, { startsOn: '2027-01-06' }, 'SN')).rejects.toMatchObject({ code: 'invalid' })
    await expect(updateEvent(desk(), id, 7, { title: 'x' }, 'SN')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is found by who makes it', async () => {
    const id = await make({})
    await setPartners(desk(), id, 1, [{ id: uuidv7(), role: 'artist', contactId: null, name: 'Chor der Vielen', note: '' }])
    expect(await titles({ query: 'chor' })).toEqual(['Nachbarschaftsfest'])
  })
})

describe('planning backwards', () => {
  it('moves all open tasks with the day in one step that undo takes back, and lists those that have gone', async () => {
    const id = await make({ startsOn: '2027-06-12' }, 'builtin:street-festival')
    const tasks = await tasksOfRecord(desk().database.read, eventRef(id))
    const { items } = await getChecklist(desk(), 'builtin:street-festival')
    expect(tasks).toHaveLength(items.length)
    expect(tasks.find(({ title }) => title.startsWith('Sondernutzung'))).toMatchObject({ dueOn: '2027-03-19', permit: true, heading: 'Genehmigungen' })
    const [first] = tasks
    await setTasksDone(desk(), [first?.id ?? ''], true, 'SN')

    const moves = await planMove(desk(), id, '2027-04-10', 'SN', '2026-11-22')
    expect(moves).toHaveLength(items.length - 1)
    expect(moves.filter(({ past }) => past).map(({ to }) => to).every((to) => to < '2026-11-22')).toBe(true)
    expect(moves.filter(({ past }) => past).length).toBeGreaterThan(3)

    const { change } = await updateEvent(desk(), id, 1, { startsOn: '2027-04-10' }, 'SN')
    const moved = await tasksOfRecord(desk().database.read, eventRef(id))
    expect(moved.find(({ title }) => title.startsWith('Sondernutzung'))?.dueOn).toBe('2027-01-15')
    expect(moved.find(({ id: each }) => each === first?.id)?.dueOn).toBe(first?.dueOn)
    await undo(test.session, 'office', change ?? '')
    expect((await tasksOfRecord(desk().database.read, eventRef(id))).find(({ title }) => title.startsWith('Sondernutzung'))?.dueOn).toBe('2027-03-19')
  })

  it('goes to the trash and comes back with its tasks', async () => {
    const id = await make({ startsOn: '2027-06-12' }, 'builtin:lecture')
    const open = async () => (await findTasks(desk(), { query: '', filter: 'open', from: null, to: null, offset: 0, limit: 500 })).total
    const before = await open()
    const { change } = await removeEvent(desk(), id, 1)
    expect(await open()).toBe(0)
    await undo(test.session, 'office', change ?? '')
    expect(await open()).toBe(before)
  })

  it('uses the checklist of the town instead of the one that came along, until that is deleted', async () => {
    const builtin = await getChecklist(desk(), 'builtin:lecture')
    const { id } = await createChecklist(desk(), { title: 'Vortrag bei uns', kinds: ['lecture'], items: builtin.items.slice(0, 2) }, 'builtin:lecture')
    const ids = async () => (await findChecklists(desk())).map((each) => each.id)
    expect(await ids()).toContain(id)
    expect(await ids()).not.toContain('builtin:lecture')
    const own = await getChecklist(desk(), id)
    await updateChecklist(desk(), id, own.version, { ...own, items: own.items.toReversed() })
    const event = await make({ startsOn: '2027-06-12' })
    await addChecklistToEvent(desk(), event, id, 'SN')
    expect(await tasksOfRecord(desk().database.read, eventRef(event))).toHaveLength(2)
    await removeChecklist(desk(), id, 2)
    expect(await ids()).toContain('builtin:lecture')
  })
})
