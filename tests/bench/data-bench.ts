import { join } from 'node:path'
import { Database } from '@signalapp/sqlcipher'
import { findConsultations } from '../../electron/office/counselling/consultations/service.ts'
import { getOverview, getTables } from '../../electron/office/counselling/statistics/figures.ts'
import { findContacts } from '../../electron/office/directory/service.ts'
import type { CipherConnection, SqlValue } from '../../electron/office/database/driver.ts'
import { find } from '../../electron/office/search/service.ts'
import { openSession, type CounsellingDesk, type UnlockedVault } from '../../electron/office/session.ts'
import { measureIds, type TableRequest } from '../../shared/counselling/statistics/model.ts'
import { printLines, spread, type Line } from './report.ts'

/** Search and lists of a large office, against the very same SQL on the bare binding: what our layers cost. */

interface Spoken {
  side: 'office' | 'counselling'
  sql: string
  parameters: readonly SqlValue[]
}

const aimSearch = 'p95 under 50 ms'
const aimList = 'under 30 ms'
const aimYear = 'under 300 ms'

/** @param rounds how often each is measured, the two sides by turns */
export async function measureData(vault: UnlockedVault, rounds: number): Promise<void> {
  const session = await openSession(vault, () => {})
  const counselling = session.counselling as CounsellingDesk
  const readers = { office: session.office.database.connections.reader, counselling: counselling.database.connections.reader }
  const bare = { office: bareDatabase(vault, 'office'), counselling: bareDatabase(vault, 'counselling') }
  const contactPage = { query: '', group: 'all', sort: 'name', descending: false, offset: 0, limit: 100 } as const
  const consultationPage = { query: '', topic: null, month: null, mine: false, anonymous: false, offset: 0, limit: 100 }
  const year = { kind: 'live', from: '2024-01-01', to: '2024-12-31' } as const
  const cross: TableRequest = {
    source: year, filters: [], measures: ['contacts'], threshold: 5,
    dimensions: [{ dimension: 'origin', groupsOnly: false }, { dimension: 'topic', groupsOnly: false }],
  }
  const searches = ['Öztürk', 'Brandt-4711', 'Görlitz', 'sprach', 'Beratung am', 'Linde 17', 'nummer 1234', 'Wohnung Kita', 'k', 'gibtesnicht']
  const tasks: [what: string, aim: string, runs: (() => Promise<unknown>)[]][] = [
    ['global search', aimSearch, searches.map((words) => () => find(session, words, 8))],
    ['search in contacts', aimSearch, searches.map((query) => () => findContacts(session.office, { ...contactPage, query }))],
    ['search in consultations', aimSearch, searches.map((query) => () => findConsultations(counselling, { ...consultationPage, query }))],
    ['contacts, first page', aimList, [() => findContacts(session.office, contactPage)]],
    ['contacts by place, first page', aimList, [() => findContacts(session.office, { ...contactPage, sort: 'place' })]],
    ['consultations, first page', aimList, [() => findConsultations(counselling, consultationPage)]],
    ['statistics of a year, all tables', aimYear, [() => getOverview(counselling, { source: year, threshold: null, measures: measureIds })]],
    ['the same, protected for publication', aimYear, [() => getOverview(counselling, { source: year, threshold: 5, measures: ['contacts'] })]],
    ['cross table of a year, protected', aimYear, [() => getTables(counselling, cross, false)]],
  ]
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
  printLines('Search and lists in the office process, against the same SQL on the bare binding', lines)
  for (const database of Object.values(bare)) database.close()
  await session.close()
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Runs a call once and gives the SQL that it spoke. */
async function listen(readers: Record<'office' | 'counselling', CipherConnection>, work: () => Promise<unknown>): Promise<Spoken[]> {
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

const statements = new Map<string, ReturnType<Database['prepare']>>()

function replay(databases: Record<'office' | 'counselling', Database>, spoken: readonly Spoken[]): void {
  for (const { side, sql, parameters } of spoken) {
    const key = `${side} ${sql}`
    const statement = statements.get(key) ?? databases[side].prepare(sql)
    statements.set(key, statement)
    statement.all(parameters)
  }
}

function bareDatabase(vault: UnlockedVault, side: 'office' | 'counselling'): Database {
  const key = side === 'office' ? vault.officeKey : vault.counsellingKey
  const database = new Database(join(vault.folder, `${side}.db`))
  database.exec(`PRAGMA key = "x'${Buffer.from(key ?? []).toString('hex')}'"`)
  // As much memory for pages as our reading connection has.
  database.exec('PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536')
  return database
}
