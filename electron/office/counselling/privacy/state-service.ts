import type { Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import {
  casePurposeSchema, correctionSchema, holdSchema, objectionSchema, privacyDetailsSchema, restrictionSchema, type CasePrivacy, type CasePurpose, type PrivacyDetails,
} from '../../../../shared/counselling/privacy/model.ts'
import { caseRetention, isOver, type Retention } from '../../../../shared/counselling/privacy/rules.ts'
import { isoDay } from '../../../../shared/dates.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { PrivacyTables } from '../../database/counselling/privacy-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { notFound, receipt, validated } from '../service-parts.ts'
import { readPractice } from './practice-service.ts'
import { detailsOf, factsOf, isHeld, readArchive, readPrivacyRow, readProposals, readPurposes, tasksOf } from './repository.ts'

type Writing = WriteTransaction<CounsellingSchema>
type Columns = Omit<Updateable<PrivacyTables['case_privacy']>, 'id' | 'case_id'>

const today = (): string => isoDay(new Date())

/** Everything of data protection that stands at a case. @throws OfficeError `forbidden`, `not-found` */
export async function privacyOfCase(desk: CounsellingDesk, caseId: string): Promise<CasePrivacy> {
  await expectCaseAccess(desk, caseId)
  const { read } = desk.database
  const row = await readPrivacyRow(read, caseId)
  const found = (await read.selectFrom('counselling_case').selectAll().where('id', '=', caseId).executeTakeFirst()) ?? notFound()
  const purposes = await readPurposes(read, caseId)
  const details = detailsOf(row)
  const holds = await read.selectFrom('legal_hold').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  const corrections = await read.selectFrom('case_correction').selectAll().where('case_id', '=', caseId).orderBy('position').execute()
  const disclosures = await read.selectFrom('disclosure').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').execute()
  const proposal = (await readProposals(read, desk.person.id)).get(`case:${caseId}`)
  return {
    version: found.version,
    details,
    purposes,
    restriction: row?.restricted_on ? { on: row.restricted_on, why: row.restricted_why, note: row.restricted_note } : null,
    objection: row?.objection_on
      ? { on: row.objection_on, grounds: row.objection_grounds, result: row.objection_result, weighing: row.objection_weighing, decidedOn: row.objection_decided_on, decidedBy: row.objection_decided_by }
      : null,
    corrections: corrections.map(({ id, asked_on, what, outcome, note, decided_on, decided_by }) => ({ id, askedOn: asked_on, what, outcome, note, decidedOn: decided_on, decidedBy: decided_by })),
    holds: holds.map((hold) => ({
      id: hold.id, reason: hold.reason, setOn: hold.set_on, setBy: hold.set_by, until: hold.until, liftedOn: hold.lifted_on, liftedBy: hold.lifted_by, active: isHeld(hold, today()),
    })),
    retention: shownRetention(caseRetention(factsOf(found, row, purposes, today()), (await readPractice(read)).periods)),
    proposal: proposal ? { mode: proposal.mode, reason: proposal.reason, note: proposal.note, at: proposal.at, by: proposal.by, own: proposal.own } : null,
    archive: await readArchive(read, caseId),
    disclosures: disclosures.map(({ at, person_name, identity_check, left_out }) => ({ at, personName: person_name, identityCheck: identity_check, leftOut: (JSON.parse(left_out) as unknown[]).length })),
    tasks: tasksOf(details, row, today()),
  }
}

/** A period as the window shows it. */
export function shownRetention(retention: Retention): CasePrivacy['retention'] {
  const { rule, until, ownReason, years } = retention
  const own = ownReason === '' ? '' : years === null ? 'nach Festlegung des Büros unbegrenzt' : `nach Festlegung des Büros ${years} Jahre`
  return { rule: rule.code, label: rule.label, text: own || rule.text, norm: rule.norm, until, over: isOver(retention, today()), ownReason }
}

/** Stores where data come from, when the person was informed and how long the case is kept. @throws OfficeError `invalid`, `forbidden` */
export async function saveDetails(desk: CounsellingDesk, caseId: string, details: Partial<PrivacyDetails>): Promise<ChangeReceipt> {
  const given = validated(privacyDetailsSchema.partial(), details)
  const all: Record<keyof PrivacyDetails, string> = {
    socialData: 'social_data', socialSource: 'social_source', otherSource: 'other_source', otherSince: 'other_since', informedOn: 'informed_on',
    otherInformedOn: 'other_informed_on', retentionRule: 'retention_rule', finalOn: 'final_on',
  }
  const columns = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => [all[name as keyof PrivacyDetails], typeof value === 'boolean' ? Number(value) : value]))
  return change(desk, caseId, 'Datenschutz geändert', (transaction) => setPrivacy(transaction, caseId, columns))
}

/** Adds a purpose or changes one. @throws OfficeError `invalid`, `forbidden` */
export async function savePurpose(desk: CounsellingDesk, caseId: string, purpose: CasePurpose): Promise<ChangeReceipt> {
  const { id, purpose: of, legalBasis, specialBasis, specialReason, consentVersion, consentOn, consentWay, consentScope, consentUntil, revokedOn, revokedWay } = validated(casePurposeSchema, purpose)
  const columns = {
    purpose: of, legal_basis: legalBasis, special_basis: specialBasis, special_reason: specialReason, consent_version: consentVersion, consent_on: consentOn,
    consent_way: consentWay, consent_scope: consentScope, consent_until: consentUntil, revoked_on: revokedOn, revoked_way: revokedWay,
  }
  return change(desk, caseId, 'Zweck eingetragen', (transaction) => putPart(transaction, 'case_purpose', caseId, id, columns))
}

/** Takes a purpose out. @throws OfficeError `not-found`, `forbidden` */
export async function removePurpose(desk: CounsellingDesk, caseId: string, id: string): Promise<ChangeReceipt> {
  return change(desk, caseId, 'Zweck entfernt', async (transaction) => {
    await expectPart(transaction, 'case_purpose', caseId, id)
    await transaction.remove('case_purpose', id)
  })
}

/** Revokes a consent; says what has to be done now (Art. 7 (3), 17 (1) b DSGVO). @throws OfficeError `not-found`, `forbidden` */
export async function revokeConsent(desk: CounsellingDesk, caseId: string, { id, on, way }: { id: string; on: string; way: string }): Promise<ChangeReceipt & { consequences: string[] }> {
  const done = await change(desk, caseId, 'Einwilligung widerrufen', async (transaction) => {
    await expectPart(transaction, 'case_purpose', caseId, id)
    await transaction.update('case_purpose', id, { revoked_on: on, revoked_way: way })
  })
  return { ...done, consequences: await consequencesOf(desk, caseId, id) }
}

async function consequencesOf(desk: CounsellingDesk, caseId: string, id: string): Promise<string[]> {
  const purposes = await readPurposes(desk.database.read, caseId)
  const revoked = purposes.find((purpose) => purpose.id === id)
  const left = purposes.filter((purpose) => purpose.id !== id && (purpose.revokedOn === null || purpose.revokedOn > today()))
  const consequences = ['Was bis zum Widerruf geschah, bleibt rechtmäßig. Ab jetzt ruht diese Verarbeitung (Art. 7 Abs. 3 DSGVO).']
  if (revoked?.purpose === 'referral') consequences.push('Keine Angaben mehr an andere Stellen; Stellen, die schon Angaben haben, über den Widerruf unterrichten (Art. 19 DSGVO).')
  if (revoked?.purpose === 'interpreting' || revoked?.purpose === 'accompanying') consequences.push('Sprachmittlung oder Begleitung unterrichten; vereinbarte Termine absagen oder anders lösen.')
  if (revoked?.purpose === 'press') consequences.push('Veröffentlichtes zurückziehen, soweit es möglich ist: Webseite, Fotos, Beispiele.')
  if (revoked?.purpose === 'contact-back') consequences.push('Nicht mehr auf privaten Wegen melden; Rufnummern unter „Person“ prüfen.')
  if (revoked?.specialBasis === 'explicit-consent') consequences.push('Angaben besonderer Kategorien, die nur darauf beruhten, aus Notizen und Unterlagen löschen (Art. 9, Art. 17 Abs. 1 Buchst. b DSGVO).')
  consequences.push(left.length === 0
    ? 'Keine Rechtsgrundlage ist übrig: Der Fall steht ab jetzt auf der Löschliste.'
    : `Der Fall bleibt auf anderer Grundlage gespeichert (${left.length === 1 ? '1 Zweck' : `${left.length} Zwecke`}).`)
  return consequences
}

/** Notes what the person wants corrected and what became of it. @throws OfficeError `invalid`, `forbidden` */
export async function saveCorrection(desk: CounsellingDesk, caseId: string, correction: z.infer<typeof correctionSchema>): Promise<ChangeReceipt> {
  const { id, askedOn, what, outcome, note } = validated(correctionSchema, correction)
  const decided = outcome === 'open' ? { decided_on: null, decided_by: '' } : { decided_on: today(), decided_by: desk.person.name }
  return change(desk, caseId, 'Berichtigung vermerkt', (transaction) => putPart(transaction, 'case_correction', caseId, id, { asked_on: askedOn, what, outcome, note, ...decided }))
}

/** Restricts a case or lifts the restriction. @throws OfficeError `invalid`, `forbidden` */
export async function restrictCase(desk: CounsellingDesk, caseId: string, restriction: z.infer<typeof restrictionSchema> | null): Promise<ChangeReceipt> {
  const columns = restriction === null
    ? { restricted_on: null, restricted_why: '', restricted_note: '' }
    : { restricted_on: today(), restricted_why: validated(restrictionSchema, restriction).why, restricted_note: validated(restrictionSchema, restriction).note }
  return change(desk, caseId, restriction === null ? 'Einschränkung aufgehoben' : 'Verarbeitung eingeschränkt', (transaction) => setPrivacy(transaction, caseId, columns))
}

/** Notes an objection with its weighing, or takes it out. @throws OfficeError `invalid`, `forbidden` */
export async function objectToCase(desk: CounsellingDesk, caseId: string, objection: z.infer<typeof objectionSchema> | null): Promise<ChangeReceipt> {
  const checked = objection && validated(objectionSchema, objection)
  const decided = checked !== null && checked.result !== ''
  return change(desk, caseId, checked ? 'Widerspruch vermerkt' : 'Widerspruch entfernt', (transaction) => setPrivacy(transaction, caseId, {
    objection_on: checked?.on ?? null, objection_grounds: checked?.grounds ?? '', objection_result: checked?.result ?? '', objection_weighing: checked?.weighing ?? '',
    objection_decided_on: decided ? today() : null, objection_decided_by: decided ? desk.person.name : '',
  }))
}

/** Stops the destruction of a case. @throws OfficeError `invalid`, `forbidden` */
export async function holdCase(desk: CounsellingDesk, caseId: string, hold: z.infer<typeof holdSchema>): Promise<ChangeReceipt> {
  const { reason, until } = validated(holdSchema, hold)
  return change(desk, caseId, 'Löschung gesperrt', (transaction) => transaction.insert('legal_hold', {
    id: uuidv7(), case_id: caseId, reason, set_on: today(), set_by: desk.person.name, until, lifted_on: null, lifted_by: '',
  }))
}

/** Lets a case be destroyed again, as far as this hold goes. @throws OfficeError `not-found`, `forbidden` */
export async function liftHold(desk: CounsellingDesk, caseId: string, id: string): Promise<ChangeReceipt> {
  return change(desk, caseId, 'Löschsperre aufgehoben', async (transaction) => {
    await expectPart(transaction, 'legal_hold', caseId, id)
    await transaction.update('legal_hold', id, { lifted_on: today(), lifted_by: desk.person.name })
  })
}

async function change(desk: CounsellingDesk, caseId: string, label: string, work: (transaction: Writing) => Promise<void>): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, caseId)
  return receipt(await desk.write({ label, record: { type: 'case', id: caseId } }, work), caseId)
}

async function setPrivacy(transaction: Writing, caseId: string, columns: Columns): Promise<void> {
  const stored = await readPrivacyRow(transaction.database, caseId)
  if (stored) return transaction.update('case_privacy', stored.id, columns)
  const unset = {
    restricted_on: null, restricted_why: '', restricted_note: '', social_data: 0, social_source: '', other_source: '', other_since: null, informed_on: null, other_informed_on: null,
    objection_on: null, objection_grounds: '', objection_result: '', objection_weighing: '', objection_decided_on: null, objection_decided_by: '', retention_rule: '', final_on: null,
  }
  await transaction.insert('case_privacy', { ...unset, ...columns, id: uuidv7(), case_id: caseId } as never)
}

type Part = 'case_purpose' | 'case_correction' | 'legal_hold'

/** @returns whether it is there. @throws OfficeError `not-found` for a row of another case */
async function expectPart(transaction: Writing, table: Part, caseId: string, id: string, mayMiss = false): Promise<boolean> {
  const row = await transaction.database.selectFrom(table).select('case_id').where('id', '=', id).executeTakeFirst()
  if ((row === undefined && !mayMiss) || (row !== undefined && row.case_id !== caseId)) notFound()
  return row !== undefined
}

async function putPart(transaction: Writing, table: 'case_purpose' | 'case_correction', caseId: string, id: string, columns: object): Promise<void> {
  if (await expectPart(transaction, table, caseId, id, true)) return transaction.update(table, id, columns as never)
  const { last } = await transaction.database.selectFrom(table).select((eb) => eb.fn.max('position').as('last')).where('case_id', '=', caseId).executeTakeFirstOrThrow()
  await transaction.insert(table, { id, case_id: caseId, ...columns, position: Number(last ?? -1) + 1 } as never)
}
