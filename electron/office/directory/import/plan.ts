import type { ImportCounts, ImportOutcome, ImportPreview, ImportRow } from '../../../../shared/directory/import.ts'
import { matchKey } from '../../../../shared/directory/match-key.ts'
import { placeOf, type ContactInput, type OrganisationInput } from '../../../../shared/directory/model.ts'
import { listName } from '../../../../shared/directory/names.ts'
import { comparable, queryTokens } from '../../../../shared/search/normalise.ts'
import type { ReadRow, ReadTable } from './table.ts'

/** What the directory already has under a match key. */
export interface StockContact {
  id: string
  /** Streets and channels in comparable form, as `contactDetails` gives them. */
  details: ReadonlySet<string>
}

export type Stock = ReadonlyMap<string, readonly StockContact[]>

/** What will happen to one row; ids are given out here, so that the plan is carried out as it was shown. */
export interface PlannedRow extends Omit<ReadRow, 'candidate' | 'empty'> {
  outcome: ImportOutcome
  contact: ContactInput | null
  contactId: string
  /** The person's organisation; `create` is null where it is already there or comes with another row. */
  employer: { id: string, create: OrganisationInput | null, role: string } | null
}

/** Streets and channels of a contact in comparable form: what tells two people of one name and place apart. */
export function contactDetails(contact: { addresses: readonly { street: string }[], channels: readonly { value: string }[] }): Set<string> {
  return new Set([
    ...contact.addresses.map((address) => comparable(address.street)),
    ...contact.channels.map((channel) => queryTokens(channel.value).join(' ')),
  ].filter((detail) => detail !== ''))
}

/** The match keys that decide about a table; the stock must be asked for these. */
export function keysOf(table: ReadTable): string[] {
  return [...new Set(table.rows.flatMap(({ candidate }) => candidate === null ? [] : [
    matchKey(candidate.contact), ...candidate.employer === null ? [] : [matchKey(candidate.employer.organisation)]]))]
}

/** Contacts known so far: the stock, and what earlier rows of this file bring. */
class Known {
  readonly #stock: Stock
  readonly #fromFile = new Map<string, { id: string, line: number, details: ReadonlySet<string> }[]>()

  constructor(stock: Stock) {
    this.#stock = stock
  }

  find(contact: ContactInput): { id: string, reason: string } | null {
    const key = matchKey(contact)
    const details = contactDetails(contact)
    // Two people may share name and place: only a row that says nothing new is taken for the same person.
    const same = (other: { details: ReadonlySet<string> }) => contact.kind === 'organisation' || [...details].every((detail) => other.details.has(detail))
    const inStock = this.#stock.get(key)?.find(same)
    if (inStock !== undefined) return { id: inStock.id, reason: 'Ist schon vorhanden und bleibt unverändert.' }
    const inFile = this.#fromFile.get(key)?.find(same)
    return inFile === undefined ? null : { id: inFile.id, reason: `Steht schon in Zeile ${inFile.line} dieser Datei.` }
  }

  hasNamesake(contact: ContactInput): boolean {
    const key = matchKey(contact)
    return this.#stock.has(key) || this.#fromFile.has(key)
  }

  add(contact: ContactInput, id: string, line: number): void {
    const key = matchKey(contact)
    this.#fromFile.set(key, [...this.#fromFile.get(key) ?? [], { id, line, details: contactDetails(contact) }])
  }
}

/** Decides for every row of a table what happens to it; organisations first, so that people find theirs anywhere in the file. */
export function planImport(table: ReadTable, stock: Stock, newId: () => string): PlannedRow[] {
  const known = new Known(stock)
  const planned = new Map<ReadRow, PlannedRow>()
  const isOrganisation = (row: ReadRow) => row.candidate?.contact.kind === 'organisation'
  for (const row of [...table.rows.filter(isOrganisation), ...table.rows.filter((row) => !isOrganisation(row))]) planned.set(row, planRow(row, known, newId))
  return table.rows.map((row) => planned.get(row)).filter((row) => row !== undefined)
}

function planRow(row: ReadRow, known: Known, newId: () => string): PlannedRow {
  const { candidate, empty, ...read } = row
  const contactId = newId()
  if (candidate === null) return { ...read, outcome: empty ? 'empty' : 'rejected', contact: null, contactId, employer: null }
  const { contact } = candidate
  const same = known.find(contact)
  if (same !== null) return { ...read, outcome: 'unchanged', reason: same.reason, contact, contactId: same.id, employer: null }
  if (known.hasNamesake(contact)) row.notes.hint('Name und Ort gibt es schon mit anderen Angaben. Bitte prüfen, ob es dieselbe Person ist.')
  known.add(contact, contactId, row.line)
  return { ...read, outcome: 'import', contact, contactId, employer: planEmployer(row, known, newId) }
}

function planEmployer(row: ReadRow, known: Known, newId: () => string): PlannedRow['employer'] {
  const employer = row.candidate?.employer ?? null
  if (employer === null) return null
  const { organisation, role } = employer
  const same = known.find(organisation)
  if (same !== null) return { id: same.id, create: null, role }
  const id = newId()
  known.add(organisation, id, row.line)
  row.notes.hint(`Die Organisation „${organisation.name}“ wird dabei angelegt.`)
  return { id, create: organisation, role }
}

/** How many rows have which outcome. */
export function countOutcomes(rows: readonly { outcome: ImportOutcome }[]): ImportCounts {
  const counts: ImportCounts = { import: 0, unchanged: 0, rejected: 0, empty: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** What a person sees before the import. */
export function toPreview(table: ReadTable, rows: readonly PlannedRow[]): ImportPreview {
  const { encoding, bom, certain, separator, columns } = table
  return { encoding, bom, certain, separator, columns, rows: rows.map(toPreviewRow), counts: countOutcomes(rows) }
}

function toPreviewRow({ line, outcome, reason, contact, cells, notes }: PlannedRow): ImportRow {
  return {
    line, outcome, reason, kind: contact?.kind ?? null, repairs: notes.repairs, hints: notes.hints,
    name: contact === null ? cells.filter((cell) => cell.trim() !== '').slice(0, 3).join(' · ').slice(0, 200) : listName(contact),
    place: contact === null ? '' : placeOf(contact),
  }
}
