import { createHash } from 'node:crypto'
import { shorten } from './cell.ts'
import { isBlank, type FileRecord, type Source } from './source.ts'

/** One table of a file with a meaning for each column. */
export interface ListHead<Field extends string> {
  columns: { heading: string, field: Field, sample: string }[]
  /** Headings and further rows of the file that hold no entry. */
  above: FileRecord[]
  data: FileRecord[]
  hidden: { rows: number, columns: number, included: boolean }
}

/** What a person may set instead of what was found. */
export interface HeadOptions<Field extends string> {
  table?: number | undefined
  withHidden?: boolean | undefined
  mapping?: readonly Field[] | undefined
}

/** What headings mean in lists of a kind. */
export interface HeadingMeaning<Field extends string> {
  isHeading(cell: string): boolean
  /** A field for each column. @param known fields that the format itself gives */
  suggest(headings: readonly string[], known: readonly string[] | null): Field[]
  /** What the columns meant in an earlier import. */
  remembered(headings: readonly string[]): Field[] | null
}

const headingRows = 15

/** Finds headings and columns of the chosen table of a file. */
export function readListHead<Field extends string>(source: Source, options: HeadOptions<Field>, meaning: HeadingMeaning<Field>): ListHead<Field | 'ignore'> {
  const table = source.tables[options.table ?? 0] ?? source.tables[0]
  if (table === undefined) return { columns: [], above: [], data: [], hidden: { rows: 0, columns: 0, included: false } }
  const hiddenRows = table.records.filter(({ hidden }) => hidden).length
  const hidden = { rows: hiddenRows, columns: table.hiddenColumns.length, included: options.withHidden ?? false }
  const leftOut = new Set(hidden.included ? [] : table.hiddenColumns)
  const records = table.records.filter((record) => hidden.included || !record.hidden)
    .map((record) => leftOut.size === 0 ? record : { ...record, cells: record.cells.filter((_, index) => !leftOut.has(index)) })
  const headingIndex = table.known === null ? findHeadings(records, meaning) : -1
  const headings = table.known?.headings ?? (headingIndex === -1 ? [] : records[headingIndex]?.cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()) ?? [])
  const data = records.slice(headingIndex + 1)
  const width = tableWidth(headings, data, table.columns)
  const named = Array.from({ length: width }, (_, index) => headings[index] || `Spalte ${index + 1}`)
  const mapping = options.mapping?.length === width ? options.mapping : fitting(meaning.remembered(named), width) ?? meaning.suggest(named, table.known?.fields ?? null)
  return {
    columns: named.map((heading, index) => ({ heading, field: mapping[index] ?? 'ignore', sample: sampleOf(data, index) })),
    above: records.slice(0, Math.max(headingIndex, 0)), data, hidden,
  }
}

/** Why the cells of a record can't be told to their columns; null for a sound one. */
export function doubtOf({ cells, problem }: FileRecord, width: number): string | null {
  const surplus = cells.slice(width)
  return problem ?? (!isBlank(surplus) ? `Die Zeile hat ${cells.length} Felder, die Kopfzeile ${width}. Welche Angabe wohin gehört, ist nicht sicher.`
    : cells.length === 1 && width >= 3 ? 'Die Zeile hat nur ein Feld. Vermutlich ist sie der Rest der Zeile darüber.' : null)
}

/** A long list repeats its headings on each page. */
export function repeatsHeadings(cells: readonly string[], { isHeading }: Pick<HeadingMeaning<string>, 'isHeading'>): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length >= 3 && filled.every((cell) => cell.length < 40 && isHeading(cell))
}

/** What a row says as one short text: the same row of the same file gives the same, whatever has become of its entry since. */
export function fingerprintOf(cells: readonly string[], mapping: readonly string[]): string {
  const said = mapping.flatMap((field, index) => {
    const cell = cells[index]?.normalize('NFC').trim() ?? ''
    return field === 'ignore' || cell === '' ? [] : [`${field}\u0000${cell}`]
  })
  return createHash('sha256').update(said.join('\u0001')).digest('base64url').slice(0, 22)
}

function fitting<Field extends string>(mapping: Field[] | null, width: number): Field[] | null {
  return mapping?.length === width ? mapping : null
}

/** The first of the upper rows with at least two known headings (one, where the list has a single column); -1 if there is none. */
function findHeadings(records: readonly FileRecord[], { isHeading }: Pick<HeadingMeaning<string>, 'isHeading'>): number {
  return records.slice(0, headingRows).findIndex(({ cells }) => {
    const known = cells.filter((cell) => isHeading(cell)).length
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
