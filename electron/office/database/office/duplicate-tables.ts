/** Decisions on pairs of contacts, and merges. Both are parts of contacts, so they have history and undo. */
export interface DuplicateTables {
  /** What somebody decided of two contacts that look alike; holds until it is revoked, whatever is edited. */
  contact_distinction: {
    /** Both ids in their order, so a pair has one decision. */
    id: string
    /** The contact whose id comes first. */
    contact_id: string
    /** No foreign key: the other one may be destroyed, or gone again by undo. */
    other_id: string
    decision: 'different' | 'later'
    decided_at: string
    decided_by: string
  }
  /**
   * A merge: the contact with `merged_id` lives on in the one with `contact_id`. Its own rows stay as they were, out of every list
   * and of the trash (`contact.deleted_by` is the mark of `database/absorbed.ts`), so that it can come back exactly.
   */
  contact_merge: {
    id: string
    contact_id: string
    merged_id: string
    merged_at: string
    merged_by: string
    /** JSON of `MergeDetails`: the kept contact as it was, what it got, which links moved. */
    details: string
    /** Empty as long as the merge holds. */
    undone_at: string
    undone_by: string
  }
}
