import type { ImportEncoding, ImportField, ImportOptions, ImportSeparator } from '../../../../shared/directory/import.ts'
import { readCandidate, type Candidate } from './candidate.ts'
import { RowNotes, shorten } from './cells.ts'
import { decodeText } from './encoding.ts'
import { recogniseHeading, suggestMapping } from './headings.ts'
import { readRecords, type FileRecord } from './records.ts'
import { findSeparator } from './separator.ts'

/** One row of the file as it was read, before looking at what is already there. */
export interface ReadRow {
  line: number
  cells: string[]
  candidate: Candidate | null
  /** Why there is no candidate; `null` for a row that is read. */
  reason: string | null
  empty: boolean
  notes: RowNotes
}

/** A file as a table with a meaning for each column. */
export interface ReadTable {
  encoding: ImportEncoding
  bom: boolean
  certain: boolean
  separator: ImportSeparator
  columns: { heading: string, field: ImportField, sample: string }[]
  rows: ReadRow[]
}

const HEADING_ROWS = 10
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/**
 * Reads a list from its bytes: encoding, separator, records, headings, then each row. Every record of the file except
 * the headings is one row of the result; none is left out.
 * @throws UnreadableFile where the file as a whole is no list
 */
export function readTable(bytes: Uint8Array, options: ImportOptions, newId: () => string): ReadTable {
  const { text, ...decoded } = decodeText(bytes, options.encoding)
  const marked = /^"?sep=(.)"?(?:\r\n?|\n)/iu.exec(text)
  const body = marked === null ? text : text.slice(marked[0].length)
  const found = findSeparator(body.replace(/\r\n?/gu, '\n'), options.separator)
  const lineOffset = marked === null ? 0 : 1
  const records = readRecords(body, found.separator, found.columns).map((record) => ({ ...record, line: record.line + lineOffset }))
  const headingIndex = findHeadings(records)
  const headings = headingIndex === -1 ? [] : records[headingIndex]?.cells.map((cell) => cell.trim()) ?? []
  const data = records.slice(headingIndex + 1)
  const width = tableWidth(headings, data, found.columns)
  const named = Array.from({ length: width }, (_, index) => headings[index] || `Spalte ${index + 1}`)
  const mapping = options.mapping?.length === width ? options.mapping : suggestMapping(named)
  return {
    ...decoded,
    separator: found.separator,
    columns: named.map((heading, index) => ({ heading, field: mapping[index] ?? 'ignore', sample: sampleOf(data, index) })),
    rows: [
      ...records.slice(0, Math.max(headingIndex, 0)).map((record) => rowWithout(record, 'Die Zeile steht über den Spaltenüberschriften.')),
      ...data.map((record) => readRow(record, width, mapping, newId)),
    ],
  }
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
  return { line, cells, candidate: null, reason: empty ? 'Die Zeile ist leer.' : reason, empty, notes: new RowNotes() }
}

/** A row with surplus empty fields or missing ones at its end is read with a remark; surplus content makes the columns doubtful. */
function readRow(record: FileRecord, width: number, mapping: readonly ImportField[], newId: () => string): ReadRow {
  const { cells, problem, line } = record
  if (isBlank(cells)) return rowWithout(record, '')
  if (problem !== null) return rowWithout(record, problem)
  const surplus = cells.slice(width)
  if (!isBlank(surplus)) return rowWithout(record, `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${width}. Welche Angabe wohin gehört, ist nicht sicher.`)
  if (cells.length === 1 && width >= 3) return rowWithout(record, 'Die Zeile hat nur ein Feld. Vermutlich ist sie der Rest der Zeile darüber.')
  const read = readCandidate(cells, mapping, newId)
  if (surplus.length > 0) read.notes.hint(surplus.length === 1 ? 'Ein leeres Feld zu viel am Ende der Zeile; es wird übergangen.' : `${surplus.length} leere Felder zu viel am Ende der Zeile; sie werden übergangen.`)
  if (cells.length < width) read.notes.hint(`Am Ende der Zeile ${width - cells.length === 1 ? 'fehlt ein Feld; es gilt' : `fehlen ${width - cells.length} Felder; sie gelten`} als leer.`)
  return {
    line, cells, empty: false, notes: read.notes,
    candidate: 'candidate' in read ? read.candidate : null,
    reason: 'reason' in read ? read.reason : null,
  }
}
