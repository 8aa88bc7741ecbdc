import type { Selectable } from 'kysely'
import type { ArchiveOffer, CasePurpose, PrivacyDetails, Proposal } from '../../../../shared/counselling/privacy/model.ts'
import { endedSince } from '../../../../shared/counselling/privacy/model.ts'
import type { CaseFacts } from '../../../../shared/counselling/privacy/rules.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { addMonths } from '../../../../shared/holidays/days.ts'
import type { CounsellingTables } from '../../database/counselling/counselling-tables.ts'
import type { PrivacyTables } from '../../database/counselling/privacy-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<CounsellingSchema>
export type PrivacyRow = Selectable<PrivacyTables['case_privacy']>

/** Months within which the person must be told of data that somebody else gave (Art. 14 (3) a DSGVO). */
const otherInformationMonths = 1

/** The row of decisions of a case; undefined where nothing was decided yet. */
export async function readPrivacyRow(database: Database, caseId: string): Promise<PrivacyRow | undefined> {
  return database.selectFrom('case_privacy').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}

/** What the row says of origin, information and retention. */
export function detailsOf(row: PrivacyRow | undefined): PrivacyDetails {
  return {
    socialData: row?.social_data === 1, socialSource: row?.social_source ?? '', otherSource: row?.other_source ?? '', otherSince: row?.other_since ?? null,
    informedOn: row?.informed_on ?? null, otherInformedOn: row?.other_informed_on ?? null, retentionRule: row?.retention_rule ?? '', finalOn: row?.final_on ?? null,
  }
}

/** Purposes of a case in their order. */
export async function readPurposes(database: Database, caseId: string): Promise<CasePurpose[]> {
  const rows = await database.selectFrom('case_purpose').selectAll().where('case_id', '=', caseId).orderBy('position').execute()
  return rows.map(purposeOf)
}

function purposeOf(row: Selectable<PrivacyTables['case_purpose']>): CasePurpose {
  return {
    id: row.id, purpose: row.purpose, legalBasis: row.legal_basis, specialBasis: row.special_basis, specialReason: row.special_reason,
    consentVersion: row.consent_version, consentOn: row.consent_on, consentWay: row.consent_way, consentScope: row.consent_scope, consentUntil: row.consent_until,
    revokedOn: row.revoked_on, revokedWay: row.revoked_way,
  }
}

/** What the archive said of a case. */
export async function readArchive(database: Database, caseId: string): Promise<ArchiveOffer | null> {
  const row = await database.selectFrom('archive_offer').selectAll().where('case_id', '=', caseId).executeTakeFirst()
  return row ? { decision: row.decision, offeredOn: row.offered_on, decidedOn: row.decided_on, handedOverOn: row.handed_over_on, note: row.note } : null
}

/** What was proposed, by the key of its target. */
export async function readProposals(database: Database, personId: string): Promise<Map<string, Proposal & { caseId: string | null; byId: string }>> {
  const rows = await database.selectFrom('disposal').selectAll().execute()
  return new Map(rows.map((row) => [`${row.record_type}:${row.record_id}`, { ...proposalOf(row, personId), byId: row.proposed_by_id, caseId: row.case_id }]))
}

/** A proposal as the person sees it. */
export function proposalOf(row: Selectable<PrivacyTables['disposal']>, personId: string): Proposal {
  return { mode: row.mode as Proposal['mode'], reason: row.reason, note: row.note, at: row.proposed_at, by: row.proposed_by, own: row.proposed_by_id === personId }
}

/** Whether a hold stops destruction on a day. */
export function isHeld({ lifted_on, until }: Pick<Selectable<PrivacyTables['legal_hold']>, 'lifted_on' | 'until'>, today: string): boolean {
  return lifted_on === null && (until === null || until >= today)
}

type CaseRow = Pick<Selectable<CounsellingTables['counselling_case']>, 'kind' | 'last_contact' | 'opened_on' | 'closed_on' | 'deleted_at'>

/** What the period of a case depends on. */
export function factsOf(row: CaseRow, privacy: PrivacyRow | undefined, purposes: readonly CasePurpose[], today: string): CaseFacts {
  const ends = purposes.map((purpose) => endedSince(purpose, today))
  return {
    kind: row.kind,
    lastContact: [row.last_contact, row.opened_on, row.closed_on].sort().at(-1) ?? row.opened_on,
    chosenRule: privacy?.retention_rule ?? '',
    finalOn: privacy?.final_on ?? null,
    trashedOn: row.deleted_at === null ? null : isoDay(new Date(row.deleted_at)),
    basisEndedOn: ends.length > 0 && ends.every((end) => end !== null) ? (ends.sort().at(-1) ?? null) : null,
  }
}

/** What has to be done at a case, in sentences. */
export function tasksOf(details: PrivacyDetails, objection: Pick<PrivacyRow, 'objection_on' | 'objection_result'> | undefined, today: string): string[] {
  const tasks: string[] = []
  if (details.otherSource !== '' && details.otherInformedOn === null) {
    const until = details.otherSince === null ? null : addMonths(details.otherSince, otherInformationMonths)
    tasks.push(`Über Daten von anderen informieren (Art. 14 DSGVO)${until === null ? '' : `, spätestens bis ${until.split('-').reverse().join('.')}`}${until !== null && until < today ? ' – überfällig' : ''}`)
  }
  if (objection?.objection_on && objection.objection_result === '') tasks.push('Über den Widerspruch entscheiden (Art. 21 DSGVO); bis dahin gehört der Fall eingeschränkt')
  return tasks
}
