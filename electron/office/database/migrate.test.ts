import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, type Migration } from './migrate.ts'
import { openNotes, noteMigrations, type NoteDatabase } from './testing.ts'

let notes: NoteDatabase
beforeEach(async () => {
  notes = await openNotes()
})
afterEach(() => notes.dispose())

const schema = (): string => JSON.stringify(notes.side.connections.writer.all('SELECT type, name, sql FROM sqlite_schema ORDER BY name'))
const version = (): unknown => notes.side.connections.writer.pragma('user_version')

const step = (number: number, ...statements: string[]): Migration => ({
  version: number,
  name: `step ${number}`,
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
})
const run = (...steps: Migration[]) => migrate(notes.side.schema as never, [...noteMigrations, ...steps])

describe('migrate', () => {
  it('applies what is pending and nothing twice', async () => {
    expect(await run(step(20, 'CREATE TABLE a (id TEXT) STRICT'), step(30, 'CREATE TABLE b (id TEXT) STRICT'))).toEqual([20, 30])
    expect(version()).toBe(30)
    expect(await run(step(20, 'CREATE TABLE a (id TEXT) STRICT'), step(30, 'CREATE TABLE b (id TEXT) STRICT'))).toEqual([])
  })

  it('leaves schema, data and version as before when any statement fails', async () => {
    const before = schema()
    const good = ['CREATE TABLE a (id TEXT) STRICT', 'ALTER TABLE note ADD COLUMN extra TEXT', 'DROP TABLE note_line']
    for (let failing = 0; failing <= good.length; failing += 1) {
      const statements = [...good.slice(0, failing), 'INSERT INTO no_such_table VALUES (1)', ...good.slice(failing)]
      await expect(run(step(20, ...statements))).rejects.toThrow(/no_such_table/)
      expect(schema()).toBe(before)
      expect(version()).toBe(10)
    }
  })

  it('undoes finished steps when a later step fails', async () => {
    const before = schema()
    await expect(run(step(20, 'CREATE TABLE a (id TEXT) STRICT'), step(30, 'BROKEN'))).rejects.toThrow()
    expect(schema()).toBe(before)
    expect(version()).toBe(10)
  })

  it('does not start when the copy before it fails', async () => {
    const before = schema()
    const refuse = async (): Promise<void> => {
      throw new Error('no copy')
    }
    const steps = [...noteMigrations, step(20, 'CREATE TABLE a (id TEXT) STRICT')]
    await expect(migrate(notes.side.schema as never, steps, refuse)).rejects.toThrow('no copy')
    expect(schema()).toBe(before)
  })

  it('refuses steps out of order', async () => {
    await expect(run(step(25))).rejects.toThrow(/ascending/)
    await expect(run(step(30), step(20))).rejects.toThrow(/ascending/)
  })
})
