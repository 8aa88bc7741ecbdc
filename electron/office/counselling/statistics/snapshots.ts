import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { dimensionIds, dimensions, type DimensionId } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { Snapshot, SnapshotDifference } from '../../../../shared/counselling/statistics/model.ts'
import type { Tally } from '../../../../shared/counselling/statistics/tally.ts'
import { isoDay } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingDesk } from '../../session.ts'
import { seesEveryCase } from '../access/repository.ts'
import { readContactFacts } from './rows.ts'
import { tallyOf, yearPeriod } from './tallying.ts'

/** Form of the frozen figures, should a later version keep others. */
const form = 1

interface Content {
  form: typeof form
  year: number
  tables: Tally[]
}

interface Row {
  id: string
  year: number
  edition: number
  made_at: string
  made_by_name: string
  reason: string
  content: string
  hash: string
}

/** Every frozen year, the latest first, and the finished year that isn't frozen yet. */
export async function listSnapshots(desk: CounsellingDesk, today = isoDay(new Date())): Promise<{ snapshots: Snapshot[]; proposed: number | null }> {
  const rows = await desk.database.read.selectFrom('statistics_snapshot').selectAll().orderBy('year', 'desc').orderBy('edition', 'desc').execute()
  const last = Number(today.slice(0, 4)) - 1
  const missing = !rows.some(({ year }) => year === last) && (await hasContacts(desk, last))
  return { snapshots: rows.map(snapshotOf), proposed: missing && seesEveryCase(desk.person) ? last : null }
}

/** The newest edition of a frozen year. */
export async function newestSnapshot(desk: CounsellingDesk, year: number): Promise<string | null> {
  const row = await desk.database.read.selectFrom('statistics_snapshot').select('id').where('year', '=', year).orderBy('edition', 'desc').executeTakeFirst()
  return row?.id ?? null
}

/**
 * Counts a finished year and keeps the figures for good: sums only, nothing that leads to a case. A second edition leaves the first as
 * it is.
 * @throws OfficeError `forbidden` but for the Leitung; `invalid` for a year that isn't over, and for a further edition without reason
 */
export async function freezeYear(desk: CounsellingDesk, { year, reason }: { year: number; reason: string }, today = isoDay(new Date())): Promise<Snapshot> {
  expectLeitung(desk)
  if (year >= Number(today.slice(0, 4))) throw new OfficeError('invalid', { fields: { year: 'Ein Jahr lässt sich einfrieren, wenn es vorbei ist.' } })
  const taken = await desk.database.read.selectFrom('statistics_snapshot').select('edition').where('year', '=', year).orderBy('edition', 'desc').executeTakeFirst()
  if (taken && reason.trim() === '') throw new OfficeError('invalid', { fields: { reason: 'Das Jahr ist schon eingefroren. Bitte angeben, warum es eine weitere Fassung braucht.' } })
  const content = JSON.stringify({ form, year, tables: await countYear(desk, year) } satisfies Content)
  const row: Row = {
    id: uuidv7(), year, edition: (taken?.edition ?? 0) + 1, made_at: new Date().toISOString(), made_by_name: desk.person.name, reason: reason.trim(), content, hash: hashOf(content),
  }
  await desk.database.writeUnlogged((database) => database.insertInto('statistics_snapshot').values(row).execute())
  return snapshotOf(row)
}

/** The year of a snapshot. @throws OfficeError `not-found` */
export async function snapshotYear(desk: CounsellingDesk, id: string): Promise<number> {
  return (await readSnapshot(desk, id)).year
}

/** The tables of a frozen year. @throws OfficeError `not-found`; `corrupt` when they aren't what was frozen */
export async function frozenTables(desk: CounsellingDesk, id: string): Promise<Tally[]> {
  const row = await readSnapshot(desk, id)
  if (hashOf(row.content) !== row.hash) throw new OfficeError('corrupt', { detail: 'Die Zahlen dieses Jahres sind nicht mehr die eingefrorenen.' })
  return contentOf(row).tables
}

/** What is counted otherwise today, the totals first, and how many figures those are in all. @throws OfficeError `forbidden`, `not-found`, `corrupt` */
export async function compareSnapshot(desk: CounsellingDesk, id: string, most = 60): Promise<{ differences: SnapshotDifference[]; total: number }> {
  expectLeitung(desk)
  const frozen = (await frozenTables(desk, id)).filter(({ axes }) => axes.length === 1)
  const now = await simpleTables(desk, contentOf(await readSnapshot(desk, id)).year)
  const differences: SnapshotDifference[] = []
  for (const [at, before] of frozen.entries()) {
    const dimension = before.axes[0]?.dimension as DimensionId
    const after = now.find(({ axes }) => axes[0]?.dimension === dimension)
    const today = new Map((after?.axes[0]?.nodes ?? []).map(({ code, label }, node) => [code, { label, contacts: after?.contacts[node] ?? 0 }]))
    const then = new Map((before.axes[0]?.nodes ?? []).map(({ code, label }, node) => [code, { label, contacts: before.contacts[node] ?? 0 }]))
    for (const code of new Set([...then.keys(), ...today.keys()])) {
      if (code === '' && at > 0) continue
      const [was, is] = [then.get(code), today.get(code)]
      if ((was?.contacts ?? 0) === (is?.contacts ?? 0)) continue
      const label = code === '' ? 'Kontakte insgesamt' : (was?.label ?? is?.label ?? code)
      differences.push({ dimension: code === '' ? null : dimension, label, frozen: was?.contacts ?? 0, now: is?.contacts ?? 0 })
    }
  }
  return { differences: differences.slice(0, most), total: differences.length }
}

/** All simple tables in full, and every pair of dimensions by groups. */
async function countYear(desk: CounsellingDesk, year: number): Promise<Tally[]> {
  const period = yearPeriod(year)
  const tables = await simpleTables(desk, year)
  const asked = dimensionIds.filter((dimension) => dimension !== 'mention')
  const facts = await readContactFacts(desk.database.read, period, asked)
  for (const [first, one] of asked.entries()) {
    for (const [second, other] of asked.entries()) {
      if (second <= first) continue
      tables.push(tallyOf(facts, [one, other].map((dimension) => ({ dimension, groupsOnly: true })), period))
      // The process goes on answering meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return tables
}

async function simpleTables(desk: CounsellingDesk, year: number): Promise<Tally[]> {
  const tables: Tally[] = []
  for (const dimension of dimensionIds) {
    const facts = await readContactFacts(desk.database.read, yearPeriod(year), [dimension])
    tables.push(tallyOf(facts, [{ dimension, groupsOnly: dimensions[dimension].grouped === undefined }], yearPeriod(year)))
  }
  return tables
}

async function hasContacts(desk: CounsellingDesk, year: number): Promise<boolean> {
  const { from, to } = yearPeriod(year)
  const found = await desk.database.read.selectFrom('consultation').select('held_on')
    .where('deleted_at', 'is', null).where('held_on', '>=', from).where('held_on', '<=', to).limit(1).executeTakeFirst()
  return found !== undefined
}

async function readSnapshot(desk: CounsellingDesk, id: string): Promise<Row> {
  const row = await desk.database.read.selectFrom('statistics_snapshot').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new OfficeError('not-found')
  return row
}

function snapshotOf(row: Row): Snapshot {
  const total = contentOf(row).tables[0]
  return {
    id: row.id, year: row.year, edition: row.edition, madeAt: row.made_at, madeByName: row.made_by_name, reason: row.reason, hash: row.hash,
    intact: hashOf(row.content) === row.hash,
    contacts: total?.contacts[0] ?? 0, cases: total?.cases[0] ?? 0, persons: total?.persons[0] ?? 0, minutes: total?.minutes[0] ?? 0,
  }
}

function contentOf({ content }: Pick<Row, 'content'>): Content {
  return JSON.parse(content) as Content
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

function expectLeitung(desk: CounsellingDesk): void {
  if (!seesEveryCase(desk.person)) throw new OfficeError('forbidden', { detail: 'Ein Jahr friert die Leitung ein.' })
}
