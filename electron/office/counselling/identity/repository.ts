import type { Selectable } from 'kysely'
import { channelSchema, nameOrders } from '../../../../shared/directory/model.ts'
import type { IdentityFields } from '../../../../shared/counselling/identity/model.ts'
import type { CaseWorkTables } from '../../database/counselling/case-work-tables.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type IdentityColumns = Omit<Selectable<CaseWorkTables['client_identity']>, 'id' | 'version' | 'created_at' | 'updated_at' | 'deleted_at' | 'deleted_by'>

/** Reads the identity card of a case, null where nothing was ever entered. */
export async function readIdentity(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<{ version: number; fields: IdentityFields } | null> {
  const row = await database.selectFrom('client_identity').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (!row) return null
  const channels = await database.selectFrom('identity_channel').selectAll().where('identity_id', '=', caseId).orderBy('position').execute()
  const documents = await database.selectFrom('identity_document').selectAll().where('identity_id', '=', caseId).orderBy('position').execute()
  return {
    version: row.version,
    fields: {
      familyName: row.family_name,
      givenNames: row.given_names,
      nameOrder: nameOrders.find((order) => order === row.name_order) ?? 'given-first',
      formerNames: row.former_names,
      originalName: row.original_name,
      transliteration: row.transliteration,
      birthDate: row.birth_date,
      birthEstimated: row.birth_estimated === 1,
      street: row.street,
      addressExtra: row.address_extra,
      postalCode: row.postal_code,
      place: row.place,
      country: row.country,
      addressProtected: row.address_protected === 1,
      channels: channels.map(({ id, kind, value, label, preferred }) => channelSchema.parse({ id, kind, value, label, preferred: preferred === 1 })),
      documents: documents.map(({ id, kind, number, seen_on, seen_by }) => ({ id, kind, number, seenOn: seen_on, seenBy: seen_by })),
      note: row.note,
    },
  }
}

/** The columns of a whole card. */
export function identityColumns(fields: IdentityFields): IdentityColumns {
  return {
    family_name: fields.familyName,
    given_names: fields.givenNames,
    name_order: fields.nameOrder,
    former_names: fields.formerNames,
    original_name: fields.originalName,
    transliteration: fields.transliteration,
    birth_date: fields.birthDate,
    birth_estimated: Number(fields.birthEstimated),
    street: fields.street,
    address_extra: fields.addressExtra,
    postal_code: fields.postalCode,
    place: fields.place,
    country: fields.country,
    address_protected: Number(fields.addressProtected),
    note: fields.note,
  }
}

/** Rows of the channels of a card. */
export function channelRows(identityId: string, { channels }: IdentityFields) {
  return channels.map(({ id, kind, value, label, preferred }, position) => ({ id, identity_id: identityId, kind, value, label, preferred: Number(preferred), position }))
}

/** Rows of the documents seen. */
export function documentRows(identityId: string, { documents }: IdentityFields) {
  return documents.map(({ id, kind, number, seenOn, seenBy }, position) => ({ id, identity_id: identityId, kind, number, seen_on: seenOn, seen_by: seenBy, position }))
}
