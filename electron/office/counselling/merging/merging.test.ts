import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { HouseholdPerson } from '../../../../shared/counselling/household/model.ts'
import { emptyIncident } from '../../../../shared/counselling/incidents/model.ts'
import { noSafety } from '../../../../shared/counselling/safety/contract.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { readTrash, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { accessOfCase, closeCase, shareCase } from '../access/service.ts'
import { addPaper, papersOfCase } from '../attachments/service.ts'
import { createCase, findCases, getCase, matchCase } from '../cases/service.ts'
import { conflictsOfCase, lookUpConflict, settleConflict } from '../conflicts/service.ts'
import { createConsultation, timeLine } from '../consultations/service.ts'
import { courseOfCase } from '../course/service.ts'
import { createDeadline, findDeadlinesOf, findOpen } from '../deadlines/service.ts'
import { householdOf, saveOpposing, savePerson } from '../household/service.ts'
import { findByIdentity } from '../identity/find.ts'
import { openIdentity, saveIdentity, setAnonymous } from '../identity/service.ts'
import { createIncident, getIncident, saveAffected } from '../incidents/service.ts'
import { createResidence, findResidence } from '../residence/service.ts'
import { safetyOf, saveSafety } from '../safety/service.ts'
import { mergeCases, mergedCases, previewMerge } from './service.ts'

const deputy = { id: 'person-vertretung', name: 'Test vertretung' }
const later = isoDay(new Date(Date.now() + 3 * 86_400_000))
const dating = { land: 'BB', calculation: null, taken: { dueOn: '2026-05-04', dueTime: '', earliest: false, noticeText: '', reason: '' } } as const
const noChoices = { case: {}, subject: {}, identity: {} }
const consultation = {
  date: '2026-03-02', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'informed', language: null,
  interpretation: null, accessPath: null, contactKind: null, note: 'Geheimnis Mondscheinsonate',
}
const member = (name: string, more: Partial<HouseholdPerson> = {}): HouseholdPerson =>
  ({ id: `h-${name}`, relation: 'child', name, birthYear: null, language: null, status: '', livesHere: true, caseNumber: '', ...more })

let test: TestSession
let desk: CounsellingDesk
let keep: string
let other: string

beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  keep = (await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: 'erste Notiz' }, '2026-02-01')).id
  other = (await createCase(desk, { alias: 'Erle', kind: 'family', language: 'fa', note: 'zweite Notiz', place: 'Musterstadt' }, '2026-03-01')).id
})
afterEach(() => test.dispose())

async function merge(more: Partial<Parameters<typeof mergeCases>[1]> = {}) {
  const version = async (id: string) => ({ id, version: (await getCase(desk, id)).version })
  return mergeCases(desk, { keep: await version(keep), other: await version(other), choices: noChoices, openings: null, deadlinesSeen: [], ...more })
}

async function name(caseId: string, fields: object): Promise<string> {
  const { opening, version } = await openIdentity(desk, caseId, '')
  await saveIdentity(desk, { caseId, opening, version, fields })
  return opening
}

/** Every row of counselling.db that says what the office knows, without what the mechanisms keep by themselves. */
async function everything(): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND name NOT LIKE 'search_%' AND name NOT LIKE 'change_%' AND name NOT LIKE 'audit_%' AND name NOT LIKE 'sqlite_%'`.execute(desk.database.read)
  const stock: Record<string, unknown> = {}
  for (const { name: table } of tables) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(desk.database.read)
    stock[table] = rows.map(({ version: _version, updated_at: _at, ...row }) => row)
  }
  return stock
}

/** Both cases with something of every kind. */
async function fill(): Promise<{ deadline: string; openings: { keep: string; other: string } }> {
  await createConsultation(desk, keep, consultation)
  await createConsultation(desk, other, { ...consultation, date: '2026-03-05' })
  const deadline = await createDeadline(desk, { caseId: other, consultationId: null }, { title: 'Widerspruch', task: '', place: '', note: '' }, dating)
  await createResidence(desk, other, { person: '', code: 'AG', basis: '', from: null, printedExpiry: null, effectiveExpiry: null, extension: null, note: '' })
  await addPaper(desk, other, 'Bescheid.pdf', Buffer.from('%PDF-1.7 Bescheid'))
  await savePerson(desk, keep, member('Tochter'))
  await savePerson(desk, other, member('Sohn'))
  await savePerson(desk, keep, member('Bruder', { relation: 'sibling', caseNumber: (await getCase(desk, other)).number }))
  await saveOpposing(desk, other, { id: 'g', name: 'Muster Wohnbau', role: '', contact: '' })
  const openings = {
    keep: await name(keep, { familyName: 'Beispielkaya', givenNames: 'Şirin', formerNames: 'geb. Muster' }),
    other: await name(other, { familyName: 'Beyspilkaya', givenNames: 'Sirin', birthDate: '1988', addressProtected: true, channels: [{ id: 'k', kind: 'mobile', value: '0151 000 11 22', label: '', preferred: true }] }),
  }
  return { deadline: deadline.id, openings }
}

describe('merging two cases', () => {
  it('moves everything, keeps the number findable, and is taken back as one step to the last row', async () => {
    const { deadline, openings } = await fill()
    await shareCase(desk, [deputy], { caseId: other, personId: deputy.id, until: later, reason: '' })
    const before = await everything()
    const { number } = await getCase(desk, other)
    const preview = await previewMerge(desk, keep, other)
    expect(preview.moves).toEqual([
      { label: 'Beratungen', count: 1 }, { label: 'Fristen', count: 1 }, { label: 'Aufenthaltstitel', count: 1 }, { label: 'Unterlagen', count: 1 },
      { label: 'Personen im Haushalt', count: 1 }, { label: 'Gegenseiten', count: 1 },
    ])
    expect(preview.other).toMatchObject({ openTo: [deputy.name], identity: true, deadlines: [{ id: deadline }] })

    const { change } = await merge({ openings, deadlinesSeen: [deadline], choices: { case: { alias: 'other' }, subject: {}, identity: { familyName: 'keep' } } })
    expect(await getCase(desk, other)).toMatchObject({ id: keep, alias: 'Erle', kind: 'person', language: 'fa', note: 'erste Notiz\n\nzweite Notiz', place: 'Musterstadt' })
    expect((await timeLine(desk, keep, { offset: 0, limit: 10 })).total).toBe(2)
    expect(await findDeadlinesOf(desk, { caseId: keep, consultationId: null })).toMatchObject([{ id: deadline, ownerTrashed: false }])
    expect(await findResidence(desk, keep)).toHaveLength(1)
    expect(await papersOfCase(desk, keep)).toHaveLength(1)
    const { persons, opposing } = await householdOf(desk, keep)
    expect(persons.map((person) => [person.name, person.linkedCaseId])).toEqual([['Tochter', null], ['Bruder', null], ['Sohn', null]])
    expect(opposing.map((party) => party.name)).toEqual(['Muster Wohnbau'])
    expect((await openIdentity(desk, keep, '')).fields).toMatchObject({
      familyName: 'Beispielkaya', givenNames: 'Şirin', formerNames: 'geb. Muster', birthDate: '1988', addressProtected: true, channels: [{ value: '0151 000 11 22', preferred: true }],
    })
    expect((await findByIdentity(desk, { name: 'Beispielkaya', birthDate: '' }, 'Test')).map(({ id }) => id)).toEqual([keep])
    expect((await accessOfCase(desk, keep)).grants).toMatchObject([{ personName: deputy.name, active: true }])
    expect((await courseOfCase(desk, keep)).map(({ title }) => title)).toContain(`Fall ${number} hierher zusammengeführt`)
    expect(await mergedCases(desk, keep)).toMatchObject([{ number, alias: 'Linde', byName: 'Testleitung' }])
    for (const reference of [number, number.toLowerCase(), 'Erle']) expect((await matchCase(desk, reference)).exact?.id).toBe(keep)
    for (const query of [number, 'Linde']) expect((await find(test.session, query, 5)).filter(({ record }) => record.type === 'case').map(({ record }) => record.id)).toEqual([keep])
    expect((await findCases(desk, { query: '', topic: null, month: null, mine: false, sort: 'number', descending: false, offset: 0, limit: 10 })).total).toBe(1)
    expect(await readTrash(test.session)).toEqual([])

    await undo(test.session, 'counselling', change as string)
    // The openings of the cards in between stay in the log, which nothing takes back.
    await sql`DELETE FROM access_log WHERE reason = 'Test' OR id > ${openings.other}`.execute(desk.database.schema)
    expect(await everything()).toEqual(before)
    expect((await matchCase(desk, number)).exact?.id).toBe(other)
  })

  it('names no deadline silently: an open one of the other case must have been seen, and stays in the list', async () => {
    const { id } = await createDeadline(desk, { caseId: other, consultationId: null }, { title: 'Klage', task: '', place: '', note: '' }, dating)
    await expect(merge()).rejects.toMatchObject({ code: 'invalid' })
    expect((await getCase(desk, other)).id).toBe(other)
    await merge({ deadlinesSeen: [id] })
    expect(await findOpen(desk, 'all')).toMatchObject([{ id, caseId: keep, ownerTrashed: false }])
  })

  it('makes one identity of two only after both were opened by this person', async () => {
    const { openings, deadline } = await fill()
    const foreign = { keep: openings.other, other: openings.keep }
    for (const wrong of [null, foreign]) await expect(merge({ openings: wrong, deadlinesSeen: [deadline] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('brings the only identity along, also into a case without one', async () => {
    await setAnonymous(desk, keep, true)
    await name(other, { familyName: 'Beispielkaya' })
    await merge()
    expect(await getCase(desk, keep)).toMatchObject({ anonymous: false })
    expect((await openIdentity(desk, keep, '')).fields.familyName).toBe('Beispielkaya')
  })

  it('lets a colleague to whom the other one was open see the kept one, and nobody merge who does not lead both', async () => {
    await shareCase(desk, [deputy], { caseId: other, personId: deputy.id, until: later, reason: '' })
    const asDeputy = async () => (await test.reopen('vertretung')).counselling as CounsellingDesk
    desk = await asDeputy()
    await expect(getCase(desk, keep)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(previewMerge(desk, other, keep)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(previewMerge(desk, other, other)).rejects.toMatchObject({ code: 'forbidden' })
    desk = (await test.reopen('leitung')).counselling as CounsellingDesk
    await merge()
    desk = await asDeputy()
    expect((await getCase(desk, keep)).id).toBe(keep)
  })

  it('keeps what was settled between two cases settled', async () => {
    const third = (await createCase(desk, { alias: 'Ahorn', kind: 'person', language: null, note: '' })).id
    await name(third, { familyName: 'Beispielkaya', givenNames: 'Şirin' })
    await name(other, { familyName: 'Beispielkaya', givenNames: 'Sirin' })
    const [conflict] = await conflictsOfCase(desk, other)
    await settleConflict(desk, conflict?.code ?? '', 'anderer Mensch')
    await merge()
    expect(await conflictsOfCase(desk, keep)).toMatchObject([{ code: conflict?.code, settled: true }])
    expect((await lookUpConflict(desk, conflict?.code ?? '')).cases.map(({ id }) => id).sort()).toEqual([keep, third].sort())
  })

  it('follows from one merge to the next, and opens what one of them still works on', async () => {
    const third = (await createCase(desk, { alias: 'Ahorn', kind: 'person', language: null, note: '' }))
    const first = await getCase(desk, other)
    await merge()
    await closeCase(desk, third.id, (await getCase(desk, third.id)).version, { on: isoDay(new Date()), result: 'informed' })
    const kept = await getCase(desk, keep)
    const end = await getCase(desk, third.id)
    await mergeCases(desk, { keep: { id: third.id, version: end.version }, other: { id: keep, version: kept.version }, choices: noChoices, openings: null, deadlinesSeen: [] })
    expect((await matchCase(desk, first.number)).exact?.id).toBe(third.id)
    expect(await getCase(desk, other)).toMatchObject({ id: third.id, closedOn: '' })
    expect((await mergedCases(desk, third.id)).map(({ number }) => number).sort()).toEqual([first.number, kept.number].sort())
  })

  it('counts whoever stands in an incident by both cases once, and keeps every unsafe way of contact', async () => {
    const incident = (await createIncident(desk, emptyIncident('2026-03-02', 'BB'), { caseId: keep, consultationId: null })).id
    await saveAffected(desk, incident, 'second', { caseId: other, ageGroup: 'unknown', involvement: 'direct' })
    await saveSafety(desk, keep, { ...noSafety, noCalls: true, codeWord: 'Mond' })
    await saveSafety(desk, other, { ...noSafety, noLetters: true, codeWord: 'Stern' })
    await merge()
    expect((await getIncident(desk, incident)).affected.map(({ caseId }) => caseId)).toEqual([keep])
    expect(await safetyOf(desk, keep)).toMatchObject({ noCalls: true, noLetters: true, noVoicemail: false, codeWord: 'Mond / Stern' })
  })

  it('refuses cases of different kinds, a changed one and a case with itself', async () => {
    const counselled = (await createCase(desk, { alias: 'Schulamt', kind: 'professional', language: null, note: '' })).id
    await expect(previewMerge(desk, keep, counselled)).rejects.toMatchObject({ code: 'invalid' })
    await expect(previewMerge(desk, keep, keep)).rejects.toMatchObject({ code: 'invalid' })
    await expect(merge({ other: { id: other, version: 99 } })).rejects.toMatchObject({ code: 'conflict' })
  })
})
