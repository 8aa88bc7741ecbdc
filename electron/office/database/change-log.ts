import { uuidv7 } from 'uuidv7'
import type { AuditNote } from '../../../shared/audit/model.ts'
import type { RecordRef } from '../../../shared/records/model.ts'
import type { RowImage, Rows } from './rows.ts'

/** Who acts, as the log keeps it. */
export interface Actor {
  id: string
  name: string
}

/** What a group of changes is about. */
export interface Action {
  /** German, for history and notices: "Kontakt geändert". */
  label: string
  /** The record it is about; leave out for bulk actions. */
  record?: RecordRef
  /**
   * Writes with the same key by the same person in quick succession become one step of history and undo, so that
   * autosave doesn't leave a step a second.
   */
  coalesce?: string
  /** The group that this one takes back. */
  undoes?: string
  /**
   * Its records stand for themselves, as those of an import: taking it back leaves those that were changed since and takes
   * back the others. Without it a step is taken back as a whole or not at all.
   */
  divisible?: boolean
  /** The step of the other side that this one belongs to, such as the import that brought its remarks: both are taken back together. */
  along?: string
  /** What the tamper-evident log says of it, in the same transaction. */
  audit?: AuditNote
}

interface Change {
  ref: RecordRef
  table: string
  rowId: string
  op: 'insert' | 'update' | 'delete'
  before: RowImage | null
  after: RowImage | null
}

/** Marks a step whose records stand for themselves; no step is ever put together with it. */
export const divisibleKey = 'divisible'

/** Marks a step that belongs to one of the other side. */
const alongMark = 'along:'

/** The mark of the steps that belong to a step of the other side. */
export function alongKey(change: string): string {
  return `${alongMark}${change}`
}

/** Whether the records of a step stand for themselves. */
export function isDivisible(key: string | null): boolean {
  return key === divisibleKey || key?.startsWith(alongMark) === true
}

/** How long after its last write a step still takes in further ones. */
const coalesceMilliseconds = 5 * 60 * 1000

/** Writes one group of the change log. The group row is only made when the first change comes. */
export class ChangeLog {
  readonly #rows: Rows
  readonly #actor: Actor
  readonly #action: Action
  readonly #now: string
  #group: string | null = null
  #joined = false

  constructor(rows: Rows, actor: Actor, action: Action, now: string) {
    this.#rows = rows
    this.#actor = actor
    this.#action = action
    this.#now = now
  }

  /** Id of the group, or null as long as nothing has changed. */
  get group(): string | null {
    return this.#group
  }

  add(change: Change): void {
    this.#group ??= this.#open()
    if (this.#joined && this.#merge(change)) return
    this.#rows.insert('change_entry', {
      group_id: this.#group,
      record_type: change.ref.type,
      record_id: change.ref.id,
      table_name: change.table,
      row_id: change.rowId,
      op: change.op,
      before: change.before && encodeImage(change.before),
      after: change.after && encodeImage(change.after),
    })
  }

  #open(): string {
    const joined = this.#action.coalesce ? this.#recentGroup(this.#action.coalesce) : null
    if (joined) {
      this.#joined = true
      this.#rows.update('change_group', joined, { at: this.#now })
      return joined
    }
    const id = uuidv7()
    this.#rows.insert('change_group', {
      id,
      at: this.#now,
      person_id: this.#actor.id,
      person_name: this.#actor.name,
      action: this.#action.label,
      record_type: this.#action.record?.type ?? null,
      record_id: this.#action.record?.id ?? null,
      coalesce_key: this.#action.along ? alongKey(this.#action.along) : this.#action.divisible ? divisibleKey : this.#action.coalesce ?? null,
      undoes: this.#action.undoes ?? null,
      undone_by: null,
    })
    return id
  }

  /** Only this person's very last step may grow; anything in between ends it. */
  #recentGroup(key: string): string | null {
    const [last] = this.#rows.run(
      'SELECT id, at, coalesce_key, undone_by FROM change_group WHERE person_id = ? ORDER BY id DESC LIMIT 1',
      [this.#actor.id],
    )
    if (!last || last.coalesce_key !== key || last.undone_by) return null
    const age = Date.parse(this.#now) - Date.parse(String(last.at))
    return age >= 0 && age <= coalesceMilliseconds ? String(last.id) : null
  }

  /** Folds a further update of a row into what the group already says of it. */
  #merge(change: Change): boolean {
    if (change.op !== 'update' || !change.before || !change.after) return false
    const [earlier] = this.#rows.run(
      `SELECT id, op, before, after FROM change_entry WHERE group_id = ? AND table_name = ? AND row_id = ?
        ORDER BY id DESC LIMIT 1`,
      [this.#group as string, change.table, change.rowId],
    )
    if (!earlier || earlier.op === 'delete') return false
    const after = { ...decodeImage(earlier.after as string | null), ...change.after }
    // What the group changed first is the older image.
    const older = { ...change.before, ...decodeImage(earlier.before as string | null) }
    const before = earlier.op === 'update' ? encodeImage(older) : null
    this.#rows.run('UPDATE change_entry SET before = ?, after = ? WHERE id = ?', [before, encodeImage(after), earlier.id as number])
    return true
  }
}

/** JSON of a row; binary columns as base64. */
export function encodeImage(image: RowImage): string {
  // Only binary columns are objects; without one there is nothing to replace.
  if (!Object.values(image).some((value) => typeof value === 'object' && value !== null)) return JSON.stringify(image)
  return JSON.stringify(image, (_, value: unknown) => {
    if (value && typeof value === 'object' && 'type' in value && value.type === 'Buffer') {
      return { $bytes: Buffer.from((value as unknown as { data: number[] }).data).toString('base64') }
    }
    return value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value
  })
}

/** The inverse of {@link encodeImage}; null for an empty image. */
export function decodeImage(text: string | null): RowImage | null {
  if (text === null) return null
  return JSON.parse(text, (_, value: unknown) =>
    value && typeof value === 'object' && '$bytes' in value ? Buffer.from(String(value.$bytes), 'base64') : value,
  ) as RowImage
}
