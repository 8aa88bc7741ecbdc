import type { PrivacyOffice } from '../../../../shared/directory/privacy/model.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { privacyOfficeId, readPrivacyOffice } from './office-repository.ts'

const record = { type: privacyOfficeId, id: privacyOfficeId }

/** What the office says of itself, with its version. */
export async function getPrivacyOffice(desk: OfficeDesk): Promise<{ version: number, office: PrivacyOffice }> {
  return readPrivacyOffice(desk.database.read)
}

/** Stores it; quick further changes become one step of history. @throws OfficeError `conflict` */
export async function savePrivacyOffice(desk: OfficeDesk, version: number, office: PrivacyOffice): Promise<ChangeReceipt> {
  const written = await desk.write({ label: 'Angaben zum Datenschutz geändert', record, coalesce: privacyOfficeId }, async (transaction) => {
    await transaction.expectVersion(record, version, () => readPrivacyOffice(transaction.database))
    const { officerName, officerContact, ...rest } = office
    await transaction.update('privacy_office', privacyOfficeId, { ...rest, officer_name: officerName, officer_contact: officerContact })
  })
  return { change: written.change, version: written.versions.get(privacyOfficeId) ?? version }
}
