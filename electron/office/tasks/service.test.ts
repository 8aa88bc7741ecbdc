import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyTask, type TaskInput } from '../../../shared/tasks/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import type { FileGrants } from '../file-grants.ts'
import { saveTaskSheet, taskSheet } from './output.ts'
import { findTarget } from './repository.ts'
import { addChecklist, createTask, findBurning, findTasks, getTask, moveTasksAlong, plannedMoves, postponeTasks, removeTasks, setTasksDone, tasksOfRecord, updateTask } from './service.ts'

let test: TestSession
beforeEach(async () => { test = await openTestSession() })
afterEach(() => test.dispose())
const desk = () => test.session.office
const all = { query: '', from: null, to: null, offset: 0, limit: 100 } as const
const make = async (fields: Partial<TaskInput>) => (await createTask(desk(), { ...emptyTask, title: 'Anrufen', ...fields }, 'SN')).id
const event = { type: 'event', id: 'street-festival' }
const lead = (count: number) => ({ count, unit: 'W' as const })
const item = (title: string, weeks: number) => ({ title, note: '', heading: '', lead: lead(weeks), permit: false })

describe('a task', () => {
  it('is due on a working day, and what was wanted is kept', async () => {
    // 28 November 2026 is a Saturday.
    expect(await getTask(desk(), await make({ wantedOn: '2026-11-28' }))).toMatchObject({ wantedOn: '2026-11-28', dueOn: '2026-11-27' })
  })

  it('is found by its words, and by whose it is', async () => {
    await make({ title: 'Bühne mieten', note: 'bei der Stadthalle fragen' })
    const given = await make({ title: 'Plakate', assigneeId: 'asta', assigneeName: 'Asta' })
    const titles = async (query: Partial<Parameters<typeof findTasks>[1]>) => (await findTasks(desk(), { ...all, filter: 'open', ...query })).tasks.map(({ title }) => title)
    expect(await titles({ query: 'stadthalle' })).toEqual(['Bühne mieten'])
    expect(await titles({ filter: 'mine' })).toEqual(['Bühne mieten'])
    expect(await titles({ filter: 'given' })).toEqual(['Plakate'])
    await removeTasks(desk(), [given])
    expect(await titles({ filter: 'given' })).toEqual([])
  })

  it('repeats from the day that it was wanted on, and skips what has gone meanwhile', async () => {
    const id = await make({ wantedOn: '2026-10-05', repeat: 'FREQ=WEEKLY' })
    await setTasksDone(desk(), [id], true, 'SN', new Date(2026, 10, 19, 12))
    const { tasks } = await findTasks(desk(), { ...all, filter: 'open' })
    expect(tasks.map(({ wantedOn, repeat }) => [wantedOn, repeat])).toEqual([['2026-11-23', 'FREQ=WEEKLY']])
  })

  it('refuses a repetition that is none, and one without a first day', async () => {
    await expect(make({ repeat: 'ab und zu', wantedOn: '2026-11-23' })).rejects.toMatchObject({ code: 'invalid', data: { fields: { repeat: expect.stringContaining('nicht lesbar') } } })
    const id = await make({ repeat: '' })
    await expect(updateTask(desk(), id, 1, { repeat: 'FREQ=DAILY' }, 'SN')).rejects.toMatchObject({ code: 'invalid', data: { fields: { wantedOn: expect.any(String) } } })
  })

  it('is never about a record of the counselling side, where an assistant would read it', async () => {
    const about = { record: { type: 'case', id: 'B-2026-001' } }
    await expect(make(about)).rejects.toMatchObject({ code: 'invalid' })
    const id = await make({})
    await expect(updateTask(desk(), id, 1, about, 'SN')).rejects.toMatchObject({ code: 'invalid' })
    expect((await getTask(desk(), id)).record).toBeNull()
  })

  it('burns when it is overdue, due, or announced', async () => {
    await make({ title: 'gestern', wantedOn: '2026-11-19' })
    await make({ title: 'heute', wantedOn: '2026-11-20' })
    await make({ title: 'angekündigt', wantedOn: '2026-11-27', noticeDays: 7 })
    await make({ title: 'später', wantedOn: '2026-11-27' })
    const burning = await findBurning(desk(), 10, '2026-11-20')
    expect({ ...burning, tasks: burning.tasks.map(({ title }) => title) }).toEqual({ tasks: ['gestern', 'heute', 'angekündigt'], overdue: 1, today: 1 })
  })
})

describe('a checklist', () => {
  const begin = (date: string | null) => desk().write({ label: 'Checkliste', record: event }, (transaction) => addChecklist(transaction, desk(), event, date, [item('Genehmigung', -12), item('Fest', 0), item('Dank', 1)], 'SN'))
  const days = async () => (await tasksOfRecord(desk().database.read, event)).map(({ title, dueOn }) => [title, dueOn])

  it('is counted from its date, moves with it, and leaves what is done or has a day of its own', async () => {
    await begin('2027-06-12')
    // A Saturday: the event itself stays on it, what must be there by a Saturday is due on Friday.
    expect(await days()).toEqual([['Genehmigung', '2027-03-19'], ['Fest', '2027-06-12'], ['Dank', '2027-06-18']])
    const [permit, , thanks] = await tasksOfRecord(desk().database.read, event)
    await setTasksDone(desk(), [permit?.id ?? ''], true, 'SN')
    await postponeTasks(desk(), [thanks?.id ?? ''], '2027-07-01', 'SN')

    expect((await plannedMoves(desk().database.read, event, '2027-06-19', 'SN')).map(({ title, from, to }) => [title, from, to])).toEqual([['Fest', '2027-06-12', '2027-06-19']])
    await desk().write({ label: 'Verschoben', record: event }, (transaction) => moveTasksAlong(transaction, event, '2027-06-19', 'SN'))
    expect(await days()).toEqual([['Genehmigung', '2027-03-19'], ['Fest', '2027-06-19'], ['Dank', '2027-07-01']])
  })

  it('of an event without a date has no days until it gets one', async () => {
    await begin(null)
    expect(await days()).toEqual([['Genehmigung', null], ['Fest', null], ['Dank', null]])
    await desk().write({ label: 'Termin', record: event }, (transaction) => moveTasksAlong(transaction, event, '2027-06-12', 'SN'))
    expect(await days()).toEqual([['Genehmigung', '2027-03-19'], ['Fest', '2027-06-12'], ['Dank', '2027-06-18']])
  })
})

describe('the list on paper', () => {
  it('has what is left over, each working day of the week, and what is announced for the day', async () => {
    const mine = { assigneeId: desk().person.id, assigneeName: desk().person.name }
    await make({ title: 'Liegt noch', wantedOn: '2026-11-12', ...mine })
    await make({ title: 'Am Dienstag', wantedOn: '2026-11-17', note: 'Erst anrufen\ndann schreiben', ...mine })
    await make({ title: 'Bald', wantedOn: '2026-11-25', noticeDays: 14, ...mine })
    await make({ title: 'Von anderen', wantedOn: '2026-11-17', assigneeId: 'asta', assigneeName: 'Asta' })
    const lines = async (what: 'day' | 'week', whose: 'mine' | 'all') =>
      (await taskSheet(desk(), { what, on: '2026-11-17', whose }, '2026-11-17')).tables.map(({ heading, rows }) => [heading, ...rows.map(([title]) => title)])
    expect(await lines('day', 'mine')).toEqual([['Liegt noch', 'Liegt noch'], ['Di 17.11.2026', 'Am Dienstag: Erst anrufen'], ['Kommt bald', 'Bald']])
    expect(await lines('week', 'all')).toEqual([
      ['Liegt noch', 'Liegt noch'], ['Mo 16.11.2026'], ['Di 17.11.2026', 'Am Dienstag: Erst anrufen', 'Von anderen'], ['Mi 18.11.2026'], ['Do 19.11.2026'], ['Fr 20.11.2026'],
    ])
  })

  it('is a document, days without tasks too', async () => {
    const written: Uint8Array[] = []
    await saveTaskSheet(desk(), { write: (_grant: string, bytes: Uint8Array) => { written.push(bytes) } } as unknown as FileGrants, { what: 'week', on: '2026-11-17', whose: 'mine', grant: 'x' })
    expect(Buffer.from(written[0] ?? []).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('what is open on the screen', () => {
  it('is found by its id among the kinds that the screen shows', async () => {
    const id = await make({ title: 'Anrufen' })
    expect(await findTarget(desk().database.read, ['contact', 'task'], id)).toEqual({ type: 'task', id, title: 'Anrufen' })
    expect(await findTarget(desk().database.read, ['contact'], id)).toBeNull()
  })
})
