import { join } from 'node:path'
import { Database } from '@signalapp/sqlcipher'
import type { CipherConnection, SqlValue } from '../../electron/office/database/driver.ts'
import type { UnlockedVault } from '../../electron/office/session.ts'
import { spread, type Line } from './report.ts'

/** Reads of the application against the very same SQL on the bare binding, by turns on the same file. */

/** What is measured: several runs of it, so that no single query decides. */
export type Task = [what: string, aim: string, runs: (() => Promise<unknown>)[]]

type Sides<Value> = Record<'office' | 'counselling', Value>

interface Spoken {
  side: 'office' | 'counselling'
  sql: string
  parameters: readonly SqlValue[]
}

/** @param rounds how often each is measured, the two sides by turns */
export async function compared(tasks: readonly Task[], readers: Sides<CipherConnection>, bare: Sides<Database>, rounds: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const [what, aim, runs] of tasks) {
    const spoken: Spoken[][] = []
    for (const work of runs) spoken.push(await listen(readers, work))
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (const [number, work] of runs.entries()) {
        ours.push(await time(work))
        theirs.push(await time(async () => replay(bare, spoken[number] ?? [])))
      }
    }
    process.stdout.write(`  ${what} ...\n`)
    lines.push({ what, unit: 'ms', ours: spread(ours), bare: spread(theirs), aim })
  }
  return lines
}

/** Milliseconds of some work. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Runs a call once and gives the SQL that it spoke. */
async function listen(readers: Sides<CipherConnection>, work: () => Promise<unknown>): Promise<Spoken[]> {
  const spoken: Spoken[] = []
  const original = { office: readers.office.all, counselling: readers.counselling.all }
  for (const side of ['office', 'counselling'] as const) {
    readers[side].all = (sql, parameters = []) => {
      spoken.push({ side, sql, parameters })
      return original[side].call(readers[side], sql, parameters)
    }
  }
  await work()
  for (const side of ['office', 'counselling'] as const) readers[side].all = original[side]
  return spoken
}

/** Prepared statements end with their database, and each measurement opens its own. */
const prepared = new WeakMap<Database, Map<string, ReturnType<Database['prepare']>>>()

function replay(databases: Sides<Database>, spoken: readonly Spoken[]): void {
  for (const { side, sql, parameters } of spoken) {
    const statements = prepared.get(databases[side]) ?? new Map<string, ReturnType<Database['prepare']>>()
    prepared.set(databases[side], statements)
    const statement = statements.get(sql) ?? databases[side].prepare(sql)
    statements.set(sql, statement)
    statement.all(parameters)
  }
}

/** The file of a side, opened without a layer of ours between. */
export function bareDatabase(vault: UnlockedVault, side: 'office' | 'counselling', reading = true): Database {
  const key = side === 'office' ? vault.officeKey : vault.counsellingKey
  const database = new Database(join(vault.folder, `${side}.db`))
  database.exec(`PRAGMA key = "x'${Buffer.from(key ?? []).toString('hex')}'"`)
  // As much memory for pages as our reading connection has.
  database.exec(`PRAGMA query_only = ${reading ? 'ON' : 'OFF'}; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536`)
  return database
}
