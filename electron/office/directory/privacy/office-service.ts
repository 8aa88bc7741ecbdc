import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { OfficeDesk } from '../../session.ts'

const officeId = 'privacy-office'
const record = { type: officeId, id: officeId }

/** What the office says of itself in information sheets; it has a history and can be undone like any record. */
export const privacyOfficeRecordType: RecordType<OfficeSchema> = {
  type: officeId,
  label: 'Angaben zum Datenschutz',
  root: 'privacy_office',
  parts: {},
  async document() {
    return { title: 'Angaben zum Datenschutz', subtitle: 'für Informationsblätter und Auskünfte', line: '', words: [] }
  },
}

/** Reads what the office says of itself, with its version. */
export async function readPrivacyOffice(database: ReadDatabase<OfficeSchema>): Promise<{ version: number, office: PrivacyOffice }> {
  const row = await database.selectFrom('privacy_office').selectAll().where('id', '=', officeId).executeTakeFirstOrThrow()
  const { representative, officer_name: officerName, officer_contact: officerContact, land, recipients, storage, obligation } = row
  return { version: row.version, office: { representative, officerName, officerContact, land, recipients, storage, obligation } }
}

/** Stores it; quick further changes become one step of history. @throws OfficeError `conflict` */
export async function savePrivacyOffice(desk: OfficeDesk, version: number, office: PrivacyOffice): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Angaben zum Datenschutz geändert', record, coalesce: officeId }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readPrivacyOffice(transaction.database))
    const { officerName, officerContact, ...rest } = office
    await transaction.update('privacy_office', officeId, { ...rest, officer_name: officerName, officer_contact: officerContact })
  })
  return { change: written.change, version: written.versions.get(officeId) ?? version }
}
