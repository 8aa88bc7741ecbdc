import { sql, type Kysely, type Transaction } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { RecordRef } from '../../../shared/records/model.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { groupBy } from '../../../shared/group-by.ts'
import { appendAudit } from './audit-chain.ts'
import type { Actor } from './change-log.ts'
import type { MechanismSchema } from './mechanism-schema.ts'
import type { Connections } from './open.ts'
import { Rows, type RowImage } from './rows.ts'
import { indexRecord } from './search-index.ts'
import type { DatabaseSide } from './side.ts'

/**
 * Destroying records (Art. 17 DSGVO): afterwards no byte of the database says anything of them, and nothing brings them
 * back. This is not the trash, from which everything comes back; no step of history and no undo knows of it.
 */

/** The record of what was destroyed: when, by whom, what kind, why. It names nobody but the person of the office. */
export interface DestructionSchema extends MechanismSchema {
  destruction: {
    id: string
    at: string
    person_id: string
    person_name: string
    /** Who had proposed it. */
    proposed_by: string
    record_type: string
    /**
     * The opaque id of what is gone. It leads nowhere any more, but in a backup from before it shows what has to be
     * destroyed again after that backup was restored.
     */
    record_id: string
    reason: string
  }
}

/** Table of {@link DestructionSchema}; a migration of each side that destroys makes it. */
export async function createDestructions(database: Kysely<never>): Promise<void> {
  await sql`CREATE TABLE destruction (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, proposed_by TEXT NOT NULL,
    record_type TEXT NOT NULL, record_id TEXT NOT NULL, reason TEXT NOT NULL
  ) STRICT`.execute(database)
}

/** What is to be destroyed, and what else speaks of it. */
export interface DestructionOrder {
  records: readonly { ref: RecordRef, reason: string, proposedBy: string }[]
  /** Records that stay but name what is destroyed: these columns take its place, and their history goes. */
  neutralised: readonly { ref: RecordRef, columns: RowImage }[]
  /** Parts of records that stay: rows that go, or one column of them that is emptied. */
  strays?: readonly StrayRow[]
  /** What must still hold at the moment of destruction; looked at first in the same transaction, and refused by throwing. */
  expect?: (rows: Rows) => void
  /** Further work of the same transaction, after everything is gone; gives records that are to be indexed anew. */
  along?: (rows: Rows, now: string) => readonly RecordRef[]
}

/** A row of a record that stays and that refers to a destroyed one. */
export interface StrayRow {
  table: string
  id: string
  owner: RecordRef
  /** The column that is emptied; null when the row goes. */
  cleared: string | null
}

/** In `meta` as long as pages that were freed by a destruction may still hold what stood there. */
const dueKey = 'rewrite_due'
/** Tables of the mechanisms that are dealt with one by one. */
const mechanisms = /^(meta|change_group|change_entry|search_document|search_index.*|destruction(_.*)?|audit_.*|sqlite_.*|kysely_.*)$/

/**
 * Destroys records with their parts, history, search entries, drafts and every row of any other table that names them, all
 * in one transaction; then writes the whole database anew, so that no free page and no log keeps a trace. Records that refer
 * to a destroyed one keep a reference that leads nowhere.
 * @throws OfficeError `disk-full`, `busy` when the rewriting has to wait: the records are gone then, and the rewriting is
 *   made up for at the next opening
 */
export async function destroyRecords<Schema extends DestructionSchema>(side: DatabaseSide<Schema>, actor: Actor, order: DestructionOrder): Promise<void> {
  const now = new Date().toISOString()
  const changed = await side.schema.transaction().execute(async (transaction) => {
    const rows = new Rows(side.connections.writer)
    // What belongs to a record goes with it, in whatever order; at the end every reference must lead somewhere again.
    rows.run('PRAGMA defer_foreign_keys = ON', [])
    order.expect?.(rows)
    const touched = new Map<string, RecordRef>()
    for (const { ref, columns } of order.neutralised) {
      const { root } = side.types.get(ref.type)
      rows.update(root, ref.id, columns)
      rows.raiseVersion(root, ref.id, now)
      forgetHistory(rows, ref)
      touched.set(ref.id, ref)
    }
    for (const stray of order.strays ?? []) {
      removeStray(side, rows, stray, order.records.map(({ ref }) => ref.id), now)
      touched.set(stray.owner.id, stray.owner)
    }
    for (const { ref, reason, proposedBy } of order.records) {
      for (const other of side.types.mentioning(rows, ref)) touched.set(other.id, other)
      destroyOne(side, rows, ref)
      rows.insert('destruction', {
        id: uuidv7(), at: now, person_id: actor.id, person_name: actor.name, proposed_by: proposedBy, record_type: ref.type, record_id: ref.id, reason,
      })
    }
    enterDestruction(side, rows, actor, order, now)
    for (const { ref } of order.records) touched.delete(ref.id)
    for (const ref of order.along?.(rows, now) ?? []) touched.set(ref.id, ref)
    for (const ref of touched.values()) await indexRecord(transaction as unknown as Transaction<Schema>, rows, side.types, ref)
    // Merges the index into one piece, so that no deleted word stays behind in another.
    rows.run("INSERT INTO search_index (search_index) VALUES ('optimize')", [])
    rows.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [dueKey, now])
    return [...touched.values()]
  })
  side.announce([...order.records.map(({ ref }) => ref), ...changed])
  finishDestruction(side)
}

/**
 * Writes the database anew, where a destruction asked for it and hasn't had it yet: after the records were destroyed, and
 * once more at opening, should the first time have failed.
 * @throws OfficeError `disk-full`, `busy`
 */
export function finishDestruction({ connections }: { readonly connections: Connections }): void {
  const { writer, wal } = connections
  if (writer.all('SELECT 1 FROM meta WHERE key = ?', [dueKey]).length === 0) return
  // A backup that is being made would hold what is to go, and keep the log from being emptied.
  connections.letGo?.()
  // Cells that moved within a page may have left a copy in its unused part; only new pages have none.
  writer.exec('VACUUM')
  // The log holds the new pages, and the old ones from before: it is emptied before the task counts as done.
  if (wal && writer.pragmaRows('wal_checkpoint(TRUNCATE)')[0]?.busy !== 0) throw new OfficeError('busy')
  writer.run('DELETE FROM meta WHERE key = ?', [dueKey])
  if (wal) writer.pragmaRows('wal_checkpoint(TRUNCATE)')
}

/** One entry for each kind of record, or of which records parts alone are destroyed. */
function enterDestruction<Schema extends DestructionSchema>({ types }: DatabaseSide<Schema>, rows: Rows, actor: Actor, { records, strays = [] }: DestructionOrder, now: string): void {
  for (const [type, refs] of groupBy(records.map(({ ref }) => ref), ({ type }) => type)) {
    appendAudit(rows, actor, { kind: 'deletion', what: 'destroyed', detail: types.get(type).label, subject: refs.length === 1 ? refs[0]?.id ?? '' : '', number: refs.length }, now)
  }
  if (records.length > 0) return
  for (const [type, parts] of groupBy(strays.map(({ owner }) => owner), (owner) => owner.type)) {
    appendAudit(rows, actor, { kind: 'deletion', what: 'part-destroyed', detail: types.get(type).label, subject: parts[0]?.id ?? '', number: parts.length }, now)
  }
}

function destroyOne<Schema extends DestructionSchema>(side: DatabaseSide<Schema>, rows: Rows, ref: RecordRef): void {
  const type = side.types.get(ref.type)
  for (const [table, column] of Object.entries(type.destroyedIn ?? {})) {
    for (const id of rows.idsWhere(table, column as string, ref.id)) rows.remove(table, id)
    // Also those that were taken out before and live on in the log alone.
    rows.run('DELETE FROM change_entry WHERE table_name = ? AND (instr(before, ?) > 0 OR instr(after, ?) > 0)', [table, ref.id, ref.id])
  }
  for (const [table, column] of Object.entries(type.parts)) {
    for (const id of rows.idsWhere(table, column as string, ref.id)) rows.remove(table, id)
  }
  rows.remove(type.root, ref.id)
  rows.run('DELETE FROM search_document WHERE record_type = ? AND record_id = ?', [ref.type, ref.id])
  forgetHistory(rows, ref)
  sweep(side, rows, ref.id)
}

/** Takes a row of another record away, or the reference out of it, and every image of either that says of the reference. */
function removeStray<Schema extends DestructionSchema>(side: DatabaseSide<Schema>, rows: Rows, { table, id, owner, cleared }: StrayRow, gone: readonly string[], now: string): void {
  if (cleared === null) {
    rows.remove(table, id)
    rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ?', [table, id])
  } else {
    rows.update(table, id, { [cleared]: null })
    for (const other of gone) rows.run('DELETE FROM change_entry WHERE table_name = ? AND row_id = ? AND (instr(before, ?) > 0 OR instr(after, ?) > 0)', [table, id, other, other])
  }
  rows.raiseVersion(side.types.get(owner.type).root, owner.id, now)
}

/** Takes every image of a record out of the change log, and the steps that are empty then. Steps about others keep those. */
function forgetHistory(rows: Rows, { type, id }: RecordRef): void {
  const groups = rows.run('SELECT DISTINCT group_id AS id FROM change_entry WHERE record_type = ? AND record_id = ?', [type, id])
  rows.run('DELETE FROM change_entry WHERE record_type = ? AND record_id = ?', [type, id])
  rows.run('UPDATE change_group SET record_type = NULL, record_id = NULL, coalesce_key = NULL WHERE record_type = ? AND record_id = ?', [type, id])
  for (const group of groups) {
    rows.run('DELETE FROM change_group WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change_entry WHERE group_id = change_group.id)', [group.id as string])
  }
}

/**
 * Removes the rows of tables that belong to no record (drafts, preferences, what an import or a search for duplicates has
 * remembered) as soon as any of their texts contains the id. Ids are unique, so nothing else can be hit.
 */
function sweep<Schema extends DestructionSchema>(side: DatabaseSide<Schema>, rows: Rows, id: string): void {
  const tables = rows.run("SELECT name FROM sqlite_schema WHERE type = 'table'", []).map(({ name }) => String(name))
  for (const table of tables) {
    if (mechanisms.test(table) || side.types.owns(table)) continue
    const columns = rows.run(`PRAGMA table_info("${table}")`, []).filter((column) => column.type === 'TEXT').map(({ name }) => `instr("${String(name)}", ?) > 0`)
    if (columns.length > 0) rows.run(`DELETE FROM "${table}" WHERE ${columns.join(' OR ')}`, columns.map(() => id))
  }
}
