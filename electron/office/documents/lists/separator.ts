import { importSeparators, type ImportSeparator } from '../../../../shared/directory/import/formats.ts'
import { isHeading, type KnownHeadings } from './headings.ts'

const SAMPLE_LINES = 50

export interface FoundSeparator {
  separator: ImportSeparator
  /** The number of fields that most lines have. */
  columns: number
}

/** The first lines of a text outside of quotes: a line break inside a quoted cell ends no line. */
function sampleLines(text: string): string[] {
  const lines: string[] = []
  let open = false
  let line = ''
  for (const physical of text.split('\n', SAMPLE_LINES * 4)) {
    line += open ? `\n${physical}` : physical
    if ((physical.match(/"/gu)?.length ?? 0) % 2 === 1) open = !open
    if (open) continue
    if (line.trim() !== '') lines.push(line)
    line = ''
    if (lines.length >= SAMPLE_LINES) break
  }
  return lines.length > 0 ? lines : text.split('\n', SAMPLE_LINES)
}

/** The fields of a line that stands alone; quotes only hide separators. */
function fieldsOf(line: string, separator: string): string[] {
  return line.replace(/"(?:[^"]|"")*"/gu, (quoted) => quoted.replaceAll(separator, ' ')).split(separator)
}

/** The commonest number of fields with this separator, counting only lines that are parted at all. */
function commonColumns(lines: string[], separator: string): { columns: number, share: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const fields = fieldsOf(line, separator).length
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
  }
  const [columns, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  return { columns, share: times / lines.length }
}

/**
 * Finds what parts the fields: the sign that gives known headings and the same number of fields in most lines.
 * A list with a single column has none; then the semicolon stands in.
 */
export function findSeparator(text: string, headings: KnownHeadings, chosen?: ImportSeparator): FoundSeparator {
  const lines = sampleLines(text)
  const candidates = (chosen === undefined ? importSeparators : [chosen]).map((separator) => {
    const { columns, share } = commonColumns(lines, separator)
    const known = Math.max(...lines.slice(0, 10).map((line) =>
      fieldsOf(line, separator).filter((field) => isHeading(headings, field.replaceAll('"', ''))).length))
    return { separator, columns, score: columns > 1 ? share * 5 + Math.min(columns, 20) / 20 + known * 2 : 0 }
  })
  const best = candidates.reduce((a, b) => b.score > a.score ? b : a)
  return { separator: best.separator, columns: best.columns }
}
