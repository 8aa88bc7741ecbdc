import { detect } from 'chardet'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

const separators = [';', '\t', ','] as const

/** Cells of a small CSV file. The separator is the one that parts most of the first lines; without Unicode marks Windows-1252 is meant. */
export function csvRows(bytes: Uint8Array): string[][] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const encoding = detect(buffer)
  const text = iconv.decode(buffer, encoding !== null && iconv.encodingExists(encoding) && /^utf/iu.test(encoding) ? encoding : isUtf8(buffer) ? 'utf8' : 'win1252')
  const head = text.split(/\r?\n/u).slice(0, 20).join('\n')
  const delimiter = separators.toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';'
  return parse(text, { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false })
}

function isUtf8(buffer: Buffer): boolean {
  return !buffer.toString('utf8').includes('\uFFFD')
}
