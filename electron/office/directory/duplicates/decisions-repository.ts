import type { Decision } from '../../../../shared/directory/duplicates/contract.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Database = ReadDatabase<OfficeSchema>

/** What was decided, by the pair's key. */
export async function readDecisions(database: Database): Promise<Map<string, Decision>> {
  const rows = await database.selectFrom('contact_distinction').select(['id', 'decision']).execute()
  return new Map(rows.map(({ id, decision }) => [id, decision]))
}

/** Pairs that were called different and are both still there, the last decided first. */
export async function readDifferent(database: Database) {
  return database.selectFrom('contact_distinction as pair')
    .innerJoin('contact as one', 'one.id', 'pair.contact_id').innerJoin('contact as other', 'other.id', 'pair.other_id')
    .select(['pair.id', 'pair.contact_id as one', 'pair.other_id as other', 'pair.decided_at as at', 'pair.decided_by as by'])
    .where('pair.decision', '=', 'different').where('one.deleted_at', 'is', null).where('other.deleted_at', 'is', null)
    .orderBy('pair.decided_at', 'desc').limit(1000).execute()
}

/** Merges, the newest first; of all contacts, or those that one had a part in. */
export async function readMerges(database: Database, contact?: string) {
  let merges = database.selectFrom('contact_merge').selectAll()
  if (contact !== undefined) merges = merges.where((eb) => eb.or([eb('contact_id', '=', contact), eb('merged_id', '=', contact)]))
  return merges.orderBy('merged_at', 'desc').limit(1000).execute()
}
