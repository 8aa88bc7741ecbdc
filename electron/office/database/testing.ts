import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { RecordRef } from '../../../shared/records/model.ts'
import { createMechanisms, type MechanismSchema, type RecordColumns } from './mechanism-schema.ts'
import { migrate, newestVersion, type Migration } from './migrate.ts'
import { createDatabase, openDatabase } from './open.ts'
import type { RecordType } from './record-type.ts'
import { DatabaseSide } from './side.ts'

/** A small record with parts, to test the mechanisms without any feature. */
export interface NoteSchema extends MechanismSchema {
  note: RecordColumns & { title: string; text: string }
  note_line: { id: string; note_id: string; words: string; about: string | null }
}

export const noteMigrations: readonly Migration[] = [
  {
    version: 10,
    name: 'notes',
    async up(database) {
      await createMechanisms(database)
      await sql`CREATE TABLE note (
        id TEXT PRIMARY KEY, version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        deleted_at TEXT, deleted_by TEXT, title TEXT NOT NULL, text TEXT NOT NULL
      ) STRICT`.execute(database)
      await sql`CREATE TABLE note_line (
        id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE, words TEXT NOT NULL, about TEXT
      ) STRICT`.execute(database)
    },
  },
]

export const noteType: RecordType<NoteSchema> = {
  type: 'note',
  label: 'Notiz',
  root: 'note',
  parts: { note_line: 'note_id' },
  mentionedIn: { note_line: 'about' },
  async document(database: Kysely<NoteSchema>, id: string) {
    const note = await database.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirst()
    if (!note) return null
    const lines = await database.selectFrom('note_line').leftJoin('note', (join) => join.onRef('note.id', '=', 'note_line.about').on('note.deleted_at', 'is', null))
      .select(['words', 'note.title as about']).where('note_id', '=', id).execute()
    return { title: note.title, subtitle: '', line: '', words: [note.text, ...lines.flatMap((line) => [line.words, line.about ?? ''])] }
  },
}

export const testVaultId = 'vault-under-test'

/** A database with notes in a temporary folder, and what tests need to open it again. */
export interface NoteDatabase {
  folder: string
  key: Buffer
  side: DatabaseSide<NoteSchema>
  announced: RecordRef[][]
  reopen(): Promise<DatabaseSide<NoteSchema>>
  dispose(): Promise<void>
}

/** Makes a real encrypted database with the mechanisms and the record "note". */
export async function openNotes({ network = false } = {}): Promise<NoteDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'integrationsbuero-database-'))
  const key = randomBytes(32)
  createDatabase(folder, 'office', key, testVaultId)
  const announced: RecordRef[][] = []
  const open = async (): Promise<DatabaseSide<NoteSchema>> => {
    const connections = openDatabase(folder, 'office', key, {
      vaultId: testVaultId,
      newestVersion: newestVersion(noteMigrations),
      network,
    })
    const side = new DatabaseSide<NoteSchema>('office', connections, [noteType], (_side, records) => {
      announced.push([...records])
    })
    await migrate(side.schema as never, noteMigrations)
    return side
  }
  const notes: NoteDatabase = {
    folder,
    key,
    announced,
    side: await open(),
    async reopen() {
      await notes.side.close()
      notes.side = await open()
      return notes.side
    },
    async dispose() {
      await notes.side.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return notes
}
