import { mendMojibake } from './mojibake.ts'

/** What is mended in a cell whatever it means. */
export type CellRepair = 'zero-bytes' | 'spreadsheet-text' | 'dash' | 'mojibake'

/** Hears what is mended in a cell and what a person should look at. */
export interface CellNotes {
  /** Gives the text to go on with: `after`, or `before` where somebody has declined. */
  repair(kind: CellRepair, before: string, after: string, reason: string): string
  hint(text: string): void
}

/**
 * The plain text of a cell: zero bytes removed, no space at the ends, a formula of Excel as text (`="03046"` gives its
 * value), the apostrophe with which spreadsheets protect text taken off. Nothing is ever evaluated.
 */
export function plainCell(raw: string, notes: CellNotes): string {
  let cell = raw.normalize('NFC').trim()
  if (cell === '') return ''
  if (cell.includes('\u0000')) {
    const shown = cell.replaceAll('\u0000', '␀')
    cell = notes.repair('zero-bytes', shown, cell.replaceAll('\u0000', ''), 'Nullzeichen entfernt').trim()
  }
  const quoted = /^="([^"]*)"$/u.exec(cell)
  if (quoted?.[1] !== undefined) cell = notes.repair('spreadsheet-text', cell, quoted[1], 'Excel-Schreibweise für Text aufgelöst')
  if (/^'[=+\-@]/u.test(cell)) cell = cell.slice(1)
  if (/^[-–—]+$/u.test(cell)) return notes.repair('dash', cell, '', 'Strich als „keine Angabe“ gelesen')
  const mended = mendMojibake(cell)
  if (mended !== null) cell = notes.repair('mojibake', cell, mended, 'Buchstaben wurden beim Speichern der Datei beschädigt').normalize('NFC')
  if (cell.includes('\uFFFD')) notes.hint(`„${shorten(cell)}“ enthält ein Zeichen, das beim Speichern der Datei verloren ging. Bitte prüfen.`)
  if (/^[=@]/u.test(cell) || /^[+-](?![\s(]*\d)/u.test(cell)) notes.hint(`„${shorten(cell)}“ sieht wie eine Formel aus und wird als einfacher Text übernommen.`)
  return cell
}

/** A long cell for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
