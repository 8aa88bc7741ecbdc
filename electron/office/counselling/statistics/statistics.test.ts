import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { ConsultationFields } from '../../../../shared/counselling/model.ts'
import { dimensionIds, dimensions } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { FigureTable, TableRequest } from '../../../../shared/counselling/statistics/model.ts'
import { hiddenSign, printedTable } from '../../../../shared/counselling/statistics/printed.ts'
import { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createCase, openCaseFor, removeCase } from '../cases/service.ts'
import { createConsultation, removeConsultation } from '../consultations/service.ts'
import { savePerson } from '../household/service.ts'
import { createResidence } from '../residence/service.ts'
import { getOverview, getTables } from './figures.ts'
import { getPressText, saveTable, savePress, tableWithWarnings } from './outputs.ts'
import { listPublications } from './publishing.ts'
import { compareSnapshot, freezeYear, listSnapshots } from './snapshots.ts'

let test: TestSession
let desk: CounsellingDesk
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
})
afterEach(() => test.dispose())

const talk: ConsultationFields = {
  date: '2025-03-10', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'informed', language: 'prs',
  interpretation: null, accessPath: null, contactKind: null, note: 'Kennwort Mondschein',
}
const year = { kind: 'live', from: '2025-01-01', to: '2025-12-31' } as const
const request = (patch: Partial<TableRequest> = {}): TableRequest => ({
  source: year, dimensions: [{ dimension: 'topic', groupsOnly: true }], filters: [], measures: ['contacts'], threshold: null, ...patch,
})
let drawn = 0

async function newCase(patch: Parameters<typeof createCase>[1] | object = {}): Promise<string> {
  drawn += 1
  return (await createCase(desk, { alias: `Fall ${drawn}`, kind: 'person', language: null, note: '', ...patch }, '2025-01-02')).id
}

function allowed(grants: FileGrants, path: string): string {
  grants.allow(path, path, 'write')
  return path
}

/** So many contacts of one case, or anonymous ones. */
async function contacts(count: number, patch: Partial<ConsultationFields> = {}, caseId: string | null = null): Promise<void> {
  for (let at = 0; at < count; at += 1) await createConsultation(desk, caseId, { ...talk, ...patch })
}

/** The first figure of each category. */
function figures(table: FigureTable): Record<string, string | number> {
  return Object.fromEntries(printedTable(table).rows.map(({ cells }) => [cells[0], cells[1] ?? '']))
}

describe('what is counted', () => {
  it('contacts, cases, persons and hours by their definitions', async () => {
    const person = await newCase()
    const family = await newCase({ kind: 'family' })
    const association = await newCase({ kind: 'organisation' })
    const member = { relation: 'child', name: 'x', birthYear: null, language: null, status: '', livesHere: true, caseNumber: '' }
    await savePerson(desk, family, { id: 'a', ...member })
    await savePerson(desk, family, { id: 'b', ...member, livesHere: false })
    await contacts(3, {}, person)
    await contacts(1, { durationMinutes: 40 }, family)
    await contacts(1, { channel: 'email' }, association)
    await contacts(2)
    await contacts(4, { date: '2024-12-31' }, person)
    const { id, version } = await createConsultation(desk, null, talk)
    await removeConsultation(desk, id, version)
    const { totals, before } = await getOverview(desk, { source: year, threshold: null, measures: ['contacts'] })
    // The person and the family with one child at home; associations and anonymous visits are no people that can be told apart.
    expect(totals).toEqual({ contacts: 7, cases: 3, persons: 3, minutes: 6 * 20 + 40, anonymous: 2 })
    expect(before).toEqual({ contacts: 4, cases: 1, persons: 1, minutes: 80, anonymous: 0 })
  })

  it('topics in two levels, every topic that was named, months, bands of duration', async () => {
    await contacts(2, { topic: 'A2', furtherTopics: ['I1', 'A7'] })
    await contacts(1, { topic: 'A', durationMinutes: 90, date: '2025-11-02' })
    await contacts(1, { topic: 'L', durationMinutes: 10 })
    const of = async (dimension: 'topic' | 'mention' | 'month' | 'duration', groupsOnly = false) => (await getTables(desk, request({ dimensions: [{ dimension, groupsOnly }] }), false)).table
    expect(figures(await of('topic'))).toEqual({ Aufenthaltsrecht: 3, Verlängerung: 2, 'ohne Unterthema': 1, Diskriminierung: 1, insgesamt: 4 })
    expect(figures(await of('mention', true))).toEqual({ Aufenthaltsrecht: 5, Wohnen: 2, Diskriminierung: 1, insgesamt: 8 })
    expect(figures(await of('duration'))).toEqual({ 'bis 10 Minuten': 1, '15 bis 30 Minuten': 2, '65 Minuten bis 2 Stunden': 1, insgesamt: 4 })
    const months = figures(await of('month'))
    expect([months['März 2025'], months['November 2025'], months['Juli 2025'], months['4. Quartal 2025']]).toEqual([3, 1, 0, 1])
    expect(Object.keys(months)).toHaveLength(12 + 4 + 1)
  })

  it('origin, place and status of the case for all its contacts, and those of an anonymous consultation', async () => {
    const id = await newCase({ origin: 'AF', place: '  Forst   (Lausitz) ', ageBand: '27-44' })
    await createResidence(desk, id, { person: '', code: 'AG', basis: '', from: '2025-01-01', printedExpiry: null, effectiveExpiry: null, extension: null, note: '' })
    await contacts(2, {}, id)
    await contacts(1, { origin: 'SY', residenceStatus: 'D60b', place: 'Forst (Lausitz)' })
    await contacts(1)
    const of = async (dimension: 'origin' | 'status' | 'place', groupsOnly = false) => figures((await getTables(desk, request({ dimensions: [{ dimension, groupsOnly }] }), false)).table)
    expect(await of('origin')).toEqual({ Südasien: 2, Afghanistan: 2, Westasien: 1, Syrien: 1, 'nicht erfragt': 1, insgesamt: 4 })
    expect(await of('status', true)).toEqual({ 'im Asylverfahren': 2, 'Duldung, ausreisepflichtig': 1, 'nicht erfragt': 1, insgesamt: 4 })
    expect(await of('place')).toEqual({ 'Forst (Lausitz)': 3, 'nicht erfragt': 1, insgesamt: 4 })
  })

  it('an anonymous consultation takes what is known of the person along into its case', async () => {
    const { id, version } = await createConsultation(desk, null, { ...talk, origin: 'SY', place: 'Guben' })
    const made = await openCaseFor(desk, { id, version }, { alias: 'Ulme', kind: 'person', language: null, note: '', origin: null })
    const row = await desk.database.read.selectFrom('counselling_case').select(['origin', 'place']).where('id', '=', made.id).executeTakeFirstOrThrow()
    expect(row).toEqual({ origin: 'SY', place: 'Guben' })
  })

  it('only what a filter leaves, and the same of the year before along its own axis', async () => {
    await contacts(3, { topic: 'A2', channel: 'phone' })
    await contacts(2, { topic: 'I1', channel: 'email' })
    await contacts(5, { topic: 'A5', date: '2024-05-02' })
    const { table, before } = await getTables(desk, request({ dimensions: [{ dimension: 'channel', groupsOnly: true }], filters: [{ dimension: 'topic', code: 'A' }] }), true)
    expect(figures(table)).toEqual({ telefonisch: 3, insgesamt: 3 })
    expect(before && figures(before)).toEqual({ telefonisch: 5, insgesamt: 5 })
  })
})

describe('nobody is ranked or singled out', () => {
  it('knows no dimension by the person who counselled, and reads none', () => {
    for (const id of dimensionIds) expect(`${id} ${dimensions[id].label}`).not.toMatch(/berater|counsellor|mitarbeit|kolleg|person, die/i)
    for (const file of ['rows.ts', 'case-facts.ts', 'figures.ts', 'tallying.ts', 'snapshots.ts']) {
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).not.toContain('counsellor')
    }
  })

  it('internal figures are for the Leitung alone; a deputy gets protected ones', async () => {
    await contacts(2)
    const deputy = (await test.reopen('vertretung')).counselling as CounsellingDesk
    await expect(getTables(deputy, request(), false)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getOverview(deputy, { source: year, threshold: null, measures: ['contacts'] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(freezeYear(deputy, { year: 2025, reason: '' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(figures((await getTables(deputy, request({ threshold: 5 }), false)).table)).toEqual({ Aufenthaltsrecht: hiddenSign, insgesamt: hiddenSign })
  })

  it('a figure counts by the people behind it: forty contacts of one case are hidden, and never leave with a file', async () => {
    const one = await newCase({ origin: 'ER' })
    await contacts(40, { topic: 'K3' }, one)
    for (let at = 0; at < 9; at += 1) {
      const other = await newCase({ origin: 'SY' })
      await contacts(1, { topic: 'I1' }, other)
      await contacts(1, { topic: 'A2' }, other)
    }
    const { table } = await getTables(desk, request({ threshold: 5 }), false)
    expect(figures(table)['Gesundheit']).toBe(hiddenSign)
    expect(JSON.stringify(table)).not.toContain('40')
    const path = join(test.vault.folder, 'zahlen.csv')
    const grants = new FileGrants()
    await saveTable(desk, grants, 'Büro', { ...request({ threshold: 5 }), title: '', format: 'csv', grant: allowed(grants, path) })
    const written = readFileSync(path, 'utf8')
    expect(written).toContain(`Gesundheit;${hiddenSign}`)
    expect(written).toContain('nicht ausgewiesen')
    expect(written).not.toMatch(/;40\b/)
    // The single place and country of a person vanish in the rest.
    expect(figures((await getTables(desk, request({ threshold: 5, dimensions: [{ dimension: 'origin', groupsOnly: false }] }), false)).table)).not.toHaveProperty('Eritrea')
  })

  it('what is published is noted, and a table that differs by few people is warned of', async () => {
    for (let at = 0; at < 12; at += 1) await contacts(1, { topic: 'A2' })
    for (let at = 0; at < 8; at += 1) await contacts(1, { topic: 'I1' })
    const grants = new FileGrants()
    const save = (patch: Partial<TableRequest>) => saveTable(desk, grants, '', { ...request({ threshold: 5, ...patch }), title: 'Themen', format: 'xlsx', grant: allowed(grants, join(test.vault.folder, `${drawn++}.xlsx`)) })
    await save({})
    expect(await listPublications(desk)).toMatchObject([{ title: 'Themen', format: 'xlsx', threshold: 5, from: '2025-01-01', to: '2025-12-31' }])
    expect((await tableWithWarnings(desk, { ...request({ threshold: 5 }), compare: false })).warnings).toEqual([])
    await contacts(2, { topic: 'A2', date: '2025-06-01' })
    const { warnings } = await tableWithWarnings(desk, { ...request({ threshold: 5, source: { ...year, to: '2025-12-30' } }), compare: false })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('weicht in 2 Zahlen nur um weniger als 5 ab')
    expect((await tableWithWarnings(desk, { ...request({ source: { kind: 'live', from: '2024-01-01', to: '2024-12-31' }, threshold: 5 }), compare: false })).warnings).toEqual([])
    await getTables(desk, request(), false)
    expect(await listPublications(desk)).toHaveLength(1)
  })
})

describe('a frozen year', () => {
  it('keeps its figures when cases are destroyed, shows what has changed, and is never changed itself', async () => {
    const id = await newCase({ origin: 'SY', place: 'Guben' })
    await contacts(6, { topic: 'I1' }, id)
    await contacts(7, { topic: 'A2' })
    const frozen = await freezeYear(desk, { year: 2025, reason: '' })
    expect(frozen).toMatchObject({ year: 2025, edition: 1, contacts: 13, cases: 1, persons: 1, intact: true })
    const source = { kind: 'frozen', id: frozen.id } as const
    const inFull = [request({ source }), request({ source, dimensions: [{ dimension: 'place', groupsOnly: true }, { dimension: 'topic', groupsOnly: true }] })]
    const before = await Promise.all(inFull.map((one) => getTables(desk, one, false)))
    const stored = await desk.database.read.selectFrom('statistics_snapshot').select('content').executeTakeFirstOrThrow()
    expect(stored.content).not.toMatch(new RegExp(`${id}|Mondschein|Fall \\d`))

    const { version } = await desk.database.read.selectFrom('counselling_case').select('version').where('id', '=', id).executeTakeFirstOrThrow()
    await removeCase(desk, id, version)
    await desk.database.schema.deleteFrom('consultation').where('case_id', '=', id).execute()
    await desk.database.schema.deleteFrom('counselling_case').where('id', '=', id).execute()
    expect(figures((await getTables(desk, request(), false)).table)).toEqual({ Aufenthaltsrecht: 7, insgesamt: 7 })
    expect(await Promise.all(inFull.map((one) => getTables(desk, one, false)))).toEqual(before)
    expect(figures(before[0]?.table as FigureTable)).toEqual({ Aufenthaltsrecht: 7, Wohnen: 6, insgesamt: 13 })
    expect((await listSnapshots(desk)).snapshots[0]).toMatchObject({ contacts: 13, intact: true })

    const { differences } = await compareSnapshot(desk, frozen.id)
    expect(differences[0]).toEqual({ dimension: null, label: 'Kontakte insgesamt', frozen: 13, now: 7 })
    expect(differences).toContainEqual({ dimension: 'topic', label: 'Wohnen', frozen: 6, now: 0 })
  })

  it('is one that is over; a further edition needs a reason and leaves the first', async () => {
    await contacts(5)
    expect((await listSnapshots(desk, '2026-01-04')).proposed).toBe(2025)
    await expect(freezeYear(desk, { year: 2026, reason: '' }, '2026-11-22')).rejects.toMatchObject({ data: { fields: { year: expect.stringContaining('vorbei') } } })
    await freezeYear(desk, { year: 2025, reason: '' }, '2026-01-04')
    expect((await listSnapshots(desk, '2026-01-04')).proposed).toBeNull()
    await expect(freezeYear(desk, { year: 2025, reason: ' ' }, '2026-01-05')).rejects.toMatchObject({ code: 'invalid' })
    await contacts(1)
    await freezeYear(desk, { year: 2025, reason: 'Nachträge der Außenstelle' }, '2026-01-05')
    expect((await listSnapshots(desk, '2026-01-05')).snapshots.map(({ edition, contacts: counted }) => [edition, counted])).toEqual([[2, 6], [1, 5]])
  })

  it('gives the press its sheet, by the frozen figures, and a text that says nothing more', async () => {
    for (const topic of ['A2', 'I1']) for (let at = 0; at < 8; at += 1) await contacts(1, { topic, date: '2025-05-05' })
    await contacts(1, { topic: 'L' })
    await freezeYear(desk, { year: 2025, reason: '' })
    await contacts(20, { topic: 'E1' })
    const { text, frozen } = await getPressText(desk, 'Stadt Musterstadt', 2025, 5)
    expect(frozen).toBe(true)
    expect(text).toContain('Im Jahr 2025 gab es 17 Beratungskontakte')
    expect(text).not.toMatch(/Diskriminierung|Sozialleistungen/)
    const grants = new FileGrants()
    for (const format of ['xlsx', 'pdf', 'docx'] as const) {
      const path = join(test.vault.folder, `presse.${format}`)
      const { tables } = await savePress(desk, grants, 'Stadt Musterstadt', { year: 2025, threshold: 5, format, grant: allowed(grants, path) })
      expect(tables).toBeGreaterThan(3)
      expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe(format === 'pdf' ? '%P' : 'PK')
    }
  })
})
