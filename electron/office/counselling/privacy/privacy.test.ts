import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { CasePurpose } from '../../../../shared/counselling/privacy/model.ts'
import { anonymousRetention, caseRetention, isOver } from '../../../../shared/counselling/privacy/rules.ts'
import { catalogues } from '../../../../shared/counselling/catalogues.ts'
import { outcomeLabels } from '../../../../shared/counselling/deadlines/stored.ts'
import { emptyLetterhead } from '../../../../shared/settings/letterhead.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { FileGrants } from '../../file-grants.ts'
import { fillCasePrivacy } from '../../demo/demo-case-privacy.ts'
import { fillCaseWork } from '../../demo/demo-case-work.ts'
import { fillContacts } from '../../demo/demo-contacts.ts'
import { fillCounselling } from '../../demo/demo-counselling.ts'
import { fillIncidents } from '../../demo/demo-incidents.ts'
import { fillReferrals } from '../../demo/demo-referrals.ts'
import { undo } from '../../records/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { addPaper } from '../attachments/service.ts'
import { createCase, updateCase } from '../cases/service.ts'
import { createConsultation, updateConsultation } from '../consultations/service.ts'
import { createDeadline, finishDeadline } from '../deadlines/service.ts'
import { saveOpposing } from '../household/service.ts'
import { openIdentity, saveIdentity } from '../identity/service.ts'
import { emptyIdentity } from '../../../../shared/counselling/identity/model.ts'
import { propose, saveArchiveList, withdraw } from './disposal-service.ts'
import { openDossier, saveDossier } from './dossier-service.ts'
import { columnLabel, dossierLabels } from './dossier.ts'
import { informationGaps, informationPdf } from './information-pdf.ts'
import { readPractice, savePeriod } from './practice-service.ts'
import { expectUsable } from './restriction.ts'
import { findReview } from './review.ts'
import { holdCase, objectToCase, privacyOfCase, restrictCase, revokeConsent, saveCorrection, saveDetails, savePurpose } from './state-service.ts'

let test: TestSession
const desk = (): CounsellingDesk => test.session.counselling as CounsellingDesk
const note = 'Frau Adebayo sagt, ihr Vermieter Herr Grollmann habe sie beleidigt.'
const consultation = { date: '2026-05-06', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'informed', language: null, interpretation: null, accessPath: null, contactKind: null, note } as const
const purpose = (more: Partial<CasePurpose> = {}): CasePurpose => ({
  id: 'pu', purpose: 'referral', legalBasis: 'consent', specialBasis: '', specialReason: '', consentVersion: 'Fassung 2', consentOn: '2026-01-02', consentWay: 'written', consentScope: 'Weitergabe an die Verbraucherzentrale',
  consentUntil: null, revokedOn: null, revokedWay: '', ...more,
})
const head = { letterhead: { ...emptyLetterhead, officeName: 'Integrationsbüro Musterstadt', street: 'Markt 1', city: 'Musterstadt', phone: '030 23125-1' }, office: { representative: '', officerName: 'DSB', officerContact: 'dsb@musterstadt.example', land: 'SN', recipients: '', storage: '', obligation: '' } }

beforeEach(async () => {
  test = await openTestSession()
})
afterEach(() => test.dispose())

const newCase = (alias = 'Linde', openedOn?: string) => createCase(desk(), { alias, kind: 'person', language: null, note: '' }, openedOn)

describe('how long a case is kept', () => {
  const facts = { kind: 'person', lastContact: '2022-03-04', chosenRule: '', finalOn: null, trashedOn: null, basisEndedOn: null } as const
  it('three years from the end of the year, a lawsuit until it is final, a basis that ended at once', () => {
    expect(caseRetention(facts, [])).toMatchObject({ until: '2025-12-31', rule: { code: 'case' } })
    expect(isOver(caseRetention(facts, []), '2025-12-31')).toBe(false)
    expect(isOver(caseRetention(facts, []), '2026-01-01')).toBe(true)
    expect(caseRetention({ ...facts, chosenRule: 'claim' }, [])).toMatchObject({ until: null })
    expect(caseRetention({ ...facts, chosenRule: 'claim', basisEndedOn: '2023-01-01' }, [])).toMatchObject({ until: null })
    expect(caseRetention({ ...facts, chosenRule: 'claim', finalOn: '2024-05-05' }, [])).toMatchObject({ until: '2027-12-31' })
    expect(caseRetention({ ...facts, basisEndedOn: '2023-01-01' }, [])).toMatchObject({ until: '2023-01-01', rule: { code: 'basis-ended' } })
    expect(caseRetention({ ...facts, trashedOn: '2024-02-29' }, [])).toMatchObject({ until: '2025-02-28', rule: { code: 'trash' } })
    expect(caseRetention(facts, [{ code: 'case', years: 10, reason: 'Aktenordnung' }])).toMatchObject({ until: '2032-12-31', ownReason: 'Aktenordnung' })
    expect(anonymousRetention('2020-01-01', [{ code: 'anonymous', years: null, reason: 'x' }])).toMatchObject({ until: null })
  })

  it('lists what is over, and keeps back what is held or proposed', async () => {
    const old = await newCase('Alt', '2018-01-01')
    await newCase('Neu')
    const names = async (group: 'due' | 'held' | 'proposed') => (await findReview(desk(), { group, offset: 0, limit: 50 })).items.map(({ alias }) => alias)
    expect(await names('due')).toEqual(['Alt'])
    await savePeriod(desk(), 'case', { code: 'case', years: 30, reason: 'Aktenordnung vom 1. Mai' })
    expect(await names('due')).toEqual([])
    expect((await readPractice(desk().database.read)).periods).toMatchObject([{ code: 'case', years: 30, setBy: desk().person.name }])
    await savePeriod(desk(), 'case', null)
    await propose(desk(), { targets: [{ type: 'case', id: old.id }], mode: 'destroy', reason: 'period-over', note: 'geheime Notiz' })
    expect([await names('due'), await names('proposed')]).toEqual([[], ['Alt']])

    // A deputy without access to the case may confirm, and sees no alias and no note.
    await test.reopen('vertretung')
    expect((await findReview(desk(), { group: 'proposed', offset: 0, limit: 50 })).items).toMatchObject([{ name: old.number, alias: '', mine: false, proposal: { note: '', own: false } }])
    await expect(withdraw(desk(), [{ type: 'case', id: old.id }])).rejects.toMatchObject({ code: 'forbidden' })
    await expect(privacyOfCase(desk(), old.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(openDossier(desk(), old.id, 'Neugier')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(holdCase(desk(), old.id, { reason: 'Neugier', until: null })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(savePeriod(desk(), 'case', null)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(propose(desk(), { targets: [{ type: 'case', id: old.id }], mode: 'destroy', reason: 'requested', note: '' })).rejects.toMatchObject({ code: 'forbidden' })
    await test.reopen('leitung')
    await withdraw(desk(), [{ type: 'case', id: old.id }])
    await holdCase(desk(), old.id, { reason: 'Strafverfahren', until: null })
    expect([await names('due'), await names('held')]).toEqual([[], ['Alt']])
  })
})

describe('purposes and consents', () => {
  it('wants proof of a consent, and says what follows from its withdrawal', async () => {
    const { id } = await newCase()
    await expect(savePurpose(desk(), id, purpose({ consentOn: null }))).rejects.toMatchObject({ code: 'invalid', data: { fields: { consentOn: expect.stringContaining('Art. 7') } } })
    await expect(savePurpose(desk(), id, purpose({ specialBasis: 'explicit-consent' }))).rejects.toMatchObject({ data: { fields: { specialReason: expect.anything() } } })
    await savePurpose(desk(), id, purpose())
    const { consequences } = await revokeConsent(desk(), id, { id: 'pu', on: isoDay(new Date()), way: 'Anruf' })
    expect(consequences.join(' ')).toMatch(/Art\. 19 DSGVO.*Löschliste/u)
    expect((await privacyOfCase(desk(), id)).retention).toMatchObject({ rule: 'basis-ended' })
    const second = await newCase('Ulme')
    await expect(revokeConsent(desk(), second.id, { id: 'pu', on: '2026-01-01', way: '' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('reminds of Art. 14 within a month and of an objection nobody has decided', async () => {
    const { id } = await newCase()
    await saveDetails(desk(), id, { otherSource: 'Jobcenter', otherSince: '2026-01-31' })
    await objectToCase(desk(), id, { on: '2026-02-01', grounds: 'Bedrohung', result: '', weighing: '' })
    expect((await privacyOfCase(desk(), id)).tasks).toEqual([expect.stringMatching(/bis 28\.02\.2026 – überfällig/u), expect.stringContaining('Art. 21')])
    await expect(objectToCase(desk(), id, { on: '2026-02-01', grounds: 'Bedrohung', result: 'overridden', weighing: '' })).rejects.toMatchObject({ code: 'invalid' })
    await saveDetails(desk(), id, { otherInformedOn: '2026-02-20' })
    await objectToCase(desk(), id, { on: '2026-02-01', grounds: 'Bedrohung', result: 'upheld', weighing: 'Schutz der Person überwiegt' })
    expect((await privacyOfCase(desk(), id)).tasks).toEqual([])
  })
})

it('lets a restricted case be looked at and nothing else, whichever way it is tried', async () => {
  const { id, version } = await newCase()
  const talk = await createConsultation(desk(), id, { ...consultation, furtherTopics: [] })
  const dating = { land: 'BB', calculation: null, taken: { dueOn: '2099-06-04', dueTime: '', earliest: false, noticeText: '', reason: '' } } as const
  const deadline = await createDeadline(desk(), { caseId: id, consultationId: null }, { title: 'Klage', task: '', place: '', note: '' }, dating)
  const { change } = await restrictCase(desk(), id, { why: 'contested', note: 'Geburtsdatum bestritten' })
  const forbidden = { code: 'forbidden', data: { detail: expect.stringContaining('Art. 18') } }
  await expect(updateConsultation(desk(), talk.id, talk.version, { note: 'anders' })).rejects.toMatchObject(forbidden)
  await expect(createConsultation(desk(), id, { ...consultation, furtherTopics: [] })).rejects.toMatchObject(forbidden)
  await expect(updateCase(desk(), id, version + 1, { note: 'anders' })).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|conflict/) })
  await expect(addPaper(desk(), id, 'x.txt', Buffer.from('x'))).rejects.toMatchObject(forbidden)
  const { opening, version: card } = await openIdentity(desk(), id, '')
  await expect(saveIdentity(desk(), { caseId: id, opening, version: card, fields: { ...emptyIdentity, familyName: 'Neu' } })).rejects.toMatchObject(forbidden)
  await expect(undo(test.session, 'counselling', talk.change ?? '')).rejects.toMatchObject(forbidden)
  await expect(expectUsable(desk().database.read, id)).rejects.toMatchObject(forbidden)
  // What the dispute is about may be noted, and deadlines go on: they serve the person.
  await saveCorrection(desk(), id, { id: 'c', askedOn: '2026-01-01', what: 'Geburtsdatum', outcome: 'open', note: '' })
  await finishDeadline(desk(), deadline.id, deadline.version, { on: '2026-01-01', how: 'filed', note: '' })
  expect((await desk().database.read.selectFrom('consultation').select('note').execute())[0]?.note).toBe(note)
  await undo(test.session, 'counselling', change ?? '').catch(() => restrictCase(desk(), id, null))
  await updateConsultation(desk(), talk.id, talk.version, { note: 'anders' })
})

describe('the access export', () => {
  const hasTools = spawnSync('pdftotext', ['-v']).error === undefined
  const folder = (): string => {
    const path = join(test.vault.folder, 'out')
    if (!existsSync(path)) mkdirSync(path)
    return path
  }
  const grants = (): FileGrants => {
    const granted = new FileGrants()
    granted.allow('g', folder(), 'folder')
    return granted
  }

  it('holds everything, blackens for good, and logs what was left out', async () => {
    const { id, number } = await newCase()
    await createConsultation(desk(), id, { ...consultation, furtherTopics: [] })
    await saveOpposing(desk(), id, { id: 'op', name: 'Grollmann', role: 'Vermieter', contact: '' })
    const { opening } = await openIdentity(desk(), id, '')
    await saveIdentity(desk(), { caseId: id, opening, version: 0, fields: { ...emptyIdentity, familyName: 'Adebayo' } })
    const kept = await addPaper(desk(), id, 'Mietvertrag.txt', Buffer.from('Mietvertrag'))
    await addPaper(desk(), id, 'Fremd.txt', Buffer.from('fremd'))
    const { digest, texts, names, papers } = await openDossier(desk(), id, 'Antrag vom 1. Mai')
    expect(names).toEqual(['Grollmann'])
    expect(papers).toHaveLength(2)
    expect(texts.map(({ section }) => section)).toEqual(expect.arrayContaining(['Fall', 'Beratungen', 'Identität', 'Gegenseite', 'Zugriffe auf die Identität (1)']))
    // The accesses stand there with their day, not with the colleague's name.
    expect(texts.filter(({ key }) => key.startsWith('access_log')).some(({ text }) => text.includes(desk().person.name))).toBe(false)
    const marks = texts.flatMap(({ key, text }) => (text.includes('Grollmann') ? [{ key, start: text.indexOf('Grollmann'), end: text.indexOf('Grollmann') + 9, why: 'Rechte anderer Personen' }] : []))
    expect(marks).toHaveLength(2)
    const input = { caseId: id, digest, blackened: marks, papers: [kept.id], paperReason: 'enthält nur Daten anderer', identityCheck: 'Reisepass gesehen', grant: 'g' }
    await expect(saveDossier(desk(), grants(), head, { ...input, paperReason: '' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(saveDossier(desk(), grants(), head, { ...input, digest: 'old' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await saveDossier(desk(), grants(), head, input)).toMatchObject({ files: 3 })
    expect(readdirSync(folder()).sort()).toEqual(['Auskunft.json', 'Auskunft.pdf', 'Unterlage 1.txt'])
    const json = readFileSync(join(folder(), 'Auskunft.json'), 'utf8')
    const pdf = readFileSync(join(folder(), 'Auskunft.pdf'))
    const text = hasTools ? execFileSync('pdftotext', [join(folder(), 'Auskunft.pdf'), '-'], { encoding: 'utf8' }) : json
    for (const file of [json, text]) {
      for (const word of ['Adebayo', number, 'Reisepass gesehen', '[geschwärzt]', 'C-579/21', 'enthält nur']) expect(file).toContain(word)
      expect(file).not.toContain('Grollmann')
    }
    expect(pdf.includes('Grollmann')).toBe(false)
    expect((await privacyOfCase(desk(), id)).disclosures).toMatchObject([{ identityCheck: 'Reisepass gesehen' }])
    expect(JSON.stringify(await privacyOfCase(desk(), id))).not.toContain('Grollmann')
  })

  it('gives out words, never codes: incidents, referrals, deadlines and all else of the invented cases', async () => {
    const contacts = await fillContacts(test.session.office)
    await fillCounselling(desk())
    await fillCaseWork(desk())
    await fillReferrals(desk(), contacts)
    await fillIncidents(desk())
    await fillCasePrivacy(desk(), { id: 'deputy', name: 'Viktor Vorlage' })
    // German words that look like codes: short, lower case, without a space.
    const german = new Set([...Object.values(catalogues).flatMap(({ entries }) => entries.map(({ label }) => label)), ...Object.values(outcomeLabels), 'ja', 'nein', 'bekannt', 'schriftlich', 'gerechnet', 'sicher'])
    const codes = new Set<string>()
    const tables = new Set<string>()
    for (const { id } of await desk().database.read.selectFrom('counselling_case').select('id').execute()) {
      for (const { key, text } of (await openDossier(desk(), id, 'Antrag')).texts) {
        tables.add(key.split(':')[0] ?? '')
        if (/^([a-z]+([A-Z][a-z]+)*([-_][a-z0-9]+)*\d*|[A-Z]{1,2}\d?)$/u.test(text) && !german.has(text)) codes.add(`${key.split(':')[0]}.${key.split(':').at(-1)}: ${text}`)
      }
    }
    expect([...codes].sort()).toEqual([])
    expect([...tables]).toEqual(expect.arrayContaining(['incident', 'incident_code', 'incident_claim', 'incident_evidence', 'incident_step', 'incident_first_aid', 'referral', 'secrecy_release', 'deadline', 'residence_status', 'case_purpose']))
  })

  it('has words for every column that hangs on a case', async () => {
    // A new column needs its German word in resources/counselling/dossier-labels.json, or `null` there with a reason not to give it.
    const { writer } = desk().database.connections
    const tables = desk().database.types.all().filter(({ type }) => !['note-template', 'protected-note', 'retention-practice', 'escalation', 'incident-offender', 'sheet-texts'].includes(type)).flatMap(({ root, parts }) => [root, ...Object.keys(parts)])
    const bare = [...tables, 'case_grant', 'access_log', 'archive_offer', 'disclosure'].flatMap((table) => writer.all(`PRAGMA table_info("${table}")`).map(({ name }) => [table, String(name)] as const))
      .filter(([table, column]) => columnLabel(table, column) === column && dossierLabels.tables[table]?.columns[column] === undefined)
    expect(bare.map((pair) => pair.join('.'))).toEqual([])
  })

  it('writes the information sheet and the list for the archive without a client in it', async () => {
    const { id } = await newCase('Geheimalias', '2018-01-01')
    const sheet = join(test.vault.folder, 'sheet.pdf')
    writeFileSync(sheet, await informationPdf(head, [], 'Jobcenter Musterstadt', '2026-05-01'))
    expect(informationGaps(head, '2026-05-01')).toEqual([])
    const list = new FileGrants()
    list.allow('l', join(test.vault.folder, 'list.pdf'), 'write')
    await saveArchiveList(desk(), list, 'Büro', { caseIds: [id], grant: 'l' })
    if (!hasTools) return
    const read = (name: string): string => execFileSync('pdftotext', [join(test.vault.folder, name), '-'], { encoding: 'utf8' })
    expect(read('sheet.pdf')).toMatch(/Jobcenter Musterstadt[\s\S]*Sächsische Datenschutz/u)
    expect(read('list.pdf')).toContain('B-2018-001')
    expect(read('list.pdf')).not.toContain('Geheimalias')
  })
})
