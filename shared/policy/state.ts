import type { PolicyName, PolicyValues } from './keys.ts'

/** Where a value comes from. `strict`: it was given, but can't be relied on. */
export type PolicySource = 'registry' | 'file' | 'strict'

/** Something that whoever keeps the policies should hear of. */
export interface PolicyProblem {
  /** A `fault` changes what holds, a `warning` doesn't. */
  level: 'fault' | 'warning'
  origin: 'file' | 'registry'
  /** The key that it is about; null for the whole file or branch. */
  key: string | null
  /** What is wrong, in German; quotes nothing but names of keys. */
  text: string
}

/** A retention period that IT has settled. */
export interface PolicyPeriod {
  code: string
  years: number | null
  reason: string
}

/** What IT has settled for this computer, as it was read at the start. */
export interface PolicyState {
  values: PolicyValues
  sources: Partial<Record<PolicyName, PolicySource>>
  problems: PolicyProblem[]
  /** Where the file is looked for, and whether there is one. */
  file: { path: string; found: boolean }
  /** Null where there is no registry. */
  registry: { key: string; found: boolean } | null
  /** Periods from the file of `RetentionRules`. */
  retention: PolicyPeriod[]
}

/** A computer on which IT has settled nothing. */
export const noPolicy: PolicyState = { values: {}, sources: {}, problems: [], file: { path: '', found: false }, registry: null, retention: [] }

/** Whether IT decides about this, and not the person. */
export function isLocked(state: Pick<PolicyState, 'sources'>, name: PolicyName): boolean {
  return state.sources[name] !== undefined
}
