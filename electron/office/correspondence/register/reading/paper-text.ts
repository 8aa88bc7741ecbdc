import { unzip, ZipTrouble } from '../../../documents/unzip.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

/** Words of a paper that are kept for search; what is behind them is found by opening the paper. */
export const longestText = 400_000

const limits = { entries: 5_000, unpacked: 200 * 1024 * 1024, density: 200 }
const breaks = /<(?:\/w:p|\/text:p|\/text:h|w:br|text:line-break|\/w:tr|\/table:table-row)\b[^>]*>/gu
const gaps = /<(?:w:tab|text:tab|text:s|\/w:tc|\/table:table-cell)\b[^>]*>/gu
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of a Word or OpenDocument text, also those of headers, footers and notes. @throws UnreadablePaper */
export function wordsOfDocument(bytes: Uint8Array): string {
  const wanted = /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|content\.xml)$/u
  try {
    const parts = unzip(bytes, limits, (name) => wanted.test(name))
    return [...parts].filter(([name]) => wanted.test(name)).map(([, content]) => wordsOfXml(content.toString('utf8'))).join('\n').slice(0, longestText)
  } catch (error) {
    if (error instanceof ZipTrouble) throw new UnreadablePaper('Die Datei ist beschädigt oder würde entpackt zu groß.')
    throw error
  }
}

/** The words of a PDF, page by page. A scan has none. @throws UnreadablePaper for one that is locked or damaged */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  try {
    const document = await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, verbosity: 0 })
    const { text } = await extractText(document, { mergePages: false })
    return text.join('\n').slice(0, longestText)
  } catch (error) {
    const locked = (error as Error).name === 'PasswordException'
    throw new UnreadablePaper(locked ? 'Die PDF-Datei ist mit einem Kennwort geschützt.' : 'Die PDF-Datei ist beschädigt.')
  }
}

/** The words of HTML, as a mail holds it: for search and reading, never shown as HTML. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/giu, '\n')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu, (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
      name === undefined ? character(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)) : htmlEntities[name.toLowerCase()] ?? all)
    .replace(/[ \t]+/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{3,}/gu, '\n\n').trim()
}

const htmlEntities: Readonly<Record<string, string>> = {
  ...entities, nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', ndash: '–', mdash: '—', bdquo: '„', ldquo: '“', rdquo: '”', euro: '€', sect: '§', hellip: '…',
}

function wordsOfXml(xml: string): string {
  return xml.replace(breaks, '\n').replace(gaps, ' ').replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/giu, (_all, decimal: string | undefined, hex: string | undefined, name: string | undefined) =>
      name === undefined ? character(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)) : entities[name.toLowerCase()] ?? '')
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
