import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsultationFields } from '../../../shared/counselling/model.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { readHistory, readTrash, restore, undo, undoLast } from '../records/service.ts'
import { find } from '../search/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { createCase, findCases, freeAlias, getCase, removeCase, updateCase } from './cases/service.ts'
import {
  createConsultation, findConsultations, getConsultation, removeConsultation, timeLine, updateConsultation,
} from './consultations/service.ts'

const page = { query: '', topic: null, month: null, mine: false, offset: 0, limit: 100 }
const casePage = { ...page, sort: 'lastContact', descending: true } as const
const allPage = { ...page, anonymous: false }

const fields = (change: Partial<ConsultationFields> = {}): ConsultationFields => ({
  date: '2026-03-02', time: '14:05', channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: ['I1'], result: 'informed',
  language: 'prs', interpretation: 'interpreter', accessPath: null, contactKind: null, note: 'Verlängerung besprochen.', ...change,
})

describe('counselling', () => {
  let test: TestSession
  let desk: CounsellingDesk

  beforeEach(async () => {
    test = await openTestSession()
    desk = test.session.counselling as CounsellingDesk
  })
  afterEach(() => test.dispose())

  const newCase = (alias: string) => createCase(desk, { alias, kind: 'person', language: 'prs', note: '' }, '2026-03-01')
  const aliases = async (change: object) => (await findCases(desk, { ...casePage, ...change })).cases.map((each) => each.alias)
  const notes = async (change: object) =>
    (await findConsultations(desk, { ...allPage, ...change })).consultations.map((each) => each.excerpt)

  it('numbers cases by kind and year and never gives a number twice, not even after undo', async () => {
    const first = await newCase('Linde')
    expect(first.number).toBe('B-2026-001')
    await undo(test.session, 'counselling', first.change as string)
    expect((await newCase('Ahorn')).number).toBe('B-2026-002')
    expect((await createCase(desk, { alias: 'Eiche', kind: 'professional', language: null, note: '' }, '2025-12-31')).number).toBe('F-2025-001')
  })

  it('refuses an alias that is taken, whatever its case or accents', async () => {
    await newCase('Linde')
    await expect(newCase('LINDE')).rejects.toMatchObject({ code: 'invalid', data: { fields: { alias: expect.stringContaining('vergeben') } } })
    const other = await newCase('Linde 2')
    await expect(updateCase(desk, other.id, other.version, { alias: 'linde' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await updateCase(desk, other.id, other.version, { alias: 'Linde zwei' })).version).toBeGreaterThan(other.version)
    expect(['Linde', 'Linde zwei']).not.toContain(await freeAlias(desk))
  })

  it('keeps a consultation as it was noted', async () => {
    const { id: caseId } = await newCase('Linde')
    const { id, version } = await createConsultation(desk, caseId, fields({ furtherTopics: ['I1', 'E4'] }))
    expect(await getConsultation(desk, id)).toMatchObject({ ...fields({ furtherTopics: ['I1', 'E4'] }), id, version, caseId, counsellorName: 'Testleitung' })
  })

  it('refuses days to come and fields that do not fit, with a message per field', async () => {
    await expect(createConsultation(desk, null, fields({ date: '2999-01-01' })))
      .rejects.toMatchObject({ code: 'invalid', data: { fields: { date: 'Das Datum liegt in der Zukunft.' } } })
    await expect(createConsultation(desk, null, fields({ durationMinutes: 7, topic: '' })))
      .rejects.toMatchObject({ data: { fields: { durationMinutes: expect.any(String), topic: 'Bitte ein Thema wählen.' } } })
    const { id, version } = await createConsultation(desk, null, fields())
    await expect(updateConsultation(desk, id, version, { topic: 'I1' })).rejects.toMatchObject({ data: { fields: { furtherTopics: expect.any(String) } } })
    expect((await findConsultations(desk, allPage)).total).toBe(1)
  })

  it('refuses consultations for a case that is missing or in the trash', async () => {
    const { id, version } = await newCase('Linde')
    await removeCase(desk, id, version)
    for (const caseId of [id, 'nowhere']) await expect(createConsultation(desk, caseId, fields())).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lists cases by last contact, topic, month and word', async () => {
    const linde = await newCase('Linde')
    const ahorn = await newCase('Ahorn')
    await createConsultation(desk, linde.id, fields({ date: '2026-03-02' }))
    await createConsultation(desk, ahorn.id, fields({ date: '2026-04-20', topic: 'E1', furtherTopics: [], note: 'Bürgergeld, Anlage VM fehlt.' }))
    await newCase('Eiche')

    expect(await aliases({})).toEqual(['Ahorn', 'Linde', 'Eiche'])
    expect(await aliases({ sort: 'alias', descending: false })).toEqual(['Ahorn', 'Eiche', 'Linde'])
    expect(await aliases({ sort: 'number', descending: false })).toEqual(['Linde', 'Ahorn', 'Eiche'])
    expect(await aliases({ topic: 'A' })).toEqual(['Linde'])
    expect(await aliases({ topic: 'I' })).toEqual(['Linde'])
    expect(await aliases({ month: '2026-04' })).toEqual(['Ahorn'])
    expect(await aliases({ query: 'anlage' })).toEqual(['Ahorn'])
    expect(await aliases({ query: 'B-2026-003' })).toEqual(['Eiche'])
    expect(await aliases({ query: 'lin' })).toEqual(['Linde'])
    expect(await aliases({ query: 'nirgends' })).toEqual([])
    expect((await findCases(desk, casePage)).cases[0]).toMatchObject({ lastContact: '2026-04-20', lastTopic: 'E1' })
  })

  it('finds the newest two thousand of a word that is everywhere, and says that there are more', async () => {
    const words = desk.database.schema
    await words.transaction().execute(async (transaction) => {
      for (let number = 0; number < 2000; number++) {
        const text = { title: '', subtitle: '', line: '', title_text: '', body_text: 'kindergeld' }
        await transaction.insertInto('search_document').values({ record_type: 'consultation', record_id: `x${number}`, ...text }).execute()
      }
    })
    const { id } = await newCase('Linde')
    await createConsultation(desk, id, fields({ note: 'Kindergeld beantragt.' }))
    expect(await findConsultations(desk, { ...allPage, query: 'kindergeld' })).toMatchObject({ total: 1, capped: true })
    expect(await findCases(desk, { ...casePage, query: 'kindergeld' })).toMatchObject({ total: 1, capped: true })
    expect(await findCases(desk, { ...casePage, query: 'beantragt' })).toMatchObject({ total: 1, capped: false })
  })

  it('lists all consultations, anonymous ones too', async () => {
    const { id } = await newCase('Linde')
    await createConsultation(desk, id, fields({ note: 'Erste' }))
    await createConsultation(desk, null, fields({ date: '2026-03-03', topic: 'K1', furtherTopics: ['A5'], note: 'Zweite' }))
    expect(await notes({})).toEqual(['Zweite', 'Erste'])
    expect(await notes({ anonymous: true })).toEqual(['Zweite'])
    expect(await notes({ topic: 'A' })).toEqual(['Zweite', 'Erste'])
    expect(await notes({ topic: 'I' })).toEqual(['Erste'])
    expect(await notes({ month: '2026-02' })).toEqual([])
    expect(await notes({ query: 'linde' })).toEqual(['Erste'])
    expect(await notes({ query: 'zweite' })).toEqual(['Zweite'])
    expect((await findConsultations(desk, allPage)).consultations[0]).toMatchObject({ caseId: null, caseNumber: null, alias: null })
  })

  it('shows a deputy the own cases and what belongs to no case, the Leitung everything', async () => {
    const { id } = await newCase('Linde')
    await createConsultation(desk, id, fields({ note: 'Fall der Leitung' }))
    await createConsultation(desk, null, fields({ note: 'anonym' }))
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    await newCase('Ahorn')
    expect(await aliases({})).toEqual(['Ahorn'])
    expect(await notes({ mine: true })).toEqual([])
    expect(await notes({})).toEqual(['anonym'])
    desk = (await test.reopen('leitung')).counselling as CounsellingDesk
    expect(await aliases({ mine: true })).toEqual(['Linde'])
    expect(await aliases({})).toHaveLength(2)
    expect(await notes({})).toHaveLength(2)
  })

  it('the time line shows a case’s consultations, the latest first', async () => {
    const { id } = await newCase('Linde')
    for (const [date, time] of [['2026-03-02', null], ['2026-03-02', '09:00'], ['2026-02-27', '16:00']] as const) {
      await createConsultation(desk, id, fields({ date, time }))
    }
    const { consultations, total } = await timeLine(desk, id, { offset: 0, limit: 2 })
    expect(total).toBe(3)
    expect(consultations.map(({ date, time, furtherTopics }) => [date, time, furtherTopics])).toEqual([
      ['2026-03-02', '09:00', ['I1']], ['2026-03-02', null, ['I1']],
    ])
  })

  it('autosave makes one step of history; a stale version is a conflict that shows the stored record', async () => {
    const created = await createConsultation(desk, null, fields())
    await newCase('Linde')
    const once = await updateConsultation(desk, created.id, created.version, { note: 'Verlängerung besprochen. Pa' })
    await updateConsultation(desk, created.id, once.version, { note: 'Verlängerung besprochen. Pass fehlt.', furtherTopics: ['A7'] })
    const history = await readHistory(test.session, 'counselling', { type: 'consultation', id: created.id })
    expect(history.map((entry) => entry.action)).toEqual(['Beratung geändert', 'Beratung eingetragen'])
    await expect(updateConsultation(desk, created.id, created.version, { note: 'veraltet' }))
      .rejects.toMatchObject({ code: 'conflict', data: { current: { note: 'Verlängerung besprochen. Pass fehlt.', furtherTopics: ['A7'] } } })
    await undoLast(test.session)
    expect(await getConsultation(desk, created.id)).toMatchObject({ note: 'Verlängerung besprochen.', furtherTopics: ['I1'] })
  })

  it('trashes a case with its consultations as one step and takes it back as one', async () => {
    const { id } = await newCase('Linde')
    await createConsultation(desk, id, fields())
    const { version } = await getCase(desk, id)
    const { change } = await removeCase(desk, id, version)
    expect(await aliases({})).toEqual([])
    expect(await notes({})).toEqual([])
    expect(await find(test.session, 'linde', 20)).toEqual([])
    expect((await readTrash(test.session)).map((entry) => entry.typeLabel).sort()).toEqual(['Beratung', 'Ratsuchende Person'])
    await undo(test.session, 'counselling', change as string)
    expect(await aliases({})).toEqual(['Linde'])
    expect((await findCases(desk, casePage)).cases[0]).toMatchObject({ lastContact: '2026-03-02' })
    expect((await find(test.session, 'linde', 20)).map((hit) => hit.side)).toEqual(['counselling'])
  })

  it('brings a case back with the consultations that went with it, and not with those deleted before', async () => {
    const { id } = await newCase('Linde')
    const { id: kept } = await createConsultation(desk, id, fields())
    const gone = await createConsultation(desk, id, fields({ note: 'versehentlich' }))
    await removeConsultation(desk, gone.id, gone.version)
    await new Promise((resolve) => setTimeout(resolve, 2))
    await removeCase(desk, id, (await getCase(desk, id)).version)
    await restore(test.session, 'counselling', { type: 'case', id })
    expect((await getConsultation(desk, kept)).trashed).toBe(false)
    expect((await getConsultation(desk, gone.id)).trashed).toBe(true)
  })

  it('trashes and restores one consultation; the case follows', async () => {
    const { id: caseId } = await newCase('Linde')
    const { id, version } = await createConsultation(desk, caseId, fields())
    await removeConsultation(desk, id, version)
    expect((await findCases(desk, casePage)).cases[0]).toMatchObject({ lastContact: '' })
    await restore(test.session, 'counselling', { type: 'consultation', id })
    expect((await findCases(desk, casePage)).cases[0]).toMatchObject({ lastContact: '2026-03-02' })
  })

  it('what is typed on right after the first save belongs to the first step', async () => {
    const created = await createConsultation(desk, null, fields({ note: 'Anf' }))
    await updateConsultation(desk, created.id, created.version, { note: 'Anfang und Ende', furtherTopics: ['E1', 'E4'] })
    expect(await readHistory(test.session, 'counselling', { type: 'consultation', id: created.id })).toHaveLength(1)
    await undo(test.session, 'counselling', created.change as string)
    await expect(getConsultation(desk, created.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not take back the opening of a case that has consultations by now', async () => {
    const { id, change } = await newCase('Linde')
    await createConsultation(desk, id, fields())
    await expect(undo(test.session, 'counselling', change as string)).rejects.toMatchObject({ code: 'conflict' })
    expect(await aliases({})).toEqual(['Linde'])
  })

  it('announces counselling changes on the counselling side only', async () => {
    const { id } = await newCase('Linde')
    await createConsultation(desk, id, fields())
    expect(test.announced.length).toBe(2)
    expect(new Set(test.announced.map((news) => news.side))).toEqual(new Set(['counselling']))
  })
})
