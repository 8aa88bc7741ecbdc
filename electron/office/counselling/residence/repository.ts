import type { Selectable, Updateable } from 'kysely'
import type { RadarEntry } from '../../../../shared/counselling/residence/contract.ts'
import type { ResidenceFields, ResidenceStatus } from '../../../../shared/counselling/residence/model.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { DeadlineTables } from '../../database/counselling/deadline-tables.ts'
import type { ReadDatabase } from '../../database/side.ts'

type Row = Selectable<DeadlineTables['residence_status']>

/** One entry of a history, trashed or not. */
export async function readResidence(database: ReadDatabase<CounsellingSchema>, id: string): Promise<ResidenceStatus | null> {
  const row = await database.selectFrom('residence_status').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** The history of a case, person by person, the newest first. */
export async function residenceOfCase(database: ReadDatabase<CounsellingSchema>, caseId: string): Promise<ResidenceStatus[]> {
  const rows = await database
    .selectFrom('residence_status').selectAll().where('case_id', '=', caseId).where('deleted_at', 'is', null)
    .orderBy('person').orderBy('from_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(fromRow)
}

/** The newest title of every person of every case that isn't in the trash. */
export async function currentTitles(database: ReadDatabase<CounsellingSchema>, counsellorId: string | null): Promise<RadarEntry[]> {
  let titles = database
    .selectFrom('residence_status')
    .innerJoin('counselling_case', 'counselling_case.id', 'residence_status.case_id')
    .selectAll('residence_status')
    .select(['counselling_case.number as case_number', 'counselling_case.alias', 'counselling_case.counsellor_name'])
    .where('residence_status.deleted_at', 'is', null)
    .where('counselling_case.deleted_at', 'is', null)
    .orderBy('residence_status.from_on')
    .orderBy('residence_status.id')
  if (counsellorId !== null) titles = titles.where('counselling_case.counsellor_id', '=', counsellorId)
  const newest = new Map<string, RadarEntry>()
  for (const row of await titles.execute()) {
    newest.set(`${row.case_id} ${row.person}`, {
      ...fromRow(row), caseNumber: row.case_number, alias: row.alias, counsellorName: row.counsellor_name,
    })
  }
  return [...newest.values()]
}

/** Gives the columns of the fields that are set. */
export function residenceColumns(fields: Partial<ResidenceFields>): Updateable<DeadlineTables['residence_status']> {
  const { person, code, basis, from, printedExpiry, effectiveExpiry, extension, note } = fields
  const columns = {
    person, code, basis, from_on: from, printed_expiry: printedExpiry, effective_expiry: effectiveExpiry, extension, note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function fromRow(row: Row): ResidenceStatus {
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    person: row.person,
    code: row.code,
    basis: row.basis,
    from: row.from_on,
    printedExpiry: row.printed_expiry,
    effectiveExpiry: row.effective_expiry,
    extension: row.extension,
    note: row.note,
    trashed: row.deleted_at !== null,
    updatedAt: row.updated_at,
  }
}
