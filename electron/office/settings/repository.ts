import type { Selectable, Updateable } from 'kysely'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { ReadDatabase } from '../database/side.ts'
import type { SettingsTables } from '../database/office/settings-tables.ts'

/** Id of the one letterhead. */
export const letterheadId = 'letterhead'

const columns = {
  officeName: 'office_name',
  department: 'department',
  street: 'street',
  postalCode: 'postal_code',
  city: 'city',
  returnAddress: 'return_address',
  phone: 'phone',
  fax: 'fax',
  email: 'email',
  web: 'web',
  bank: 'bank',
  contactPerson: 'contact_person',
  closing: 'closing',
  signatureAuthority: 'signature_authority',
  signatureAddition: 'signature_addition',
  signatureName: 'signature_name',
  footer: 'footer',
  fontFamily: 'font_family',
  fontSize: 'font_size',
  signerId: 'signer_id',
} as const satisfies Record<keyof Letterhead, keyof SettingsTables['letterhead']>

/** Reads the letterhead with its version. */
export async function readLetterhead(database: ReadDatabase<OfficeSchema>): Promise<{ version: number; letterhead: Letterhead }> {
  const row = await database.selectFrom('letterhead').selectAll().where('id', '=', letterheadId).executeTakeFirstOrThrow()
  return { version: row.version, letterhead: fromRow(row) }
}

/** Gives the columns of the fields that are set. */
export function letterheadColumns(fields: Partial<Letterhead>): Updateable<SettingsTables['letterhead']> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([field, value]) => [columns[field as keyof Letterhead], value]))
}

function fromRow(row: Selectable<SettingsTables['letterhead']>): Letterhead {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row[column]])) as Letterhead
}
