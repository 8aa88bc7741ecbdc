import { createHash } from 'node:crypto'
import { importFields, type ImportField } from '../../../../shared/directory/import/fields.ts'
import { normalisedWords } from '../../../../shared/search/normalise.ts'
import type { OfficeDesk } from '../../session.ts'

/** Meanings of columns that somebody chose for a list with the same headings. */
export interface RememberedMapping {
  mapping: ImportField[]
  fileName: string
  /** ISO time of the last import with it. */
  usedAt: string
}

/** The key of a set of headings: spelling details of the headings count for nothing, their order does. */
export function headingsKey(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headings.map((heading) => normalisedWords(heading).join('')))).digest('base64url')
}

/** All remembered meanings by the key of their headings. An office has a few dozen of them. */
export async function readMappings(desk: OfficeDesk): Promise<Map<string, RememberedMapping>> {
  const rows = await desk.database.read.selectFrom('import_mapping').selectAll().execute()
  return new Map(rows.map((row) => {
    const stored = JSON.parse(row.mapping) as string[]
    // A field that a later version no longer has is not taken over.
    const mapping = stored.map((field): ImportField => importFields.find((known) => known === field) ?? 'ignore')
    return [row.headings, { mapping, fileName: row.file_name, usedAt: row.used_at }]
  }))
}

/** Remembers what the columns of a list meant. */
export async function rememberMapping(desk: OfficeDesk, headings: readonly string[], mapping: readonly ImportField[], fileName: string): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), file_name: fileName, used_at: new Date().toISOString() }
  await desk.database.writeUnlogged((database) => database.insertInto('import_mapping').values({ headings: headingsKey(headings), ...row })
    .onConflict((conflict) => conflict.column('headings').doUpdateSet(row)).execute())
}

/** Forgets the meanings of the columns of a list. */
export async function forgetMapping(desk: OfficeDesk, headings: readonly string[]): Promise<void> {
  await desk.database.writeUnlogged((database) => database.deleteFrom('import_mapping').where('headings', '=', headingsKey(headings)).execute())
}

/** When the file with this checksum was imported, and whether that was taken back. */
export async function importedBefore(desk: OfficeDesk, checksum: string): Promise<{ on: string, personName: string, undone: boolean } | null> {
  const row = await desk.database.read.selectFrom('import_file').leftJoin('change_group', 'change_group.id', 'import_file.change')
    .select(['imported_at', 'import_file.person_name', 'undone_by']).where('checksum', '=', checksum).executeTakeFirst()
  return row === undefined ? null : { on: row.imported_at, personName: row.person_name, undone: row.undone_by !== null }
}

/** Remembers that a file was imported. */
export async function rememberFile(desk: OfficeDesk, checksum: string, change: string): Promise<void> {
  const row = { imported_at: new Date().toISOString(), person_name: desk.person.name, change }
  await desk.database.writeUnlogged((database) => database.insertInto('import_file').values({ checksum, ...row })
    .onConflict((conflict) => conflict.column('checksum').doUpdateSet(row)).execute())
}
