import { createHash } from 'node:crypto'
import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import type { ImportOptions } from '../../../../shared/directory/import/model.ts'
import { readCandidates, type Candidate } from './candidate.ts'
import { RowNotes, shorten } from './cells.ts'
import { recogniseHeading, suggestMapping } from './headings.ts'
import { isBlank, type FileRecord, type Source } from './source.ts'

/** One row of the file as it was read, before looking at what is already there. */
export interface ReadRow {
  key: string
  line: number
  cells: string[]
  candidate: Candidate | null
  /** Why there is no candidate; `null` for a row that is read. */
  reason: string | null
  empty: boolean
  notes: RowNotes
  /**
   * What the row says as one short text: the same row of the same file gives the same, whatever was decided about it and
   * whatever has become of its contact since. Empty for a row without a contact.
   */
  fingerprint: string
}

/** One table of a file with a meaning for each column. */
export interface TableHead {
  columns: { heading: string, field: ImportField, sample: string }[]
  /** Headings and further rows of the file that hold no contact. */
  above: FileRecord[]
  data: FileRecord[]
  hidden: { rows: number, columns: number, included: boolean }
}

const HEADING_ROWS = 15

/**
 * Finds headings and columns of the chosen table of a file.
 * @param remembered meanings of columns with these headings from an earlier import
 */
export function readHead(source: Source, options: ImportOptions, remembered: (headings: readonly string[]) => ImportField[] | null): TableHead {
  const table = source.tables[options.table ?? 0] ?? source.tables[0]
  if (table === undefined) return { columns: [], above: [], data: [], hidden: { rows: 0, columns: 0, included: false } }
  const hiddenRows = table.records.filter(({ hidden }) => hidden).length
  const hidden = { rows: hiddenRows, columns: table.hiddenColumns.length, included: options.withHidden ?? false }
  const leftOut = new Set(hidden.included ? [] : table.hiddenColumns)
  const records = table.records.filter((record) => hidden.included || !record.hidden)
    .map((record) => leftOut.size === 0 ? record : { ...record, cells: record.cells.filter((_, index) => !leftOut.has(index)) })
  const headingIndex = table.known === null ? findHeadings(records) : -1
  const headings = table.known?.headings ?? (headingIndex === -1 ? [] : records[headingIndex]?.cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()) ?? [])
  const data = records.slice(headingIndex + 1)
  const width = tableWidth(headings, data, table.columns)
  const named = Array.from({ length: width }, (_, index) => headings[index] || `Spalte ${index + 1}`)
  const mapping = options.mapping?.length === width ? options.mapping : fitting(remembered(named), width) ?? table.known?.fields ?? suggestMapping(named)
  return {
    columns: named.map((heading, index) => ({ heading, field: mapping[index] ?? 'ignore', sample: sampleOf(data, index) })),
    above: records.slice(0, Math.max(headingIndex, 0)), data, hidden,
  }
}

function fitting(mapping: ImportField[] | null, width: number): ImportField[] | null {
  return mapping?.length === width ? mapping : null
}

/** Reads the rows of a table one by one; every record of the table except the headings is at least one row. */
export function* readRows(head: TableHead, options: ImportOptions, newId: () => string): Generator<ReadRow> {
  const mapping = head.columns.map(({ field }) => field)
  for (const record of head.above) yield rowWithout(record, 'Die Zeile steht über den Spaltenüberschriften.')
  for (const record of head.data) yield* readRow(record, mapping, options, newId)
}

/** The first of the upper rows with at least two known headings (one, where the list has a single column); -1 if there is none. */
function findHeadings(records: readonly FileRecord[]): number {
  return records.slice(0, HEADING_ROWS).findIndex(({ cells }) => {
    const known = cells.filter((cell) => recogniseHeading(cell) !== undefined).length
    return known >= Math.min(2, cells.filter((cell) => cell.trim() !== '').length) && known > 0
  })
}

/** The number of columns: as many as headings, less those at the end that have neither heading nor content. */
function tableWidth(headings: readonly string[], data: readonly FileRecord[], columns: number): number {
  let width = headings.length || columns
  while (width > 1 && (headings[width - 1] ?? '') === '' && data.every(({ cells }) => (cells[width - 1] ?? '').trim() === '')) width -= 1
  return width
}

function sampleOf(data: readonly FileRecord[], column: number): string {
  return shorten(data.find(({ cells, problem }) => problem === null && (cells[column] ?? '').trim() !== '')?.cells[column]?.trim() ?? '')
}

function rowWithout({ line, cells }: FileRecord, reason: string): ReadRow {
  const empty = isBlank(cells)
  return { key: String(line), line, cells, candidate: null, reason: empty ? 'Die Zeile ist leer.' : reason, empty, notes: new RowNotes(), fingerprint: '' }
}

/** A row with surplus empty fields or missing ones at its end is read with a remark; surplus content makes the columns doubtful. */
function* readRow(record: FileRecord, mapping: readonly ImportField[], options: ImportOptions, newId: () => string): Generator<ReadRow> {
  const { cells, problem, line } = record
  const width = mapping.length
  const surplus = cells.slice(width)
  const reason = problem ?? (!isBlank(surplus) ? `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${width}. Welche Angabe wohin gehört, ist nicht sicher.`
    : cells.length === 1 && width >= 3 ? 'Die Zeile hat nur ein Feld. Vermutlich ist sie der Rest der Zeile darüber.' : null)
  if (reason !== null || isBlank(cells)) return yield rowWithout(record, reason ?? '')
  if (repeatsHeadings(cells)) return yield rowWithout(record, 'Die Zeile wiederholt die Spaltenüberschriften.')
  const fingerprint = fingerprintOf(cells, mapping)
  for (const { key, candidate, reason: why, notes } of readCandidates(cells, mapping, line, options, newId)) {
    if (surplus.length > 0) notes.hint(surplus.length === 1 ? 'Ein leeres Feld zu viel am Ende der Zeile; es wird übergangen.' : `${surplus.length} leere Felder zu viel am Ende der Zeile; sie werden übergangen.`)
    if (cells.length < width) notes.hint(`Am Ende der Zeile ${width - cells.length === 1 ? 'fehlt ein Feld; es gilt' : `fehlen ${width - cells.length} Felder; sie gelten`} als leer.`)
    yield { key, line, cells, empty: false, notes, candidate, reason: why, fingerprint: key === String(line) ? fingerprint : `${fingerprint}${key.slice(String(line).length)}` }
  }
}

function fingerprintOf(cells: readonly string[], mapping: readonly ImportField[]): string {
  const said = mapping.flatMap((field, index) => {
    const cell = cells[index]?.normalize('NFC').trim() ?? ''
    return field === 'ignore' || cell === '' ? [] : [`${field}\u0000${cell}`]
  })
  return createHash('sha256').update(said.join('\u0001')).digest('base64url').slice(0, 22)
}

/** A long list repeats its headings on each page. */
function repeatsHeadings(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length >= 3 && filled.every((cell) => cell.length < 40 && recogniseHeading(cell) !== undefined)
}
