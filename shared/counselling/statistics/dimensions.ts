import durationBands from '../../../resources/counselling/duration-bands.json' with { type: 'json' }
import statusGroups from '../../../resources/counselling/status-groups.json' with { type: 'json' }
import { CASE_KINDS, type CaseKind } from '../case-number.ts'
import { catalogues, findEntry, labelOf, type CatalogueName, type Origin, type Topic } from '../catalogues.ts'

/**
 * What contacts can be counted by. There is no dimension for the person who counselled, and none may come: figures of single
 * employees are none of the statistics' business (co-determination of the staff council).
 */
export const dimensionIds = [
  'topic', 'mention', 'month', 'channel', 'duration', 'result', 'contactKind', 'serviceType', 'language', 'interpretation',
  'accessPath', 'caseKind', 'status', 'origin', 'place', 'ageBand', 'gender',
] as const
export type DimensionId = (typeof dimensionIds)[number]

/** A dimension of the tables. */
export interface Dimension {
  readonly label: string
  /** Which catalogue its values come from, where it is a plain one. */
  readonly catalogue?: CatalogueName
  /** Has groups with single values below them. */
  readonly grouped?: true
  /** To know the value of a person is to know something that must not be learned of them. */
  readonly sensitive?: true
  /** What values of few people are put together as, in what is published. */
  readonly rest?: string
  /** What a value is called that was not asked. */
  readonly unknown: string
  /** The order of the values says something; it is never sorted by size. */
  readonly ordered?: true
}

const notAsked = 'nicht erfragt'
const notNoted = 'nicht erfasst'

export const dimensions: Readonly<Record<DimensionId, Dimension>> = {
  topic: { label: 'Hauptthema', grouped: true, sensitive: true, unknown: notNoted },
  mention: { label: 'Genannte Themen (mehrfach)', grouped: true, sensitive: true, unknown: notNoted },
  month: { label: 'Monat', grouped: true, ordered: true, unknown: notNoted },
  channel: { label: 'Kanal', catalogue: 'channels', unknown: notNoted },
  duration: { label: 'Dauer', ordered: true, unknown: notNoted },
  result: { label: 'Ergebnis', catalogue: 'results', unknown: notNoted },
  contactKind: { label: 'Kontaktart', catalogue: 'contactKinds', unknown: notNoted },
  serviceType: { label: 'Leistung', catalogue: 'serviceTypes', unknown: notNoted },
  language: { label: 'Sprache', catalogue: 'languages', sensitive: true, unknown: notNoted },
  interpretation: { label: 'Sprachmittlung', catalogue: 'interpretation', unknown: notNoted },
  accessPath: { label: 'Zugang', catalogue: 'accessPaths', unknown: notAsked },
  caseKind: { label: 'Fallart', unknown: notNoted },
  status: { label: 'Aufenthaltsstatus', grouped: true, sensitive: true, unknown: notAsked },
  origin: { label: 'Herkunft', grouped: true, sensitive: true, unknown: notAsked, rest: 'übrige Länder' },
  place: { label: 'Wohnort', unknown: notAsked, rest: 'übriges Kreisgebiet' },
  ageBand: { label: 'Altersgruppe', catalogue: 'ageBands', ordered: true, unknown: notAsked },
  gender: { label: 'Geschlecht', catalogue: 'genders', sensitive: true, unknown: notAsked },
}

/** Code of what was not asked. */
export const unknownCode = '?'
/** Code of what was put together because few people stand behind each of it. */
export const restCode = '~'
/** Code of an anonymous consultation among the kinds of cases. */
export const anonymousCode = 'anonymous'

/** Codes that say as much as nothing. */
const sayNothing: Partial<Record<DimensionId, readonly string[]>> = { accessPath: ['unknown'], status: ['UNB'], gender: ['none'] }

/** Whether a value of a dimension says nothing. */
export function isUnknown(dimension: DimensionId, code: string): boolean {
  return code === unknownCode || (sayNothing[dimension]?.includes(code) ?? false)
}

/** The band that a duration in minutes belongs to. */
export const durationSteps: readonly { code: string; to: number; label: string }[] = durationBands.bands

const groupOfStatus = new Map(statusGroups.groups.flatMap(({ code, statuses }) => statuses.map((status) => [status, code] as const)))
const statusGroup = new Map(statusGroups.groups.map((group) => [group.code, group]))

/**
 * The way from the group down to a value: `['A', 'A2']`. A topic of which only the main one was noted stands in its group as `A.`;
 * values of dimensions without groups stand alone.
 */
export function pathOfCode(dimension: DimensionId, code: string): string[] {
  if (code === unknownCode || dimensions[dimension].grouped === undefined) return [code]
  switch (dimension) {
    case 'topic': case 'mention': return below((findEntry('topics', code) as Topic | undefined)?.parent, code)
    case 'origin': return below((findEntry('origins', code) as Origin | undefined)?.parent, code)
    case 'status': return isUnknown('status', code) ? [unknownCode] : [`g:${groupOfStatus.get(code) ?? 'other'}`, code]
    default: return [quarterOf(code), code]
  }
}

function below(parent: string | null | undefined, code: string): string[] {
  return parent ? [parent, code] : [code, `${code}.`]
}

/** `2026-Q1` of `2026-03`. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

const monthName = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** What people read for a value or a group of a dimension. */
export function categoryLabel(dimension: DimensionId, code: string): string {
  const { catalogue, unknown, rest } = dimensions[dimension]
  if (isUnknown(dimension, code) && code === unknownCode) return unknown
  if (code.endsWith(restCode)) return rest ?? 'übrige'
  if (catalogue) return labelOf(catalogue, code)
  switch (dimension) {
    case 'topic': case 'mention': return code.endsWith('.') ? 'ohne Unterthema' : labelOf('topics', code)
    case 'origin': return code.endsWith('.') ? 'Land nicht genannt' : labelOf('origins', code)
    case 'status': return code.startsWith('g:') ? (statusGroup.get(code.slice(2))?.label ?? code) : labelOf('residenceStatus', code)
    case 'duration': return durationSteps.find((step) => step.code === code)?.label ?? code
    case 'caseKind': return code === anonymousCode ? 'anonym (ohne Fall)' : (CASE_KINDS[code as CaseKind]?.label ?? code)
    case 'month': return monthLabel(code)
    default: return code
  }
}

function monthLabel(code: string): string {
  const quarter = /^(\d{4})-Q(\d)$/.exec(code)
  if (quarter) return `${quarter[2]}. Quartal ${quarter[1]}`
  return monthName.format(new Date(`${code}-01T00:00:00Z`))
}

/** Place of a code in its dimension's usual order; codes that no list knows come last, what was not asked after them. */
export function orderOf(dimension: DimensionId, code: string): number {
  if (code === unknownCode) return Number.MAX_SAFE_INTEGER
  if (code.endsWith(restCode)) return Number.MAX_SAFE_INTEGER - 1
  const at = (codes: readonly string[]): number => (codes.includes(code) ? codes.indexOf(code) : codes.length)
  switch (dimension) {
    case 'month': return Number(code.replace('Q', '').replace('-', ''))
    case 'duration': return at(durationSteps.map((step) => step.code))
    case 'caseKind': return at(Object.keys(CASE_KINDS))
    case 'status': return code.startsWith('g:') ? at([...statusGroup.keys()].map((group) => `g:${group}`)) : at(catalogues.residenceStatus.entries.map((entry) => entry.code))
    case 'topic': case 'mention': return code.endsWith('.') ? 0 : at(catalogues.topics.entries.map((entry) => entry.code))
    case 'origin': return code.endsWith('.') ? 0 : at(catalogues.origins.entries.map((entry) => entry.code))
    case 'place': return 0
    default: return at(catalogues[dimensions[dimension].catalogue ?? 'topics'].entries.map((entry) => entry.code))
  }
}
