import type { ImportEncoding, ImportFormat, ImportSeparator } from '../../../../shared/directory/import/formats.ts'

/** One record of the file as it stands there. */
export interface FileRecord {
  /** Line on which it begins, from 1. */
  line: number
  cells: string[]
  /** Why the record can't be trusted, in German; `null` for a sound one. */
  problem: string | null
  /** The row is hidden in the workbook. */
  hidden?: boolean
}

/** A table of the file, before its columns have a meaning. */
export interface SourceTable {
  label: string
  /** The whole sheet is hidden. */
  hidden: boolean
  records: FileRecord[]
  /** Number of fields that most records have. */
  columns: number
  hiddenColumns: readonly number[]
  /** Headings and names of fields, where the format itself gives them. */
  known: { headings: string[], fields: string[] } | null
}

/** A file as it was read. */
export interface Source {
  format: ImportFormat
  text: { encoding: ImportEncoding, bom: boolean, certain: boolean, separator: ImportSeparator | null } | null
  tables: SourceTable[]
  /** What a person should know of the file, in German. */
  warnings: string[]
}

/** What decides how bytes are read. */
export interface ReadingOptions {
  encoding?: ImportEncoding | undefined
  separator?: ImportSeparator | undefined
}

/** More rows than these are no list of contacts of an office; a file is refused rather than cut off. */
export const maxRows = 250_000

/** A cell of a list is empty when it shows nothing. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
