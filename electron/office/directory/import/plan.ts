import type { ConflictDecision, ImportCounts, ImportMatch, ImportOptions, ImportOutcome, SimilarDecision } from '../../../../shared/directory/import/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { matchKey } from '../../../../shared/directory/match-key.ts'
import { organisationSchema, placeOf, type ContactInput, type OrganisationInput } from '../../../../shared/directory/model.ts'
import { listName } from '../../../../shared/directory/names.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import type { Candidate } from './candidate.ts'
import { KnownContacts, type KnownContact, type Resemblance } from './known.ts'
import type { ReadRow } from './table.ts'

/** What will happen to one row. Ids are given out here, so that the plan is carried out as it was shown. */
export interface PlannedRow {
  row: ReadRow
  outcome: ImportOutcome
  reason: string | null
  candidate: Candidate | null
  /** The contact that the row makes or completes, as it will be after all rows. */
  target: KnownContact | null
  employer: PlannedEmployer | null
  match: ImportMatch | null
  similar: SimilarDecision | null
  conflicts: ConflictDecision
  fingerprint: string
}

/** The person's organisation; `create` is null where it is already there or comes with another row. */
export interface PlannedEmployer {
  id: string
  name: string
  create: OrganisationInput | null
  role: string
  from: string | null
  to: string | null
}

/** Decides for every row what happens to it. Organisations are planned first, so that people find theirs anywhere in the file. */
export class Planner {
  readonly #known: KnownContacts
  readonly #options: ImportOptions
  readonly #newId: () => string
  /** Organisations by their name in comparable form. */
  readonly #organisations = new Map<string, { id: string, name: string, key: string, place: string }[]>()
  readonly #fingerprints = new Map<string, KnownContact>()

  constructor(options: ImportOptions, newId: () => string) {
    this.#known = new KnownContacts()
    this.#options = options
    this.#newId = newId
  }

  /** Takes note of a contact that is there already, or that a row brings. */
  know(known: KnownContact): void {
    this.#known.add(known)
    for (const fingerprint of known.fingerprints) this.#fingerprints.set(fingerprint, known)
    if (known.contact.kind === 'organisation') this.#addOrganisation(known.id, known.contact)
  }

  plan(row: ReadRow): PlannedRow {
    const { candidate } = row
    const decisions = this.#options.rows?.[row.key]
    const base = {
      row, candidate, target: null, employer: null, match: null, similar: null, fingerprint: row.fingerprint,
      conflicts: decisions?.conflicts ?? this.#options.conflicts ?? 'keep',
    } satisfies Partial<PlannedRow>
    if (candidate === null) return { ...base, outcome: row.empty ? 'empty' : 'rejected', reason: row.reason }
    const { fingerprint } = row
    const before = this.#fingerprints.get(fingerprint)
    if (before !== undefined) return { ...base, target: before, outcome: 'unchanged', reason: 'Diese Zeile wurde schon importiert.' }
    const [best] = this.#known.resembling(candidate.contact, row.line)
    const unchanged = best !== undefined && saysNothingNew(best, candidate)
    if (unchanged) return { ...base, target: best.known, outcome: 'unchanged', reason: best.known.line === null ? 'Ist schon vorhanden und bleibt unverändert.' : `Steht schon in Zeile ${best.known.line} dieser Datei.` }
    const match = best === undefined ? null : matchOf(best, candidate)
    const similar = match === null ? null : decisions?.similar ?? this.#options.similar ?? null
    const planned = { ...base, match, similar }
    const waiting = this.#waitsFor(row, match, similar)
    if (similar === 'skip') return { ...planned, outcome: 'skipped', reason: 'Übersprungen, weil ein ähnlicher Kontakt vorhanden ist.' }
    if (waiting !== null) return { ...planned, outcome: 'open', reason: waiting, target: this.#draft(candidate, row.line) }
    if (best !== undefined && similar === 'complete') return this.#complete(planned, best, candidate)
    const target = this.#draft(candidate, row.line)
    this.#placeUnder(row, candidate, target)
    this.know(target)
    return { ...planned, outcome: 'new', reason: null, target, employer: this.#employer(row, candidate) }
  }

  #waitsFor(row: ReadRow, match: ImportMatch | null, similar: SimilarDecision | null): string | null {
    const questions = [
      row.notes.open.length > 0 ? 'ein Vorschlag zur Korrektur' : '',
      row.candidate?.remark?.decision === 'open' ? 'eine Bemerkung, die nicht für alle bestimmt ist' : '',
      match !== null && similar === null ? 'die Ähnlichkeit mit einem Kontakt' : '',
    ].filter((question) => question !== '')
    return questions.length === 0 ? null : `Noch nicht entschieden: ${questions.join(', ')}.`
  }

  #complete(planned: Omit<PlannedRow, 'outcome' | 'reason'>, { known, comparison }: Resemblance, candidate: Candidate): PlannedRow {
    known.contact = planned.conflicts === 'replace' ? comparison.replaced : comparison.kept
    return { ...planned, outcome: 'complete', reason: null, target: known, employer: this.#missingEmployer(planned.row, candidate, known) }
  }

  #missingEmployer(row: ReadRow, candidate: Candidate, known: KnownContact): PlannedEmployer | null {
    return candidate.employer === null || known.employers.has(comparable(candidate.employer.organisation.name)) ? null : this.#employer(row, candidate)
  }

  /** Puts an organisation below the one that its row names, if that one is known by its name alone. */
  #placeUnder(row: ReadRow, { parent }: Candidate, target: KnownContact): void {
    if (parent === '' || target.contact.kind !== 'organisation') return
    const known = this.#organisations.get(comparable(parent)) ?? []
    const [superior] = known
    if (known.length === 1 && superior !== undefined) target.contact = { ...target.contact, parentId: superior.id }
    else {
      row.notes.hint(`Die übergeordnete Organisation „${parent}“ ist ${known.length === 0 ? 'nicht bekannt' : 'mehrfach vorhanden'}; die Angabe steht in der Notiz.`)
      target.contact = { ...target.contact, note: [target.contact.note, `Übergeordnet: ${parent}`].filter(Boolean).join('\n') }
    }
  }

  #draft({ contact, employer }: Candidate, line: number): KnownContact {
    return { id: this.#newId(), contact, line, employers: new Set(employer === null ? [] : [comparable(employer.organisation.name)]), fingerprints: new Set() }
  }

  #addOrganisation(id: string, organisation: OrganisationInput): void {
    const name = comparable(organisation.name)
    this.#organisations.set(name, [...this.#organisations.get(name) ?? [], { id, name: organisation.name, key: matchKey(organisation), place: comparable(placeOf(organisation)) }])
  }

  #employer(row: ReadRow, { employer }: Candidate): PlannedEmployer | null {
    if (employer === null) return null
    const { organisation, role, from, to } = employer
    const known = this.#organisations.get(comparable(organisation.name)) ?? []
    const place = comparable(placeOf(organisation))
    const same = known.find(({ key }) => key === matchKey(organisation)) ?? (known.length === 1 && (place === '' || known[0]?.place === place) ? known[0] : undefined)
    if (same !== undefined) return { id: same.id, name: same.name, create: null, role, from, to }
    const id = this.#newId()
    this.#known.add({ id, contact: organisation, line: row.line, employers: new Set(), fingerprints: new Set() })
    this.#addOrganisation(id, organisation)
    row.notes.hint(`Die Organisation „${organisation.name}“ wird dabei angelegt.`)
    return { id, name: organisation.name, create: organisation, role, from, to }
  }
}

/**
 * The order in which rows are planned: organisations first, each behind the superior one that it names, wherever that stands in
 * the file. Organisations that name each other in a circle stand in the order of the file.
 */
export function planningOrder(rows: readonly ReadRow[]): ReadRow[] {
  const organisations = rows.filter(({ candidate }) => candidate?.contact.kind === 'organisation')
  const byName = groupBy(organisations, ({ candidate }) => nameOf(candidate))
  const placed = new Set<ReadRow>()
  for (const row of organisations) {
    // From the row upwards, and then placed from the top downwards; without recursion, because a chain may be long.
    const chain = [row]
    for (let next = chain.pop(); next !== undefined; next = chain.pop()) {
      const parent = comparable(next.candidate?.parent ?? '')
      const above = byName.get(parent)
      if (parent === '' || above === undefined) placed.add(next)
      else {
        // Asked for once: whoever names them later finds them placed.
        byName.delete(parent)
        chain.push(next)
        for (const other of above) chain.push(other)
      }
    }
  }
  return [...placed, ...rows.filter((row) => !placed.has(row))]
}

function nameOf(candidate: Candidate | null): string {
  return candidate?.contact.kind === 'organisation' ? comparable(candidate.contact.name) : ''
}

function saysNothingNew({ known, reasons, comparison }: Resemblance, { employer }: Candidate): boolean {
  return comparison.additions.length === 0 && comparison.conflicts.length === 0 && reasons.includes('gleicher Name')
    && (employer === null || known.employers.has(comparable(employer.organisation.name)))
}

function matchOf({ known, reasons, comparison }: Resemblance, { employer }: Candidate): ImportMatch {
  const joins = employer !== null && !known.employers.has(comparable(employer.organisation.name))
  return {
    name: listName(known.contact), place: placeOf(known.contact), line: known.line, contactId: known.line === null ? known.id : null, reasons,
    additions: joins ? [...comparison.additions, `Funktion: ${[employer.role, employer.organisation.name].filter(Boolean).join(', ')}`] : comparison.additions,
    conflicts: comparison.conflicts,
  }
}

/** How many rows have which outcome. */
export function countOutcomes(rows: readonly { outcome: ImportOutcome }[]): ImportCounts {
  const counts: ImportCounts = { new: 0, complete: 0, open: 0, skipped: 0, unchanged: 0, rejected: 0, empty: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** The contacts that a candidate speaks of, for asking the stock about them. */
export function contactsIn(rows: readonly ReadRow[]): ContactInput[] {
  return rows.flatMap(({ candidate }) => candidate === null ? [] : [
    candidate.contact, ...candidate.employer === null ? [] : [candidate.employer.organisation],
    ...candidate.parent === '' ? [] : [organisationSchema.parse({ kind: 'organisation', name: candidate.parent })],
  ])
}
