import { decodeText, looksLike } from './encoding.ts'
import type { KnownHeadings } from './headings.ts'
import { readLdif } from './ldif.ts'
import { readRecords } from './records.ts'
import { findSeparator } from './separator.ts'
import { maxRows, type ReadingOptions, type Source } from './source.ts'
import { UnreadableFile } from './unreadable.ts'
import { readVcards } from './vcard.ts'

/**
 * Reads a file of whatever format by what is in it, not by its name. The reader of workbooks is loaded only for one: it is a
 * megabyte of library.
 * @param headings what stands at the head of lists of the wanted kind
 * @throws UnreadableFile where the file as a whole is no list; the message is German
 */
export async function readFile(bytes: Uint8Array, options: ReadingOptions, headings: KnownHeadings): Promise<Source> {
  const source = looksLike(bytes, 'workbook') ? (await import('./workbook.ts')).readWorkbook(bytes, headings) : readTextFile(bytes, options, headings)
  const rows = source.tables.reduce((sum, { records }) => sum + records.length, 0)
  if (rows > maxRows) throw new UnreadableFile(`Die Datei hat mehr als ${maxRows.toLocaleString('de-DE')} Zeilen. Bitte teilen Sie die Liste auf.`)
  return source
}

/** Reads lists of text, cards and address books. @throws UnreadableFile as `readFile` */
export function readTextFile(bytes: Uint8Array, options: ReadingOptions, headings: KnownHeadings): Source {
  if (looksLike(bytes, 'vcard')) return readVcards(toUtf8(bytes))
  const { text, ...decoded } = decodeText(bytes, options.encoding)
  if (/^\s*<(?:!doctype|html|\?xml|table)/iu.test(text)) {
    throw new UnreadableFile('Das ist eine Webseite oder XML-Datei. Bitte öffnen Sie sie in Excel und speichern sie als .xlsx oder .csv.')
  }
  if (/^\s*(?:#[^\n]*\n)*(?:version:\s*1\s*\n\s*)?dn::?\s/iu.test(text.replace(/\r\n?/gu, '\n'))) return readLdif(text, { ...decoded, separator: null })
  const marked = /^"?sep=(.)"?(?:\r\n?|\n)/iu.exec(text)
  const body = marked === null ? text : text.slice(marked[0].length)
  const found = findSeparator(body.replace(/\r\n?/gu, '\n'), headings, options.separator)
  const offset = marked === null ? 0 : 1
  const records = readRecords(body, found.separator, found.columns)
  if (offset > 0) for (const record of records) record.line += offset
  return {
    format: 'csv', text: { ...decoded, separator: found.separator }, warnings: [],
    tables: [{ label: 'Liste', hidden: false, records, columns: found.columns, hiddenColumns: [], known: null }],
  }
}

/** Cards of two bytes a letter come with a byte order mark; their statements are read byte by byte. */
function toUtf8(bytes: Uint8Array): Uint8Array {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return wide ? new TextEncoder().encode(decodeText(bytes).text) : bytes
}
