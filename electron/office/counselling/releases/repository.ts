import type { Selectable } from 'kysely'
import type { Release } from '../../../../shared/counselling/releases/model.ts'
import type { ReferralTables } from '../../database/counselling/referral-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** One release, trashed or not. */
export async function readRelease(database: ReadDatabase<CounsellingSchema>, id: string): Promise<Release | null> {
  const row = await database.selectFrom('secrecy_release').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** The releases of a case, the newest first. */
export async function releasesOfCase(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<Release[]> {
  const rows = await database
    .selectFrom('secrecy_release').selectAll().where('case_id', '=', caseId).where('deleted_at', 'is', null).orderBy('id', 'desc').execute()
  return rows.map(fromRow)
}

function fromRow(row: Selectable<ReferralTables['secrecy_release']>): Release {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    contactId: row.contact_id,
    name: row.contact_name,
    information: row.information,
    purpose: row.purpose,
    until: row.valid_until,
    mutual: row.mutual === 1,
    language: row.language,
    textVersion: row.text_version,
    signing: row.signed_on === null || row.signed_way === null
      ? null
      : { on: row.signed_on, way: row.signed_way, note: row.signed_note, byName: row.signed_by_name },
    revocation: row.revoked_on === null ? null : { on: row.revoked_on, note: row.revoked_note, byName: row.revoked_by_name },
    trashed: row.deleted_at !== null,
  }
}
