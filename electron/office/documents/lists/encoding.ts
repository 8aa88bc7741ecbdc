import chardet from 'chardet'
import iconv from 'iconv-lite'
import type { ImportEncoding } from '../../../../shared/directory/import/formats.ts'
import { UnreadableFile } from './unreadable.ts'

export interface DecodedText {
  text: string
  encoding: ImportEncoding
  bom: boolean
  /** False where the encoding is only the likeliest of several. */
  certain: boolean
}

const SAMPLE_BYTES = 256 * 1024
const SIGNATURES: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'Das ist eine PDF-Datei. Gebraucht wird eine Adressliste als Excel-, CSV-, vCard- oder LDIF-Datei.'],
]
const WORKBOOKS = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]]
const BYTE_ORDER_MARKS: [number[], ImportEncoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const OTHER_ENCODINGS: Record<string, ImportEncoding> = {
  'windows-1250': 'windows-1250', 'ISO-8859-2': 'windows-1250', 'windows-1251': 'windows-1251', 'ISO-8859-5': 'windows-1251',
  'windows-1254': 'windows-1254', 'ISO-8859-9': 'windows-1254', 'KOI8-R': 'windows-1251',
}

const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, index) => bytes[index] === byte)

/** Whether the first bytes are those of a workbook (packed, or Excel before 2007) or of visiting cards. */
export function looksLike(bytes: Uint8Array, format: 'workbook' | 'vcard'): boolean {
  if (format === 'workbook') return WORKBOOKS.some((signature) => startsWith(bytes, signature))
  return /^[^\p{L}]*BEGIN:VCARD/iu.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\u0000', '').replace(/^[\u00EF\u00BB\u00BF\u00FF\u00FE]+/u, ''))
}

/**
 * The text of a file in the encoding that it really has: a byte order mark, then zero bytes (UTF-16), then valid UTF-8,
 * then the one-byte encodings of German lists by how plausible their letters are. A chosen encoding is taken as it is.
 * @throws UnreadableFile for an empty file and for files that are no text.
 */
export function decodeText(bytes: Uint8Array, chosen?: ImportEncoding): DecodedText {
  if (bytes.length === 0) throw new UnreadableFile('Die Datei ist leer.')
  for (const [signature, reason] of SIGNATURES) if (startsWith(bytes, signature)) throw new UnreadableFile(reason)
  const mark = BYTE_ORDER_MARKS.find(([signature]) => startsWith(bytes, signature))
  const found = chosen !== undefined
    ? { encoding: chosen, certain: true }
    : mark !== undefined ? { encoding: mark[1], certain: true } : guessEncoding(bytes)
  const text = iconv.decode(bytes, found.encoding).replace(/^\uFEFF/u, '')
  if (text.trim() === '') throw new UnreadableFile('Die Datei ist leer.')
  return { text, bom: mark !== undefined && mark[1] === found.encoding, ...found }
}

function guessEncoding(bytes: Uint8Array): { encoding: ImportEncoding, certain: boolean } {
  const wide = guessWide(bytes)
  if (wide !== null) return { encoding: wide, certain: true }
  if (isUtf8(bytes)) return { encoding: 'utf-8', certain: true }
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const scores = (['windows-1252', 'macintosh', 'cp850'] as const)
    .map((encoding) => ({ encoding, score: plausibility(iconv.decode(sample, encoding)) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scores as [typeof scores[number], typeof scores[number]]
  if (best.score > 0) return { encoding: best.encoding, certain: best.score > second.score }
  const other = OTHER_ENCODINGS[chardet.detect(sample) ?? '']
  return { encoding: other ?? 'windows-1252', certain: false }
}

/** UTF-16 without a mark shows by its zero bytes: nearly every second one in European text. */
function guessWide(bytes: Uint8Array): ImportEncoding | null {
  const sample = bytes.subarray(0, 4096)
  const half = sample.length / 2
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length / half
  const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length / half
  if (odd > 0.4 && even < 0.1) return 'utf-16le'
  if (even > 0.4 && odd < 0.1) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Positive for text whose letters beyond ASCII stand where German and its neighbours have them. */
function plausibility(text: string): number {
  let score = 0
  for (const match of text.matchAll(/[\u0080-\u{10ffff}]+/gu)) {
    const before = text[match.index - 1] ?? ''
    const after = text[match.index + match[0].length] ?? ''
    score += match[0].length > 2 ? -3 * match[0].length : letterPlausibility(match[0], before, after)
  }
  return score
}

/** How plausible one or two letters beyond ASCII are between their neighbours. */
function letterPlausibility(letters: string, before: string, after: string): number {
  if (/^[äöüß]+$/u.test(letters)) return /\p{L}/u.test(before + after) ? 3 : 0
  if (/^[ÄÖÜ]/u.test(letters)) return /\p{Ll}/u.test(before) ? -3 : 3
  if (/^[áàâãåçéèêëíìîïñóòôõøúùûýšž]+$/iu.test(letters)) return /\p{Lu}/u.test(letters) && /\p{Ll}/u.test(before) ? -3 : 1
  if (/^[§–„“”’…€°²]/u.test(letters)) return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -2 : 1
  return -3
}
