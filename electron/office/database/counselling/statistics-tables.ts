/** Frozen years and what was published. No records: nothing in them names a case or a person, and no undo reaches them. */
export interface StatisticsTables {
  statistics_snapshot: {
    id: string
    year: number
    /** 1 for the first time a year is frozen; each further one has its reason. */
    edition: number
    made_at: string
    made_by_name: string
    reason: string
    /** JSON of the figures, and its SHA-256. */
    content: string
    hash: string
  }
  statistics_publication: {
    id: string
    at: string
    by_name: string
    title: string
    format: string
    threshold: number
    from_on: string
    to_on: string
    /** JSON: dimensions, filters, and the figures shown by the codes of their cell. */
    dimensions: string
    filters: string
    cells: string
  }
}
