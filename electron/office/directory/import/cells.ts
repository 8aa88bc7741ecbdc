import type { ImportField, ImportRepair } from '../../../../shared/directory/import.ts'

/** Notes what was mended and what a person should look at, while a row is read. */
export class RowNotes {
  readonly repairs: ImportRepair[] = []
  readonly hints: string[] = []

  repair(field: ImportField, before: string, after: string, reason: string): string {
    this.repairs.push({ field, before, after, reason })
    return after
  }

  hint(text: string): void {
    if (!this.hints.includes(text)) this.hints.push(text)
  }
}

const REMARKS_TO_SEE = /nicht\s+(?:weiter\s?(?:geben|leiten|sagen)|veröffentlichen|anrufen)|vertraulich|streng\s+geheim|nur\s+intern/iu
const FAX_IN_TEXT = /\b(?:tele)?fax\b[^\d\n]{0,5}\+?\d[\d ()/.-]{4,}/iu
const BROKEN_UMLAUT = /Ã[\u0080-\u00bf¼¶¤Ÿ„–œ]|â€|√[º∂§ü±]|Â[§°´]/u

/**
 * The plain text of a cell: zero bytes removed, no space at the ends, a formula of Excel as text (`="03046"` gives its
 * value), the apostrophe with which spreadsheets protect text taken off. Nothing is ever evaluated.
 */
export function cleanCell(raw: string, field: ImportField, notes: RowNotes): string {
  let cell = raw.normalize('NFC').trim()
  if (cell.includes('\u0000')) cell = notes.repair(field, cell.replaceAll('\u0000', '␀'), cell.replaceAll('\u0000', ''), 'Nullzeichen entfernt').trim()
  const quoted = /^="([^"]*)"$/u.exec(cell)
  if (quoted?.[1] !== undefined) cell = notes.repair(field, cell, quoted[1], 'Excel-Schreibweise für Text aufgelöst')
  if (/^'[=+\-@]/u.test(cell)) cell = cell.slice(1)
  if (/^[-–—]+$/u.test(cell)) return notes.repair(field, cell, '', 'Strich als „keine Angabe“ gelesen')
  if (/^[=@]/u.test(cell) || /^[+-](?![\s(]*\d)/u.test(cell)) notes.hint(`„${shorten(cell)}“ sieht wie eine Formel aus und wird als einfacher Text übernommen.`)
  if (BROKEN_UMLAUT.test(cell)) notes.hint(`„${shorten(cell)}“ enthält beschädigte Umlaute. Bitte die Kodierung der Datei prüfen.`)
  return cell
}

/** Points out what a remark contains that must not be overlooked. The remark itself stays as it is. */
export function lookAtRemark(remark: string, notes: RowNotes): void {
  const warning = REMARKS_TO_SEE.exec(remark)
  if (warning !== null) notes.hint(`Bemerkung enthält „${warning[0]}“. Sie wird in die Notiz übernommen.`)
  const fax = FAX_IN_TEXT.exec(remark)
  if (fax !== null) notes.hint(`In der Bemerkung steht eine Faxnummer („${fax[0].trim()}“). Sie bleibt dort.`)
}

/** A long cell for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
