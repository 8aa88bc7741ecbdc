/**
 * A record that was merged into another one isn't in the trash: nobody deleted it, and only undoing the merge brings it back.
 * Its `deleted_at` takes it out of every list; its `deleted_by` names the merge.
 */
const mark = 'merge:'

/** The value of `deleted_by` for a record that a merge absorbed. */
export function absorbedBy(mergeId: string): string {
  return `${mark}${mergeId}`
}

/** Whether `deleted_by` says that a merge absorbed the record. */
export function isAbsorbed(deletedBy: unknown): boolean {
  return typeof deletedBy === 'string' && deletedBy.startsWith(mark)
}

/** The pattern of such values for LIKE. */
export const absorbedPattern = `${mark}%`
