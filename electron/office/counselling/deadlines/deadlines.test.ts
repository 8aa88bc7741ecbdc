import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRouterClient } from '@orpc/server'
import type { Dating } from '../../../../shared/counselling/deadlines/stored.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { OfficeProcess } from '../../office-process.ts'
import { router } from '../../router.ts'
import type { CounsellingDesk } from '../../session.ts'
import { VaultService } from '../../vault/service.ts'
import { createCase } from '../cases/service.ts'
import { confirmDeadline } from './four-eyes.ts'
import { createDeadline, findOpen, finishDeadline, getDeadline, redateDeadline } from './service.ts'

let test: TestSession
let desk: CounsellingDesk

beforeEach(async () => {
  test = await openTestSession('leitung')
  desk = test.session.counselling as CounsellingDesk
})
afterEach(() => test.dispose())

const texts = { title: 'Klage gegen den Bescheid', task: 'Klage und Eilantrag einreichen', place: 'Verwaltungsgericht', note: '' }
/** One week from a yellow envelope of Wed 2026-04-29: Wed 2026-05-06. */
const oneWeek: Dating = {
  land: 'BB', taken: null,
  calculation: { rule: 'A2', land: 'BB', way: 'service-document', date: '2026-04-29', applicationDate: '2026-01-02' },
}
const oneMonth: Dating = { land: 'BB', taken: null, calculation: { rule: 'W1', land: 'BB', way: 'letter', date: '2026-03-02' } }
const alone = { caseId: null, consultationId: null }

async function newCase(alias = 'Linde') {
  return createCase(desk, { alias, kind: 'person', language: null, note: '' })
}

/** The whole API as a person in this role sees it, over the same files. */
async function apiOf(role: 'leitung' | 'vertretung' | 'assistenz') {
  const process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
  process.begin(await test.reopen(role))
  desk = test.session.counselling as CounsellingDesk
  return createRouterClient(router, { context: { process, vault: new VaultService(process, async () => {}, () => {}) } })
}

describe('a stored deadline', () => {
  it('is computed anew by the office process and keeps rule, version, input, steps, norm, certainty and safe day', async () => {
    const { id: caseId } = await newCase()
    const { id, number } = await createDeadline(desk, { caseId, consultationId: null }, texts, oneMonth, '2026-03-06')
    expect(number).toBe('FR-2026-001')
    expect(await getDeadline(desk, id)).toMatchObject({
      basis: 'computed', kind: 'end', dueOn: '2026-04-07', safeOn: '2026-04-02', computedOn: '2026-04-07', ruleId: 'W1', norm: '§ 70 Abs. 1 VwGO',
      certainty: 'certain', lengthDays: 31, fourEyes: false, caseNumber: expect.stringMatching(/^B-/), responsibleName: 'Testleitung', mine: true,
      computation: { input: { way: 'letter', date: '2026-03-02' }, notifiedOn: '2026-03-06', nominalEnd: '2026-04-06' },
    })
  })

  it('takes the date of the notice, keeps the computed one beside it, and wants a reason where they differ', async () => {
    const taken = { dueOn: '2026-04-01', dueTime: '', earliest: false, noticeText: 'innerhalb eines Monats nach Zustellung', reason: '' }
    await expect(createDeadline(desk, alone, texts, { ...oneMonth, taken })).rejects.toMatchObject({ code: 'invalid', data: { fields: { reason: expect.any(String) } } })
    const { id } = await createDeadline(desk, alone, texts, { ...oneMonth, taken: { ...taken, reason: 'Zustellung am 1. März' } }, '2026-03-06')
    expect(await getDeadline(desk, id)).toMatchObject({
      basis: 'notice', dueOn: '2026-04-01', safeOn: '2026-03-31', computedOn: '2026-04-07', reason: 'Zustellung am 1. März', caseId: null,
    })
  })

  it('is refused where the law names none, and where a past day of benefits is meant', async () => {
    for (const rule of ['A8', 'S5']) {
      const calculation = { rule, land: 'BB', way: 'event', date: '2026-03-02' } as const
      await expect(createDeadline(desk, alone, texts, { land: 'BB', calculation, taken: null })).rejects.toMatchObject({ code: 'invalid' })
    }
    const free: Dating = { land: 'BB', calculation: null, taken: { dueOn: '2026-05-04', dueTime: '', earliest: false, noticeText: '', reason: '' } }
    expect(await getDeadline(desk, (await createDeadline(desk, alone, texts, free, '2026-03-02')).id)).toMatchObject({ basis: 'free', safeOn: '2026-04-30' })
  })

  it('is done with what was done, undone, and stays in the history', async () => {
    const { id, version } = await createDeadline(desk, alone, texts, oneMonth, '2026-03-06')
    await expect(finishDeadline(desk, id, version, { on: '2026-03-11', how: 'filed', note: '' }, '2026-03-10')).rejects.toMatchObject({ code: 'invalid' })
    await expect(finishDeadline(desk, id, version, { on: '2026-03-09', how: 'passed-on', note: ' ' }, '2026-03-10')).rejects.toMatchObject({ code: 'invalid' })
    const done = await finishDeadline(desk, id, version, { on: '2026-03-09', how: 'filed', note: 'per Fax' }, '2026-03-10')
    expect((await getDeadline(desk, id)).done).toMatchObject({ on: '2026-03-09', how: 'filed', note: 'per Fax', byName: 'Testleitung' })
    expect(await findOpen(desk, 'all')).toEqual([])
    await expect(redateDeadline(desk, id, done.version, oneMonth)).rejects.toMatchObject({ code: 'invalid' })
    const api = await apiOf('leitung')
    await api.records.undo({ side: 'counselling', change: done.change ?? '' })
    expect((await findOpen(desk, 'all')).map((one) => one.id)).toEqual([id])
    expect((await api.search.find({ query: 'klage bescheid' })).map((hit) => hit.record.type)).toEqual(['deadline'])
  })
})

describe('the four-eyes check of a one-week deadline', () => {
  it('is made by another person, and open again after another date', async () => {
    const { id, version } = await createDeadline(desk, alone, texts, oneWeek, '2026-04-30')
    expect(await getDeadline(desk, id)).toMatchObject({ fourEyes: true, check: null, dueOn: '2026-05-06', datedByName: 'Testleitung' })
    await apiOf('vertretung')
    await expect(confirmDeadline(desk, id, version, { dueOn: '2026-05-07', reason: '' })).rejects.toMatchObject({ code: 'invalid' })
    const confirmed = await confirmDeadline(desk, id, version, { dueOn: '2026-05-06', reason: '' })
    expect((await getDeadline(desk, id)).check).toMatchObject({ kind: 'second-person', byName: 'Test vertretung' })
    await redateDeadline(desk, id, confirmed.version, oneWeek)
    expect((await getDeadline(desk, id)).check).toBeNull()
  })

  it('by the same person waits an hour, wants a reason and is called what it is', async () => {
    const { id, version } = await createDeadline(desk, alone, texts, oneWeek, '2026-04-30')
    const after = (minutes: number) => new Date(Date.now() + minutes * 60_000)
    const look = (reason: string, minutes: number) => confirmDeadline(desk, id, version, { dueOn: '2026-05-06', reason }, after(minutes))
    await expect(look('allein im Büro', 59)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('1 Min.') } })
    await expect(look(' ', 61)).rejects.toMatchObject({ code: 'invalid', data: { fields: { reason: expect.any(String) } } })
    await look('allein im Büro', 61)
    expect((await getDeadline(desk, id)).check).toMatchObject({ kind: 'second-look', reason: 'allein im Büro' })
  })

  it('is not asked for where the period is longer', async () => {
    const { id, version } = await createDeadline(desk, alone, texts, oneMonth, '2026-03-06')
    await apiOf('vertretung')
    await expect(confirmDeadline(desk, id, version, { dueOn: '2026-04-07', reason: '' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('nothing drops silently', () => {
  it('a case with open deadlines goes to the trash only when they were shown, and they stay in the list', async () => {
    const api = await apiOf('leitung')
    const { id: caseId, version } = await newCase()
    const { id } = await createDeadline(desk, { caseId, consultationId: null }, texts, oneMonth)
    await expect(api.counselling.cases.remove({ id: caseId, version })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('eine Frist offen') } })
    const removed = await api.counselling.cases.remove({ id: caseId, version, deadlinesSeen: [id] })
    expect(await api.counselling.deadlines.open({})).toMatchObject([{ id, ownerTrashed: true }])
    await api.records.undo({ side: 'counselling', change: removed.change ?? '' })
    expect(await api.counselling.deadlines.open({})).toMatchObject([{ id, ownerTrashed: false }])
  })

  it('deadlines of an anonymous consultation go with it into the case that it becomes', async () => {
    const api = await apiOf('leitung')
    const consultation = await api.counselling.consultations.create({
      caseId: null,
      fields: {
        date: isoDay(new Date()), time: null, channel: 'phone', durationMinutes: 20, topic: 'B4', furtherTopics: [], result: 'open', language: null,
        interpretation: null, accessPath: null, contactKind: null, note: '',
      },
    })
    const { id } = await createDeadline(desk, { caseId: null, consultationId: consultation.id }, texts, oneMonth)
    const opened = await api.counselling.cases.openFor({ consultation, fields: { alias: 'Kiefer', kind: 'person', language: null, note: '' } })
    expect(await getDeadline(desk, id)).toMatchObject({ caseId: opened.id, alias: 'Kiefer' })
  })

  it('a deadline of a case of somebody else is there for a deputy only to check its date, without alias and texts', async () => {
    const { id: caseId } = await newCase()
    const owner = { caseId, consultationId: null }
    const long = await createDeadline(desk, owner, texts, oneMonth)
    const short = await createDeadline(desk, owner, { ...texts, note: 'Mondscheinsonate' }, oneWeek)
    const api = await apiOf('vertretung')
    const { deadlines } = api.counselling
    expect(await deadlines.open({ scope: 'mine' })).toEqual([])
    expect(await deadlines.open({ scope: 'all' })).toMatchObject([{ id: short.id, mine: false, restricted: true, alias: null, task: '', place: '', note: '' }])
    for (const call of [
      () => deadlines.get({ id: long.id }), () => deadlines.of(owner), () => deadlines.create({ owner, texts, dating: oneMonth }),
      () => deadlines.update({ id: short.id, version: 1, texts }), () => deadlines.redate({ id: short.id, version: 1, dating: oneMonth }),
      () => deadlines.move({ id: short.id, version: 1, caseId: null }), () => deadlines.remove({ id: short.id, version: 1 }),
      () => deadlines.finish({ id: short.id, version: 1, done: { on: '2026-04-30', how: 'filed', note: '' } }),
      () => deadlines.saveSlip({ id: short.id, grant: 'x', bilingual: false }),
      () => api.records.history({ side: 'counselling', type: 'deadline', id: short.id }),
      () => api.records.undo({ side: 'counselling', change: short.change ?? '' }),
    ]) await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
    for (const query of ['Klage', 'Mondschein', 'FR-2026']) expect(await api.search.find({ query })).toEqual([])
    await deadlines.confirm({ id: short.id, version: short.version, dueOn: '2026-05-06', reason: '' })
    // Once checked it is the case's alone again.
    expect(await deadlines.open({ scope: 'all' })).toEqual([])
    expect((await (await apiOf('leitung')).counselling.deadlines.get({ id: short.id })).check).toMatchObject({ kind: 'second-person' })
  })

  it('who stands in for a colleague has the deadlines of the case among their own', async () => {
    const { id: caseId } = await newCase()
    await createDeadline(desk, { caseId, consultationId: null }, texts, oneMonth)
    const api = await apiOf('vertretung')
    await api.counselling.access.standIn({ caseId, reason: 'Leitung erkrankt' })
    expect(await api.counselling.deadlines.open({ scope: 'mine' })).toMatchObject([{ restricted: false, alias: 'Linde' }])
  })
})

describe('what is written out', () => {
  it('names in the book every deadline of the period with its changes, trashed ones too', async () => {
    const { deadlinesOfPeriod } = await import('./repository.ts')
    const { id } = await createDeadline(desk, alone, texts, oneMonth, '2026-03-06')
    const api = await apiOf('leitung')
    await api.counselling.deadlines.remove({ id, version: (await getDeadline(desk, id)).version })
    expect((await deadlinesOfPeriod(desk.database.read, '2026-04-01', '2026-04-30', '')).map(({ trashed }) => trashed)).toEqual([true])
    expect(await deadlinesOfPeriod(desk.database.read, '2026-04-08', '2026-04-30', '')).toEqual([])
    // No grant, no file.
    await expect(api.counselling.deadlines.saveBook({ from: '2026-04-01', to: '2026-04-30', grant: 'made-up' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(api.counselling.deadlines.saveBook({ from: '2026-04-30', to: '2026-04-01', grant: 'made-up' })).rejects.toMatchObject({ code: 'invalid' })
  })
})
