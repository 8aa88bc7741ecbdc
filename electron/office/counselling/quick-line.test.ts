import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsultationFields } from '../../../shared/counselling/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { undo } from '../records/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { createCase, getCase, matchCase, openCaseFor, removeCase } from './cases/service.ts'
import { createConsultation, getConsultation, timeLine, updateConsultation } from './consultations/service.ts'

const fields: ConsultationFields = {
  date: '2026-03-02', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'open',
  language: 'prs', interpretation: null, accessPath: null, contactKind: null, note: '',
}
const person = (alias: string) => ({ alias, kind: 'person', language: 'prs', note: '' }) as const

describe('what the quick line asks of the office process', () => {
  let test: TestSession
  let desk: CounsellingDesk

  beforeEach(async () => {
    test = await openTestSession()
    desk = test.session.counselling as CounsellingDesk
  })
  afterEach(() => test.dispose())

  it('an anonymous consultation becomes a case in one step and back again in one', async () => {
    const { id, version } = await createConsultation(desk, null, fields)
    const opened = await openCaseFor(desk, { id, version }, person('Linde'))
    expect(opened.number).toMatch(/^B-\d{4}-001$/)
    expect(await getConsultation(desk, id)).toMatchObject({ caseId: opened.id, topic: 'A2' })
    expect((await timeLine(desk, opened.id, { offset: 0, limit: 10 })).total).toBe(1)

    const { change: back } = { change: (await undo(test.session, 'counselling', opened.change as string)).change }
    expect((await getConsultation(desk, id)).caseId).toBeNull()
    await expect(getCase(desk, opened.id)).rejects.toMatchObject({ code: 'not-found' })
    await undo(test.session, 'counselling', back as string)
    expect((await getConsultation(desk, id)).caseId).toBe(opened.id)
  })

  it('refuses a stale or trashed consultation, one that has a case, and an alias that is taken; then nothing is stored', async () => {
    const { id, version } = await createConsultation(desk, null, fields)
    const later = await updateConsultation(desk, id, version, { note: 'Nachtrag' })
    await expect(openCaseFor(desk, { id, version }, person('Ahorn'))).rejects.toMatchObject({ code: 'conflict' })
    const { id: caseId } = await openCaseFor(desk, { id, version: later.version }, person('Linde'))
    const now = await getConsultation(desk, id)
    await expect(openCaseFor(desk, { id, version: now.version }, person('Ahorn'))).rejects.toMatchObject({ code: 'invalid' })
    const other = await createConsultation(desk, null, fields)
    await expect(openCaseFor(desk, other, person('linde'))).rejects.toMatchObject({ code: 'invalid', data: { fields: { alias: expect.any(String) } } })
    await expect(openCaseFor(desk, { id: 'nowhere', version: 1 }, person('Ahorn'))).rejects.toMatchObject({ code: 'not-found' })
    expect((await matchCase(desk, 'Ahorn')).exact).toBeNull()
    expect((await getConsultation(desk, other.id)).caseId).toBeNull()
    expect((await timeLine(desk, caseId, { offset: 0, limit: 10 })).total).toBe(1)
  })

  it('finds a case by number or alias in any spelling, and offers those that begin so', async () => {
    const { id } = await createCase(desk, person('Lärche'), '2026-03-01')
    const linde = await createCase(desk, person('Linde'), '2026-03-01')
    await createCase(desk, person('Linde 2'), '2026-03-01')
    expect((await matchCase(desk, 'b-2026-001')).exact?.id).toBe(id)
    expect((await matchCase(desk, ' LARCHE ')).exact?.id).toBe(id)
    expect((await matchCase(desk, 'linde')).exact?.id).toBe(linde.id)
    expect((await matchCase(desk, 'Lin')).near.map(({ alias }) => alias)).toEqual(['Linde', 'Linde 2'])
    expect((await matchCase(desk, 'B-2026-00')).near).toHaveLength(3)
    expect(await matchCase(desk, '%')).toEqual({ exact: null, near: [] })
    await removeCase(desk, linde.id, (await getCase(desk, linde.id)).version)
    expect((await matchCase(desk, 'linde')).exact).toBeNull()
  })
})
