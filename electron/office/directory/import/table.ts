import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import type { ImportOptions } from '../../../../shared/directory/import/model.ts'
import { doubtOf, fingerprintOf, readListHead, repeatsHeadings, type ListHead } from '../../documents/lists/head.ts'
import { isBlank, type FileRecord, type Source } from '../../documents/lists/source.ts'
import { readCandidates, type Candidate } from './candidate.ts'
import { RowNotes } from './cells.ts'
import { recogniseHeading, suggestMapping } from './headings.ts'

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
export type TableHead = ListHead<ImportField>

const isHeading = (cell: string): boolean => recogniseHeading(cell) !== undefined

/**
 * Finds headings and columns of the chosen table of a file.
 * @param remembered meanings of columns with these headings from an earlier import
 */
export function readHead(source: Source, options: ImportOptions, remembered: (headings: readonly string[]) => ImportField[] | null): TableHead {
  return readListHead<ImportField>(source, options, { isHeading, remembered, suggest: (headings, known) => known === null ? suggestMapping(headings) : known as ImportField[] })
}

/** Reads the rows of a table one by one; every record of the table except the headings is at least one row. */
export function* readRows(head: TableHead, options: ImportOptions, newId: () => string): Generator<ReadRow> {
  const mapping = head.columns.map(({ field }) => field)
  for (const record of head.above) yield rowWithout(record, 'Die Zeile steht über den Spaltenüberschriften.')
  for (const record of head.data) yield* readRow(record, mapping, options, newId)
}

function rowWithout({ line, cells }: FileRecord, reason: string): ReadRow {
  const empty = isBlank(cells)
  return { key: String(line), line, cells, candidate: null, reason: empty ? 'Die Zeile ist leer.' : reason, empty, notes: new RowNotes(), fingerprint: '' }
}

/** A row with surplus empty fields or missing ones at its end is read with a remark; surplus content makes the columns doubtful. */
function* readRow(record: FileRecord, mapping: readonly ImportField[], options: ImportOptions, newId: () => string): Generator<ReadRow> {
  const { cells, line } = record
  const width = mapping.length
  const surplus = cells.slice(width)
  const reason = doubtOf(record, width)
  if (reason !== null || isBlank(cells)) return yield rowWithout(record, reason ?? '')
  if (repeatsHeadings(cells, { isHeading })) return yield rowWithout(record, 'Die Zeile wiederholt die Spaltenüberschriften.')
  const fingerprint = fingerprintOf(cells, mapping)
  for (const { key, candidate, reason: why, notes } of readCandidates(cells, mapping, line, options, newId)) {
    if (surplus.length > 0) notes.hint(surplus.length === 1 ? 'Ein leeres Feld zu viel am Ende der Zeile; es wird übergangen.' : `${surplus.length} leere Felder zu viel am Ende der Zeile; sie werden übergangen.`)
    if (cells.length < width) notes.hint(`Am Ende der Zeile ${width - cells.length === 1 ? 'fehlt ein Feld; es gilt' : `fehlen ${width - cells.length} Felder; sie gelten`} als leer.`)
    yield { key, line, cells, empty: false, notes, candidate, reason: why, fingerprint: key === String(line) ? fingerprint : `${fingerprint}${key.slice(String(line).length)}` }
  }
}
