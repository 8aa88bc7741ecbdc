import { sql } from 'kysely'
import { catalogues, findEntry, topicWithChildren, type ReferralFeedbackEntry, type Topic } from '../../../../shared/counselling/catalogues.ts'
import type { ContactTally, ReferralFigures } from '../../../../shared/counselling/referrals/contract.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'

/** Gives the id under which a contact lives on after merges. */
export type Living = (contactId: string) => Promise<string>

interface Tally {
  count: number
  answered: number
  arrived: number
}

/**
 * How often the whole office has referred to whom, and what came of it. Everybody with the key sees these: they say nothing of a
 * client. Contacts that were merged count as the one in which they live on.
 */
export async function referralFigures(desk: Pick<CounsellingDesk, 'database'>, living: Living, year: number | null): Promise<ReferralFigures> {
  const { read } = desk.database
  const rows = await tallies(read, year)
  const contacts = new Map<string, ContactTally>()
  const topics = new Map<string, Tally>()
  for (const row of rows) {
    const contactId = row.contact_id === null ? null : await living(row.contact_id)
    const known = contacts.get(contactId ?? `name ${row.name}`)
    // The name of the latest referral is the one that people know.
    const name = known && known.lastOn >= row.last_on ? known.name : row.name
    contacts.set(contactId ?? `name ${row.name}`, { contactId, name, lastOn: [known?.lastOn ?? '', row.last_on].sort().at(-1) ?? '', ...added(known, row) })
    const main = mainTopicOf(row.topic)
    topics.set(main, added(topics.get(main), row))
  }
  const years = await sql<{ year: number }>`SELECT DISTINCT CAST(substr(referred_on, 1, 4) AS INTEGER) AS year FROM referral WHERE deleted_at IS NULL ORDER BY year DESC`.execute(read as never)
  const most = (a: Tally, b: Tally): number => b.count - a.count
  return {
    ...rows.reduce<Tally>(added, nothing),
    years: years.rows.map((row) => row.year),
    contacts: [...contacts.values()].sort((a, b) => most(a, b) || a.name.localeCompare(b.name, 'de')),
    topics: [...topics].map(([topic, tally]) => ({ topic, ...tally })).sort(most),
  }
}

/** The figures of one contact, the merged ones along, year by year and by main topic. */
export async function figuresOfContact(desk: Pick<CounsellingDesk, 'database'>, living: Living, contactId: string): Promise<Tally & {
  years: (Tally & { year: number })[]
  topics: { topic: string; count: number }[]
}> {
  const ids = await referredIds(desk.database.read, living, contactId)
  const rows = ids.length === 0 ? [] : (await tallies(desk.database.read, null)).filter((row) => row.contact_id !== null && ids.includes(row.contact_id))
  const years = new Map<number, Tally>()
  const topics = new Map<string, number>()
  for (const row of rows) {
    years.set(row.year, added(years.get(row.year), row))
    const main = mainTopicOf(row.topic)
    topics.set(main, (topics.get(main) ?? 0) + row.count)
  }
  return {
    ...rows.reduce<Tally>(added, nothing),
    years: [...years].map(([year, tally]) => ({ year, ...tally })).sort((a, b) => b.year - a.year),
    topics: [...topics].map(([topic, count]) => ({ topic, count })).sort((a, b) => b.count - a.count),
  }
}

/** Ids under which a contact stands in referrals: its own and those of contacts merged into it. */
export async function referredIds(database: ReadDatabase<CounsellingSchema>, living: Living, contactId: string): Promise<string[]> {
  const wanted = await living(contactId)
  const rows = await database.selectFrom('referral').select('contact_id').distinct().where('contact_id', 'is not', null).where('deleted_at', 'is', null).execute()
  const found: string[] = []
  for (const { contact_id } of rows) if (contact_id !== null && await living(contact_id) === wanted) found.push(contact_id)
  return found
}

const nothing: Tally = { count: 0, answered: 0, arrived: 0 }

function added(to: Tally | undefined, { count, answered, arrived }: Tally): Tally {
  return { count: (to?.count ?? 0) + count, answered: (to?.answered ?? 0) + answered, arrived: (to?.arrived ?? 0) + arrived }
}

function mainTopicOf(code: string): string {
  return (findEntry('topics', code) as Topic | undefined)?.parent ?? topicWithChildren(code)[0] ?? code
}

async function tallies(database: ReadDatabase<CounsellingSchema>, year: number | null) {
  const entries: readonly ReferralFeedbackEntry[] = catalogues.referralFeedback.entries
  const codes = (wanted: (arrived: boolean | null) => boolean) => sql.join(entries.filter(({ arrived }) => wanted(arrived)).map(({ code }) => code))
  let rows = database
    .selectFrom('referral')
    .where('deleted_at', 'is', null)
    .select((eb) => [
      'contact_id', 'contact_name as name', 'topic',
      sql<number>`CAST(substr(referred_on, 1, 4) AS INTEGER)`.as('year'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('referred_on').as('last_on'),
      sql<number>`count(CASE WHEN feedback IN (${codes((arrived) => arrived !== null)}) THEN 1 END)`.as('answered'),
      sql<number>`count(CASE WHEN feedback IN (${codes((arrived) => arrived === true)}) THEN 1 END)`.as('arrived'),
    ])
    .groupBy(['contact_id', 'contact_name', 'topic', sql`substr(referred_on, 1, 4)`])
  if (year !== null) rows = rows.where('referred_on', '>=', `${year}-01-01`).where('referred_on', '<=', `${year}-12-31`)
  return rows.execute()
}
