import type { CaseFields } from '../../../../shared/counselling/model.ts'

type Statistical = Pick<CaseFields, 'origin' | 'place' | 'ageBand' | 'gender'>

interface StatisticalRow {
  origin: string | null
  place: string | null
  age_band: string | null
  gender: string | null
}

/** Columns of what is asked for the statistics alone; of those fields only that are set. Several spaces of a place become one. */
export function statisticalColumns({ origin, place, ageBand, gender }: Statistical): Partial<StatisticalRow> {
  const columns = { origin, place: typeof place === 'string' ? place.trim().replace(/\s+/gu, ' ') || null : place, age_band: ageBand, gender }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** The fields of a row of a case or a consultation. */
export function statisticalFields(row: StatisticalRow): Statistical {
  return { origin: row.origin, place: row.place, ageBand: row.age_band, gender: row.gender }
}
