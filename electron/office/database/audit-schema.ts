import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { AuditKind } from '../../../shared/audit/model.ts'

/** Tables of the tamper-evident log, which each database has for itself. */
export interface AuditSchema {
  /** One event. Its MAC covers everything else of the row and, by `previous`, all rows before it. */
  audit_entry: {
    seq: number
    at: string
    person_id: string
    person_name: string
    kind: AuditKind
    what: string
    subject: string
    detail: string
    number: number | null
    /** The entry that this one takes back. */
    refers: number | null
    /** MAC of the entry before; empty for the first one. */
    previous: string
    mac: string
  }
  /** The one row about the chain as a whole. */
  audit_chain: {
    id: 1
    /** With which entries are sealed; it outlives a renewal of the database's own key. */
    key: Uint8Array
    head_seq: number
    head_mac: string
    /** Entries up to here were taken out after their time. The database lets nobody take out a later one. */
    through: number
    /** How long entries are kept; null as long as the office has set nothing. */
    months: number | null
  }
  /** How far the log of the other database had come when both were last open. `seq` is 0 where its number says too much. */
  audit_anchor: { id: 1, at: string, seq: number, mac: string }
}

/** Makes the log; a migration of each side does. */
export async function createAudit(database: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
  await sql`INSERT INTO audit_chain (id, key, head_seq, head_mac, through, months) VALUES (1, ${randomBytes(32)}, 0, '', 0, NULL)`.execute(database)
}

const statements = [
  `CREATE TABLE audit_entry (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL,
    subject TEXT NOT NULL, detail TEXT NOT NULL, number INTEGER, refers INTEGER, previous TEXT NOT NULL, mac TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX audit_entry_by_kind ON audit_entry (kind, seq)',
  'CREATE INDEX audit_entry_by_person ON audit_entry (person_id, seq)',
  `CREATE TABLE audit_chain (
    id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL, head_seq INTEGER NOT NULL, head_mac TEXT NOT NULL, through INTEGER NOT NULL, months INTEGER
  ) STRICT`,
  'CREATE TABLE audit_anchor (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL, seq INTEGER NOT NULL, mac TEXT NOT NULL) STRICT',
  // A fault of the program can't change the log; who opens the database with another one is found out by the chain.
  "CREATE TRIGGER audit_entry_stands BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'an entry of the log is not changed'); END",
  `CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry WHEN OLD.seq > (SELECT through FROM audit_chain) BEGIN
    SELECT RAISE(ABORT, 'an entry of the log is not removed');
  END`,
]
