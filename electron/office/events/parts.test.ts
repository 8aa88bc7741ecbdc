import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { personSchema } from '../../../shared/directory/model.ts'
import type { EquipmentItem } from '../../../shared/events/equipment/model.ts'
import { emptyEvent, type EventInput } from '../../../shared/events/model.ts'
import type { EventMoney } from '../../../shared/events/money/model.ts'
import type { RunItem } from '../../../shared/events/run/model.ts'
import { emptySafety } from '../../../shared/events/safety/model.ts'
import type { Shift } from '../../../shared/events/shifts/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { addPapers, papersOf } from '../correspondence/register/documents-service.ts'
import { receive } from '../correspondence/register/receiving.ts'
import { contactHistory } from '../directory/dealings/history-service.ts'
import { createContact } from '../directory/service.ts'
import { restore, undo } from '../records/service.ts'
import { find } from '../search/service.ts'
import { tasksOfRecord } from '../tasks/service.ts'
import { eventHistory } from './contact-history.ts'
import { copyEvent } from './copy/service.ts'
import { equipmentPart } from './equipment/service.ts'
import { papersOfReceipts } from './money/repository.ts'
import { moneyOfEvents, moneyOfSeries, moneyPart } from './money/service.ts'
import { getPart, savePart, type EventPart } from './parts.ts'
import { runPart } from './run/service.ts'
import { safetyPart } from './safety/service.ts'
import { createSeries } from './series/service.ts'
import { createEvent, eventRef, getEvent, removeEvent, setPartners, showEvent, updateEvent } from './service.ts'
import { findHelpers } from './shifts/repository.ts'
import { shiftsPart } from './shifts/service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const make = async (fields: Partial<EventInput> = {}) => (await createEvent(desk(), { fields: { ...emptyEvent, title: 'Lindenfest', startsOn: '2027-06-12', startsAt: '13:00', ...fields }, checklistId: null, land: 'SN' })).id
const store = async <Content>(part: EventPart<Content>, id: string, content: Content) => savePart(desk(), part, id, (await getPart(desk(), part, id)).version, content)
const read = async <Content>(part: EventPart<Content>, id: string) => (await getPart(desk(), part, id)).content

const money: EventMoney = {
  sources: [
    { id: 'grant', kind: 'grant', name: 'Landesmittel', contactId: null, funder: 'Land', reference: 'Az. 7', plannedCents: 500_000, approvedCents: 400_000, proofOn: '2027-12-31', note: 'Rate 1' },
    { id: 'own', kind: 'own', name: '', contactId: null, funder: '', reference: '', plannedCents: 100_000, approvedCents: null, proofOn: null, note: '' },
  ],
  lines: [{ id: 'stage', category: 'technology', label: 'Bühne', plannedCents: 350_000, sourceId: 'grant' }, { id: 'food', category: 'catering', label: '', plannedCents: 120_000, sourceId: 'own' }],
  receipts: [
    { id: 'r1', direction: 'expense', number: 1, on: '2027-06-01', paidOn: '2027-06-10', contactId: null, party: 'Bühnenbau Quarz', purpose: 'Bühne', amountCents: 360_000, lineId: 'stage', sourceId: 'grant' },
    { id: 'r2', direction: 'income', number: 2, on: '2027-05-01', paidOn: '2027-05-01', contactId: null, party: 'Land', purpose: 'Rate 1', amountCents: 200_000, lineId: null, sourceId: 'grant' },
  ],
}
const shift = (id: string, people: Shift['people'] = []): Shift => ({ id, task: 'Getränke', place: 'Zelt', day: 0, startsAt: '13:00', endsAt: '16:00', needed: 2, note: '', people })
const thing = (id: string, fields: Partial<EquipmentItem> = {}): EquipmentItem => ({ id, what: 'Zelt', quantity: '2', ownerId: null, owner: 'Bauhof', bringerId: null, bringer: '', got: true, returned: false, note: '', ...fields })
const item = (id: string): RunItem => ({ id, day: 0, startsAt: null, minutes: 20, title: 'Begrüßung', who: 'Bürgermeisterin', place: 'Bühne', technology: 'Funkmikrofon', note: '' })

describe('parts of an event', () => {
  it('are stored whole, found by search, and go to the trash and back with the event', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    await store(shiftsPart, id, { shifts: [shift('s', [{ id: 'h', contactId: null, name: 'Frieda Falter' }])] })
    await store(equipmentPart, id, { items: [thing('t')] })
    await store(runPart, id, { items: [item('i')] })
    const safety = { ...emptySafety, facts: { ...emptySafety.facts, meetingPoint: 'Linde' }, exclusion: true, risks: [{ id: 'k', title: 'Sturm', likelihood: 2, impact: 3, measure: 'Räumen', responsible: '' }] }
    await store(safetyPart, id, safety)
    expect(await read(moneyPart, id)).toEqual(money)
    expect(await read(safetyPart, id)).toEqual(safety)
    for (const word of ['Quarz', 'Falter', 'Bauhof', 'Landesmittel', 'Begrüßung']) expect((await find(test.session, word, 5)).map(({ record }) => record)).toEqual([eventRef(id)])
    await removeEvent(desk(), id, (await getEvent(desk(), id)).version)
    expect(await find(test.session, 'Quarz', 5)).toEqual([])
    await restore(test.session, 'office', eventRef(id))
    expect(await read(shiftsPart, id)).toMatchObject({ shifts: [{ people: [{ name: 'Frieda Falter' }] }] })
  })

  it('join typing to one step; a line that goes is a step of its own, which undo brings back', async () => {
    const id = await make()
    await store(runPart, id, { items: [item('a')] })
    const second = await store(runPart, id, { items: [item('a'), item('b')] })
    const third = await store(runPart, id, { items: [item('a'), { ...item('b'), minutes: 90 }] })
    expect(third.change).toBe(second.change)
    const gone = await store(runPart, id, { items: [item('a')] })
    expect(gone.change).not.toBe(second.change)
    await undo(test.session, 'office', gone.change ?? '')
    expect((await read(runPart, id)).items).toMatchObject([{ id: 'a' }, { id: 'b', minutes: 90 }])
  })

  it('refuse to overwrite what somebody else has changed since', async () => {
    const id = await make()
    await updateEvent(desk(), id, 1, { title: 'Neu' }, 'SN')
    await expect(savePart(desk(), runPart, id, 1, { items: [] })).rejects.toMatchObject({ code: 'conflict' })
    await expect(getPart(desk(), runPart, 'none')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keep their times when the day of the event moves', async () => {
    const id = await make()
    await store(shiftsPart, id, { shifts: [{ ...shift('s'), day: -1 }] })
    await updateEvent(desk(), id, (await getEvent(desk(), id)).version, { startsOn: '2027-07-03' }, 'SN')
    expect((await read(shiftsPart, id)).shifts).toMatchObject([{ day: -1, startsAt: '13:00' }])
  })
})

describe('money', () => {
  it('gives plan and actual for figures, with zeros for an event without a budget', async () => {
    const [id, other] = [await make(), await make()]
    await store(moneyPart, id, money)
    const sums = await moneyOfEvents(desk().database.read, [id, other])
    expect(sums.get(id)).toEqual({
      expense: { plannedCents: 470_000, actualCents: 360_000 }, income: { plannedCents: 500_000, actualCents: 200_000 },
      bySource: [{ kind: 'grant', plannedCents: 400_000, actualCents: 200_000, usedCents: 360_000 }, { kind: 'own', plannedCents: 100_000, actualCents: 0, usedCents: 0 }],
    })
    expect(sums.get(other)).toEqual({ expense: { plannedCents: 0, actualCents: 0 }, income: { plannedCents: 0, actualCents: 0 }, bySource: [] })
  })

  it('adds up a series', async () => {
    const { id: seriesId } = await createSeries(desk(), { title: 'Woche', motto: '', startsOn: null, endsOn: null, entriesUntil: null, note: '' })
    for (const title of ['A', 'B']) await store(moneyPart, await make({ title, seriesId }), { ...money, sources: money.sources.map((each) => ({ ...each, id: uuidv7() })), lines: money.lines.map((each) => ({ ...each, id: uuidv7() })), receipts: [] })
    await make({ title: 'C' })
    const series = await moneyOfSeries(desk(), seriesId)
    expect(series.events.map(({ title }) => title)).toEqual(['A', 'B'])
    expect(series.expense).toEqual({ plannedCents: 940_000, actualCents: 0 })
  })

  it('leads nowhere when a line or source goes, and nothing else is lost', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    await store(moneyPart, id, { ...money, lines: [], sources: money.sources.slice(1) })
    expect((await read(moneyPart, id)).receipts).toMatchObject([{ lineId: null, sourceId: null, amountCents: 360_000 }, { sourceId: null }])
  })

  it('keeps the paper with its receipt: it shows the event, goes to the trash with the receipt and comes back', async () => {
    const id = await make()
    await store(moneyPart, id, money)
    const { token } = await receive(desk(), 'Rechnung.txt', Buffer.from('Rechnung 4711'))
    await addPapers(desk(), { type: 'event-receipt', id: 'r1' }, [token])
    expect(await papersOfReceipts(desk().database.read, id)).toEqual({ r1: 1 })
    expect((await showEvent(desk(), 'r1')).id).toBe(id)
    const { change } = await store(moneyPart, id, { ...money, receipts: [] })
    expect(await papersOf(desk(), { type: 'event-receipt', id: 'r1' })).toEqual([])
    await undo(test.session, 'office', change ?? '')
    expect(await papersOf(desk(), { type: 'event-receipt', id: 'r1' })).toHaveLength(1)
    await removeEvent(desk(), id, (await getEvent(desk(), id)).version)
    expect(await papersOf(desk(), { type: 'event-receipt', id: 'r1' })).toEqual([])
    await restore(test.session, 'office', eventRef(id))
    expect(await papersOf(desk(), { type: 'event-receipt', id: 'r1' })).toHaveLength(1)
  })
})

describe('helpers', () => {
  const person = (familyName: string, tags: string[] = []) => createContact(desk(), personSchema.parse({ kind: 'person', familyName, givenNames: 'Kim', tags }))
  it('are offered first: who has helped, then volunteers, then all others that match', async () => {
    const [none, tagged, before] = [(await person('Adler')).id, (await person('Adam', ['Ehrenamt'])).id, (await person('Adrian')).id]
    await store(shiftsPart, await make(), { shifts: [shift('s', [{ id: 'h', contactId: before, name: 'Kim Adrian' }])] })
    const found = await findHelpers(desk().database.read, 'ad', 10, '2027-01-01')
    expect(found.map(({ id, why }) => [id, why])).toEqual([[before, 'hat schon geholfen'], [tagged, 'ehrenamtlich'], [none, '']])
    expect((await findHelpers(desk().database.read, '', 10, '2027-01-01')).map(({ id }) => id)).toEqual([before, tagged])
    expect(await contactHistory(desk(), before, [eventHistory])).toMatchObject([{ title: 'Lindenfest', text: 'Hilfe: Getränke · Geplant' }])
  })
})

describe('an event as template', () => {
  it('gives a new one with all that was planned and nothing of what came of it, in one step', async () => {
    const id = await make({ endsOn: '2027-06-13', visitors: 400, state: 'settled' })
    await setPartners(desk(), id, 1, [{ id: 'p', role: 'artist', contactId: null, name: 'Chor', note: '' }])
    await store(moneyPart, id, money)
    await store(shiftsPart, id, { shifts: [shift('s', [{ id: 'h', contactId: null, name: 'Frieda' }])] })
    await store(equipmentPart, id, { items: [thing('t', { returned: true })] })
    await store(runPart, id, { items: [item('i')] })
    await store(safetyPart, id, { ...emptySafety, facts: { ...emptySafety.facts, firstAid: 'DRK' }, risks: [{ id: 'k', title: 'Sturm', likelihood: 2, impact: 3, measure: '', responsible: '' }] })
    const { id: copy, change } = await copyEvent(desk(), id, { title: 'Lindenfest 2028', startsOn: '2028-06-10', checklistId: 'builtin:street-festival', land: 'SN' })
    expect(await getEvent(desk(), copy)).toMatchObject({ title: 'Lindenfest 2028', state: 'planned', startsOn: '2028-06-10', startsAt: '13:00', endsOn: '2028-06-11', visitors: null, partners: [{ name: 'Chor' }] })
    const plan = await read(moneyPart, copy)
    expect(plan.receipts).toEqual([])
    expect(plan.sources).toMatchObject([{ name: 'Landesmittel', plannedCents: 500_000, approvedCents: null, reference: '', proofOn: null }, { kind: 'own' }])
    expect(plan.lines.map(({ sourceId }) => sourceId)).toEqual(plan.sources.map((source) => source.id))
    expect((await read(shiftsPart, copy)).shifts).toMatchObject([{ task: 'Getränke', people: [] }])
    expect((await read(equipmentPart, copy)).items).toMatchObject([{ what: 'Zelt', got: false, returned: false }])
    expect((await read(runPart, copy)).items).toMatchObject([{ title: 'Begrüßung', minutes: 20 }])
    expect(await read(safetyPart, copy)).toMatchObject({ facts: { firstAid: 'DRK' }, risks: [{ title: 'Sturm' }] })
    expect((await tasksOfRecord(desk().database.read, eventRef(copy))).length).toBeGreaterThan(5)
    // The first event stays as it was.
    expect((await read(moneyPart, id)).receipts).toHaveLength(2)
    await undo(test.session, 'office', change ?? '')
    await expect(getEvent(desk(), copy)).rejects.toMatchObject({ code: 'not-found' })
  })
})
