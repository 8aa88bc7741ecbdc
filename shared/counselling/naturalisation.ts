import file from '../../resources/naturalisation/rules.json' with { type: 'json' }
import { addDays, addMonths, daysBetween, germanDay } from '../holidays/days.ts'
import type { Certainty, DeadlineStep } from './deadlines/types.ts'

interface PathVersion {
  readonly validFrom: string
  readonly validTo: string | null
  readonly years: number
  readonly marriageYears: number | null
  readonly norm: string
}

/** A way to German nationality with the law of its time. */
export interface NaturalisationPath {
  readonly id: string
  readonly title: string
  readonly certainty: Certainty
  readonly hint: string
  readonly versions: readonly PathVersion[]
}

/** Something that must be there besides the years. */
export interface NaturalisationCondition {
  readonly id: string
  readonly label: string
  readonly norm: string
  readonly hint: string
}

/** A time that doesn't count, first and last day included. */
export interface Interruption {
  readonly from: string
  readonly to: string
}

export interface NaturalisationInput {
  readonly path: string
  /** First day of the residence that counts. */
  readonly start: string
  readonly interruptions: readonly Interruption[]
  /** Day of the marriage or partnership, where the path asks for it. */
  readonly marriage?: string
}

export interface NaturalisationResult {
  readonly earliest: string
  readonly deductedDays: number
  readonly steps: readonly DeadlineStep[]
  readonly norm: string
  readonly certainty: Certainty
  readonly disclaimer: string
  readonly source: { readonly version: string; readonly asOf: string }
}

const paths = file.paths as readonly NaturalisationPath[]

const inForce = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }, day: string): boolean =>
  validFrom <= day && day <= (validTo ?? day)

/** The ways that the law of that day knows. */
export function naturalisationPaths(day: string): readonly NaturalisationPath[] {
  return paths.filter(({ versions }) => versions.some((version) => inForce(version, day)))
}

/** Whether a way asks for the day of a marriage. */
export function asksForMarriage(path: string, day: string): boolean {
  return versionOn(path, day).marriageYears !== null
}

/** The further conditions of a way, by the law of that day. */
export function naturalisationConditions(path: string, day: string): readonly NaturalisationCondition[] {
  return file.conditions.filter((condition) => condition.paths.includes(path) && inForce(condition, day))
}

/**
 * The earliest day by the years alone: the day of the same number after the years (§ 188 Abs. 2 BGB), later by every day that
 * doesn't count; under § 9 StAG not before the years of marriage.
 * @param today ISO day whose law counts
 * @throws RangeError for an unknown or abolished way, a day that doesn't exist, a time that ends before it begins, or a missing marriage
 */
export function earliestNaturalisation(input: NaturalisationInput, today: string): NaturalisationResult {
  const version = versionOn(input.path, today)
  const path = paths.find(({ id }) => id === input.path) as NaturalisationPath
  const byYears = addMonths(input.start, 12 * version.years)
  const deductedDays = deducted(input, byYears)
  const byResidence = addDays(byYears, deductedDays)
  const steps: DeadlineStep[] = [
    { title: `${version.years} Jahre Aufenthalt`, day: byYears, detail: `ab ${germanDay(input.start)}`, norm: `${version.norm}, § 188 Abs. 2 BGB` },
  ]
  if (deductedDays > 0) {
    steps.push({ title: 'Zeiten, die nicht zählen', day: byResidence, detail: deductedDays === 1 ? '1 Tag später' : `${deductedDays} Tage später`, norm: '§ 12b StAG' })
  }
  const byMarriage = marriageEnd(input, version)
  if (byMarriage !== null) {
    steps.push({ title: `${version.marriageYears} Jahre Ehe oder Lebenspartnerschaft`, day: byMarriage, detail: `ab ${germanDay(input.marriage ?? '')}`, norm: version.norm })
  }
  const earliest = byMarriage !== null && byMarriage > byResidence ? byMarriage : byResidence
  return { earliest, deductedDays, steps, norm: version.norm, certainty: path.certainty, disclaimer: file.disclaimer, source: { version: file.version, asOf: file.asOf } }
}

function versionOn(id: string, day: string): PathVersion {
  const version = paths.find((path) => path.id === id)?.versions.find((each) => inForce(each, day))
  if (version === undefined) throw new RangeError(`No way of naturalisation on ${day}: ${id}`)
  return version
}

function marriageEnd({ marriage }: NaturalisationInput, { marriageYears }: PathVersion): string | null {
  if (marriageYears === null) return null
  if (marriage === undefined) throw new RangeError('The day of the marriage is missing')
  return addMonths(marriage, 12 * marriageYears)
}

/** Days that don't count; what overlaps counts once, and what lies after the earliest day that they make not at all. */
function deducted({ start, interruptions }: NaturalisationInput, byYears: string): number {
  let total = 0
  let counted = start
  for (const { from, to } of [...interruptions].sort((a, b) => a.from.localeCompare(b.from))) {
    if (daysBetween(from, to) < 0) throw new RangeError('A time ends before it begins')
    const first = from > counted ? from : counted
    if (first >= addDays(byYears, total)) break
    if (to < first) continue
    total += daysBetween(first, to) + 1
    counted = addDays(to, 1)
  }
  return total
}
