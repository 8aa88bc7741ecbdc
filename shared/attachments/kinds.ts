/** Kinds of papers that the office takes in, each with the ending it is opened and saved with. */
export const paperKinds = {
  pdf: 'PDF', jpg: 'Foto (JPEG)', png: 'Bild (PNG)', webp: 'Bild (WebP)', tif: 'Scan (TIFF)', docx: 'Word-Dokument', xlsx: 'Excel-Arbeitsmappe',
  odt: 'OpenDocument-Text', eml: 'E-Mail', msg: 'E-Mail (Outlook)', txt: 'Text',
} as const
export type PaperKind = keyof typeof paperKinds

/** Largest paper in bytes; a scan of a whole folder should be several papers. */
export const maxPaperBytes = 25 * 1024 * 1024

/** Kinds that the window can show by itself. */
export const shownAsImage: readonly PaperKind[] = ['jpg', 'png', 'webp']
export const shownAsText: readonly PaperKind[] = ['txt', 'eml']

/** Name of a stream of every Outlook message, in UTF-16. */
const outlookStream = [...'__substg1.0_'].join('\0')

/** Why a file isn't taken; a German sentence. */
export interface Refusal {
  refusal: string
}

/**
 * What a file is, by its content alone: a name can say anything. Macros and programs are refused, because papers are opened by
 * other programs.
 */
export function recogniseKind(bytes: Uint8Array): PaperKind | Refusal {
  if (bytes.length === 0) return { refusal: 'Die Datei ist leer.' }
  if (bytes.length > maxPaperBytes) return { refusal: 'Die Datei ist größer als 25 MB. Bitte verkleinern oder in mehrere Dateien teilen.' }
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'jpg'
  if (head.startsWith('\u0089PNG\r\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tif'
  if (head.startsWith('PK\u0003\u0004')) return packed(latin1(bytes), head)
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) {
    const isMail = latin1(bytes).includes(outlookStream)
    return isMail ? 'msg' : { refusal: 'Alte Office-Dateien (.doc, .xls) werden nicht angenommen. Bitte als DOCX oder PDF speichern.' }
  }
  return plain(bytes)
}

/** A name for a paper as it is kept: without folders and ending. */
export function paperName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[\\/]/u).at(-1) ?? ''
  return last.replace(/\.[A-Za-z0-9]{1,5}$/u, '').trim().slice(0, 120) || 'Unterlage'
}

function packed(content: string, head: string): PaperKind | Refusal {
  if (content.includes('vbaProject.bin')) return { refusal: 'Die Datei enthält Makros und wird nicht angenommen. Bitte als PDF oder ohne Makros speichern.' }
  if (content.includes('word/document.xml')) return 'docx'
  if (content.includes('xl/workbook.xml')) return 'xlsx'
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt'
  return { refusal: 'Gepackte Ordner werden nicht angenommen. Bitte die einzelnen Dateien ablegen.' }
}

function plain(bytes: Uint8Array): PaperKind | Refusal {
  const unknown = { refusal: 'Diese Art von Datei wird nicht angenommen. Möglich sind PDF, Fotos und Scans, DOCX, XLSX, ODT, E-Mails (MSG, EML) und Text.' }
  // In whatever encoding: a text holds no control characters, a program always does.
  const text = latin1(bytes)
  if (/(?![\t\n\v\f\r\u0080-\u009F])\p{Cc}/u.test(text) || /^\s*(?:#!|MZ)/u.test(text)) return unknown
  return isMail(text) ? 'eml' : 'txt'
}

function isMail(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/u, 1)
  const lines = head.split(/\r?\n/u)
  return lines.every((line) => /^(?:[!-9;-~]+:|[ \t])/u.test(line)) && /^(?:from|received|return-path|subject|date|message-id):/imu.test(head)
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  const step = 8192
  for (let start = 0; start < bytes.length; start += step) text += String.fromCharCode(...bytes.subarray(start, start + step))
  return text
}
