import { extname } from 'node:path'
import { saveKinds, type SaveKind } from '../../shared/save-kinds.ts'

const starts: readonly (readonly [SaveKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]], ['jpg', [0xff, 0xd8, 0xff]], ['png', [0x89, 0x50, 0x4e, 0x47]], ['msg', [0xd0, 0xcf, 0x11, 0xe0]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]], ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
]
const texts: readonly (readonly [SaveKind, RegExp])[] = [
  ['vcf', /^\s*BEGIN:VCARD/iu], ['ics', /^\s*BEGIN:VCALENDAR/iu], ['html', /^\s*<(?:!doctype\s+html|html)/iu], ['svg', /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<svg/iu],
  ['json', /^\s*[[{]/u], ['eml', /^(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*)*(?:MIME-Version|Subject|From|To): /u],
  // Ours begin with a byte order mark, or have semicolons in their first line where an old encoding has none.
  ['csv', /^(?:\uFEFF|[^\r\n]*;[^\r\n]*\r\n)/u],
]
const lookedAt = 4_096

/** In which formats a file is: by its ending, and by what really stands in it. */
export function formatsOf(name: string, bytes: Uint8Array): SaveKind[] {
  const ending = extname(name).slice(1).toLowerCase()
  const inside = formatOf(bytes)
  return [...new Set([...saveKinds.filter((kind) => kind === ending), ...(inside === null ? [] : [inside])])]
}

function formatOf(bytes: Uint8Array): SaveKind | null {
  const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)
  const found = starts.find(([, start]) => begins(...start))
  if (found) return found[0]
  if (begins(0x50, 0x4b, 0x03, 0x04)) return zipFormat(bytes)
  const text = Buffer.from(bytes.subarray(0, lookedAt)).toString('latin1').replace(/^\u00EF\u00BB\u00BF/u, '\uFEFF')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  const marked = text.replace(/^\uFEFF/u, '')
  return texts.find(([kind, pattern]) => pattern.test(kind === 'csv' ? text : marked))?.[0] ?? null
}

/** Office files are archives; the names of their parts stand in plain text in the directory at the end. */
function zipFormat(bytes: Uint8Array): SaveKind | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.includes('xl/workbook')) return 'xlsx'
  if (whole.includes('word/document')) return 'docx'
  return whole.includes('application/vnd.oasis.opendocument.text') ? 'odt' : null
}
