import { parse } from 'csv-parse/sync'
import type { ImportSeparator } from '../../../../shared/directory/import/formats.ts'
import type { FileRecord } from './source.ts'

const UNBALANCED = 'Ein Anführungszeichen öffnet eine Zelle und wird nicht geschlossen.'
/** A cell of a contact list is never longer; beyond it, a quote was left open. */
const MAX_RECORD_CHARACTERS = 128 * 1024

/** Ends a run of the parser at a record that swallowed its successors. */
class Swallowed extends Error {}

interface ParserRecord { raw: string, record: string[] }

/**
 * Parts a text into records. A quote that is never closed spoils its own line only: that line is marked, and reading goes
 * on with the next one, so that no row is swallowed by the row before it.
 */
export function readRecords(text: string, separator: ImportSeparator, columns: number): FileRecord[] {
  const whole = text.replace(/\r\n?/gu, '\n')
  const records: FileRecord[] = []
  let position = 0
  let line = 1
  while (position < whole.length) {
    const sound = parseSound(position === 0 ? whole : whole.slice(position), separator, columns)
    for (const { raw, record } of sound.records) {
      records.push({ line, cells: record, problem: null })
      position += raw.length
      line += raw.split('\n').length - 1
    }
    if (sound.complete) break
    const end = whole.indexOf('\n', position)
    const broken = whole.slice(position, end === -1 ? undefined : end)
    records.push({ line, cells: broken.split(separator), problem: UNBALANCED })
    position = end === -1 ? whole.length : end + 1
    line += 1
  }
  return records
}

/** The records up to the first that can't be trusted. */
function parseSound(text: string, separator: ImportSeparator, columns: number): { records: ParserRecord[], complete: boolean } {
  const records: ParserRecord[] = []
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      raw: true,
      on_record: (item) => {
        const parsed = item as unknown as ParserRecord
        if (swallowedOthers(parsed, separator, columns)) throw new Swallowed()
        records.push(parsed)
        return null
      },
    })
    return { records, complete: true }
  } catch (error) {
    const code = (error as { code?: string }).code
    if (error instanceof Swallowed || code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') return { records, complete: false }
    throw error
  }
}

/** A cell with line breaks is sound unless one of its lines is itself a row and the quotes or the number of fields don't fit. */
function swallowedOthers({ raw, record }: ParserRecord, separator: string, columns: number): boolean {
  const continued = raw.replace(/\n$/u, '').split('\n').slice(1)
  const rowLike = continued.some((line) => line.split(separator).length >= Math.max(3, columns))
  if (!rowLike) return false
  const quoteInside = continued.some((line) => line.includes(`${separator}"`) && !line.includes(`${separator}""`))
  return quoteInside || record.length !== columns
}
