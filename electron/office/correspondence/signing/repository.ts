import type { Selectable } from 'kysely'
import type { Signatory } from '../../../../shared/correspondence/signing/model.ts'
import type { CorrespondenceTables } from '../../database/office/correspondence-tables.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** Everybody of whom somebody has said how they sign, also those who have left. */
export async function readSignatories(database: ReadDatabase<OfficeSchema>): Promise<Signatory[]> {
  return (await database.selectFrom('signatory').selectAll().where('deleted_at', 'is', null).orderBy('id').execute()).map(fromRow)
}

/** One of them. */
export async function readSignatory(database: ReadDatabase<OfficeSchema>, personId: string): Promise<Signatory | null> {
  const row = await database.selectFrom('signatory').selectAll().where('id', '=', personId).executeTakeFirst()
  return row ? fromRow(row) : null
}

function fromRow(row: Selectable<CorrespondenceTables['signatory']>): Signatory {
  return { personId: row.id, name: row.name, version: row.version, functionTitle: row.function_title, rule: row.rule, sign: row.sign, phone: row.phone, email: row.email }
}
