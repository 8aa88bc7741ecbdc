import { afterEach, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../tests/support/session.ts'
import { fillContacts } from './demo-contacts.ts'
import { conflictsOfCase } from '../counselling/conflicts/service.ts'
import { fillCaseWork } from './demo-case-work.ts'
import { fillCasePrivacy } from './demo-case-privacy.ts'
import { findReview } from '../counselling/privacy/review.ts'
import { fillCounselling } from './demo-counselling.ts'
import { fillIncidents } from './demo-incidents.ts'
import { fillClientLetters } from './demo-client-letters.ts'
import { findClientLetters } from '../counselling/letters/service.ts'
import { fillDealings } from './demo-dealings.ts'
import { fillEscalations } from './demo-escalations.ts'
import { fillDuplicates } from './demo-duplicates.ts'
import { fillLetterhead, fillLetters } from './demo-letters.ts'
import { fillNetwork } from './demo-network.ts'
import { duplicateCounts } from '../directory/duplicates/service.ts'
import { findContacts, getContact } from '../directory/service.ts'
import { fillReferrals } from './demo-referrals.ts'
import { referralFigures } from '../counselling/referrals/figures.ts'
import { fillLists } from './demo-lists.ts'
import { fillStatistics } from './demo-statistics.ts'
import { getOverview } from '../counselling/statistics/figures.ts'
import { listSnapshots } from '../counselling/statistics/snapshots.ts'
import { countMembers, findLists } from '../directory/lists/service.ts'
import { checkOpen, urgencyOf } from '../../../shared/counselling/deadlines/urgency.ts'
import { radarGroupOf } from '../../../shared/counselling/residence/model.ts'
import { isoDay } from '../../../shared/dates.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { findEscalations, getEscalation } from '../counselling/escalation/service.ts'
import { findDone, findOpen } from '../counselling/deadlines/service.ts'
import { expiringTitles } from '../counselling/residence/service.ts'
import { findIncidents } from '../counselling/incidents/service.ts'
import { findLetters } from '../correspondence/service.ts'

let test: TestSession
afterEach(() => test.dispose())

it('fills a lively office: about 60 contacts, 40 consultations, 10 letters', async () => {
  test = await openTestSession()
  const { office, counselling } = test.session
  const contacts = await fillContacts(office)
  await fillNetwork(office, contacts)
  await fillLists(office, contacts)
  await fillLetterhead(office)
  await fillLetters(office, contacts)
  await fillDuplicates(office)
  if (!counselling) throw new Error('The test session should hold the counselling key.')
  await fillDealings(office, counselling, contacts)
  await fillCounselling(counselling)
  await fillCaseWork(counselling)
  await fillReferrals(counselling, contacts)
  await fillClientLetters(counselling, office, contacts)
  await fillIncidents(counselling)
  await fillEscalations(counselling, contacts.organisations)

  const query = { query: '', offset: 0, limit: 500, descending: false }
  const found = await findContacts(office, { ...query, group: 'all', sort: 'name' })
  expect(found.total).toBeGreaterThanOrEqual(60)
  expect((await findContacts(office, { ...query, group: 'check', sort: 'name' })).total).toBe(7)
  expect((await findContacts(office, { ...query, query: 'Gesundheit, Pflege', group: 'all', sort: 'name' })).total).toBeGreaterThan(0)
  expect(await duplicateCounts(office)).toEqual({ sure: 2, likely: 2, possible: 1, later: 0 })
  const caritas = await getContact(office, contacts.organisations[16] ?? '')
  expect([caritas.superiors.length, caritas.subordinates.length, caritas.purposes.length, caritas.agreements.length]).toEqual([1, 1, 2, 1])
  const lists = await findLists(office)
  expect(lists.map(({ title, kind }) => `${title}: ${kind}`)).toEqual(['Einladung Neujahrsempfang: static', 'Netzwerk Integration: mixed', 'Presse: rule', 'Runder Tisch Integration: static'])
  const parts = await Promise.all(lists.map(({ id }) => countMembers(office, id)))
  expect(parts.map(({ excluded }) => excluded)).toEqual([1, 1, 0, 0])
  expect(parts.map(({ withheld }) => withheld)).toEqual([2, 0, 0, 0])
  expect(parts.map(({ none }) => none)).toEqual([0, 1, 0, 0])
  const letters = await findLetters(office, { ...query, status: null, sort: 'number' })
  expect(letters.total).toBe(10)
  expect(letters.letters.every((letter) => letter.recipientName !== '' && letter.subject !== '')).toBe(true)
  const consultations = await counselling.database.read.selectFrom('consultation').selectAll().execute()
  expect(consultations.length).toBeGreaterThanOrEqual(40)
  const deadlines = await findOpen(counselling, 'mine')
  const today = isoDay(new Date())
  expect(deadlines.filter((deadline) => urgencyOf(deadline, today).level === 'burning').length).toBeGreaterThan(0)
  expect(deadlines.filter(checkOpen).length).toBeGreaterThan(0)
  expect((await findDone(counselling, 'mine', 100)).total).toBeGreaterThanOrEqual(4)
  const titles = await expiringTitles(counselling, { mine: true, until: addDays(today, 84) })
  expect(new Set(titles.map((title) => radarGroupOf(title, today)))).toEqual(new Set(['expired', '1', '4', '8', '12', 'open-ended']))
  const referred = await referralFigures(counselling, (id) => Promise.resolve(id), null)
  expect([referred.count, referred.answered]).toEqual([14, 8])
  const { letters: aboutClients } = await findClientLetters(counselling, (id) => Promise.resolve(id), { caseId: null, query: '', open: false, limit: 50 })
  expect(aboutClients.map(({ alias, status, sentOn, standing }) => `${alias} ${status}${sentOn === null ? '' : ' sent'}: ${standing}`)).toEqual([
    'Linde draft: client', 'Kranich final: release', 'Fjord draft: missing', 'Fjord final sent: client', 'Linde final sent: release',
  ])
  const incidents = await findIncidents(counselling, { query: '', view: 'all', lifeArea: null, characteristic: null, year: null })
  expect([incidents.length, incidents.filter(({ clock }) => clock.running).length, incidents.filter(({ clock }) => clock.offered).length]).toEqual([7, 2, 2])
  expect((await findEscalations(counselling)).map(({ level, closedOn, entryCount }) => [level, closedOn !== '', entryCount])).toEqual([['watch', false, 6], ['calm', true, 3]])
  expect((await getEscalation(counselling, (await findEscalations(counselling))[0]?.id ?? '')).incidents).toHaveLength(1)
  // One invented case warns of another one.
  const ahorn = await counselling.database.read.selectFrom('counselling_case').select('id').where('alias', '=', 'Ahorn').executeTakeFirstOrThrow()
  expect(await conflictsOfCase(counselling, ahorn.id)).toMatchObject([{ reason: 'opposing-counselled' }])
})

it('gives the statistics two years of figures with the last one frozen, lively also where small ones are hidden', async () => {
  test = await openTestSession()
  const { counselling } = test.session
  if (!counselling) throw new Error('The test session should hold the counselling key.')
  await fillStatistics(counselling)
  const last = new Date().getFullYear() - 1
  const { snapshots, proposed } = await listSnapshots(counselling)
  expect([snapshots.length, snapshots[0]?.year, proposed]).toEqual([1, last, null])
  expect(snapshots[0]?.contacts).toBeGreaterThan(250)
  const { totals, tables } = await getOverview(counselling, { source: { kind: 'live', from: `${last}-01-01`, to: `${last}-12-31` }, threshold: 5, measures: ['contacts'] })
  expect(totals.cases).toBeGreaterThan(20)
  for (const dimension of ['topic', 'origin', 'language', 'status', 'place']) {
    const table = tables.find(({ axes }) => axes[0]?.dimension === dimension)
    expect([dimension, (table?.cells.filter((cell) => cell !== null).length ?? 0) > 4]).toEqual([dimension, true])
  }
})

it('gives data protection something to decide: periods that are over, a proposal, a hold, a dispute, a task', async () => {
  test = await openTestSession()
  const { counselling } = test.session
  if (!counselling) throw new Error('The test session should hold the counselling key.')
  await fillCounselling(counselling)
  await fillCasePrivacy(counselling, { id: 'deputy', name: 'Viktor Vorlage' })
  const { counts } = await findReview(counselling, { group: 'due', offset: 0, limit: 50 })
  expect(counts).toMatchObject({ proposed: 1, held: 1, restricted: 1, tasks: 1 })
  expect(counts.due).toBeGreaterThanOrEqual(2)
})
