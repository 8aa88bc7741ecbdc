import { uuidv7 } from 'uuidv7'
import { liesInFuture } from '../../../../shared/counselling/model.ts'
import type { ReferralFields } from '../../../../shared/counselling/referrals/model.ts'
import type { Consequences } from '../../../../shared/counselling/releases/contract.ts'
import {
  releaseFields, releaseState, signingFields, type Release, type ReleaseFields, type SigningFields,
} from '../../../../shared/counselling/releases/model.ts'
import { textsVersion } from '../../../../shared/counselling/releases/texts.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { readCase } from '../cases/repository.ts'
import { lettersByRelease } from '../letters/repository.ts'
import type { Living } from '../referrals/figures.ts'
import { referralsByRelease } from '../referrals/repository.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { readRelease, releasesOfCase } from './repository.ts'

/** The releases of a case, the newest first, each with the contact as it lives on after merges. @throws OfficeError `forbidden`, `not-found` */
export async function findReleases(desk: CounsellingDesk, living: Living, caseId: string): Promise<Release[]> {
  await expectCaseAccess(desk, caseId)
  const found = await releasesOfCase(desk.database.read, caseId)
  return Promise.all(found.map(async (release) => ({ ...release, contactId: release.contactId && await living(release.contactId) })))
}

/** One release. @throws OfficeError `not-found`, `forbidden` */
export async function getRelease(desk: CounsellingDesk, id: string): Promise<Release> {
  const found = (await readRelease(desk.database.read, id)) ?? notFound()
  await expectCaseAccess(desk, found.caseId)
  return found
}

/** Prepares a release for signature. @throws OfficeError `invalid`, `not-found`, `forbidden` */
export async function createRelease(desk: CounsellingDesk, caseId: string, fields: ReleaseFields): Promise<ChangeReceipt & { id: string }> {
  const checked = validated(releaseFields, fields)
  expectNotOver(checked.until)
  await expectCaseAccess(desk, caseId)
  const id = uuidv7()
  const written = await desk.write({ label: 'Entbindung vorbereitet', record: { type: 'secrecy-release', id } }, async (transaction) => {
    if ((await readCase(transaction.database, caseId))?.trashed !== false) notFound()
    await transaction.insert('secrecy_release', {
      id, case_id: caseId, ...columnsOf(checked), signed_on: null, signed_way: null, signed_note: '', signed_by_name: '',
      revoked_on: null, revoked_note: '', revoked_by_name: '', deleted_at: null, deleted_by: null,
    })
  })
  return { ...receipt(written, id), id }
}

/** Changes a release that isn't signed yet. @throws OfficeError `invalid` for a signed one, `not-found`, `conflict`, `forbidden` */
export async function updateRelease(desk: CounsellingDesk, id: string, version: number, fields: ReleaseFields): Promise<ChangeReceipt> {
  const checked = validated(releaseFields, fields)
  expectNotOver(checked.until)
  return change(desk, id, version, 'Entbindung geändert', async (transaction, stored) => {
    if (stored.signing !== null) throw new OfficeError('invalid', { detail: 'Was unterschrieben ist, bleibt stehen. Bitte widerrufen und neu vorbereiten.' })
    await transaction.update('secrecy_release', id, columnsOf(checked))
  })
}

/** Notes that a release was given, and how. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function signRelease(desk: CounsellingDesk, id: string, version: number, signing: SigningFields): Promise<ChangeReceipt> {
  const { on, way, note } = validated(signingFields, signing)
  if (liesInFuture(on, isoDay(new Date()))) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt in der Zukunft.' } })
  return change(desk, id, version, 'Entbindung erteilt', async (transaction, stored) => {
    if (stored.signing !== null) throw new OfficeError('invalid', { detail: 'Diese Entbindung ist schon erteilt.' })
    if (on > stored.until) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt nach dem Ende der Entbindung.' } })
    await transaction.update('secrecy_release', id, { signed_on: on, signed_way: way, signed_note: note.trim(), signed_by_name: desk.person.name })
  })
}

/** What rests on a release: shown before it is withdrawn. @throws OfficeError `not-found`, `forbidden` */
export async function consequencesOf(desk: CounsellingDesk, living: Living, id: string): Promise<Consequences> {
  const release = await getRelease(desk, id)
  const today = isoDay(new Date())
  let others = 0
  for (const other of await releasesOfCase(desk.database.read, release.caseId)) {
    if (other.id !== id && releaseState(other, today) === 'valid' && await sameOffice(living, other, release)) others += 1
  }
  return { told: await referralsByRelease(desk.database.read, id), letters: await lettersByRelease(desk.database.read, id), others }
}

/** Withdraws a release from a day on. What was told before stays told. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function revokeRelease(desk: CounsellingDesk, id: string, version: number, { on, note }: { on: string; note: string }): Promise<ChangeReceipt> {
  if (liesInFuture(on, isoDay(new Date()))) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt in der Zukunft.' } })
  return change(desk, id, version, 'Entbindung widerrufen', async (transaction, { signing, revocation }) => {
    if (signing === null) throw new OfficeError('invalid', { detail: 'Diese Entbindung ist noch nicht erteilt. Sie lässt sich einfach löschen.' })
    if (revocation !== null) throw new OfficeError('invalid', { detail: 'Diese Entbindung ist schon widerrufen.' })
    if (on < signing.on) throw new OfficeError('invalid', { fields: { on: 'Der Tag liegt vor der Unterschrift.' } })
    await transaction.update('secrecy_release', id, { revoked_on: on, revoked_note: note.trim(), revoked_by_name: desk.person.name })
  })
}

/** Moves a release to the trash, unless something was told by it. @throws OfficeError `invalid`, `not-found`, `conflict`, `forbidden` */
export async function removeRelease(desk: CounsellingDesk, id: string, version: number): Promise<ChangeReceipt> {
  return change(desk, id, version, 'Entbindung gelöscht', async (transaction) => {
    if ((await referralsByRelease(transaction.database, id)).length > 0) {
      throw new OfficeError('invalid', { detail: 'Auf dieser Entbindung beruht eine Verweisung. Sie bleibt als Nachweis stehen; bitte widerrufen statt löschen.' })
    }
    if ((await lettersByRelease(transaction.database, id)).length > 0) {
      throw new OfficeError('invalid', { detail: 'Auf dieser Entbindung beruht ein Schreiben. Sie bleibt als Nachweis stehen; bitte widerrufen statt löschen.' })
    }
    await transaction.trash({ type: 'secrecy-release', id }, desk.person.id)
  })
}

/** The release of a case by which an office may be told something on a day; null without one. */
export async function releaseFor(database: ReadDatabase<CounsellingSchema>, living: Living, caseId: string, office: Office, day: string): Promise<Release | null> {
  for (const release of await releasesOfCase(database, caseId)) {
    if (releaseState(release, day) === 'valid' && await sameOffice(living, release, office)) return release
  }
  return null
}

/**
 * Refuses what was told to another office without a release of this case for that office that was valid on that day (§ 203 StGB).
 * @throws OfficeError `invalid`
 */
export async function expectRelease(
  database: ReadDatabase<CounsellingSchema>, living: Living, caseId: string | null,
  referral: Pick<ReferralFields, 'handOver' | 'releaseId' | 'contactId' | 'name' | 'date'>,
): Promise<void> {
  if (referral.handOver !== 'release') return
  const refuse = (text: string): never => { throw new OfficeError('invalid', { fields: { releaseId: text } }) }
  if (caseId === null) refuse('Eine Entbindung gibt es nur in einem Fall. Bitte zuerst einen Fall anlegen, oder nichts weitergeben.')
  const release = referral.releaseId === null ? null : await readRelease(database, referral.releaseId)
  if (release === null || release.trashed || release.caseId !== caseId) return refuse('Zu diesem Fall gibt es keine solche Entbindung.')
  const reasons = {
    draft: 'Die Entbindung war an diesem Tag noch nicht erteilt.', expired: 'Die Entbindung war an diesem Tag abgelaufen.',
    revoked: 'Die Entbindung war an diesem Tag widerrufen.', valid: null,
  }
  const reason = reasons[releaseState(release, referral.date)]
  if (reason !== null) refuse(`${reason} Es wurde nichts gespeichert.`)
  if (!(await sameOffice(living, release, referral))) refuse(`Die Entbindung gilt für „${release.name}“, nicht für diese Stelle.`)
}

type Office = Pick<Release, 'contactId' | 'name'>

async function sameOffice(living: Living, one: Office, other: Office): Promise<boolean> {
  if (one.contactId === null || other.contactId === null) return one.name.trim().toLowerCase() === other.name.trim().toLowerCase()
  return one.contactId === other.contactId || await living(one.contactId) === await living(other.contactId)
}

async function change(
  desk: CounsellingDesk, id: string, version: number, label: string,
  work: (transaction: WriteTransaction<CounsellingSchema>, stored: Release) => Promise<void>,
): Promise<ChangeReceipt> {
  await getRelease(desk, id)
  const record = { type: 'secrecy-release', id }
  const written = await desk.write({ label, record }, async (transaction) => {
    const stored = (await readRelease(transaction.database, id)) ?? notFound()
    await transaction.expectVersion(record, version, async () => stored)
    await work(transaction, stored)
  })
  return receipt(written, id, version)
}

function expectNotOver(until: string): void {
  if (until < isoDay(new Date())) throw new OfficeError('invalid', { fields: { until: 'Der letzte Tag liegt in der Vergangenheit.' } })
}

function columnsOf({ contactId, name, information, purpose, until, mutual, language }: ReleaseFields) {
  return {
    contact_id: contactId, contact_name: name, information, purpose, valid_until: until, mutual: Number(mutual), language, text_version: textsVersion,
  }
}
