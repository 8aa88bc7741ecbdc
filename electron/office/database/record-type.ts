import { sql, type Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import type { Role } from '../../../shared/vault/roles.ts'
import type { Rows } from './rows.ts'

/** Who asks for a record. */
export interface Viewer {
  id: string
  role: Role
}

/** What the mechanisms need to know of a record to list, find and restore it. */
export interface RecordDocument {
  title: string
  subtitle: string
  /** One piece to show in a result line, such as a telephone number; empty if there is none. */
  line: string
  /** Everything else that full-text search should find, as written. */
  words: readonly string[]
}

/**
 * A kind of record of one feature. Registering it gives change log, history, undo, trash and search without a line of
 * code in the feature.
 */
export interface RecordType<Schema> {
  /** One word, the same everywhere: `contact`. */
  type: string
  /** German singular for lists and notices: "Kontakt". */
  label: string
  /**
   * The only role that may see records of this type where the side's key alone isn't enough. History, undo, trash and search
   * keep to it by themselves; the feature's own procedures must check it too.
   */
  onlyFor?: Role
  /**
   * Of these records, those that a person may see where key and role alone don't decide. History, undo, trash and search keep to
   * it by themselves; the feature's own procedures must check it too.
   */
  seenBy?(database: Kysely<Schema>, person: Viewer, ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Shown only by the feature's own procedures, which keep a log: no history, no search and no line in the trash. */
  sealed?: true
  /** Table of the record itself; it has the columns of `RecordColumns`. */
  root: keyof Schema & string
  /** Tables whose rows belong to the record, with the column that holds the record's id. */
  parts: Partial<Record<keyof Schema & string, string>>
  /**
   * Tables of whatever record type whose rows refer to records of this type, with the column that holds the id. Their owners
   * speak of this record by its name, so they are indexed anew when its title changes or when it comes or goes.
   */
  mentionedIn?: Partial<Record<keyof Schema & string, string>>
  /** Further tables whose rows refer to records of this type without saying its name. A merge leads all of these to the kept record. */
  linkedIn?: Partial<Record<keyof Schema & string, string | readonly string[]>>
  /**
   * Parts of other records that go when a record of this type is destroyed for good, with the column that holds the id: its
   * place in a list. What only mentions it stays and leads nowhere.
   */
  destroyedIn?: Partial<Record<keyof Schema & string, string>>
  /**
   * Columns of other records' parts that lead to records of this type and are emptied when one is destroyed: the rest of the row
   * speaks of somebody else.
   */
  clearedIn?: Partial<Record<keyof Schema & string, string>>
  /** Records that speak of nothing else and are destroyed together with this one: what was merged into it. */
  destroyedAlong?(database: Kysely<Schema>, id: string): Promise<RecordRef[]>
  /** Records that went to the trash together with this one and come back with it: the consultations of a case. */
  trashedAlong?(database: Kysely<Schema>, id: string): Promise<RecordRef[]>
  /** Reads one record, trashed or not; null if it doesn't exist. */
  document(database: Kysely<Schema>, id: string): Promise<RecordDocument | null>
}

/** Whether a person in this role may see records of a type, as far as the side's key has opened it at all. */
export function mayBeSeenBy(type: Pick<RecordType<never>, 'onlyFor'>, role: Role): boolean {
  return type.onlyFor === undefined || type.onlyFor === role
}

/** Looks up which record a row belongs to. */
export class RecordTypes<Schema> {
  readonly #types: ReadonlyMap<string, RecordType<Schema>>
  readonly #byTable = new Map<string, { type: RecordType<Schema>; column: string }>()

  constructor(types: readonly RecordType<Schema>[]) {
    this.#types = new Map(types.map((type) => [type.type, type]))
    for (const type of types) {
      this.#claim(type.root, type, 'id')
      for (const [table, column] of Object.entries(type.parts)) this.#claim(table, type, column as string)
    }
  }

  all(): RecordType<Schema>[] {
    return [...this.#types.values()]
  }

  /** @throws Error for a type that isn't registered on this side */
  get(type: string): RecordType<Schema> {
    const found = this.#types.get(type)
    if (!found) throw new Error(`No record type "${type}" is registered on this side.`)
    return found
  }

  has(type: string): boolean {
    return this.#types.has(type)
  }

  /** Title of a record; null when it doesn't exist, is in the trash or is of no known type. */
  async titleOf(database: Kysely<Schema>, { type, id }: RecordRef): Promise<string | null> {
    const known = this.#types.get(type)
    if (!known) return null
    const { rows } = await sql<{ deleted_at: string | null }>`
      SELECT deleted_at FROM ${sql.table(known.root)} WHERE id = ${id}`.execute(database)
    if (!rows[0] || rows[0].deleted_at !== null) return null
    return (await known.document(database, id))?.title ?? null
  }

  /** The record type that a table belongs to, and the column that holds the record's id; undefined for a table of none. */
  ownerOf(table: string): { type: RecordType<Schema>; column: string } | undefined {
    return this.#byTable.get(table)
  }

  /** Whether a table belongs to a record type. */
  owns(table: string): boolean {
    return this.#byTable.has(table)
  }

  ofRow(table: string, row: Record<string, unknown>): { type: string; id: string } {
    const owner = this.#byTable.get(table)
    if (!owner) throw new Error(`Table "${table}" belongs to no record type, so its changes can't be logged.`)
    return { type: owner.type.type, id: String(row[owner.column]) }
  }

  /** The records that speak of this one by its name, each once. */
  mentioning(rows: Rows, { type, id }: RecordRef): RecordRef[] {
    const found = new Map<string, RecordRef>()
    for (const [table, column] of Object.entries(this.get(type).mentionedIn ?? {})) {
      const owner = this.#byTable.get(table)
      if (!owner) throw new Error(`Table "${table}" belongs to no record type, so nothing in it can mention a record.`)
      for (const ownerId of rows.distinct(table, owner.column, column as string, id)) {
        found.set(`${owner.type.type}:${ownerId}`, { type: owner.type.type, id: ownerId })
      }
    }
    return [...found.values()]
  }

  #claim(table: string, type: RecordType<Schema>, column: string): void {
    if (this.#byTable.has(table)) throw new Error(`Table "${table}" is claimed by two record types.`)
    this.#byTable.set(table, { type, column })
  }
}
