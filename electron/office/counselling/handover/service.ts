import { handoverPurpose, type ConsentState, type LeftCase } from '../../../../shared/counselling/handover/contract.ts'
import { releaseState, type Release } from '../../../../shared/counselling/releases/model.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingDesk } from '../../session.ts'
import type { Colleague } from '../access/service.ts'
import { findOpen } from '../deadlines/service.ts'
import { createRelease } from '../releases/service.ts'
import { releasesOfCase } from '../releases/repository.ts'

/** What the release of a handover allows to tell. */
const information = 'Alles, was zur Weiterführung der Beratung nötig ist: Anliegen, Verlauf, Fristen, Unterlagen und Kontaktdaten.'

/** Open cases of a person, with where their consent stands. @throws OfficeError `forbidden` */
export async function leftCases(desk: CounsellingDesk, leaverId: string, successorName: string, today = isoDay(new Date())): Promise<LeftCase[]> {
  expectLeitung(desk)
  const rows = await desk.database.read.selectFrom('counselling_case').selectAll().where('counsellor_id', '=', leaverId).where('closed_on', '=', '').where('deleted_at', 'is', null).orderBy('id').execute()
  const open = await findOpen(desk, 'all')
  const restricted = await restrictedCases(desk)
  const cases: LeftCase[] = []
  for (const row of rows) {
    const days = open.filter(({ caseId }) => caseId === row.id).map(({ dueOn }) => dueOn).sort()
    const { state, release } = consentIn(await releasesOfCase(desk.database.read, row.id), successorName, today)
    cases.push({
      id: row.id, number: row.number, alias: row.alias, openedOn: row.opened_on, lastContact: row.last_contact, lastTopic: row.last_topic,
      nextDeadline: days[0] ?? null, deadlines: days.length, consent: restricted.has(row.id) ? 'restricted' : state, releaseId: release?.id ?? null,
    })
  }
  return cases.sort((a, b) => (a.nextDeadline ?? '9').localeCompare(b.nextDeadline ?? '9') || a.number.localeCompare(b.number))
}

/** Prepares releases for signature. What has been prepared or given stays; of a restricted case nothing is told. @throws OfficeError `forbidden`, `invalid`, `not-found` */
export async function prepareConsents(desk: CounsellingDesk, caseIds: readonly string[], successorName: string, until: string): Promise<{ prepared: number }> {
  expectLeitung(desk)
  let prepared = 0
  const restricted = await restrictedCases(desk)
  for (const caseId of caseIds) {
    const { state } = consentIn(await releasesOfCase(desk.database.read, caseId), successorName, isoDay(new Date()))
    if (state === 'given' || state === 'prepared' || restricted.has(caseId)) continue
    await createRelease(desk, caseId, { contactId: null, name: successorName, information, purpose: handoverPurpose, until, mutual: false, language: null })
    prepared += 1
  }
  return { prepared }
}

/** Gives cases to a colleague, those with a valid consent alone, as one step. @throws OfficeError `forbidden`, `invalid` */
export async function giveCases(desk: CounsellingDesk, colleagues: readonly Colleague[], caseIds: readonly string[], leaverId: string, personId: string): Promise<{ change: string | null; cases: number }> {
  expectLeitung(desk)
  const to = colleagues.find(({ id }) => id === personId)
  if (!to || personId === leaverId) throw new OfficeError('invalid', { fields: { personId: 'Diese Person kann die Beratung nicht öffnen oder führt die Fälle schon.' } })
  const given = (await leftCases(desk, leaverId, to.name)).filter(({ id }) => caseIds.includes(id))
  if (given.length < caseIds.length || given.some(({ consent }) => consent !== 'given')) {
    throw new OfficeError('invalid', { detail: 'Ohne gültige Einwilligung wird kein Fall übergeben. Es wurde keiner übergeben.' })
  }
  const step = { label: 'Fälle übergeben', audit: { kind: 'access' as const, what: 'handed-over', number: given.length } }
  const { change } = await desk.write(step, async (transaction) => {
    for (const { id } of given) await transaction.update('counselling_case', id, { counsellor_id: to.id, counsellor_name: to.name })
  })
  return { change, cases: given.length }
}

/** Cases of which nothing may be given out (Art. 18 DSGVO). */
async function restrictedCases({ database }: CounsellingDesk): Promise<ReadonlySet<string>> {
  const rows = await database.read.selectFrom('case_privacy').select('case_id').where('restricted_on', 'is not', null).execute()
  return new Set(rows.map(({ case_id }) => case_id))
}

function consentIn(releases: readonly Release[], successorName: string, today: string): { state: ConsentState; release: Release | null } {
  const wanted = plain(successorName)
  const meant = releases.filter(({ purpose, name }) => purpose === handoverPurpose && plain(name) === wanted)
  for (const [state, is] of [['given', 'valid'], ['prepared', 'draft']] as const) {
    const release = meant.find((candidate) => releaseState(candidate, today) === is)
    if (release) return { state, release }
  }
  return { state: meant.length > 0 ? 'ended' : 'none', release: meant[0] ?? null }
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('de')
}

function expectLeitung({ person }: CounsellingDesk): void {
  if (person.role !== 'leitung') throw new OfficeError('forbidden', { detail: 'Die Übergabe bereitet die Leitung vor.' })
}
