import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract.ts'
import type { WantedPaper } from '../../../shared/counselling/incidents/papers/contract.ts'
import type { ConsultationFields } from '../../../shared/counselling/model.ts'
import { emptyIncident } from '../../../shared/counselling/incidents/model.ts'
import { noSafety } from '../../../shared/counselling/safety/contract.ts'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { OfficeProcess } from '../office-process.ts'
import { router } from '../router.ts'
import type { CounsellingDesk } from '../session.ts'
import { VaultService } from '../vault/service.ts'
import { createCase } from './cases/service.ts'
import { createConsultation } from './consultations/service.ts'
import { createDeadline } from './deadlines/service.ts'
import { decryptedPages } from './decrypted-pages.fixture.ts'

const ALIAS = 'Zirbelkiefer'
const DEADLINE = 'Klage am Nebelgericht'
const NOTE = 'Kennwort des Geheimnisses: Mondscheinsonate'

const fields: ConsultationFields = {
  date: '2026-03-02', time: null, channel: 'phone', durationMinutes: 20, topic: 'A2', furtherTopics: [], result: 'informed',
  language: null, interpretation: null, accessPath: null, contactKind: null, note: NOTE,
}

describe('an assistant attacks the counselling side', () => {
  let test: TestSession
  afterEach(() => test.dispose())

  /** A vault with a case and a consultation, then opened as somebody else, and a client of the whole API. */
  async function attack(role: 'assistenz' | 'vertretung') {
    test = await openTestSession('leitung')
    const desk = test.session.counselling as CounsellingDesk
    const { id: caseId } = await createCase(desk, { alias: ALIAS, kind: 'person', language: null, note: '' })
    const { id, version, change } = await createConsultation(desk, caseId, fields)
    const dating = { land: 'BB', calculation: null, taken: { dueOn: '2026-05-04', dueTime: '', earliest: false, noticeText: '', reason: '' } } as const
    await createDeadline(desk, { caseId, consultationId: id }, { title: DEADLINE, task: '', place: '', note: '' }, dating)
    const process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
    process.begin(await test.reopen(role))
    const vault = new VaultService(process, async () => {}, () => {})
    return { api: createRouterClient(router, { context: { process, vault } }), caseId, id, version, change: change as string }
  }

  it('gets „forbidden“ from every procedure of counselling', async () => {
    const { api, caseId, id, version } = await attack('assistenz')
    const { access, attachments, templates, cases, course, conflicts, escalation, household, consultations, deadlines, identity, incidents, letterDesk, letters, merging, privacy, protectedNotes, referrals, releases, residence, safety, statistics } = api.counselling
    const texts = { title: 'Klage', task: '', place: '', note: '' }
    const dating = { land: 'BB', calculation: null, taken: { dueOn: '2026-05-04', noticeText: '', reason: '' } } as const
    const title = { person: '', code: 'AG', basis: '', from: null, printedExpiry: null, effectiveExpiry: null, extension: null, note: '' }
    const member = { id: 'p', relation: 'child', name: 'x', birthYear: null, language: null, status: '', livesHere: true, caseNumber: '' }
    const { handover, incidentPapers } = api.counselling
    const casePlan = { leaverId: 'person-leitung', leaverName: 'x', successorName: 'x', on: '2026-03-02', notes: {} }
    const wanted: WantedPaper = {
      incidentId: id, caseId, paper: 'memory', variant: 'filled', opening: null, recipient: [], salutation: '', replyBy: '2026-03-20', writtenOn: '2026-03-02', released: true,
    }
    const situation = { title: 'x', kind: 'threat', municipality: '', place: '', occasion: '', assessment: '', openPoints: '', distribution: '' }
    const entry = { on: '2026-03-02', at: '', kind: 'event', certainty: 'known', text: 'x', source: 'own', sourceNote: '', who: '', contactId: null, level: null } as const
    const targets: { type: 'case'; id: string }[] = [{ type: 'case', id: caseId }]
    const purpose = {
      id: 'z', purpose: 'counselling', legalBasis: 'public-task', specialBasis: '', specialReason: '', consentVersion: '', consentOn: null, consentWay: '', consentScope: '', consentUntil: null, revokedOn: null, revokedWay: '',
    }
    const alias = { alias: 'Neu', kind: 'person', language: null, note: '' } as const
    const incident = emptyIncident('2026-03-02', 'BB')
    const figures = {
      source: { kind: 'live' as const, from: '2026-01-01', to: '2026-12-31' }, dimensions: [{ dimension: 'topic' as const, groupsOnly: true }],
      measures: ['contacts' as const], threshold: 5 as const,
    }
    const referral = {
      contactId: null, name: 'x', organisation: '', topic: 'A2', quality: 'named', date: '2026-03-02', about: '', bring: '', appointment: '',
      handOver: 'none', handedWhat: '', releaseId: null,
    } as const
    const release = { contactId: null, name: 'x', information: 'x', purpose: 'x', until: '2999-01-01', mutual: false, language: null }
    const paper = { id, grant: 'x', language: null, format: 'pdf' } as const
    const calls: Record<string, () => Promise<unknown>> = {
      'access.colleagues': () => access.colleagues(),
      'access.ofCase': () => access.ofCase({ caseId }),
      'access.share': () => access.share({ caseId, personId: 'person-assistenz', until: '2999-01-01' }),
      'access.endShare': () => access.endShare({ caseId, grantId: 'x' }),
      'access.standIn': () => access.standIn({ caseId, reason: 'Neugier' }),
      'access.handOver': () => access.handOver({ caseId, personId: 'person-assistenz', version: 1 }),
      'handover.cases': () => handover.cases({ leaverId: 'person-leitung', successorName: 'x' }),
      'handover.prepare': () => handover.prepare({ caseIds: [caseId], successorName: 'x', until: '2999-01-01' }),
      'handover.give': () => handover.give({ caseIds: [caseId], leaverId: 'person-leitung', personId: 'person-assistenz' }),
      'handover.save': () => handover.save({ plan: casePlan, what: 'dossier', format: 'pdf', grant: 'x', passphrase: null }),
      'access.close': () => access.close({ caseId, version: 1, closing: null }),
      'attachments.ofCase': () => attachments.ofCase({ caseId }),
      'attachments.begin': () => attachments.begin({ caseId, name: 'x.pdf', size: 1 }),
      'attachments.append': () => attachments.append({ token: 'x', content: '' }),
      'attachments.finish': () => attachments.finish({ token: 'x' }),
      'attachments.update': () => attachments.update({ id, version: 1, name: 'x', note: '' }),
      'attachments.remove': () => attachments.remove({ id, version: 1 }),
      'attachments.piece': () => attachments.piece({ id, position: 0 }),
      'attachments.write': () => attachments.write({ id, grant: 'x' }),
      'household.ofCase': () => household.ofCase({ caseId }),
      'household.savePerson': () => household.savePerson({ caseId, person: member }),
      'household.removePerson': () => household.removePerson({ caseId, id: 'p' }),
      'household.saveOpposing': () => household.saveOpposing({ caseId, party: { id: 'g', name: 'x', role: '', contact: '' } }),
      'household.removeOpposing': () => household.removeOpposing({ caseId, id: 'g' }),
      'household.saveSubject': () => household.saveSubject({ caseId, subject: { name: '', form: '', stage: '', spokesperson: '', question: '' } }),
      'conflicts.ofCase': () => conflicts.ofCase({ caseId }),
      'conflicts.lookUp': () => conflicts.lookUp({ code: 'K-7F3A01' }),
      'conflicts.settle': () => conflicts.settle({ code: 'K-7F3A01', note: 'geklärt' }),
      'incidents.list': () => incidents.list({}),
      'incidents.ofCase': () => incidents.ofCase({ caseId }),
      'incidents.get': () => incidents.get({ id }),
      'incidents.create': () => incidents.create({ fields: incident, caseId }),
      'incidents.update': () => incidents.update({ id, version, fields: { summary: 'x' } }),
      'incidents.remove': () => incidents.remove({ id, version }),
      'incidents.saveAffected': () => incidents.saveAffected({ id, affectedId: 'a', fields: { caseId, ageGroup: 'unknown', involvement: 'direct' } }),
      'incidents.removeAffected': () => incidents.removeAffected({ id, affectedId: 'a' }),
      'incidents.tickFirstAid': () => incidents.tickFirstAid({ id, item: 'safety', done: true }),
      'incidents.takeDeadline': () => incidents.takeDeadline({ id, rule: 'G1', start: '2026-03-02', caseId }),
      'incidents.refuseDeadline': () => incidents.refuseDeadline({ id, rule: 'G1', reason: 'kein Anspruch' }),
      'incidents.openOffender': () => incidents.openOffender({ id }),
      'incidents.saveOffender': () => incidents.saveOffender({ id, opening: 'x', version: 0, fields: { names: 'x', note: '' } }),
      'incidents.openings': () => incidents.openings({ id }),
      'incidents.keep': () => incidents.keep({ id, version, keep: true }),
      'safety.ofCase': () => safety.ofCase({ caseId }),
      'safety.save': () => safety.save({ caseId, fields: { ...noSafety, codeWord: 'Mond' } }),
      'incidentPapers.prepare': () => incidentPapers.prepare(wanted),
      'incidentPapers.create': () => incidentPapers.create(wanted),
      'incidentPapers.save': () => incidentPapers.save({ ...wanted, grant: 'x' }),
      'escalation.list': () => escalation.list(),
      'escalation.get': () => escalation.get({ id }),
      'escalation.create': () => escalation.create({ fields: situation, first: entry }),
      'escalation.update': () => escalation.update({ id, version, fields: { title: 'x' } }),
      'escalation.addEntry': () => escalation.addEntry({ id, fields: entry }),
      'escalation.correctEntry': () => escalation.correctEntry({ id, entryId: 'e', revision: 0, fields: entry, reason: 'x' }),
      'escalation.withdrawEntry': () => escalation.withdrawEntry({ id, entryId: 'e', revision: 0, reason: 'x' }),
      'escalation.close': () => escalation.close({ id, version, closing: null }),
      'escalation.remove': () => escalation.remove({ id, version }),
      'escalation.saveContact': () => escalation.saveContact({ id, contact: { id: 'c', contactId: 'k', role: '' } }),
      'escalation.removeContact': () => escalation.removeContact({ id, contactId: 'c' }),
      'escalation.linkIncident': () => escalation.linkIncident({ id, incidentId: 'i' }),
      'escalation.unlinkIncident': () => escalation.unlinkIncident({ id, linkId: 'l' }),
      'escalation.save': () => escalation.save({ id, paper: 'note', format: 'pdf', corrections: true, filter: { kind: null, certainty: null, query: '' }, grant: 'x' }),
      'merging.preview': () => merging.preview({ keep: caseId, other: id }),
      'merging.merge': () => merging.merge({ keep: { id: caseId, version: 1 }, other: { id, version: 1 }, choices: { case: {}, subject: {}, identity: {} }, openings: null }),
      'merging.ofCase': () => merging.ofCase({ caseId }),
      'templates.list': () => templates.list(),
      'templates.create': () => templates.create({ name: 'x', text: 'x' }),
      'templates.remove': () => templates.remove({ id, version: 1 }),
      'course.ofCase': () => course.ofCase({ caseId }),
      'identity.open': () => identity.open({ caseId }),
      'identity.save': () => identity.save({ caseId, opening: 'x', version: 0, fields: { note: 'x' } }),
      'identity.setAnonymous': () => identity.setAnonymous({ caseId, anonymous: true }),
      'identity.find': () => identity.find({ name: ALIAS, reason: 'Neugier' }),
      'cases.list': () => cases.list({}),
      'cases.get': () => cases.get({ id: caseId }),
      'cases.create': () => cases.create({ fields: alias }),
      'cases.update': () => cases.update({ id: caseId, version: 1, fields: { note: 'x' } }),
      'cases.remove': () => cases.remove({ id: caseId, version: 1 }),
      'cases.openFor': () => cases.openFor({ consultation: { id, version }, fields: alias }),
      'cases.match': () => cases.match({ reference: ALIAS }),
      'cases.suggestAlias': () => cases.suggestAlias(),
      'consultations.perMonth': () => consultations.perMonth({ year: 2026 }),
      'consultations.list': () => consultations.list({}),
      'consultations.ofCase': () => consultations.ofCase({ caseId }),
      'consultations.get': () => consultations.get({ id }),
      'consultations.create': () => consultations.create({ caseId: null, fields }),
      'consultations.update': () => consultations.update({ id, version, fields: { note: 'x' } }),
      'consultations.remove': () => consultations.remove({ id, version }),
      'deadlines.open': () => deadlines.open({ scope: 'all' }),
      'deadlines.done': () => deadlines.done({ scope: 'all' }),
      'deadlines.of': () => deadlines.of({ caseId, consultationId: null }),
      'deadlines.get': () => deadlines.get({ id }),
      'deadlines.create': () => deadlines.create({ owner: { caseId, consultationId: null }, texts, dating }),
      'deadlines.update': () => deadlines.update({ id, version, texts }),
      'deadlines.redate': () => deadlines.redate({ id, version, dating }),
      'deadlines.move': () => deadlines.move({ id, version, caseId: null }),
      'deadlines.confirm': () => deadlines.confirm({ id, version, dueOn: '2026-05-04', reason: '' }),
      'deadlines.finish': () => deadlines.finish({ id, version, done: { on: '2026-05-04', how: 'filed', note: '' } }),
      'deadlines.reopen': () => deadlines.reopen({ id, version }),
      'deadlines.remove': () => deadlines.remove({ id, version }),
      'deadlines.saveBook': () => deadlines.saveBook({ from: '2026-01-01', to: '2026-12-31', grant: 'x' }),
      'deadlines.saveSlip': () => deadlines.saveSlip({ id, grant: 'x', bilingual: false }),
      'deadlines.saveCalendar': () => deadlines.saveCalendar({ grant: 'x', caseNumbers: true }),
      'referrals.list': () => referrals.list({}),
      'referrals.of': () => referrals.of({ caseId, consultationId: null }),
      'referrals.get': () => referrals.get({ id }),
      'referrals.create': () => referrals.create({ owner: { caseId, consultationId: null }, fields: referral, followUp: null }),
      'referrals.update': () => referrals.update({ id, version, fields: { about: 'x' } }),
      'referrals.settle': () => referrals.settle({ id, version, feedback: { code: 'arrived', on: '2026-03-02', waitingWeeks: null, note: '' } }),
      'referrals.remove': () => referrals.remove({ id, version }),
      'referrals.figures': () => referrals.figures({ year: null }),
      'referrals.ofContact': () => referrals.ofContact({ contactId: 'x' }),
      'referrals.saveSlip': () => referrals.saveSlip(paper),
      'referrals.saveCover': () => referrals.saveCover({ id, grant: 'x', withName: true }),
      'releases.ofCase': () => releases.ofCase({ caseId }),
      'releases.create': () => releases.create({ caseId, fields: release }),
      'releases.update': () => releases.update({ id, version, fields: release }),
      'releases.sign': () => releases.sign({ id, version, signing: { on: '2026-03-02', way: 'paper', note: '' } }),
      'releases.consequences': () => releases.consequences({ id }),
      'releases.revoke': () => releases.revoke({ id, version, on: '2026-03-02', note: '' }),
      'releases.remove': () => releases.remove({ id, version }),
      'releases.saveForm': () => releases.saveForm({ ...paper, withName: true }),
      'releases.ownTexts': () => releases.ownTexts(),
      'releases.saveOwnTexts': () => releases.saveOwnTexts({ language: 'ti', version: 0, texts: {} }),
      'residence.ofCase': () => residence.ofCase({ caseId }),
      'residence.get': () => residence.get({ id }),
      'residence.radar': () => residence.radar({ mine: false, until: '2030-01-01' }),
      'residence.create': () => residence.create({ caseId, fields: title }),
      'residence.update': () => residence.update({ id, version, fields: { note: 'x' } }),
      'residence.remove': () => residence.remove({ id, version }),
      'statistics.overview': () => statistics.overview({ source: { kind: 'live', from: '2026-01-01', to: '2026-12-31' }, threshold: 5, measures: ['contacts'] }),
      'statistics.table': () => statistics.table(figures),
      'statistics.filterValues': () => statistics.filterValues(),
      'statistics.save': () => statistics.save({ ...figures, title: 'x', format: 'csv', grant: 'x' }),
      'statistics.savePress': () => statistics.savePress({ year: 2026, threshold: 5, format: 'xlsx', grant: 'x' }),
      'statistics.pressText': () => statistics.pressText({ year: 2026, threshold: 5 }),
      'statistics.notePressText': () => statistics.notePressText({ year: 2026, threshold: 5 }),
      'statistics.snapshots': () => statistics.snapshots(),
      'statistics.freeze': () => statistics.freeze({ year: 2025, reason: '' }),
      'statistics.compareSnapshot': () => statistics.compareSnapshot({ id: 'x' }),
      'statistics.publications': () => statistics.publications(),
      'privacy.ofCase': () => privacy.ofCase({ caseId }),
      'privacy.saveDetails': () => privacy.saveDetails({ caseId, details: { socialData: true } }),
      'privacy.savePurpose': () => privacy.savePurpose({ caseId, purpose }),
      'privacy.removePurpose': () => privacy.removePurpose({ caseId, id }),
      'privacy.revoke': () => privacy.revoke({ caseId, id, on: '2026-01-01' }),
      'privacy.saveCorrection': () => privacy.saveCorrection({ caseId, correction: { id: 'c', askedOn: '2026-01-01', what: 'Name', outcome: 'open', note: '' } }),
      'privacy.restrict': () => privacy.restrict({ caseId, restriction: null }),
      'privacy.object': () => privacy.object({ caseId, objection: null }),
      'privacy.hold': () => privacy.hold({ caseId, hold: { reason: 'Klage', until: null } }),
      'privacy.liftHold': () => privacy.liftHold({ caseId, id }),
      'privacy.review': () => privacy.review({ group: 'due' }),
      'privacy.propose': () => privacy.propose({ targets, mode: 'destroy', reason: 'requested' }),
      'privacy.proposed': () => privacy.proposed({ target: { type: 'case', id: caseId } }),
      'privacy.withdraw': () => privacy.withdraw({ targets }),
      'privacy.offerArchive': () => privacy.offerArchive({ caseIds: [caseId], offer: { decision: 'offered', offeredOn: '2026-01-01', decidedOn: null, handedOverOn: null, note: '' } }),
      'privacy.saveArchiveList': () => privacy.saveArchiveList({ caseIds: [caseId], grant: 'x' }),
      'privacy.plan': () => privacy.plan({ targets }),
      'privacy.destroy': () => privacy.destroy({ targets }),
      'privacy.records': () => privacy.records(),
      'privacy.saveRecord': () => privacy.saveRecord({ number: 'LP-2026-0001', grant: 'x' }),
      'privacy.practice': () => privacy.practice(),
      'privacy.savePractice': () => privacy.savePractice({ version: 1, practice: { archiveName: '', archiveRequired: false, backupDays: null, backupNote: '' } }),
      'privacy.savePeriod': () => privacy.savePeriod({ code: 'case', period: null }),
      'privacy.gaps': () => privacy.gaps(),
      'privacy.saveInformation': () => privacy.saveInformation({ caseId, source: null, grant: 'x' }),
      'privacy.dossier': () => privacy.dossier({ caseId, reason: 'Neugier' }),
      'privacy.saveDossier': () => privacy.saveDossier({ caseId, digest: 'x', blackened: [], papers: [], paperReason: '', identityCheck: 'Ausweis', grant: 'x' }),
      'letters.list': () => letters.list({}),
      'letters.create': () => letters.create({ caseId, starter: 'status', land: 'BB', recipient: { kind: 'client' }, opening: null, answers: {} }),
      'letters.caseOf': () => letters.caseOf({ id }),
      'letters.standing': () => letters.standing({ caseId, contactId: 'x' }),
      'letters.saveDetails': () => letters.saveDetails({ id, version: 1, details: { purpose: 'x' } }),
      'letters.facts': () => letters.facts({ id, opening: null }),
      'letterDesk.get': () => letterDesk.get({ id }),
      'letterDesk.update': () => letterDesk.update({ id, version: 1, fields: { subject: 'x' } }),
      'letterDesk.setStatus': () => letterDesk.setStatus({ id, version: 1, status: 'final' }),
      'letterDesk.remove': () => letterDesk.remove({ id, version: 1 }),
      'letterDesk.recipient': () => letterDesk.recipient({ contactId: 'x' }),
      'letterDesk.saveDocx': () => letterDesk.saveDocx({ id, grant: 'x' }),
      'letterDesk.pages': () => letterDesk.pages({ letterId: id }),
      'letterDesk.versions.list': () => letterDesk.versions.list({ letterId: id }),
      'letterDesk.versions.keep': () => letterDesk.versions.keep({ letterId: id, note: '' }),
      'letterDesk.versions.content': () => letterDesk.versions.content({ id }),
      'letterDesk.versions.check': () => letterDesk.versions.check({ letterId: id }),
      'letterDesk.roundTrip.state': () => letterDesk.roundTrip.state({ target: { type: 'letter', id } }),
      'letterDesk.roundTrip.open': () => letterDesk.roundTrip.open({ target: { type: 'letter', id }, grant: 'x', fresh: true }),
      'letterDesk.roundTrip.write': () => letterDesk.roundTrip.write({ id, grant: 'x' }),
      'letterDesk.roundTrip.end': () => letterDesk.roundTrip.end({ token: 'x' }),
      'letterDesk.dispatch.choices': () => letterDesk.dispatch.choices({ id }),
      'letterDesk.dispatch.send': () => letterDesk.dispatch.send({ id, form: 'pdf', versionId: null, to: '', way: 'post', enter: true, grant: 'x' }),
      'protectedNotes.add': () => protectedNotes.add({ notes: [{ contactId: id, text: 'x' }] }),
      'protectedNotes.get': () => protectedNotes.get({ contactId: id }),
      'protectedNotes.save': () => protectedNotes.save({ contactId: id, version: 0, text: 'x' }),
    }
    // Fails as soon as a procedure is added that this attack leaves out.
    const known = procedureNames(contract.counselling)
    expect(Object.keys(calls).sort()).toEqual(known.sort())
    for (const [name, call] of Object.entries(calls)) {
      expect(await call().then(() => `${name} answered`, (error: { code?: string }) => error.code)).toBe('forbidden')
    }
  })

  it('gets nothing by history, undo, restore, drafts, trash or search either', async () => {
    const { api, caseId, id, change } = await attack('assistenz')
    const side = 'counselling' as const
    const refused = [
      () => api.records.history({ side, type: 'consultation', id }),
      () => api.records.history({ side, type: 'case', id: caseId }),
      () => api.records.history({ side, type: 'deadline', id }),
      () => api.records.history({ side, type: 'residence-status', id }),
      () => api.records.restore({ side, type: 'deadline', id }),
      () => api.records.undo({ side, change }),
      () => api.records.restore({ side, type: 'consultation', id }),
      () => api.drafts.load({ side, form: 'consultation:new' }),
      () => api.drafts.save({ side, form: 'consultation:new', value: {} }),
      () => api.drafts.discard({ side, form: 'consultation:new' }),
    ]
    for (const call of refused) await expect(call()).rejects.toMatchObject({ code: 'forbidden' })
    for (const query of [ALIAS, 'Mondscheinsonate', 'Nebelgericht', 'FR-', 'Frist', 'B-', 'Beratung']) expect(await api.search.find({ query })).toEqual([])
    expect(await api.records.trash()).toEqual([])
    expect(await api.records.undoLast()).toBeNull()
    // The other way round: the same call on the office side knows no record of counselling.
    expect(await api.records.history({ side: 'office', type: 'consultation', id })).toEqual([])
  })

  it('never has counselling.db open', async () => {
    await attack('assistenz')
    expect(test.session.counselling).toBeNull()
    const open = existsSync('/proc/self/fd')
      ? readdirSync('/proc/self/fd').map((handle) => { try { return readlinkSync(`/proc/self/fd/${handle}`) } catch { return '' } })
      : []
    expect(open.filter((path) => path.startsWith(join(test.vault.folder, 'counselling.db')))).toEqual([])
    expect(existsSync(join(test.vault.folder, 'counselling.db-wal'))).toBe(false)
  })

  it('while a deputy reads it once the case is opened to them', async () => {
    const { api, caseId, id } = await attack('vertretung')
    await expect(api.counselling.consultations.get({ id })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await api.search.find({ query: 'mondschein' })).toEqual([])
    await api.counselling.access.standIn({ caseId, reason: 'Leitung erkrankt' })
    expect((await api.counselling.consultations.get({ id })).note).toBe(NOTE)
    expect((await api.search.find({ query: 'mondschein' })).map((hit) => hit.side)).toEqual(['counselling'])
  })

  it('finds none of it in the decrypted pages of office.db', async () => {
    const { api } = await attack('vertretung')
    await api.drafts.save({ side: 'counselling', form: 'consultation:new', value: { note: NOTE } })
    const { folder, officeKey, counsellingKey, vaultId } = test.vault
    // Closing folds the write-ahead logs into the files.
    await test.reopen('assistenz')
    const office = decryptedPages(join(folder, 'office.db'), officeKey)
    const counselling = decryptedPages(join(folder, 'counselling.db'), counsellingKey as Uint8Array)
    // Proof that the reading itself works.
    expect(office.includes(vaultId)).toBe(true)
    expect(counselling.includes(NOTE)).toBe(true)
    expect(counselling.includes(DEADLINE)).toBe(true)
    for (const secret of [ALIAS, 'Mondscheinsonate', 'mondscheinsonate', 'Nebelgericht', 'FR-2026', 'residence_status', 'consultation']) {
      expect(office.includes(secret)).toBe(false)
      expect(office.includes(Buffer.from(secret, 'utf16le'))).toBe(false)
    }
  })
})

/** Every procedure of a contract with its path. */
function procedureNames(contractPart: object): string[] {
  return Object.entries(contractPart).flatMap(([name, part]) => ('~orpc' in (part as object) ? [name] : procedureNames(part as object).map((inner) => `${name}.${inner}`)))
}
