import type { ParticipantField, ParticipantImportOptions, ParticipantOutcome } from '../../../../../shared/events/participants/import/model.ts'
import type { Participant, ParticipantInput } from '../../../../../shared/events/participants/model.ts'
import { freePlaces, mayBeSame, movingUp, nameKey } from '../../../../../shared/events/participants/places.ts'
import { comparable } from '../../../../../shared/search/normalise.ts'
import { doubtOf, fingerprintOf, repeatsHeadings, type HeadingMeaning, type ListHead } from '../../../documents/lists/head.ts'
import { isBlank, type FileRecord } from '../../../documents/lists/source.ts'
import { readRegistration } from './read-row.ts'

/** What will happen to one row of the file. */
export interface PlannedRegistration {
  record: FileRecord
  outcome: ParticipantOutcome
  reason: string
  fields: ParticipantInput | null
  /** Whom of the list the row changes. */
  target: Participant | null
  registeredOn: string | null
  fingerprint: string
  hints: string[]
}

/** What is there before the import. */
export interface Stock {
  capacity: number | null
  participants: readonly Participant[]
  /** Ids by what imported rows said. */
  fingerprints: ReadonlyMap<string, string>
}

/**
 * Decides for every row what happens to it. Rows that bring somebody new get the free places in the order in which they were registered, by
 * the day that the file tells, otherwise as they stand.
 */
export function planRegistrations(head: ListHead<ParticipantField>, options: ParticipantImportOptions, stock: Stock, meaning: HeadingMeaning<ParticipantField>, today: string): PlannedRegistration[] {
  const planner = new Planner(head, options, stock, meaning, today)
  const rows = [...head.above.map((record) => planner.without(record, 'Die Zeile steht über den Spaltenüberschriften.')), ...head.data.map((record) => planner.plan(record))]
  givePlaces(rows, stock)
  return rows
}

class Planner {
  readonly #mapping: ParticipantField[]
  readonly #head: ListHead<ParticipantField>
  readonly #options: ParticipantImportOptions
  readonly #meaning: HeadingMeaning<ParticipantField>
  readonly #today: string
  readonly #byId: ReadonlyMap<string, Participant>
  readonly #byName = new Map<string, Participant[]>()
  readonly #fingerprints: ReadonlyMap<string, string>
  readonly #earlier = new Map<string, { line: number; fields: ParticipantInput }[]>()

  constructor(head: ListHead<ParticipantField>, options: ParticipantImportOptions, { participants, fingerprints }: Stock, meaning: HeadingMeaning<ParticipantField>, today: string) {
    this.#head = head
    this.#options = options
    this.#meaning = meaning
    this.#today = today
    this.#mapping = head.columns.map(({ field }) => field)
    this.#fingerprints = fingerprints
    this.#byId = new Map(participants.map((each) => [each.id, each]))
    for (const each of participants) this.#byName.set(nameKey(each.name), [...this.#byName.get(nameKey(each.name)) ?? [], each])
  }

  without(record: FileRecord, reason: string): PlannedRegistration {
    const empty = isBlank(record.cells)
    return { record, outcome: empty ? 'empty' : 'rejected', reason: empty ? '' : reason, fields: null, target: null, registeredOn: null, fingerprint: '', hints: [] }
  }

  plan(record: FileRecord): PlannedRegistration {
    const doubt = doubtOf(record, this.#head.columns.length)
    if (doubt !== null || isBlank(record.cells)) return this.without(record, doubt ?? '')
    if (repeatsHeadings(record.cells, this.#meaning)) return this.without(record, 'Die Zeile wiederholt die Spaltenüberschriften.')
    const { fields, reason, registeredOn, hints } = readRegistration(record.cells, this.#mapping, this.#today)
    const fingerprint = fingerprintOf(record.cells, this.#mapping)
    const row = { record, fields, target: null, registeredOn, fingerprint, hints }
    if (fields === null) return { ...row, outcome: 'rejected', reason }
    const twin = (this.#earlier.get(nameKey(fields.name)) ?? []).find((other) => isSame(fields, other.fields))
    if (twin && this.#options.repeated !== 'take') return { ...row, outcome: 'repeated', reason: `Steht schon in Zeile ${twin.line}.` }
    this.#earlier.set(nameKey(fields.name), [...this.#earlier.get(nameKey(fields.name)) ?? [], { line: record.line, fields }])
    return this.#known({ ...row, fields })
  }

  #known(row: Omit<PlannedRegistration, 'outcome' | 'reason' | 'fields'> & { fields: ParticipantInput }): PlannedRegistration {
    const there = this.#byId.get(this.#fingerprints.get(row.fingerprint) ?? '')
    if (there) return { ...row, outcome: 'known', reason: 'Diese Zeile wurde schon übernommen.' }
    const alike = this.#byName.get(nameKey(row.fields.name)) ?? []
    const target = alike.find((other) => isSame(row.fields, other)) ?? null
    const namesake = alike.find((other) => mayBeSame(row.fields, other))
    if (!target) return { ...row, outcome: 'new', reason: '', hints: namesake ? [...row.hints, `Es gibt schon „${namesake.name}“; ob es dieselbe Person ist, lässt sich nicht sagen.`] : row.hints }
    const changes = differences(target, row.fields)
    if (changes.length === 0) return { ...row, target, outcome: 'known', reason: 'Ist schon angemeldet.' }
    return this.#options.known === 'update' ? { ...row, target, outcome: 'update', reason: `Ändert: ${changes.join(', ')}.` } : { ...row, target, outcome: 'known', reason: `Ist schon angemeldet; anders sind: ${changes.join(', ')}.` }
  }
}

/** Whether two registrations surely are one: the same name with the same address or organisation, or nothing told of either by both. */
function isSame(a: Pick<ParticipantInput, 'name' | 'email' | 'organisation'>, b: Pick<ParticipantInput, 'name' | 'email' | 'organisation'>): boolean {
  if (!mayBeSame(a, b)) return false
  const [first, second] = [comparable(a.email), comparable(b.email)]
  if (first !== '' && second !== '') return first === second
  return comparable(a.organisation) === comparable(b.organisation) && (first === second || comparable(a.organisation) !== '')
}

const compared = [
  ['persons', 'Personen'], ['organisation', 'Organisation'], ['email', 'E-Mail'], ['phone', 'Telefon'], ['needs', 'Bedarf'], ['languages', 'Sprachen'], ['photo', 'Fotos'], ['ageGroup', 'Altersgruppe'], ['note', 'Notiz'],
] as const

/** What a row tells otherwise than the list; what it doesn't tell is no difference. */
export function differences(there: ParticipantInput, said: ParticipantInput): string[] {
  return compared.filter(([name]) => tells(said, name) && JSON.stringify(there[name]) !== JSON.stringify(said[name])).map(([, label]) => label)
}

/** The fields that a row changes. */
export function changedFields(there: ParticipantInput, said: ParticipantInput): Partial<ParticipantInput> {
  return Object.fromEntries(compared.filter(([name]) => tells(said, name) && JSON.stringify(there[name]) !== JSON.stringify(said[name])).map(([name]) => [name, said[name]]))
}

function tells(said: ParticipantInput, name: (typeof compared)[number][0]): boolean {
  const value = said[name]
  return !(value === '' || value === 'unasked' || (Array.isArray(value) && value.length === 0) || (name === 'persons' && value === 1))
}

function givePlaces(rows: readonly PlannedRegistration[], { capacity, participants }: Stock): void {
  // Whoever waits already and would fit in comes first.
  const line = movingUp(participants, capacity).next.length > 0
  let free = freePlaces(capacity, participants)
  for (const row of inOrder(rows.filter(({ outcome }) => outcome === 'new'))) {
    const persons = row.fields?.persons ?? 1
    if (!line && persons <= free) free -= persons
    else if (capacity !== null) {
      row.outcome = 'waiting'
      row.reason = line ? 'Andere warten schon.' : 'Die Plätze reichen nicht.'
    }
  }
}

/** New rows in the order in which they were registered; those without a day stand where the file has them. */
export function inOrder(rows: readonly PlannedRegistration[]): PlannedRegistration[] {
  return rows.some(({ registeredOn }) => registeredOn === null) ? [...rows] : rows.toSorted((a, b) => (a.registeredOn ?? '').localeCompare(b.registeredOn ?? ''))
}
