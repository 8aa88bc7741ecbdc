import { createHash } from 'node:crypto'
import type { OfficeDesk } from '../../session.ts'
import { plainHeading } from './headings.ts'

/** Meanings of columns that somebody chose for a list with the same headings. */
export interface RememberedMapping<Field extends string> {
  mapping: (Field | 'ignore')[]
  fileName: string
  /** ISO time of the last import with it. */
  usedAt: string
}

/** The memory of one kind of list: what the columns of its headings meant. */
export class MappingMemory<Field extends string> {
  readonly #fields: ReadonlySet<string>
  readonly #kind: string

  /** @param kind keeps lists of different kinds apart; contacts were there first and have none */
  constructor(fields: readonly Field[], kind = '') {
    this.#fields = new Set(fields)
    this.#kind = kind
  }

  /** What the columns of headings meant; an office has a few dozen such lists. The answer is undefined where nobody has said it yet. */
  async load(desk: OfficeDesk): Promise<(headings: readonly string[]) => RememberedMapping<Field> | undefined> {
    const rows = new Map((await desk.database.read.selectFrom('import_mapping').selectAll().execute()).map((row) => [row.headings, row]))
    return (headings) => {
      const row = rows.get(this.#key(headings))
      // A field that a later version no longer has is not taken over.
      return row && { mapping: (JSON.parse(row.mapping) as string[]).map((field) => this.#fields.has(field) ? field as Field : 'ignore'), fileName: row.file_name, usedAt: row.used_at }
    }
  }

  /** Remembers what the columns of a list meant. */
  async remember(desk: OfficeDesk, headings: readonly string[], mapping: readonly string[], fileName: string): Promise<void> {
    const row = { mapping: JSON.stringify(mapping), file_name: fileName, used_at: new Date().toISOString() }
    await desk.database.writeUnlogged((database) => database.insertInto('import_mapping').values({ headings: this.#key(headings), ...row })
      .onConflict((conflict) => conflict.column('headings').doUpdateSet(row)).execute())
  }

  /** Forgets the meanings of the columns of a list. */
  async forget(desk: OfficeDesk, headings: readonly string[]): Promise<void> {
    await desk.database.writeUnlogged((database) => database.deleteFrom('import_mapping').where('headings', '=', this.#key(headings)).execute())
  }

  /** Spelling details of the headings count for nothing, their order does. */
  #key(headings: readonly string[]): string {
    const plain = headings.map(plainHeading)
    return createHash('sha256').update(JSON.stringify(this.#kind === '' ? plain : [this.#kind, plain])).digest('base64url')
  }
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
