import type { Signatory, SignatoryFields } from '../../../../shared/correspondence/signing/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { readSignatories, readSignatory } from './repository.ts'

/** How the people of the office sign, as far as somebody has said it. */
export async function listSignatories(desk: OfficeDesk): Promise<{ signatories: Signatory[] }> {
  return { signatories: await readSignatories(desk.database.read) }
}

/**
 * Says how somebody signs. Assistants may say it of themselves only, and not that they sign as the head or the deputy: what a letter says of
 * the power to sign is decided by those who have it.
 * @param version 0 as long as nobody has said anything of this person
 * @throws OfficeError `conflict`, `forbidden`
 */
export async function saveSignatory(desk: OfficeDesk, { personId, name, version, fields }: { personId: string; name: string; version: number; fields: SignatoryFields }): Promise<ChangeReceipt> {
  if (desk.person.role === 'assistenz' && (personId !== desk.person.id || fields.rule !== 'order')) {
    throw new OfficeError('forbidden', { detail: 'Wie andere zeichnen, legen Leitung und Vertretung fest. Eigene Angaben können Sie ändern; gezeichnet wird dabei „Im Auftrag“.' })
  }
  const ref = { type: 'signatory', id: personId }
  const columns = { name, function_title: fields.functionTitle, rule: fields.rule, sign: fields.sign, phone: fields.phone, email: fields.email }
  const written = await desk.write({ label: 'Zeichnung geändert', record: ref, coalesce: `signatory:${personId}` }, async (transaction) => {
    if (await readSignatory(transaction.database, personId)) {
      await transaction.expectVersion(ref, version, () => readSignatory(transaction.database, personId))
      await transaction.update('signatory', personId, columns)
    } else await transaction.insert('signatory', { id: personId, deleted_at: null, deleted_by: null, ...columns })
  })
  return { change: written.change, version: written.versions.get(personId) ?? version }
}
