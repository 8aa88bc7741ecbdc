import { createHmac } from 'node:crypto'
import type { AuditNote } from '../../../shared/audit/model.ts'
import type { AuditSchema } from './audit-schema.ts'
import type { Actor } from './change-log.ts'
import type { Rows } from './rows.ts'

/** A stored entry. */
export type AuditRow = AuditSchema['audit_entry']

/** Where a chain ends. */
export interface ChainHead {
  seq: number
  mac: string
}

/** Who is noted where nobody had opened the office. */
export const nobody: Actor = { id: '', name: '' }

/**
 * Adds an entry to the log of a database, in the transaction that is under way on `rows`.
 * @returns number of the entry
 */
export function appendAudit(rows: Rows, actor: Actor, note: AuditNote, now: string): number {
  const [chain] = rows.run('SELECT key, head_seq, head_mac FROM audit_chain', [])
  if (!chain) throw new Error('This database has no log.')
  const row: Omit<AuditRow, 'mac'> = {
    seq: Number(chain.head_seq) + 1, at: now, person_id: actor.id, person_name: actor.name, kind: note.kind, what: note.what,
    subject: note.subject ?? '', detail: note.detail ?? '', number: note.number ?? null, refers: note.refers ?? null, previous: String(chain.head_mac),
  }
  const mac = macOf(chain.key as Uint8Array, row)
  rows.insert('audit_entry', { ...row, mac })
  rows.run('UPDATE audit_chain SET head_seq = ?, head_mac = ?', [row.seq, mac])
  return row.seq
}

/** HMAC-SHA-256 over everything that an entry says, in one determined form. */
export function macOf(key: Uint8Array, row: Omit<AuditRow, 'mac'>): string {
  const content = [1, row.seq, row.at, row.person_id, row.person_name, row.kind, row.what, row.subject, row.detail, row.number, row.refers, row.previous]
  return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex')
}

/** Where the chain ends; null for a database from before there was a log. */
export function headOf(run: (sql: string) => Record<string, unknown>[]): ChainHead | null {
  if (run("SELECT 1 FROM sqlite_schema WHERE name = 'audit_chain'").length === 0) return null
  const [chain] = run('SELECT head_seq, head_mac FROM audit_chain')
  return chain ? { seq: Number(chain.head_seq), mac: String(chain.head_mac) } : null
}

/**
 * Takes out the entries from before a day, and notes in the chain itself how far, so that it still holds from there on.
 * @param before ISO time
 */
export function pruneAudit(rows: Rows, actor: Actor, before: string, now: string): void {
  // Only from the beginning: an entry whose time was wrong doesn't leave a hole.
  const [first] = rows.run('SELECT min(seq) AS seq FROM audit_entry WHERE at >= ?', [before])
  const [last] = first?.seq === null || first === undefined
    ? rows.run('SELECT seq, mac FROM audit_entry ORDER BY seq DESC LIMIT 1', [])
    : rows.run('SELECT seq, mac FROM audit_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1', [Number(first.seq)])
  if (!last) return
  appendAudit(rows, actor, { kind: 'log', what: 'pruned', number: Number(last.seq), detail: String(last.mac) }, now)
  rows.run('UPDATE audit_chain SET through = ?', [Number(last.seq)])
  rows.run('DELETE FROM audit_entry WHERE seq <= ?', [Number(last.seq)])
}
