import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { ReferralFields } from '../../../../shared/counselling/referrals/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { Role } from '../../../../shared/vault/roles.ts'
import { contactInputSchema } from '../../../../shared/directory/model.ts'
import { mergeContacts } from '../../directory/duplicates/merge-service.ts'
import { createContact, getContact } from '../../directory/service.ts'
import { OfficeProcess } from '../../office-process.ts'
import { router } from '../../router.ts'
import { VaultService } from '../../vault/service.ts'

const today = isoDay(new Date())
const weekAgo = addDays(today, -7)
const side = 'counselling' as const
let test: TestSession
let api: Awaited<ReturnType<typeof apiOf>>
let caseId: string
let contactId: string

async function apiOf(role: Role) {
  const process = new OfficeProcess({ stateChanged() {}, vaultChosen() {} })
  process.begin(await test.reopen(role))
  return createRouterClient(router, { context: { process, vault: new VaultService(process, async () => {}, () => {}) } })
}

const organisation = async (name: string): Promise<string> =>
  (await createContact(test.session.office, contactInputSchema.parse({ kind: 'organisation', name }))).id

const fields = (patch: Partial<ReferralFields> = {}): ReferralFields => ({
  contactId, name: 'Caritas Musterstadt', organisation: '', topic: 'E13', quality: 'contact-data', date: today, about: 'Schulden beim Stromversorger',
  bring: '', appointment: '', handOver: 'none', handedWhat: '', releaseId: null, ...patch,
})
const refer = (patch: Partial<ReferralFields> = {}, owner: { caseId: string | null; consultationId: string | null } = { caseId, consultationId: null }) =>
  api.counselling.referrals.create({ owner, fields: fields(patch), followUp: null })

/** A release of the case for the contact, given a week ago. */
async function released(patch = {}) {
  const { releases } = api.counselling
  const { id, version } = await releases.create({
    caseId, fields: { contactId, name: 'Caritas Musterstadt', information: 'Name und Schuldenstand', purpose: 'Schuldnerberatung', until: addDays(today, 90), mutual: true, language: 'ar', ...patch },
  })
  return { id, ...(await releases.sign({ id, version, signing: { on: weekAgo, way: 'paper', note: '' } })) }
}

beforeEach(async () => {
  test = await openTestSession('leitung')
  api = await apiOf('leitung')
  contactId = await organisation('Caritas Musterstadt')
  caseId = (await api.counselling.cases.create({ fields: { alias: 'Linde', kind: 'person', language: 'ar', note: '' } })).id
})
afterEach(() => test.dispose())

describe('a referral', () => {
  it('brings its follow-up along as one step, and a feedback finishes it', async () => {
    const { referrals, deadlines, course } = api.counselling
    const on = addDays(today, 21)
    const { id, change } = await referrals.create({ owner: { caseId, consultationId: null }, fields: fields({ date: weekAgo }), followUp: { on, land: 'BB' } })
    const [followUp] = await deadlines.of({ caseId, consultationId: null })
    // Nobody has to check a day that no law sets, and nothing is overdue after it.
    expect(followUp).toMatchObject({ title: 'Rückmeldung einholen: Caritas Musterstadt', dueOn: on, kind: 'earliest', fourEyes: false, done: null })
    const stored = await referrals.get({ id })
    expect(stored).toMatchObject({ followUp: { dueOn: on, done: false }, feedback: null })

    const feedback = { code: 'waiting', on: today, waitingWeeks: 6, note: 'Platz ab Mai' }
    await expect(referrals.settle({ id, version: stored.version, feedback: { ...feedback, on: addDays(weekAgo, -1) } })).rejects.toMatchObject({ code: 'invalid' })
    const settled = await referrals.settle({ id, version: stored.version, feedback })
    expect(await deadlines.of({ caseId, consultationId: null })).toMatchObject([{ done: { how: 'settled', note: 'Rückmeldung: angekommen, mit Wartezeit' } }])
    expect((await course.ofCase({ caseId })).filter(({ kind }) => kind === 'referral').map(({ title }) => title))
      .toEqual(['Rückmeldung: Caritas Musterstadt', 'Verwiesen an Caritas Musterstadt'])

    await api.records.undo({ side, change: settled.change ?? '' })
    expect(await referrals.get({ id })).toMatchObject({ feedback: null, followUp: { done: false } })
    await api.records.undo({ side, change: change ?? '' })
    expect([await referrals.of({ caseId, consultationId: null }), await deadlines.of({ caseId, consultationId: null })]).toEqual([[], []])
  })

  it('goes with its open follow-up to the trash and comes back with it; with its case too', async () => {
    const { referrals, deadlines, cases } = api.counselling
    const { id, version } = await referrals.create({ owner: { caseId, consultationId: null }, fields: fields(), followUp: { on: addDays(today, 21), land: 'BB' } })
    await referrals.remove({ id, version })
    expect(await deadlines.of({ caseId, consultationId: null })).toEqual([])
    await api.records.restore({ side, type: 'referral', id })
    const [followUp] = await deadlines.of({ caseId, consultationId: null })
    expect(followUp).toMatchObject({ done: null })
    await cases.remove({ id: caseId, version: (await cases.get({ id: caseId })).version, deadlinesSeen: [followUp?.id ?? ''] })
    expect(await referrals.list({})).toMatchObject({ total: 0 })
    await api.records.restore({ side, type: 'case', id: caseId })
    expect(await referrals.list({ query: 'strom' })).toMatchObject({ total: 1, referrals: [{ id }] })
  })

  it('of an anonymous consultation goes with it into a case', async () => {
    const { referrals, consultations, cases } = api.counselling
    const talk = await consultations.create({
      caseId: null,
      fields: { date: today, time: null, channel: 'phone', durationMinutes: 10, topic: 'E13', furtherTopics: [], result: 'referred', language: null, interpretation: null, accessPath: null, contactKind: null, note: '' },
    })
    const { id } = await refer({}, { caseId: null, consultationId: talk.id })
    await expect(refer({ handOver: 'release', handedWhat: 'Name', releaseId: 'x' }, { caseId: null, consultationId: talk.id })).rejects.toMatchObject({ code: 'invalid' })
    const made = await cases.openFor({ consultation: { id: talk.id, version: talk.version }, fields: { alias: 'Ahorn', kind: 'person', language: null, note: '' } })
    expect(await referrals.of({ caseId: made.id, consultationId: null })).toMatchObject([{ id, caseNumber: made.number }])
  })
})

describe('telling something', () => {
  it('needs a release of this case for this office that was valid on that day', async () => {
    const { releases } = api.counselling
    const told = (releaseId: string, patch: Partial<ReferralFields> = {}) => refer({ handOver: 'release', handedWhat: 'Name, Schuldenstand', releaseId, ...patch })
    const refusal = (text: RegExp) => ({ code: 'invalid', data: { fields: { releaseId: expect.stringMatching(text) } } })
    const draft = await releases.create({ caseId, fields: { contactId, name: 'Caritas Musterstadt', information: 'Name', purpose: 'Beratung', until: addDays(today, 9), mutual: false, language: null } })
    await expect(told(draft.id)).rejects.toMatchObject(refusal(/noch nicht erteilt/))
    const release = await released()
    await expect(told(release.id, { date: addDays(weekAgo, -1) })).rejects.toMatchObject(refusal(/noch nicht erteilt/))
    await expect(told(release.id, { contactId: await organisation('Diakonie'), name: 'Diakonie' })).rejects.toMatchObject(refusal(/gilt für „Caritas/))
    await expect(refer({ handOver: 'law', handedWhat: ' ' })).rejects.toMatchObject({ code: 'invalid', data: { fields: { handedWhat: expect.any(String) } } })
    const other = (await api.counselling.cases.create({ fields: { alias: 'Fremd', kind: 'person', language: null, note: '' } })).id
    await expect(refer({ handOver: 'release', handedWhat: 'Name', releaseId: release.id }, { caseId: other, consultationId: null })).rejects.toMatchObject(refusal(/keine solche/))
    const { id } = await told(release.id)
    expect(await releases.consequences({ id: release.id })).toEqual({ told: [{ referralId: id, date: today, what: 'Name, Schuldenstand' }], letters: [], others: 0 })

    await expect(releases.remove({ id: release.id, version: release.version })).rejects.toMatchObject({ code: 'invalid' })
    await expect(releases.update({ id: release.id, version: release.version, fields: { contactId, name: 'Amt', information: 'alles', purpose: 'x', until: addDays(today, 9), mutual: false, language: null } })).rejects.toMatchObject({ code: 'invalid' })
    await releases.revoke({ id: release.id, version: release.version, on: today, note: '' })
    await expect(told(release.id)).rejects.toMatchObject(refusal(/widerrufen/))
    // What was told before was told rightly, and words about it may still be corrected.
    await api.counselling.referrals.update({ id, version: 1, fields: { about: 'Stromschulden' } })
    await expect(api.counselling.referrals.saveCover({ id, grant: 'x', withName: false })).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('widerrufen') } })
  })

  it('holds for a contact that was merged since', async () => {
    const release = await released()
    const kept = await organisation('Caritasverband Musterstadt e. V.')
    await mergeContacts(test.session.office, await getContact(test.session.office, kept), await getContact(test.session.office, contactId), {})
    expect(await api.counselling.releases.ofCase({ caseId })).toMatchObject([{ id: release.id, contactId: kept }])
    await refer({ contactId: kept, name: 'Caritasverband', handOver: 'release', handedWhat: 'Name', releaseId: release.id })
  })
})

describe('how often to whom', () => {
  it('counts by contact, merged ones together, by topic and year, with what came of it', async () => {
    const { referrals } = api.counselling
    const first = await refer()
    await referrals.settle({ id: first.id, version: first.version, feedback: { code: 'arrived', on: today, waitingWeeks: null, note: '' } })
    const second = await refer({ topic: 'E1' })
    await referrals.settle({ id: second.id, version: second.version, feedback: { code: 'unknown', on: today, waitingWeeks: null, note: '' } })
    const kept = await organisation('Caritasverband')
    const third = await refer({ contactId: kept, name: 'Caritasverband', date: '2024-05-06' })
    await referrals.settle({ id: third.id, version: third.version, feedback: { code: 'refused', on: '2024-05-20', waitingWeeks: null, note: '' } })
    await refer({ contactId: null, name: 'Amtsgericht', topic: 'P3' }, { caseId: null, consultationId: null })
    await mergeContacts(test.session.office, await getContact(test.session.office, kept), await getContact(test.session.office, contactId), {})

    const all = await referrals.figures({ year: null })
    expect(all).toMatchObject({
      count: 4, answered: 2, arrived: 1,
      contacts: [{ contactId: kept, name: 'Caritas Musterstadt', count: 3, answered: 2, arrived: 1 }, { contactId: null, name: 'Amtsgericht', count: 1 }],
      topics: [{ topic: 'E', count: 3 }, { topic: 'P', count: 1 }],
    })
    expect(await referrals.figures({ year: 2024 })).toMatchObject({ count: 1, contacts: [{ contactId: kept, count: 1 }] })
    expect(await referrals.ofContact({ contactId: kept })).toMatchObject({ count: 3, answered: 2, arrived: 1, years: [{ count: 2 }, { year: 2024, count: 1 }], topics: [{ topic: 'E', count: 3 }] })
    expect((await referrals.list({ contactId: kept })).total).toBe(3)
    expect((await referrals.list({ feedback: 'open' })).referrals.map(({ name }) => name)).toEqual(['Amtsgericht'])
    expect(JSON.stringify([all, await referrals.ofContact({ contactId: kept })])).not.toMatch(/Linde|B-\d{4}|Strom/u)
  })

  it('shows a deputy the figures of the office but no referral of a foreign case', async () => {
    const { id } = await refer()
    await refer({ name: 'Amtsgericht', contactId: null }, { caseId: null, consultationId: null })
    const deputy = await apiOf('vertretung')
    expect((await deputy.counselling.referrals.list({})).referrals.map(({ name }) => name)).toEqual(['Amtsgericht'])
    expect((await deputy.counselling.referrals.figures({ year: null })).count).toBe(2)
    await expect(deputy.counselling.referrals.get({ id })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await deputy.search.find({ query: 'strom' })).filter(({ record }) => record.type === 'referral').length).toBe(1)
  })
})

it('an assistant finds no trace at the contact', async () => {
  await refer({ about: 'Nebelkerze' })
  const assistant = await apiOf('assistenz')
  await expect(assistant.counselling.referrals.ofContact({ contactId })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await assistant.search.find({ query: 'nebelkerze' })).toEqual([])
  expect(JSON.stringify([
    await assistant.directory.get({ id: contactId }), await assistant.records.history({ side: 'office', type: 'contact', id: contactId }),
    await assistant.records.recent({ limit: 50 }), await assistant.records.trash(),
  ])).not.toMatch(/Nebelkerze|referral|Verweis/u)
})
