import type { ImportConflict } from '../../../../shared/directory/import/model.ts'
import { affiliationLabels, channelKindLabels, publicationLabels, salutationLabels, addressKindLabels } from '../../../../shared/directory/labels.ts'
import type { Address, Channel, ContactInput } from '../../../../shared/directory/model.ts'
import { organisationTypeLabel } from '../../../../shared/directory/organisation-types.ts'
import { detailLabel } from '../../../../shared/directory/details.ts'
import { comparable, queryTokens } from '../../../../shared/search/normalise.ts'

/** What a row says beyond a contact, and where it contradicts it. */
export interface Comparison {
  /** What would be added, in words. */
  additions: string[]
  conflicts: ImportConflict[]
  /** The contact with the additions; `replaced` with the row's values where they contradict as well. */
  kept: ContactInput
  replaced: ContactInput
}

/** One field with a single value, for either kind of contact. */
interface Single { key: string, label: string, empty: string | null, word(value: string): string }

const same = (word: string) => word
const SINGLES: Record<ContactInput['kind'], Single[]> = {
  organisation: [
    { key: 'shortName', label: 'Kurzname', empty: '', word: same }, { key: 'department', label: 'Abteilung', empty: '', word: same },
    { key: 'typeCode', label: 'Art', empty: null, word: (code) => organisationTypeLabel(code) },
  ],
  person: [
    { key: 'title', label: 'Titel', empty: '', word: same }, { key: 'formerNames', label: 'Frühere Namen', empty: '', word: same },
    { key: 'originalName', label: 'Name in eigener Schrift', empty: '', word: same },
    { key: 'transliteration', label: 'Umschrift', empty: '', word: same },
    { key: 'salutation', label: 'Anrede', empty: 'none', word: (code) => salutationLabels[code as 'none'] },
  ],
}
const COMMON: Single[] = [
  { key: 'salutationText', label: 'Briefanrede', empty: '', word: same }, { key: 'responsibilityArea', label: 'Zuständigkeit', empty: '', word: same },
  { key: 'ags', label: 'Gemeindeschlüssel', empty: '', word: same },
  { key: 'affiliation', label: 'Zugehörigkeit', empty: 'unknown', word: (code) => affiliationLabels[code as 'unknown'] },
  { key: 'publication', label: 'Veröffentlichung', empty: 'unknown', word: (code) => publicationLabels[code as 'unknown'] },
]

/** Compares a contact with what a row says of it. Spellings that the search takes as the same are no difference. */
export function compareContacts(existing: ContactInput, incoming: ContactInput): Comparison {
  const additions: string[] = []
  const conflicts: ImportConflict[] = []
  const kept: Record<string, unknown> = { ...existing }
  const replaced: Record<string, unknown> = {}
  const both = (key: string, value: unknown) => { kept[key] = value }
  for (const { key, label, empty, word } of [...SINGLES[existing.kind], ...COMMON]) {
    const [before, after] = [(existing as Record<string, unknown>)[key], (incoming as Record<string, unknown>)[key]] as [string | null, string | null]
    if (after === empty || after === null || after === undefined || comparable(after) === comparable(before ?? '')) continue
    if (before === empty || before === null || before === undefined) {
      additions.push(`${label}: ${word(after)}`)
      both(key, after)
    } else {
      conflicts.push({ label, existing: word(before), incoming: word(after) })
      replaced[key] = after
    }
  }
  const addresses = compareAddresses(existing.addresses, incoming.addresses, additions, conflicts)
  both('addresses', addresses.kept)
  if (addresses.replaced !== null) replaced.addresses = addresses.replaced
  both('channels', withChannels(existing.channels, incoming.channels, additions))
  both('tags', union(existing.tags, incoming.tags, 'Schlagwort', same, additions))
  both('areas', union(existing.areas, incoming.areas, 'Arbeitsbereich', (code) => detailLabel('areas', code), additions))
  both('languages', union(existing.languages, incoming.languages, 'Sprache', (code) => detailLabel('languages', code), additions))
  both('note', withNote(existing.note, incoming.note, additions))
  return { additions, conflicts, kept: kept as ContactInput, replaced: { ...kept, ...replaced } as ContactInput }
}

const addressLine = ({ street, extra, postalCode, place }: Address) => [street, extra, [postalCode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
const PARTS = ['street', 'extra', 'postalCode', 'place'] as const

/** Whether one address says nothing that the other doesn't say. */
function within(part: Address, whole: Address): boolean {
  return PARTS.every((key) => part[key] === '' || comparable(part[key]) === comparable(whole[key]))
}

/** Whether two addresses could be the same: nothing in them contradicts, and a place or street is common. */
function compatible(a: Address, b: Address): boolean {
  const shared = PARTS.filter((key) => a[key] !== '' && b[key] !== '')
  return shared.length > 0 && shared.every((key) => comparable(a[key]) === comparable(b[key]))
}

function compareAddresses(existing: readonly Address[], incoming: readonly Address[], additions: string[], conflicts: ImportConflict[]): { kept: Address[], replaced: Address[] | null } {
  let kept = [...existing]
  let replaced: Address[] | null = null
  for (const address of incoming) {
    if (kept.some((known) => within(address, known))) continue
    const fuller = kept.find((known) => compatible(known, address))
    const other = kept.find((known) => known.kind === address.kind)
    if (fuller !== undefined) {
      const merged = { ...fuller, street: fuller.street || address.street, extra: fuller.extra || address.extra, postalCode: fuller.postalCode || address.postalCode, place: fuller.place || address.place }
      additions.push(`${addressKindLabels[fuller.kind]}: ${addressLine(merged)}`)
      kept = kept.map((known) => known === fuller ? merged : known)
    } else if (other !== undefined) {
      conflicts.push({ label: addressKindLabels[address.kind], existing: addressLine(other), incoming: addressLine(address) })
      replaced = (replaced ?? kept).map((known) => known.id === other.id ? { ...address, id: other.id, preferred: other.preferred } : known)
    } else {
      additions.push(`${addressKindLabels[address.kind]}: ${addressLine(address)}`)
      kept.push({ ...address, preferred: kept.length === 0 })
    }
  }
  return { kept, replaced }
}

/** A number or address in the one form in which spellings are the same. */
export function channelKey({ kind, value }: Pick<Channel, 'kind' | 'value'>): string {
  const written = kind === 'web' ? value.replace(/^https?:\/\//iu, '').replace(/^www\./iu, '').replace(/\/$/u, '') : value
  return ['phone', 'mobile', 'fax'].includes(kind) ? queryTokens(written).join(' ') : written.trim().toLowerCase()
}

function withChannels(existing: readonly Channel[], incoming: readonly Channel[], additions: string[]): Channel[] {
  const known = new Set(existing.map(channelKey))
  const added = incoming.filter((channel) => !known.has(channelKey(channel)))
  additions.push(...added.map(({ kind, value }) => `${channelKindLabels[kind]}: ${value}`))
  return [...existing, ...added]
}

function union(existing: readonly string[], incoming: readonly string[], label: string, word: (code: string) => string, additions: string[]): string[] {
  const known = new Set(existing.map(comparable))
  const added = incoming.filter((item) => !known.has(comparable(item)))
  additions.push(...added.map((item) => `${label}: ${word(item)}`))
  return [...existing, ...added]
}

function withNote(existing: string, incoming: string, additions: string[]): string {
  const known = comparable(existing)
  const lines = incoming.split('\n').filter((line) => line.trim() !== '' && !known.includes(comparable(line)))
  if (lines.length === 0) return existing
  additions.push('Notiz')
  return [existing, ...lines].filter(Boolean).join('\n')
}
