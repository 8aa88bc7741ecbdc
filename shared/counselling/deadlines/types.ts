import type { Land } from '../../vault/laender.ts'

/** How a notice came to the person; `event` where no notice is involved or the day of receipt is known. */
export const WAYS = [
  'letter',
  'registered',
  'registered-return',
  'service-document',
  'handed-over',
  'electronic',
  'reception-centre',
  'moved-unannounced',
  'event',
] as const

export type Way = (typeof WAYS)[number]

/** How sure a rule is: certain · certain in substance with edge cases · to be checked before it is relied on. */
export type Certainty = 'certain' | 'substantial' | 'recheck'

/**
 * What the computed day means: `end` last day · `earliest` first possible day · `backward` and `summons` last day before an
 * event · `hours` last minute · `age` last day before a birthday · `year-end` · `validity` end of a title · `retroactive` day
 * from which benefits are due · `none` no statutory period.
 */
export type DeadlineKind =
  | 'end'
  | 'earliest'
  | 'backward'
  | 'summons'
  | 'hours'
  | 'age'
  | 'year-end'
  | 'validity'
  | 'retroactive'
  | 'none'

export interface DeadlineInput {
  /** Id of a rule in `resources/deadlines/rules.json`, e.g. `W1`. */
  readonly rule: string
  /** Land of the court or authority where the act must be done. */
  readonly land: Land
  readonly way: Way
  /** ISO day of posting (letter, registered, electronic, reception centre), of service, or of the event. */
  readonly date: string
  /** Local time `16:30` of the event, for periods in hours. */
  readonly time?: string
  /** ISO day of the asylum application: it picks the version of the asylum procedure law. */
  readonly applicationDate?: string
  /** ISO day on which a letter provably arrived, when that was later than the law presumes. */
  readonly arrivedOn?: string
  /** Ids of municipal holidays, see `shared/holidays`. */
  readonly localHolidays?: readonly string[]
  /** Full days between summons and meeting, for the rule `Ladung`. */
  readonly days?: number
}

/** One line of the computation, as it is shown and printed. */
export interface DeadlineStep {
  readonly title: string
  /** ISO day (or local time) that this step yields. */
  readonly day: string | null
  readonly detail: string
  readonly norm: string
}

export interface DeadlineResult {
  readonly rule: string
  readonly title: string
  readonly kind: DeadlineKind
  /** Day that counts as notification, service or event. */
  readonly notifiedOn: string
  /** End before any shift; `null` where the law sets no period. */
  readonly nominalEnd: string | null
  /** The day that counts (ISO day; for hours an ISO local time). */
  readonly deadline: string | null
  /** Recommended day: the last day before on which offices are open; for earliest days the first open day. */
  readonly safeDay: string | null
  /** Days of internal warning, earliest first. */
  readonly preWarnings: readonly string[]
  readonly steps: readonly DeadlineStep[]
  readonly norm: string
  readonly certainty: Certainty
  readonly warnings: readonly string[]
  /** The sentence that the notice's own instruction decides. Always shown. */
  readonly disclaimer: string
  /** Version of the rule data and the day up to which the law was looked at. */
  readonly source: { readonly version: string; readonly asOf: string }
}
