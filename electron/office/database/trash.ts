import { sql } from 'kysely'
import type { RecordRef, TrashEntry } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { absorbedPattern, isAbsorbed } from './absorbed.ts'
import type { Actor } from './change-log.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { DatabaseSide, Written } from './side.ts'

/** All trashed records of one side, the last deleted first. Those that live on in another record are no waste. */
export async function listTrash<Schema extends MechanismSchema>(side: DatabaseSide<Schema>, limit = 500): Promise<TrashEntry[]> {
  const entries: TrashEntry[] = []
  for (const type of side.types.all()) {
    const { rows } = await sql<{ id: string; deleted_at: string; person: string | null }>`
      SELECT record.id, record.deleted_at,
        (SELECT person_name FROM change_group WHERE person_id = record.deleted_by ORDER BY id DESC LIMIT 1) AS person
      FROM ${sql.table(type.root)} AS record WHERE record.deleted_at IS NOT NULL AND coalesce(record.deleted_by, '') NOT LIKE ${absorbedPattern}
      ORDER BY record.deleted_at DESC LIMIT ${limit}`.execute(side.read)
    for (const row of rows) {
      const document = await type.document(side.read, row.id)
      entries.push({
        side: side.side,
        record: { type: type.type, id: row.id },
        typeLabel: type.label,
        title: document?.title ?? '',
        deletedAt: row.deleted_at,
        deletedBy: row.person ?? '',
      })
    }
  }
  return entries.sort((a, b) => b.deletedAt.localeCompare(a.deletedAt)).slice(0, limit)
}

/** Takes a record, and what went to the trash along with it, out of the trash. @throws OfficeError `not-found` when it isn't there */
export async function restoreRecord<Schema extends MechanismSchema>(
  side: DatabaseSide<Schema>,
  actor: Actor,
  record: RecordRef,
): Promise<Written<void>> {
  const type = side.types.get(record.type)
  return side.write(actor, { label: `${type.label} wiederhergestellt`, record }, async (transaction) => {
    const row = await transaction.row(type.root, record.id)
    if (!row || row.deleted_at === null || isAbsorbed(row.deleted_by)) throw new OfficeError('not-found')
    const along = (await type.trashedAlong?.(transaction.database, record.id)) ?? []
    for (const { type: name, id } of [...along, record]) {
      await transaction.update(side.types.get(name).root, id, { deleted_at: null, deleted_by: null } as never)
    }
  })
}
