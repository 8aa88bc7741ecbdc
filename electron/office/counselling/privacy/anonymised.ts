import { uuidv7 } from 'uuidv7'
import type { RecordRef } from '../../../../shared/records/model.ts'
import type { RowImage, Rows } from '../../database/rows.ts'

/** Columns of a consultation that stay when the person goes: what is counted. Everything else, and whatever comes later, goes. */
const counted = ['held_on', 'channel', 'duration_minutes', 'topic', 'result', 'service_type', 'counsellor_id', 'counsellor_name', 'municipality_class']

/** A language stays only if so many consultations of the year have it (domain practice: small cells point at people). */
const smallestGroup = 5

/**
 * What is left of consultations when they are anonymised: rows under new ids without case, note, time of day and way of access. Read
 * before, because afterwards nothing of the originals is there.
 */
export function anonymisedCopies(rows: Rows, consultationIds: readonly string[], now: string): RowImage[] {
  return consultationIds.flatMap((id) => {
    const row = rows.read('consultation', id)
    if (!row || row.deleted_at !== null) return []
    const kept = Object.fromEntries(counted.filter((column) => column in row).map((column) => [column, row[column]]))
    return [{
      ...kept, id: uuidv7(), version: 1, created_at: now, updated_at: now, deleted_at: null, deleted_by: null, case_id: null, held_at: null, note: '',
      language: isCommon(rows, row) ? row.language : null,
    }]
  })
}

/** Stores them. */
export function insertCopies(rows: Rows, copies: readonly RowImage[]): RecordRef[] {
  for (const copy of copies) rows.insert('consultation', copy)
  return copies.map(({ id }) => ({ type: 'consultation', id: String(id) }))
}

function isCommon(rows: Rows, { language, held_on }: RowImage): boolean {
  if (typeof language !== 'string') return false
  const year = String(held_on).slice(0, 4)
  const [found] = rows.run('SELECT count(*) AS n FROM consultation WHERE language = ? AND held_on BETWEEN ? AND ? AND deleted_at IS NULL', [language, `${year}-01-01`, `${year}-12-31`])
  return Number(found?.n ?? 0) >= smallestGroup
}
