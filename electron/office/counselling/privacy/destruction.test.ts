import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import { emptyIdentity } from '../../../../shared/counselling/identity/model.ts'
import { emptySubject } from '../../../../shared/counselling/household/model.ts'
import type { DisposalTarget } from '../../../../shared/counselling/privacy/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { owningColumns } from '../../database/destruction-scope.ts'
import { plainPages } from '../../database/plain-pages.fixture.ts'
import { readTrash, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { shareCase, standIn } from '../access/service.ts'
import { addPaper, updatePaper } from '../attachments/service.ts'
import { createCase, removeCase } from '../cases/service.ts'
import { conflictsOfCase } from '../conflicts/service.ts'
import { createConsultation, updateConsultation } from '../consultations/service.ts'
import { createDeadline, finishDeadline } from '../deadlines/service.ts'
import { householdOf, saveOpposing, savePerson, saveSubject } from '../household/service.ts'
import { openIdentity, saveIdentity } from '../identity/service.ts'
import { createResidence } from '../residence/service.ts'
import { fillEveryTable } from './every-table.fixture.ts'
import { destroyTargets, planDisposal } from './destroy-service.ts'
import { offerArchive, propose } from './disposal-service.ts'
import { savePractice, readPractice } from './practice-service.ts'
import { destructionRecords } from './records-service.ts'
import { holdCase, liftHold, privacyOfCase, restrictCase, saveCorrection, savePurpose } from './state-service.ts'

const marker = 'Quappenschlagbaum'
const traces = [marker, marker.toLowerCase(), marker.slice(6).toLowerCase()]
const other = { id: 'other', name: 'Andere Person' }

let test: TestSession
const desk = (): CounsellingDesk => test.session.counselling as CounsellingDesk
beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

const pages = (): Buffer => plainPages(join(test.vault.folder, 'counselling.db'), test.vault.counsellingKey as Uint8Array)
const found = (): string[] => traces.filter((trace) => pages().includes(trace))
const consultation = { date: '2019-05-06', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: ['B1'], result: 'informed', language: 'prs', interpretation: null, accessPath: null, contactKind: null, note: '' } as const
/** As if somebody else had proposed it, some days ago. */
const proposedByOther = (targets: DisposalTarget[], mode: 'destroy' | 'anonymise' = 'destroy') => propose({ ...desk(), person: { ...other, role: 'leitung' } }, { targets, mode, reason: 'period-over', note: '' })
const noArchive = async (): Promise<void> => {
  const { version, practice } = await readPractice(desk().database.read)
  await savePractice(desk(), version, { ...practice, archiveRequired: false })
}

/** Tables in which a text stands somewhere. */
function tablesWith(text: string): string[] {
  const { writer } = desk().database.connections
  return writer.all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_index%'").map(({ name }) => String(name))
    .filter((table) => writer.all(`SELECT * FROM "${table}"`).some((row) => JSON.stringify(row).includes(text))).sort()
}

/** A case with everything a case can have, each of it with the marker. */
async function fullCase(): Promise<{ id: string; number: string; paper: string; deadline: string }> {
  const { id, number } = await createCase(desk(), { alias: marker, kind: 'person', language: 'prs', note: `Notiz ${marker}` }, '2019-05-01')
  const first = await createConsultation(desk(), id, { ...consultation, furtherTopics: ['B1'], note: `Gespräch ${marker}` })
  for (let round = 0; round < 8; round += 1) await updateConsultation(desk(), first.id, first.version + round, { note: `${marker} ${round} ${'x'.repeat(700)}` })
  const { opening, version: card } = await openIdentity(desk(), id, marker)
  await saveIdentity(desk(), {
    caseId: id, opening, version: card,
    fields: { ...emptyIdentity, familyName: marker, givenNames: 'Ada', channels: [{ id: 'ch', kind: 'mobile', value: '0170 1', label: marker, preferred: true }], documents: [{ id: 'doc', kind: 'passport', number: marker, seenOn: '2019-05-01', seenBy: 'P' }] },
  })
  await savePerson(desk(), id, { id: 'hp', relation: 'child', name: marker, birthYear: 2014, language: null, status: '', livesHere: true, caseNumber: '' })
  await saveOpposing(desk(), id, { id: 'op', name: marker, role: 'Vermieter', contact: marker })
  await saveSubject(desk(), id, { ...emptySubject, question: marker })
  const paper = await addPaper(desk(), id, `${marker}.txt`, Buffer.from(`Brief von ${marker}. `.repeat(40_000)))
  await updatePaper(desk(), { id: paper.id, version: paper.version, name: marker, note: marker })
  await createResidence(desk(), id, { person: marker, code: 'AG', basis: '', from: null, printedExpiry: null, effectiveExpiry: null, extension: null, note: marker })
  const dating = { land: 'BB', calculation: null, taken: { dueOn: '2019-06-04', dueTime: '', earliest: false, noticeText: marker, reason: '' } } as const
  const deadline = await createDeadline(desk(), { caseId: id, consultationId: null }, { title: marker, task: marker, place: '', note: '' }, dating)
  await shareCase(desk(), [other], { caseId: id, personId: other.id, until: isoDay(new Date()), reason: marker })
  await standIn(desk(), id, marker)
  await savePurpose(desk(), id, { id: 'pu', purpose: 'counselling', legalBasis: 'public-task', specialBasis: 'explicit-consent', specialReason: marker, consentVersion: '1', consentOn: '2019-05-01', consentWay: 'written', consentScope: marker, consentUntil: null, revokedOn: null, revokedWay: '' })
  await saveCorrection(desk(), id, { id: 'co', askedOn: '2020-01-01', what: marker, outcome: 'corrected', note: marker })
  await desk().database.writeUnlogged((database) => database.insertInto('draft').values([
    { person_id: 'p', form: `consultation:${id}`, value: `{"note":"${marker}"}`, updated_at: 't' }, { person_id: 'p', form: 'quick-line', value: `"tel 20 @${number} – ${marker}"`, updated_at: 't' },
  ]).execute())
  return { id, number, paper: paper.id, deadline: deadline.id }
}

describe('a case that is destroyed', () => {
  it('leaves no byte: rows, history, trash, index, drafts, papers, free pages, log; others keep theirs', async () => {
    const full = await fullCase()
    const keep = await createCase(desk(), { alias: 'Bleibt', kind: 'family', language: null, note: 'Zweiter Fall' })
    await createConsultation(desk(), keep.id, { ...consultation, furtherTopics: [], note: 'Anderes Gespräch' })
    await savePerson(desk(), keep.id, { id: 'kin', relation: 'sibling', name: 'Bruder', birthYear: null, language: null, status: '', livesHere: false, caseNumber: full.number })
    await saveOpposing(desk(), keep.id, { id: 'op2', name: `Ada ${marker}`, role: '', contact: '' })
    expect(await conflictsOfCase(desk(), keep.id)).not.toEqual([])
    await desk().database.writeUnlogged((database) => database.deleteFrom('opposing_party').where('id', '=', 'op2').execute())
    await desk().database.writeUnlogged((database) => database.deleteFrom('change_entry').where('row_id', '=', 'op2').execute())
    const { version } = await desk().database.read.selectFrom('deadline').select('version').where('id', '=', full.deadline).executeTakeFirstOrThrow()
    await finishDeadline(desk(), full.deadline, version, { on: '2019-06-01', how: 'filed', note: marker })
    const trashed = await removeCase(desk(), full.id, (await desk().database.read.selectFrom('counselling_case').select('version').where('id', '=', full.id).executeTakeFirstOrThrow()).version)
    expect(found()).toEqual(traces)

    await noArchive()
    const target = { type: 'case', id: full.id } as const
    await proposedByOther([target])
    const plan = await planDisposal(desk(), test.vault.folder, [other], [target])
    expect(plan.counts).toEqual(expect.arrayContaining([{ label: 'Ratsuchende Person', count: 1 }, { label: 'Unterlage', count: 1 }, { label: 'Identität', count: 1 }, { label: 'Aufenthaltsstatus', count: 1 }]))
    expect(plan.items[0]?.retention).toMatchObject({ over: true })
    expect(await destroyTargets(desk(), [other], [target], '')).toEqual({ record: expect.stringMatching(/^LP-\d{4}-0001$/) })

    expect(found()).toEqual([])
    // The opaque id stands in the record of destructions and in the log, and nowhere else.
    expect(tablesWith(full.id)).toEqual(['audit_entry', 'destruction', 'destruction_record'])
    expect(await find(test.session, marker, 10)).toEqual([])
    expect(await readTrash(test.session)).toEqual([])
    await expect(undo(test.session, 'counselling', trashed.change ?? '')).rejects.toMatchObject({ code: 'not-found' })
    // The brother stays in the household of the other case; only the way to the destroyed one is gone.
    expect((await householdOf(desk(), keep.id)).persons).toMatchObject([{ name: 'Bruder', linkedCaseId: null }])
    expect((await find(test.session, 'anderes gespräch', 10)).length).toBe(1)
  })

  it('waits for a second person, for deadlines, holds, restriction and the archive', async () => {
    const { id } = await createCase(desk(), { alias: 'Linde', kind: 'person', language: null, note: '' }, '2019-01-01')
    const target = { type: 'case', id } as const
    const refused = (colleagues = [other], statement = '') => destroyTargets(desk(), colleagues, [target], statement).then(() => null, (error: { code: string; data: { detail?: string } }) => error.data.detail ?? error.code)
    expect(await refused()).toMatch(/nicht zur Löschung vorgeschlagen/)
    await proposedByOther([target])
    expect(await refused()).toMatch(/Antwort des Archivs fehlt/)
    await offerArchive(desk(), [id], { decision: 'declined', offeredOn: '2026-01-01', decidedOn: '2026-02-01', handedOverOn: null, note: '' })
    const dating = { land: 'BB', calculation: null, taken: { dueOn: '2099-06-04', dueTime: '', earliest: false, noticeText: '', reason: '' } } as const
    const deadline = await createDeadline(desk(), { caseId: id, consultationId: null }, { title: 'Klage', task: '', place: '', note: '' }, dating)
    expect(await refused()).toMatch(/1 offene Frist/)
    await finishDeadline(desk(), deadline.id, deadline.version, { on: '2026-01-01', how: 'filed', note: '' })
    await holdCase(desk(), id, { reason: 'Klage läuft', until: null })
    expect(await refused()).toMatch(/Löschsperre/)
    const hold = (await privacyOfCase(desk(), id)).holds[0]?.id ?? ''
    await liftHold(desk(), id, hold)
    await restrictCase(desk(), id, { why: 'claims', note: 'braucht die Notizen' })
    expect(await refused()).toMatch(/eingeschränkt/)
    await restrictCase(desk(), id, null)

    // One's own proposal: never while somebody else has the key; alone on another day and with the own name.
    await propose(desk(), { targets: [target], mode: 'destroy', reason: 'requested', note: '' })
    expect(await refused()).toMatch(/zweite Person/)
    expect(await refused([])).toMatch(/am Tag nach dem Vorschlag/)
    await desk().database.writeUnlogged((database) => database.updateTable('disposal').set({ proposed_at: '2026-01-01T10:00:00Z' }).execute())
    expect(await refused([])).toBe('invalid')
    expect(await refused([], desk().person.name)).toBeNull()
    const { records, sound } = await destructionRecords(desk())
    expect(sound).toBe(true)
    expect(records).toMatchObject([{ reason: 'requested', archive: 'nicht archivwürdig (01.02.2026)', sound: true }])
    expect(JSON.stringify(records)).not.toContain('Linde')
  })

  it('leaves anonymous rows for the count when it is anonymised', async () => {
    await noArchive()
    const { id } = await createCase(desk(), { alias: marker, kind: 'person', language: null, note: '' }, '2019-01-01')
    await createConsultation(desk(), id, { ...consultation, time: '09:30', furtherTopics: [], note: marker })
    await proposedByOther([{ type: 'case', id }], 'anonymise')
    await destroyTargets(desk(), [other], [{ type: 'case', id }], '')
    const rows = await desk().database.read.selectFrom('consultation').selectAll().execute()
    expect(rows).toMatchObject([{ case_id: null, held_on: '2019-05-06', held_at: null, topic: 'A2', channel: 'phone', duration_minutes: 20, note: '', language: null }])
    expect(found()).toEqual([])
  })
})

it('destroys a single anonymous consultation and a single paper, and nothing beside them', async () => {
  const { id } = await createCase(desk(), { alias: 'Linde', kind: 'person', language: null, note: '' })
  const paper = await addPaper(desk(), id, 'Brief.txt', Buffer.from(`${marker} `.repeat(50_000)))
  const anonymous = await createConsultation(desk(), null, { ...consultation, furtherTopics: ['B1'], note: marker })
  const targets: DisposalTarget[] = [{ type: 'attachment', id: paper.id }, { type: 'consultation', id: anonymous.id }]
  await proposedByOther(targets)
  await destroyTargets(desk(), [other], targets, '')
  expect(found()).toEqual([])
  expect(await desk().database.read.selectFrom('counselling_case').select('alias').execute()).toEqual([{ alias: 'Linde' }])
  expect(await desk().database.read.selectFrom('consultation_topic').selectAll().execute()).toEqual([])
})

describe('no table can be forgotten', () => {
  it('knows where every reference of counselling.db leads', () => {
    // A new column must lead to a record type by its key or name, or be listed in `foreignColumns` on purpose.
    expect(owningColumns(desk().database).unknown).toEqual([])
  })

  it('clears every row of every table that hangs on a case, also of tables that came later', async () => {
    await noArchive()
    const { id } = await createCase(desk(), { alias: 'Linde', kind: 'person', language: null, note: '' }, '2019-01-01')
    const filled = fillEveryTable(desk().database, id, marker)
    expect(filled).toEqual(expect.arrayContaining(['access_log', 'attachment_chunk', 'client_identity', 'identity_document', 'deadline', 'residence_status', 'conflict_notice', 'legal_hold', 'disclosure']))
    expect(found()).toContain(marker)
    await desk().database.writeUnlogged((database) => database.updateTable('deadline').set({ done_on: '2020-01-01', done_how: 'filed' }).execute())
    await desk().database.writeUnlogged((database) => database.updateTable('legal_hold').set({ lifted_on: '2020-01-01' }).execute())
    await desk().database.writeUnlogged((database) => database.updateTable('case_privacy').set({ restricted_on: null }).execute())
    await desk().database.writeUnlogged((database) => database.updateTable('archive_offer').set({ decision: 'declined' }).execute())
    await proposedByOther([{ type: 'case', id }])
    await destroyTargets(desk(), [other], [{ type: 'case', id }], '')
    expect(tablesWith(marker)).toEqual([])
    expect(found()).toEqual([])
    // Of several records of a kind, as of this case and the one merged into it, the log holds their number alone.
    expect(tablesWith(id)).toEqual(['destruction', 'destruction_record'])
    expect(tablesWith('row-of-')).toEqual(['audit_entry', 'destruction', 'destruction_record'])
  })
})

it('sees every change of the chain of records', async () => {
  await noArchive()
  for (const alias of ['Linde', 'Ulme', 'Esche']) {
    const { id } = await createCase(desk(), { alias, kind: 'person', language: null, note: '' }, '2019-01-01')
    await proposedByOther([{ type: 'case', id }])
    await destroyTargets(desk(), [other], [{ type: 'case', id }], '')
  }
  expect((await destructionRecords(desk())).sound).toBe(true)
  const { writer } = desk().database.connections
  expect(() => writer.run("UPDATE destruction_record SET content = 'x'", [])).toThrow(/not changed/)
  expect(() => writer.run('DELETE FROM destruction_record', [])).toThrow(/not changed/)
  writer.exec('DROP TRIGGER destruction_record_stands')
  writer.exec("UPDATE destruction_record SET content = replace(content, 'period-over', 'mistake') WHERE number LIKE '%-0002'")
  const { records, sound } = await destructionRecords(desk())
  expect([sound, records.map((record) => record.sound)]).toEqual([false, [true, false, true]])
})
