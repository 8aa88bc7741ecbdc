/** Tables of what became one. They exist in counselling.db only. */
export interface MergeTables {
  /**
   * A case that lives on in another one. What can't be changed stays under its id and is read along: the log of accesses, openings,
   * notices of conflicts. A case is merged once; where the kept one is itself merged later, the row follows it.
   */
  case_merge: {
    id: string
    /** The case it lives on in. */
    case_id: string
    merged_id: string
    merged_number: string
    /** The alias that nobody bears any more, so that it is still found. */
    former_alias: string
    merged_at: string
    merged_by_name: string
  }
}
