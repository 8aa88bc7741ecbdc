import file from '../../../resources/counselling/incidents/catalogues.json' with { type: 'json' }
import firstAidFile from '../../../resources/counselling/incidents/first-aid.json' with { type: 'json' }

/** Names of the lists of values. */
export type IncidentList = keyof typeof file.lists

/** Which law may give claims in a life area: AGG work, AGG civil law, acts of public bodies. */
export type ClaimGround = 'work' | 'civil' | 'public'

/** One value of a list. Codes are stable for ever; a value out of use gets a `validTo`. */
export interface IncidentEntry {
  readonly code: string
  readonly label: string
  /** The value that this one is a finer kind of. */
  readonly parent?: string
  readonly hint?: string
  readonly norm?: string
  readonly validTo?: string
  /** Life areas: claims that come into consideration. */
  readonly claims?: ClaimGround
  /** Id of the rule of the deadlines that the value calls for. */
  readonly rule?: string
  /** Offences: whether they count as violence; insult and propaganda are counted apart. */
  readonly violence?: boolean
  /** Characteristics: the law that protects them. */
  readonly protected?: 'agg' | 'ladg'
}

/** Day up to which law and practice were looked at, for footnotes. */
export const incidentCataloguesAsOf = file.asOf

const lists = file.lists as Readonly<Record<IncidentList, { name: string; source: string; entries: readonly IncidentEntry[] }>>
const byCode = new Map(Object.entries(lists).flatMap(([name, { entries }]) => entries.map((entry) => [`${name}/${entry.code}`, entry] as const)))

/** Every value of a list, in its order, those out of use included. */
export function incidentEntries(list: IncidentList): readonly IncidentEntry[] {
  return lists[list].entries
}

/** The value with this code, in use or not. */
export function incidentEntry(list: IncidentList, code: string): IncidentEntry | undefined {
  return byCode.get(`${list}/${code}`)
}

/** What a person reads for a code: „Arbeit · Beendigung“; an unknown code as it is. */
export function incidentLabel(list: IncidentList, code: string): string {
  const entry = incidentEntry(list, code)
  if (entry === undefined) return code
  return entry.parent === undefined ? entry.label : `${incidentLabel(list, entry.parent)} · ${entry.label}`
}

/** The finest word alone, for narrow places: „Beendigung“. */
export function shortIncidentLabel(list: IncidentList, code: string): string {
  return incidentEntry(list, code)?.label ?? code
}

/** The code and all finer ones of it, for filters. */
export function withFiner(list: IncidentList, code: string): readonly string[] {
  return [code, ...lists[list].entries.filter(({ parent }) => parent === code).map((entry) => entry.code)]
}

/** A line of the first-aid checklist. */
export interface FirstAidItem {
  readonly code: string
  readonly group: string
  readonly label: string
  readonly hint: string
}

/** The first-aid checklist in its groups; `asOf` is the day up to which the law was looked at. */
export const firstAid: {
  readonly asOf: string
  readonly source: string
  readonly groups: readonly { readonly code: string; readonly label: string }[]
  readonly items: readonly FirstAidItem[]
} = firstAidFile
