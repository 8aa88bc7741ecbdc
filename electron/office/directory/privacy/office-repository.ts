import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** Id of the one record. */
export const privacyOfficeId = 'privacy-office'

/** Reads what the office says of itself, with its version. */
export async function readPrivacyOffice(database: ReadDatabase<OfficeSchema>): Promise<{ version: number, office: PrivacyOffice }> {
  const row = await database.selectFrom('privacy_office').selectAll().where('id', '=', privacyOfficeId).executeTakeFirstOrThrow()
  const { representative, officer_name: officerName, officer_contact: officerContact, land, recipients, storage, obligation } = row
  return { version: row.version, office: { representative, officerName, officerContact, land, recipients, storage, obligation } }
}
