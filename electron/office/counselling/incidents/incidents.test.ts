import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyIncident, type IncidentFields } from '../../../../shared/counselling/incidents/model.ts'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { readHistory, undoLast } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase } from '../cases/service.ts'
import { courseOfCase } from '../course/service.ts'
import { findDeadlinesOf, findOpen, removeDeadline } from '../deadlines/service.ts'
import { safetyOf, saveSafety } from '../safety/service.ts'
import { refuseDeadline, takeDeadline } from './clock.ts'
import { openingsOf, openOffender, saveOffender } from './offender.ts'
import {
  createIncident, findIncidents, getIncident, incidentsOfCase, keepIncident, removeAffected, removeIncident, saveAffected, tickFirstAid, updateIncident,
} from './service.ts'
import { incidentsDestroyedWith } from './with-case.ts'

const none = { caseId: null, consultationId: null }
const all = { query: '', view: 'all', lifeArea: null, characteristic: null, year: null } as const
const refusal: IncidentFields = {
  ...emptyIncident('2026-03-10', 'BB'), occurredOn: '2026-03-02', rejectionOn: '2026-03-05', lifeArea: 'work-access', summary: 'Absage wegen Kopftuchs',
  characteristics: [{ code: 'racist-muslim', ascribed: false }, { code: 'gender', ascribed: true }], forms: ['direct'], laws: ['agg-work'],
}

let test: TestSession
let desk: CounsellingDesk
let caseId: string
const become = async (role: 'leitung' | 'vertretung') => {
  desk = (await test.reopen(role)).counselling as CounsellingDesk
}
const newCase = async (alias: string) => (await createCase(desk, { alias, kind: 'person', language: null, note: '' }, '2026-03-01')).id

beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  caseId = await newCase('Linde')
})
afterEach(() => test.dispose())

describe('a record of an incident', () => {
  it('exists without anybody, with a number of its own', async () => {
    const first = await createIncident(desk, emptyIncident('2026-01-05', 'BB'), none)
    const second = await createIncident(desk, emptyIncident('2026-01-06', 'BB'), none)
    expect([first.number, second.number]).toEqual(['V-2026-001', 'V-2026-002'])
    expect((await getIncident(desk, second.id)).affected).toEqual([])
  })

  it('keeps every field, list by list, and changes only what is given', async () => {
    const { id, version } = await createIncident(desk, refusal, { caseId, consultationId: null })
    expect(await getIncident(desk, id)).toMatchObject(refusal)
    const steps = [{ id: 's1', code: 'complaint', on: '2026-03-11', note: 'Brief', next: 'Antwort abwarten', nextOn: '2026-03-25', nextDone: false }]
    await updateIncident(desk, id, version, { steps, attack: true, directCount: 3, under18Count: 1, forms: ['harassment', 'direct'] })
    const changed = await getIncident(desk, id)
    expect(changed).toMatchObject({ ...refusal, steps, attack: true, directCount: 3, under18Count: 1, forms: ['harassment', 'direct'] })
    expect((await findIncidents(desk, { ...all, view: 'steps' })).map(({ nextOn }) => nextOn)).toEqual(['2026-03-25'])
    expect((await readHistory(test.session, 'counselling', { type: 'incident', id })).length).toBeGreaterThan(1)
  })

  it('refuses what cannot be, in German', async () => {
    const { id, version } = await createIncident(desk, refusal, none)
    await expect(updateIncident(desk, id, version, { occurredUntil: '2026-02-01' })).rejects.toMatchObject({ data: { fields: { occurredUntil: expect.stringContaining('Ende') } } })
    await expect(updateIncident(desk, id, version, { directCount: 1, under18Count: 2 })).rejects.toMatchObject({ data: { fields: { under18Count: expect.any(String) } } })
    await expect(updateIncident(desk, id, version + 5, { summary: 'x' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(createIncident(desk, { ...refusal, lifeArea: 'nowhere' }, none)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is found by its words, its place and its characteristics', async () => {
    await createIncident(desk, { ...refusal, municipality: 'Musterstadt' }, { caseId, consultationId: null })
    expect(await find(test.session, 'kopftuchs', 10)).toHaveLength(1)
    expect(await findIncidents(desk, { ...all, query: 'musterst' })).toHaveLength(1)
    expect(await findIncidents(desk, { ...all, lifeArea: 'work', characteristic: 'racist' })).toHaveLength(1)
    expect(await findIncidents(desk, { ...all, characteristic: 'age' })).toEqual([])
    // The case that it belongs to is no word of it: who sees the incident by another case must not find it by this one.
    expect((await find(test.session, 'Linde', 10)).map(({ record }) => record.type)).toEqual(['case'])
    expect((await courseOfCase(desk, caseId)).filter(({ kind }) => kind === 'incident')).toHaveLength(1)
  })
})

describe('the clock', () => {
  it('waits until the period is taken over, then runs in incident and case, and comes back when the deadline is deleted', async () => {
    const { id } = await createIncident(desk, refusal, { caseId, consultationId: null })
    expect((await incidentsOfCase(desk, caseId))[0]?.clock).toMatchObject({ running: null, offered: { dueOn: '2026-05-05', norm: '§ 15 Abs. 4 AGG' } })
    const taken = await takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId })
    expect((await getIncident(desk, id)).deadlines).toMatchObject([{ rule: 'G1', dueOn: '2026-05-05', number: taken.number }])
    expect(await findDeadlinesOf(desk, { caseId, consultationId: null })).toMatchObject([{ dueOn: '2026-05-05', ruleId: 'G1', basis: 'computed' }])
    expect((await incidentsOfCase(desk, caseId))[0]?.clock).toMatchObject({ running: { dueOn: '2026-05-05' }, offered: null })
    await expect(takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId })).rejects.toMatchObject({ code: 'invalid' })
    await removeDeadline(desk, taken.deadlineId, 1)
    expect((await incidentsOfCase(desk, caseId))[0]?.clock).toMatchObject({ running: null, offered: { dueOn: '2026-05-05' } })
  })

  it('takes no period from another day than the one that was read, nor one that does not fit', async () => {
    const { id } = await createIncident(desk, refusal, none)
    await expect(takeDeadline(desk, { id, rule: 'G1', start: '2026-03-06', caseId: null })).rejects.toMatchObject({ code: 'invalid' })
    await expect(takeDeadline(desk, { id, rule: 'G3', start: '2026-03-05', caseId: null })).rejects.toMatchObject({ code: 'invalid' })
    await expect(takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('runs without a case, by a title that names nobody', async () => {
    const { id, number } = await createIncident(desk, refusal, none)
    await takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId: null })
    const [open] = await findOpen(desk, 'all')
    expect(open).toMatchObject({ caseId: null, title: expect.stringContaining(number) })
    expect(JSON.stringify(open)).not.toContain('Kopftuch')
  })

  it('rests once it is refused with a reason, and asks for a second look at one-week periods as any deadline', async () => {
    const { id } = await createIncident(desk, { ...refusal, lifeArea: 'work-end', dismissalOn: '2026-03-04' }, none)
    await refuseDeadline(desk, id, 'G1', 'Keine Anhaltspunkte für ein Merkmal')
    await refuseDeadline(desk, id, 'G5', 'Klage liegt schon beim Anwalt')
    expect((await findIncidents(desk, all))[0]?.clock).toEqual({ running: null, offered: null })
    await refuseDeadline(desk, id, 'G5', null)
    expect((await findIncidents(desk, { ...all, view: 'clock' }))[0]?.clock).toMatchObject({ offered: { dueOn: '2026-03-25' } })
    expect((await getIncident(desk, id)).refusals).toMatchObject([{ rule: 'G1', byName: 'Testleitung' }])
  })
})

describe('who may see it', () => {
  it('a deputy sees neither an incident of a case of the Leitung nor that it exists', async () => {
    const { id, version } = await createIncident(desk, refusal, { caseId, consultationId: null })
    const other = await createIncident(desk, { ...refusal, summary: 'Anonyme Meldung' }, none)
    await become('vertretung')
    const attacks: Record<string, () => Promise<unknown>> = {
      get: () => getIncident(desk, id),
      update: () => updateIncident(desk, id, version, { summary: 'x' }),
      'update by a conflict': () => updateIncident(desk, id, 99, { summary: 'x' }),
      remove: () => removeIncident(desk, id, version),
      affected: () => saveAffected(desk, id, 'a', { caseId: null, ageGroup: 'unknown', involvement: 'direct' }),
      'first aid': () => tickFirstAid(desk, id, 'safety', true),
      deadline: () => takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId: null }),
      refusal: () => refuseDeadline(desk, id, 'G1', 'kein Grund'),
      offender: () => openOffender(desk, id, ''),
      openings: () => openingsOf(desk, id),
      keep: () => keepIncident(desk, id, version, true),
      'of the case': () => incidentsOfCase(desk, caseId),
      safety: () => safetyOf(desk, caseId),
      history: () => readHistory(test.session, 'counselling', { type: 'incident', id }),
      'the case by an incident of their own': () => createIncident(desk, refusal, { caseId, consultationId: null }),
      'the case by linking it': () => saveAffected(desk, other.id, 'a', { caseId, ageGroup: 'unknown', involvement: 'direct' }),
    }
    for (const [name, attempt] of Object.entries(attacks)) {
      expect(await attempt().then(() => `${name} answered`, (error: { code?: string }) => error.code)).toBe('forbidden')
    }
    expect(await find(test.session, 'kopftuchs', 10)).toEqual([])
    // What belongs to no case names nobody, and whoever counsels sees it.
    expect((await findIncidents(desk, all)).map((item) => item.id)).toEqual([other.id])
  })

  it('shows an incident of two cases by either, without the other case', async () => {
    await become('vertretung')
    const mine = await newCase('Ahorn')
    const { id } = await createIncident(desk, refusal, { caseId: mine, consultationId: null })
    await become('leitung')
    await saveAffected(desk, id, 'row', { caseId, ageGroup: 'adult', involvement: 'indirect' })
    await expect(saveAffected(desk, id, 'again', { caseId, ageGroup: 'adult', involvement: 'direct' })).rejects.toMatchObject({ code: 'invalid' })
    await become('vertretung')
    const { affected } = await getIncident(desk, id)
    expect(affected).toMatchObject([{ caseId: mine, alias: 'Ahorn' }, { caseId: null, caseNumber: null, alias: null, restricted: true }])
    expect(JSON.stringify(await findIncidents(desk, all))).not.toContain('B-2026-001')
    await expect(removeAffected(desk, id, 'row')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(saveAffected(desk, id, 'row', { caseId: null, ageGroup: 'adult', involvement: 'direct' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('names of offenders', () => {
  it('are opened on purpose, noted in the log of incident and case, and found by no search and no history', async () => {
    const { id } = await createIncident(desk, refusal, { caseId, consultationId: null })
    await expect(saveOffender(desk, { id, opening: 'guessed', version: 0, fields: { names: 'Nebelkrähe', note: '' } })).rejects.toMatchObject({ code: 'forbidden' })
    const { opening } = await openOffender(desk, id, 'Strafantrag')
    await saveOffender(desk, { id, opening, version: 0, fields: { names: 'Nebelkrähe', note: '' } })
    expect((await openOffender(desk, id, '')).fields.names).toBe('Nebelkrähe')
    expect((await openingsOf(desk, id)).map(({ reason }) => reason)).toEqual(['', 'Strafantrag'])
    const log = await desk.database.read.selectFrom('access_log').select('kind').where('case_id', '=', caseId).execute()
    expect(log).toEqual([{ kind: 'offender' }, { kind: 'offender' }])
    expect(await find(test.session, 'Nebelkrähe', 10)).toEqual([])
    expect(JSON.stringify(await getIncident(desk, id))).not.toContain('Nebelkr')
    expect((await getIncident(desk, id)).hasOffender).toBe(true)
    await expect(readHistory(test.session, 'counselling', { type: 'incident-offender', id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('when a case is destroyed', () => {
  const going = async () => (await incidentsDestroyedWith(desk.database.schema, caseId)).map(({ type }) => type)

  it('a record with words goes along with its names and deadlines, one without words stays', async () => {
    const { id } = await createIncident(desk, refusal, { caseId, consultationId: null })
    await createIncident(desk, { ...refusal, summary: '' }, { caseId, consultationId: null })
    const { opening } = await openOffender(desk, id, '')
    await saveOffender(desk, { id, opening, version: 0, fields: { names: 'Nebelkrähe', note: '' } })
    await takeDeadline(desk, { id, rule: 'G1', start: '2026-03-05', caseId: null })
    expect(await going()).toEqual(['incident', 'incident-offender', 'deadline'])
  })

  it('one that is kept on purpose, or that belongs to another case too, stays', async () => {
    const { id, version } = await createIncident(desk, refusal, { caseId, consultationId: null })
    const kept = await keepIncident(desk, id, version, true)
    expect(await going()).toEqual([])
    await keepIncident(desk, id, kept.version, false)
    expect(await going()).toEqual(['incident'])
    await saveAffected(desk, id, 'row', { caseId: await newCase('Ahorn'), ageGroup: 'adult', involvement: 'direct' })
    expect(await going()).toEqual([])
  })
})

it('ticks the first-aid list with day and person, and takes it back', async () => {
  const { id } = await createIncident(desk, refusal, none)
  await tickFirstAid(desk, id, 'safety', true)
  expect((await getIncident(desk, id)).firstAid).toMatchObject([{ item: 'safety', byName: 'Testleitung' }])
  await undoLast(test.session)
  expect((await getIncident(desk, id)).firstAid).toEqual([])
})

it('keeps safe ways of contact with the case and in its history', async () => {
  const safety = { noCalls: true, noVoicemail: true, noMessages: false, noLetters: false, codeWord: 'Sommerregen', note: '' }
  await saveSafety(desk, caseId, safety)
  expect(await safetyOf(desk, caseId)).toEqual(safety)
  expect((await readHistory(test.session, 'counselling', { type: 'case', id: caseId }))[0]?.action).toBe('Sichere Kontaktwege geändert')
})
