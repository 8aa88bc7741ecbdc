import iconv from 'iconv-lite'

/** What begins like this is calculated by spreadsheets; an apostrophe before it makes it text. A plain number stays one. */
const FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s()./-]*$))/u

/** A cell that no spreadsheet takes for a formula; the import takes the apostrophe off again. */
export function neutralCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

function written(cell: string): string {
  const neutral = neutralCell(cell)
  return /[";\n\r]/u.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral
}

/** Rows with semicolons and CRLF, which German Excel opens by double click. */
function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(written).join(';')}\r\n`).join('')
}

/** A list in UTF-8 with byte order mark. */
export function csvUtf8(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${csvText(rows)}`)
}

/** Texts in Windows-1252, and what of them it has no letter for. */
export interface Windows1252 {
  bytes: Uint8Array
  /** Words that had to be written otherwise: "Țuțea" as "Tutea". */
  changed: { from: string; to: string }[]
}

/** A list in Windows-1252, for programs that know nothing else. */
export function csvWindows1252(rows: readonly (readonly string[])[]): Windows1252 {
  return toWindows1252(csvText(rows))
}

/** Encodes a text; a letter that is missing there loses its diacritics, or becomes a question mark. */
export function toWindows1252(text: string): Windows1252 {
  const changed = new Map<string, string>()
  const whole = text.normalize('NFC').replace(/[^\s;"]+/gu, (word) => {
    const fitting = [...word].map(fittingLetter).join('')
    if (fitting !== word) changed.set(word, fitting)
    return fitting
  })
  return { bytes: iconv.encode(whole, 'windows-1252'), changed: [...changed].map(([from, to]) => ({ from, to })) }
}

function fittingLetter(letter: string): string {
  if (fits(letter)) return letter
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return bare !== '' && [...bare].every(fits) ? bare : '?'
}

function fits(letter: string): boolean {
  return iconv.decode(iconv.encode(letter, 'windows-1252'), 'windows-1252') === letter
}
