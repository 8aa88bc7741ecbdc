import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { readHistory, readTrash, restore, undo, undoLast } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase, findCases, getCase, matchCase, removeCase, updateCase } from '../cases/service.ts'
import {
  createConsultation, findConsultations, getConsultation, removeConsultation, timeLine, updateConsultation,
} from '../consultations/service.ts'
import { findByIdentity } from '../identity/find.ts'
import { openIdentity, saveIdentity, setAnonymous } from '../identity/service.ts'
import { accessOfCase, closeCase, endShare, handOver, shareCase, standIn } from './service.ts'

const deputy = { id: 'person-vertretung', name: 'Test vertretung' }
const head = { id: 'person-leitung', name: 'Testleitung' }
const side = 'counselling' as const
const consultation = {
  date: '2026-03-02', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'informed', language: null,
  interpretation: null, accessPath: null, contactKind: null, note: 'Geheimnis Mondscheinsonate',
}
const later = isoDay(new Date(Date.now() + 3 * 86_400_000))
const list = { query: '', topic: null, month: null, mine: false, offset: 0, limit: 100 }

let test: TestSession
let desk: CounsellingDesk
let caseId: string
let held: string
let step: string

async function become(role: 'leitung' | 'vertretung'): Promise<void> {
  desk = (await test.reopen(role)).counselling as CounsellingDesk
}

beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  caseId = (await createCase(desk, { alias: 'Zirbelkiefer', kind: 'person', language: null, note: '' }, '2026-03-01')).id
  const made = await createConsultation(desk, caseId, consultation)
  held = made.id
  step = made.change as string
  const { opening } = await openIdentity(desk, caseId, '')
  await saveIdentity(desk, { caseId, opening, version: 0, fields: { familyName: 'Beispielkaya', givenNames: 'Sirin' } })
})
afterEach(() => test.dispose())

/** Everything by which a deputy could reach the case of the Leitung. */
const attacks: Record<string, () => Promise<unknown>> = {
  'case': () => getCase(desk, caseId),
  'change of the case': () => updateCase(desk, caseId, 1, { note: 'x' }),
  'removal of the case': () => removeCase(desk, caseId, 1),
  'time line': () => timeLine(desk, caseId, { offset: 0, limit: 10 }),
  'consultation': () => getConsultation(desk, held),
  'change of a consultation with a wrong version': () => updateConsultation(desk, held, 99, {}),
  'removal of a consultation': () => removeConsultation(desk, held, 1),
  'new consultation': () => createConsultation(desk, caseId, consultation),
  'identity': () => openIdentity(desk, caseId, ''),
  'identity by a conflict': () => saveIdentity(desk, { caseId, opening: 'x', version: 99, fields: {} }),
  'anonymity': () => setAnonymous(desk, caseId, true),
  'access': () => accessOfCase(desk, caseId),
  'sharing with oneself': () => shareCase(desk, [deputy], { caseId, personId: deputy.id, until: later, reason: '' }),
  'taking over': () => handOver(desk, [head], { caseId, personId: deputy.id, version: 1 }),
  'closing': () => closeCase(desk, caseId, 1, null),
  'history of the case': () => readHistory(test.session, side, { type: 'case', id: caseId }),
  'history of a consultation': () => readHistory(test.session, side, { type: 'consultation', id: held }),
  'undo of a step of the Leitung': () => undo(test.session, side, step),
}

describe('a deputy attacks a case of the Leitung', () => {
  it.each(Object.entries(attacks))('%s is refused', async (_name, attempt) => {
    await become('vertretung')
    await expect(attempt()).rejects.toMatchObject({ code: 'forbidden', data: expect.not.objectContaining({ current: expect.anything() }) })
  })

  it('finds it by no list, search, reference, name or trash', async () => {
    await become('vertretung')
    expect((await findCases(desk, { ...list, sort: 'lastContact', descending: true })).total).toBe(0)
    expect((await findConsultations(desk, { ...list, anonymous: false })).total).toBe(0)
    expect((await findConsultations(desk, { ...list, anonymous: false, query: 'mondschein' })).total).toBe(0)
    for (const word of ['Zirbel', 'Mondschein', 'B-2026']) expect(await find(test.session, word, 20)).toEqual([])
    for (const reference of ['Zirbelkiefer', 'B-2026-001', 'Zir']) expect(await matchCase(desk, reference)).toEqual({ exact: null, near: [] })
    expect(await findByIdentity(desk, { name: 'Sirin Beispielkaya', birthDate: '' }, 'Neugier')).toEqual([])
    await become('leitung')
    await removeCase(desk, caseId, (await getCase(desk, caseId)).version)
    await become('vertretung')
    expect(await readTrash(test.session)).toEqual([])
    await expect(restore(test.session, side, { type: 'case', id: caseId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('co-counselling', () => {
  it('opens a case until its last day and ends by itself', async () => {
    await shareCase(desk, [deputy], { caseId, personId: deputy.id, until: later, reason: 'Urlaub' })
    await become('vertretung')
    expect(await getCase(desk, caseId)).toMatchObject({ alias: 'Zirbelkiefer' })
    expect((await findCases(desk, { ...list, mine: true, sort: 'lastContact', descending: true })).total).toBe(1)
    expect(await find(test.session, 'Mondschein', 20)).toHaveLength(1)
    expect((await accessOfCase(desk, caseId)).log).toBeNull()
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 4 * 86_400_000 })
      await expect(getCase(desk, caseId)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await find(test.session, 'Mondschein', 20)).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets the colleague neither prolong it nor give the case away nor take back what the Leitung decided', async () => {
    await shareCase(desk, [deputy], { caseId, personId: deputy.id, until: later, reason: '' })
    await become('vertretung')
    const [grant] = (await accessOfCase(desk, caseId)).grants
    await expect(shareCase(desk, [deputy], { caseId, personId: deputy.id, until: later, reason: '' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(handOver(desk, [head], { caseId, personId: deputy.id, version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endShare(desk, caseId, grant?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(undo(test.session, side, step)).rejects.toMatchObject({ code: 'forbidden' })
    await become('leitung')
    await endShare(desk, caseId, grant?.id ?? '')
    await become('vertretung')
    await expect(getCase(desk, caseId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('takes only colleagues with the key, days to come and at most a year', async () => {
    const share = (change: object) => shareCase(desk, [deputy], { caseId, personId: deputy.id, until: later, reason: '', ...change })
    await expect(share({ personId: 'person-assistenz' })).rejects.toMatchObject({ data: { fields: { personId: expect.any(String) } } })
    await expect(share({ until: '2026-01-01' })).rejects.toMatchObject({ data: { fields: { until: expect.any(String) } } })
    await expect(share({ until: '2999-01-01' })).rejects.toMatchObject({ data: { fields: { until: expect.any(String) } } })
  })
})

describe('substitution and hand-over', () => {
  it('a deputy opens a case with a reason, and the Leitung reads who, when and why', async () => {
    await become('vertretung')
    await standIn(desk, caseId, 'Leitung erkrankt, Frist läuft')
    expect(await getConsultation(desk, held)).toMatchObject({ note: consultation.note })
    await become('leitung')
    const { log, grants } = await accessOfCase(desk, caseId)
    expect(log?.[0]).toMatchObject({ kind: 'deputy', personName: deputy.name, reason: 'Leitung erkrankt, Frist läuft' })
    expect(grants).toMatchObject([{ kind: 'deputy', active: true }])
  })

  it('gives a case to a colleague, in its history and taken back by whoever gave it', async () => {
    await handOver(desk, [deputy], { caseId, personId: deputy.id, version: (await getCase(desk, caseId)).version })
    expect((await readHistory(test.session, side, { type: 'case', id: caseId }))[0]?.action).toBe('Fall übergeben')
    await undoLast(test.session)
    expect((await getCase(desk, caseId)).counsellorId).toBe(head.id)
  })

  it('closes a case with day and result and opens it again', async () => {
    const { version } = await getCase(desk, caseId)
    await expect(closeCase(desk, caseId, version, { on: '2999-01-01', result: 'informed' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(closeCase(desk, caseId, version, { on: '2026-02-01', result: 'informed' })).rejects.toMatchObject({ code: 'invalid' })
    const closed = await closeCase(desk, caseId, version, { on: '2026-03-05', result: 'informed' })
    expect(await getCase(desk, caseId)).toMatchObject({ closedOn: '2026-03-05', closedResult: 'informed' })
    await closeCase(desk, caseId, closed.version, null)
    expect(await getCase(desk, caseId)).toMatchObject({ closedOn: '', closedResult: '' })
  })
})
