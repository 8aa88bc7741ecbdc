/** Tables of the „Vertretungsfall". They are no records: nothing of them can be undone or deleted. */
export interface DeputyTables {
  /** What was arranged. An arrangement that isn't here, or is revoked here, opens nothing, whatever vault.json says. */
  deputy_arrangement: {
    id: string
    made_at: string
    made_by_name: string
    /** JSON: names of those who keep a code. */
    holders: string
    valid_until: string
    revoked_at: string | null
    revoked_by_name: string | null
  }
  /** Each time two holders let somebody in; `id` is that of the person in vault.json. */
  deputy_opening: {
    id: string
    arrangement_id: string
    person_name: string
    /** JSON: names of the two who let them in. */
    holders: string
    reason: string
    opened_at: string
    until: string
    ended_at: string | null
    ended_by_name: string | null
    /** When the Leitung has acknowledged it. */
    seen_at: string | null
    seen_by_name: string | null
  }
  /** One row: the latest time at which this office is known to have been in use. A clock that shows less has been turned back. */
  clock_mark: { id: number; at: string }
}
