import type { caseParts, identityParts, subjectParts } from '../../../shared/counselling/merging/fields.ts'
import type { MergeChoice } from '../../../shared/merge/values.ts'

/** What somebody has chosen of the parts in which two cases differ; the rest is as proposed. */
export interface PartsChosen {
  case: Partial<Record<keyof typeof caseParts, MergeChoice>>
  subject: Partial<Record<keyof typeof subjectParts, MergeChoice>>
  identity: Partial<Record<keyof typeof identityParts, MergeChoice>>
}

export const nothingChosen: PartsChosen = { case: {}, subject: {}, identity: {} }
