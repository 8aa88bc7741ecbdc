import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarLine, EntryInput } from '../../../shared/calendar/model.ts'
import { emptyEvent } from '../../../shared/events/model.ts'
import { emptyTask } from '../../../shared/tasks/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { createEvent } from '../events/service.ts'
import { undo } from '../records/service.ts'
import { createTask } from '../tasks/service.ts'
import { absencesOn } from './away.ts'
import { agenda } from './output.ts'
import { calendarRange } from './range.ts'
import { entriesBetween } from './repository.ts'
import { createEntries, createEntry, getEntry, moveEntry, overruleDay, removeEntry, restoreDay, skipEntry, updateEntry } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office

const meeting: EntryInput = {
  kind: 'meeting', title: 'Netzwerktreffen', startsOn: '2026-11-25', startsAt: '10:00', endsOn: null, endsAt: '11:30', place: 'Rathaus', note: '', repeat: '', repeatUntil: null, personId: null, personName: '',
}
const hours: EntryInput = { ...meeting, kind: 'hours', title: 'Sprechzeit', startsOn: '2026-11-02', startsAt: '09:00', endsAt: '12:00', repeat: 'FREQ=WEEKLY;BYDAY=MO,TH' }
const make = async (fields: Partial<EntryInput> = {}, base = meeting) => (await createEntry(desk(), { ...base, ...fields })).id
const lines = (from: string, to: string, today = '2026-11-22') => calendarRange(desk(), { from, to, land: 'SN' }, today)
const own = async (from: string, to: string) => (await lines(from, to)).filter(({ record }) => record?.type === 'calendar-entry').map(said)
const said = ({ title, from, fromAt, mark }: CalendarLine) => [title, from, fromAt, mark].filter(Boolean).join(' ')

describe('a span of days', () => {
  it('has everything of the office that touches it, by day and time', async () => {
    await make()
    await make({ kind: 'absence', title: 'Urlaub', startsOn: '2026-11-20', startsAt: null, endsOn: '2026-11-24', endsAt: null, place: '', personId: 'p', personName: 'Asta Ablage' })
    const { id } = await createEvent(desk(), { fields: { ...emptyEvent, title: 'Adventsbegegnung', startsOn: '2026-11-25', startsAt: '15:00' }, checklistId: null, land: 'SN' })
    await createTask(desk(), { ...emptyTask, title: 'Einladung', wantedOn: '2026-11-23' }, 'SN')
    await createTask(desk(), { ...emptyTask, title: 'Ohne Tag' }, 'SN')
    expect((await lines('2026-11-23', '2026-11-25')).map(said)).toEqual([
      'Urlaub: Asta Ablage 2026-11-20', 'Einladung 2026-11-23', 'Tag gegen Gewalt an Frauen 2026-11-25', 'Netzwerktreffen 2026-11-25 10:00', 'Adventsbegegnung 2026-11-25 15:00',
    ])
    expect((await lines('2026-11-25', '2026-11-25')).at(-1)).toMatchObject({ record: { type: 'event', id }, movable: true, off: false })
  })

  it('says what is late, cancelled, forecast, and what falls out', async () => {
    await createTask(desk(), { ...emptyTask, title: 'Bericht', wantedOn: '2026-11-20' }, 'SN')
    await createEvent(desk(), { fields: { ...emptyEvent, title: 'Fest', state: 'cancelled', startsOn: '2026-11-20' }, checklistId: null, land: 'SN' })
    expect((await lines('2026-11-20', '2026-11-20')).map(said)).toEqual(['Bericht 2026-11-20 überfällig', 'Fest 2026-11-20 abgesagt'])
    expect((await lines('2027-03-09', '2027-03-09')).map(said)).toContain('Zuckerfest (Ramazan Bayramı, ʿĪd al-Fiṭr) 2027-03-09 vorläufig')
    await make({ personId: 'p', personName: 'Mara Muster' }, hours)
    await make({ kind: 'absence', title: 'Urlaub', startsOn: '2026-12-07', startsAt: null, endsOn: '2026-12-08', endsAt: null, personId: 'p', personName: 'Mara Muster' })
    expect((await own('2026-12-07', '2026-12-10')).filter((text) => text.startsWith('Sprech'))).toEqual(['Sprechzeit 2026-12-07 09:00 entfällt: Urlaub: Mara Muster', 'Sprechzeit 2026-12-10 09:00'])
    expect(await own('2026-12-24', '2026-12-24')).toEqual(['Sprechzeit 2026-12-24 09:00 entfällt: Heiligabend'])
  })

  it('asks an index', async () => {
    await createEntries(desk(), 'Viele', Array.from({ length: 30 }, () => meeting))
    const { read, connections } = desk().database
    const plans: string[] = []
    const explain: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        const { sql, parameters } = read.getExecutor().compileQuery(node, queryId)
        plans.push(...connections.reader.all(`EXPLAIN QUERY PLAN ${sql}`, parameters as never).map(({ detail }) => String(detail)))
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }
    await entriesBetween(read.withPlugin(explain) as typeof read, '2026-11-01', '2026-11-30')
    expect(plans.join('\n')).toContain('SEARCH calendar_entry USING INDEX calendar_entry_by_days (deleted_at=? AND last_on>?)')
  })
})

describe('an entry', () => {
  it('is stored, changed, found in the trash and refused where it can not be', async () => {
    const id = await make()
    await updateEntry(desk(), id, 1, { startsAt: '11:00', endsAt: '12:00' })
    expect(await getEntry(desk(), id)).toMatchObject({ startsAt: '11:00', place: 'Rathaus', version: 2 })
    await expect(updateEntry(desk(), id, 1, { title: 'x' })).rejects.toMatchObject({ code: 'conflict' })
    for (const fault of [{ endsAt: '09:00' }, { endsOn: '2026-11-24' }, { startsAt: null }, { repeat: 'FREQ=SECONDLY' }, { repeat: 'FREQ=WEEKLY', repeatUntil: '2026-01-01' }]) {
      await expect(updateEntry(desk(), id, 2, fault)).rejects.toMatchObject({ code: 'invalid' })
    }
    const { change } = await removeEntry(desk(), id, 2)
    expect(await own('2026-11-25', '2026-11-25')).toEqual([])
    await undo(test.session, 'office', change ?? '')
    expect(await own('2026-11-25', '2026-11-25')).toEqual(['Netzwerktreffen 2026-11-25 11:00'])
  })

  it('keeps its length where it is laid elsewhere', async () => {
    const id = await make({ startsAt: null, endsAt: null, endsOn: '2026-11-27' })
    await moveEntry(desk(), id, 1, '2026-11-25', { startsOn: '2026-12-30', startsAt: null, endsAt: null }, false)
    expect(await getEntry(desk(), id)).toMatchObject({ startsOn: '2026-12-30', endsOn: '2027-01-01' })
  })

  it('that repeats can be laid elsewhere once; undo takes back both halves', async () => {
    const id = await make({}, hours)
    const { change } = await moveEntry(desk(), id, 1, '2026-11-26', { startsOn: '2026-11-27', startsAt: '13:00', endsAt: '16:00' }, false)
    expect(await own('2026-11-23', '2026-11-30')).toEqual(['Sprechzeit 2026-11-23 09:00', 'Sprechzeit 2026-11-27 13:00', 'Sprechzeit 2026-11-30 09:00'])
    await undo(test.session, 'office', change ?? '')
    expect(await own('2026-11-23', '2026-11-30')).toEqual(['Sprechzeit 2026-11-23 09:00', 'Sprechzeit 2026-11-26 09:00', 'Sprechzeit 2026-11-30 09:00'])
  })

  it('that repeats can be laid elsewhere with all its times, and what fell out stays out', async () => {
    const id = await make({}, hours)
    const skipped = await skipEntry(desk(), id, 1, '2026-12-03')
    await moveEntry(desk(), id, skipped.version, '2026-11-26', { startsOn: '2026-11-25', startsAt: '14:00', endsAt: '17:00' }, true)
    expect(await own('2026-11-23', '2026-12-07')).toEqual(['Sprechzeit 2026-11-23 14:00', 'Sprechzeit 2026-11-25 14:00', 'Sprechzeit 2026-11-30 14:00', 'Sprechzeit 2026-12-07 14:00'])
    const monthly = await make({ repeat: 'FREQ=MONTHLY;BYDAY=1WE', startsOn: '2026-12-02' })
    await expect(moveEntry(desk(), monthly, 1, '2026-12-02', { startsOn: '2026-12-03', startsAt: null, endsAt: null }, true)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('names no time that it has not', async () => {
    const id = await make({}, hours)
    await expect(skipEntry(desk(), id, 1, '2026-11-24')).rejects.toMatchObject({ code: 'not-found' })
    await expect(moveEntry(desk(), id, 1, '2026-11-24', { startsOn: '2026-11-25', startsAt: null, endsAt: null }, false)).rejects.toMatchObject({ code: 'not-found' })
    await expect(skipEntry(desk(), await make(), 1, '2026-11-25')).rejects.toMatchObject({ code: 'invalid' })
  })
})

it('says who is away on a day and how long, not why; an hour at the dentist is no absence', async () => {
  const away = { kind: 'absence', startsAt: null, endsAt: null, place: '' } as const
  await make({ ...away, title: 'Urlaub', startsOn: '2026-11-30', endsOn: '2026-12-04', personId: 'asta', personName: 'Asta Ablage' })
  await make({ ...away, title: 'Seminar', startsOn: '2026-12-03', endsOn: '2026-12-03', personId: 'asta', personName: 'Asta Ablage' })
  await make({ ...away, title: 'Elternzeit freitags', startsOn: '2026-11-06', repeat: 'FREQ=WEEKLY', personId: 'mara', personName: 'Mara Muster' })
  await make({ ...away, title: 'Zahnarzt', startsOn: '2026-12-03', startsAt: '09:00', endsAt: '10:00', personId: 'mara', personName: 'Mara Muster' })
  await make({ ...away, title: 'Betriebsausflug', startsOn: '2026-12-03' })
  expect(await absencesOn(desk(), '2026-12-03', 'SN')).toEqual([{ personId: 'asta', from: '2026-11-30', to: '2026-12-04' }])
  expect((await absencesOn(desk(), '2026-12-04', 'SN')).map(({ personId }) => personId).toSorted()).toEqual(['asta', 'mara'])
  expect(await absencesOn(desk(), '2026-12-05', 'SN')).toEqual([])
})

describe('what the office says of feasts', () => {
  const day = (id: string) => lines('2027-03-01', '2027-03-31').then((found) => found.filter(({ specialDayId }) => specialDayId === id).map(said))

  it('goes before the date of the application until it is taken back', async () => {
    const fields = { specialDayId: 'eid-al-fitr:1448', hidden: false, from: '2027-03-10', to: '2027-03-12', note: 'Laut Moscheegemeinde.' }
    const { id } = await overruleDay(desk(), fields)
    expect(await day('eid-al-fitr:1448')).toEqual(['Zuckerfest (Ramazan Bayramı, ʿĪd al-Fiṭr) 2027-03-10'])
    const second = await overruleDay(desk(), { ...fields, hidden: true })
    expect(second.id).toBe(id)
    expect(await day('eid-al-fitr:1448')).toEqual([])
    await restoreDay(desk(), id, second.version)
    expect(await day('eid-al-fitr:1448')).toEqual(['Zuckerfest (Ramazan Bayramı, ʿĪd al-Fiṭr) 2027-03-09 vorläufig'])
    await expect(overruleDay(desk(), { ...fields, to: '2027-03-09' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

it('the agenda on paper has each day of something long, and only the layers wanted', async () => {
  await make({ kind: 'absence', title: 'Urlaub', startsOn: '2026-11-24', startsAt: null, endsOn: '2026-11-25', endsAt: null, place: '', personName: 'Asta Ablage' })
  await make()
  const paper = await agenda(desk(), { span: { from: '2026-11-23', to: '2026-11-29', land: 'SN' }, layers: ['meeting', 'absence'], title: 'KW 48' }, '2026-11-22')
  expect(paper.tables.map(({ heading, rows }) => [heading, rows.map((row) => row.slice(0, 3).join(' '))])).toEqual([
    ['Di 24.11.2026', ['ganztägig Urlaub: Asta Ablage Abwesenheit']], ['Mi 25.11.2026', ['ganztägig Urlaub: Asta Ablage Abwesenheit', '10:00–11:30 Netzwerktreffen Termin']],
  ])
})
