import { sql, type RawBuilder } from 'kysely'
import { anonymousCode, durationSteps, pathOfCode, unknownCode, type DimensionId } from '../../../../shared/counselling/statistics/dimensions.ts'
import type { FigureFilter } from '../../../../shared/counselling/statistics/model.ts'
import type { CountedRow } from '../../../../shared/counselling/statistics/tally.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { readCaseFacts, type CaseFacts } from './case-facts.ts'

/** Days of a period, both included. */
export interface Period {
  from: string
  to: string
}

const duration = sql<string>`CASE ${sql.join(durationSteps.map(({ to, code }) => sql`WHEN duration_minutes <= ${sql.lit(to)} THEN ${sql.lit(code)}`), sql` `)} END`

/** Where the value of a dimension stands in the consultation; what stands in the case is put to it afterwards. */
const columns: Readonly<Record<DimensionId, RawBuilder<unknown> | null>> = {
  topic: sql`topic`, mention: sql`mention`, month: sql`substr(held_on, 1, 7)`, channel: sql`channel`, duration, result: sql`result`,
  contactKind: sql`contact_kind`, serviceType: sql`service_type`, language: sql`language`, interpretation: sql`interpretation`,
  accessPath: sql`access_path`, caseKind: null, status: sql`residence_status`, origin: sql`origin`, place: sql`place`, ageBand: sql`age_band`,
  gender: sql`gender`,
}

/** Columns of the index, which no other table of the query has. */
const counted = sql.raw(`case_id, held_on, duration_minutes, consultation.topic AS topic, channel, result, language, interpretation, access_path,
  contact_kind, service_type, origin, place, age_band, gender, residence_status`)

interface SummedRow {
  contributor: string | number
  anonymous: number
  contacts: number
  minutes: number
  [value: `v${number}`]: string | null
}

/**
 * Contacts of a period summed by case (an anonymous consultation stands for itself) and the values of the dimensions, in the order
 * of the contributors. SQLite sums over an index that holds all of it; the notes are never read.
 */
export async function readCountedRows(
  database: ReadDatabase<CounsellingSchema>, period: Period, asked: readonly DimensionId[], filters: readonly FigureFilter[] = [],
): Promise<CountedRow[]> {
  const needed = [...new Set([...asked, ...filters.map(({ dimension }) => dimension)])]
  const facts = await readCaseFacts(database, period.to, needed)
  const values = needed.flatMap((dimension, at) => (columns[dimension] === null ? [] : [sql`${columns[dimension]} AS ${sql.raw(`v${at}`)}`]))
  const groups = needed.flatMap((dimension, at) => (columns[dimension] === null ? [] : [sql.raw(`v${at}`)]))
  const { rows } = await sql<SummedRow>`
    SELECT ${sql.join([sql`coalesce(case_id, visit) AS contributor`, sql`case_id IS NULL AS anonymous`, ...values])},
      count(*) AS contacts, sum(duration_minutes) AS minutes
    FROM ${contactsOf(period, needed.includes('mention'))}
    GROUP BY ${sql.join([sql.raw('contributor'), ...groups])}
    ORDER BY contributor`.execute(database as never)
  const wanted = filters.map(({ dimension, code }) => ({ at: needed.indexOf(dimension), dimension, code }))
  const found: CountedRow[] = []
  for (const row of rows) {
    const known = row.anonymous === 1 ? undefined : facts.get(String(row.contributor))
    const codes = needed.map((dimension, at) => valueOf(dimension, row[`v${at}`] ?? null, known))
    if (!wanted.every(({ at, dimension, code }) => pathOfCode(dimension, codes[at] ?? '').includes(code))) continue
    found.push({
      contributor: row.contributor, isCase: row.anonymous === 0, persons: known?.persons ?? 0, codes: codes.slice(0, asked.length),
      contacts: row.contacts, minutes: row.minutes,
    })
  }
  return found
}

/** The contacts of a period; every topic that was named counts on its own where all of them are asked for. */
function contactsOf({ from, to }: Period, mentions: boolean): RawBuilder<unknown> {
  const inPeriod = sql`deleted_at IS NULL AND held_on >= ${from} AND held_on <= ${to}`
  const ofIndex = sql`SELECT rowid AS visit, ${counted}, topic AS mention FROM consultation INDEXED BY consultation_for_statistics WHERE ${inPeriod}`
  if (!mentions) return sql`(${ofIndex})`
  return sql`(
    ${ofIndex}
    UNION ALL
    SELECT consultation.rowid, ${counted}, named.topic FROM consultation
    JOIN (SELECT consultation_id, topic FROM consultation_topic) AS named ON named.consultation_id = consultation.id WHERE ${inPeriod})`
}

/** What is known of the case counts for all its contacts; the language is that of the talk, and the case's where none was noted. */
function valueOf(dimension: DimensionId, own: string | null, known: CaseFacts | undefined): string {
  switch (dimension) {
    case 'caseKind': return known?.kind ?? anonymousCode
    case 'language': return own ?? known?.language ?? unknownCode
    case 'status': return (known?.status ?? own) || unknownCode
    case 'origin': case 'place': case 'ageBand': case 'gender': return (known ? known[dimension] : own) ?? unknownCode
    default: return own ?? unknownCode
  }
}
