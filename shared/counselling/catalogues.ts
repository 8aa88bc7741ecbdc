import ageBandsFile from '../../resources/counselling/age-bands.json' with { type: 'json' }
import gendersFile from '../../resources/counselling/genders.json' with { type: 'json' }
import originsFile from '../../resources/counselling/origins.json' with { type: 'json' }
import accessPathsFile from '../../resources/counselling/access-paths.json' with { type: 'json' }
import channelsFile from '../../resources/counselling/channels.json' with { type: 'json' }
import escalationKindsFile from '../../resources/counselling/escalation-kinds.json' with { type: 'json' }
import escalationLevelsFile from '../../resources/counselling/escalation-levels.json' with { type: 'json' }
import escalationSourcesFile from '../../resources/counselling/escalation-sources.json' with { type: 'json' }
import foundingStagesFile from '../../resources/counselling/founding-stages.json' with { type: 'json' }
import identityDocumentsFile from '../../resources/counselling/identity-documents.json' with { type: 'json' }
import referralFeedbackFile from '../../resources/counselling/referral-feedback.json' with { type: 'json' }
import referralQualitiesFile from '../../resources/counselling/referral-qualities.json' with { type: 'json' }
import relationsFile from '../../resources/counselling/relations.json' with { type: 'json' }
import contactKindsFile from '../../resources/counselling/contact-kinds.json' with { type: 'json' }
import interpretationFile from '../../resources/counselling/interpretation.json' with { type: 'json' }
import languagesFile from '../../resources/counselling/languages.json' with { type: 'json' }
import residenceExtensionsFile from '../../resources/counselling/residence-extensions.json' with { type: 'json' }
import residenceStatusFile from '../../resources/counselling/residence-status.json' with { type: 'json' }
import resultsFile from '../../resources/counselling/results.json' with { type: 'json' }
import serviceTypesFile from '../../resources/counselling/service-types.json' with { type: 'json' }
import topicsFile from '../../resources/counselling/topics.json' with { type: 'json' }

/** One value of a catalogue. Codes are stable for ever: a value that is no longer used gets a `validTo`, it is never removed. */
export interface CatalogueEntry {
  readonly code: string
  readonly label: string
  /** Short words that a person types for it in a quick line, lower case. */
  readonly words: readonly string[]
  /** First and last day (ISO) on which the value may be chosen; `null` means open. */
  readonly validFrom: string
  readonly validTo: string | null
  /** The value a new form starts with. */
  readonly default?: boolean
  /** A sentence that is shown when the value is chosen. */
  readonly hint?: string
}

/** A topic of counselling; two levels: main topics have no parent. */
export interface Topic extends CatalogueEntry {
  readonly parent: string | null
  /** Main topics that are offered first. */
  readonly frequent: boolean
}

/** A country or region that somebody comes from; regions of the world have no parent. */
export interface Origin extends CatalogueEntry {
  readonly parent: string | null
}

/** A residence status with the paragraph it rests on. */
export interface ResidenceStatusEntry extends CatalogueEntry {
  readonly basis: string
}

/** Why a title is valid for longer than is printed on it. */
export interface ResidenceExtension extends CatalogueEntry {
  /** Valid until somebody decides: there is no date to wait for. */
  readonly openEnded: boolean
  /** Rule of the deadlines that gives the day. */
  readonly rule?: string
  /** Codes of the statuses that it is for; every one if left out. */
  readonly statuses?: readonly string[]
}

/** What is heard of a referral. */
export interface ReferralFeedbackEntry extends CatalogueEntry {
  /** Whether the person has found a place there; null where nobody knows. */
  readonly arrived: boolean | null
}

/** A dated list of values. `asOf` is the day („Stand“) up to which law and practice were looked at. */
export interface Catalogue<Entry extends CatalogueEntry = CatalogueEntry> {
  readonly name: string
  readonly version: string
  readonly asOf: string
  readonly source: string
  readonly entries: readonly Entry[]
}

export const catalogues = {
  topics: topicsFile as Catalogue<Topic>,
  channels: channelsFile as Catalogue,
  accessPaths: accessPathsFile as Catalogue,
  contactKinds: contactKindsFile as Catalogue,
  results: resultsFile as Catalogue,
  identityDocuments: identityDocumentsFile as Catalogue,
  relations: relationsFile as Catalogue,
  referralQualities: referralQualitiesFile as Catalogue,
  referralFeedback: referralFeedbackFile as Catalogue<ReferralFeedbackEntry>,
  foundingStages: foundingStagesFile as Catalogue,
  serviceTypes: serviceTypesFile as Catalogue,
  interpretation: interpretationFile as Catalogue,
  languages: languagesFile as Catalogue,
  origins: originsFile as Catalogue<Origin>,
  ageBands: ageBandsFile as Catalogue,
  genders: gendersFile as Catalogue,
  residenceStatus: residenceStatusFile as Catalogue<ResidenceStatusEntry>,
  residenceExtensions: residenceExtensionsFile as Catalogue<ResidenceExtension>,
  escalationKinds: escalationKindsFile as Catalogue,
  escalationLevels: escalationLevelsFile as Catalogue,
  escalationSources: escalationSourcesFile as Catalogue,
} as const

export type CatalogueName = keyof typeof catalogues

const byCode = new Map<string, CatalogueEntry>(
  Object.entries(catalogues).flatMap(([name, catalogue]) =>
    catalogue.entries.map((entry) => [`${name}/${entry.code}`, entry] as const),
  ),
)

/** The entry with this code, whether or not it is still in use: old records must stay readable. */
export const findEntry = (name: CatalogueName, code: string): CatalogueEntry | undefined =>
  byCode.get(`${name}/${code}`)

/** True when the code exists and may be chosen on that ISO day. */
export const isValidOn = (name: CatalogueName, code: string, day: string): boolean => {
  const entry = findEntry(name, code)
  return entry !== undefined && entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo)
}

/** What a person reads for a code; an unknown code (written by a newer version) is shown as it is. */
export const labelOf = (name: CatalogueName, code: string): string => findEntry(name, code)?.label ?? code

/** All values that may be chosen on that ISO day, in the order of the catalogue. */
export const entriesOn = (name: CatalogueName, day: string): readonly CatalogueEntry[] =>
  catalogues[name].entries.filter((entry) => isValidOn(name, entry.code, day))

/** The code a new form starts with, or `undefined` where the person must choose. */
export const defaultCode = (name: CatalogueName): string | undefined =>
  (catalogues[name].entries as readonly CatalogueEntry[]).find((entry) => entry.default === true)?.code

/** A topic with its main topic, e.g. „Aufenthaltsrecht · Verlängerung“. */
export const topicLabel = (code: string): string => {
  const topic = findEntry('topics', code) as Topic | undefined
  if (topic === undefined) return code
  return topic.parent === null ? topic.label : `${labelOf('topics', topic.parent)} · ${topic.label}`
}

/** The sub-topic alone, or the main topic where there is none: for narrow columns beside the whole label. */
export const shortTopicLabel = (code: string): string => labelOf('topics', code)

/** One main topic with its sub-topics, as a picker shows it. */
export interface TopicGroup {
  readonly main: Topic
  readonly topics: readonly Topic[]
}

/** Topics in two levels for a picker on that ISO day: the most frequent main topics first, then in the order of their codes. */
export const topicGroups = (day: string): readonly TopicGroup[] => {
  const valid = entriesOn('topics', day) as readonly Topic[]
  const mains = valid.filter((topic) => topic.parent === null)
  const sorted = [...mains.filter((main) => main.frequent), ...mains.filter((main) => !main.frequent)]
  return sorted.map((main) => ({ main, topics: valid.filter((topic) => topic.parent === main.code) }))
}

/** The code itself and, for a main topic, all its sub-topics: a filter by „Aufenthaltsrecht“ finds „Verlängerung“ too. */
export const topicWithChildren = (code: string): readonly string[] => [
  code,
  ...catalogues.topics.entries.filter((topic) => topic.parent === code).map((topic) => topic.code),
]
