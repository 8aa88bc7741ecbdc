import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { isHeading, type KnownHeadings } from './headings.ts'
import { hiddenInOds, type HiddenParts } from './ods-hidden.ts'
import { isBlank, maxRows, type FileRecord, type Source, type SourceTable } from './source.ts'
import { UnreadableFile } from './unreadable.ts'
import { checkZip } from './zip-check.ts'

const TOO_MANY = `Das Tabellenblatt hat mehr als ${maxRows.toLocaleString('de-DE')} Zeilen. Bitte teilen Sie die Liste auf.`
/** Types of date cells are numbers with a date format; a German reader expects German days. */
const isDate = (cell: CellObject) => typeof cell.z === 'string' && SSF.is_date(cell.z)

/**
 * Reads a workbook (XLSX, XLS, ODS): the values that were saved last, never a formula, never a link. Every sheet is a table,
 * or several where further headings follow after an empty row or stand beside an empty column.
 * @param headings by which further tables of a sheet are recognised
 * @throws UnreadableFile for macros, passwords, damaged or too large files
 */
export function readWorkbook(bytes: Uint8Array, headings: KnownHeadings): Source {
  const warnings: string[] = []
  const hiddenParts = bytes[0] === 0x50 ? checkPackage(bytes, warnings) : new Map<string, HiddenParts>()
  if (isEncrypted(bytes)) throw new UnreadableFile(PASSWORD)
  const book = parseBook(bytes)
  if (book.vbaraw !== undefined) throw new UnreadableFile(MACROS)
  const tables = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined) return []
    const parts = hiddenParts.get(name)
    const hidden = parts?.sheet || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return sheetTables({ name, sheet, hidden, parts, headings }, warnings)
  })
  const hiddenSheets = [...new Set(tables.filter(({ hidden }) => hidden).map(({ label }) => label))]
  if (hiddenSheets.length > 0) warnings.push(`Ausgeblendete Tabellenblätter werden nicht übernommen, wenn Sie sie nicht auswählen: ${hiddenSheets.map((label) => `„${label}“`).join(', ')}.`)
  if (tables.length === 0) throw new UnreadableFile('Die Arbeitsmappe enthält keine Zeilen.')
  // What is to be seen comes first.
  return { format: 'workbook', text: null, tables: [...tables.filter(({ hidden }) => !hidden), ...tables.filter(({ hidden }) => hidden)], warnings }
}

const PASSWORD = 'Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte in Excel das Kennwort entfernen und neu speichern.'
const MACROS = 'Die Datei enthält Makros und wurde nicht gelesen. Bitte in Excel „Speichern unter“ und „Excel-Arbeitsmappe (.xlsx)“ wählen.'

/** Whether a compound file holds nothing but an encrypted workbook ([MS-OFFCRYPTO] 2.3.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

/** Makes sure that a package is a harmless workbook, and finds what it hides where the library doesn't. */
function checkPackage(bytes: Uint8Array, warnings: string[]): Map<string, HiddenParts> {
  const { names, text } = checkZip(bytes)
  const workbook = names.some((name) => name.startsWith('xl/')) || /opendocument\.spreadsheet/u.test(text('mimetype'))
  if (!workbook) throw new UnreadableFile('Das ist eine gepackte Datei, aber keine Arbeitsmappe. Gebraucht wird eine Excel-, CSV-, vCard- oder LDIF-Datei.')
  if (text('META-INF/manifest.xml').includes('encryption-data')) throw new UnreadableFile(PASSWORD)
  if (names.some((name) => /vbaProject\.bin$|^Basic\//u.test(name))) throw new UnreadableFile(MACROS)
  if (names.some((name) => name.startsWith('xl/externalLinks/'))) warnings.push('Verknüpfungen mit anderen Dateien werden nicht verfolgt. Es gelten die zuletzt gespeicherten Werte.')
  return hiddenInOds(text('content.xml'))
}

function parseBook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellNF: true, cellText: true, cellStyles: true, bookVBA: true, sheetRows: maxRows + 2 })
  } catch (error) {
    const text = String((error as Error).message)
    throw new UnreadableFile(/password|encrypt/iu.test(text)
      ? PASSWORD
      : 'Die Arbeitsmappe lässt sich nicht lesen. Bitte öffnen Sie sie in Excel oder LibreOffice und speichern sie als .xlsx oder .csv neu.')
  }
}

interface NamedSheet { name: string, sheet: WorkSheet, hidden: boolean, parts: HiddenParts | undefined, headings: KnownHeadings }

function sheetTables({ name, sheet, hidden, parts, headings }: NamedSheet, warnings: string[]): SourceTable[] {
  const known = (row: readonly string[]): number => row.filter((cell) => isHeading(headings, cell)).length
  const grid = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  if (grid.length > maxRows) throw new UnreadableFile(TOO_MANY)
  const faults = { errors: 0 }
  const cells = Array.from(grid, (row) => Array.from(row ?? [], (cell) => cellText(cell, faults)))
  if (faults.errors > 0) warnings.push(`Blatt „${name}“: ${faults.errors} Zellen zeigen einen Fehler (wie #BEZUG!) und gelten als leer.`)
  if (fillMerged(sheet, cells)) warnings.push(`Blatt „${name}“ hat verbundene Zellen. Ihr Inhalt gilt für jede der Zeilen.`)
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const rows = cells.map((row, index): FileRecord => ({
    line: index + 1, problem: null, cells: Array.from({ length: width }, (_, column) => row[column] ?? ''),
    ...parts?.rows.has(index) || sheet['!rows']?.[index]?.hidden ? { hidden: true } : {},
  }))
  const hiddenColumns = Array.from({ length: width }, (_, index) => index).filter((index) => parts?.columns.has(index) || sheet['!cols']?.[index]?.hidden)
  const tables = besideEachOther({ records: rows, width, hiddenColumns }, known).flatMap((part) => belowEachOther(part, known)).filter(({ records }) => records.some((record) => !isBlank(record.cells)))
  return tables.map((part, index) => ({
    label: tables.length === 1 ? name : `${name}, Tabelle ${index + 1} (ab Zeile ${part.records.find((record) => !isBlank(record.cells))?.line ?? 1})`,
    hidden, records: part.records, columns: part.width, hiddenColumns: part.hiddenColumns, known: null,
  }))
}

/** What a cell shows a reader of a list: whole numbers in full, dates in German, the text of a number only where a format pads it. */
function cellText(cell: CellObject | undefined, faults: { errors: number }): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return ''
  if (cell.t === 'e') {
    faults.errors += 1
    return ''
  }
  if (cell.t === 'b') return cell.v === true ? 'ja' : 'nein'
  if (typeof cell.v !== 'number') return String(cell.v)
  if (isDate(cell)) return dayText(cell.v)
  const shown = cell.w ?? ''
  return /^0\d+$/u.test(shown) ? shown : String(cell.v)
}

function dayText(serial: number): string {
  const day = SSF.parse_date_code(serial) as { y: number, m: number, d: number } | null
  return day === null ? String(serial) : `${String(day.d).padStart(2, '0')}.${String(day.m).padStart(2, '0')}.${day.y}`
}

/** Gives every row of a cell merged downwards the content of the cell; merged titles stay where they are. */
function fillMerged(sheet: WorkSheet, cells: string[][]): boolean {
  let filled = false
  for (const { s, e } of sheet['!merges'] ?? []) {
    const content = cells[s.r]?.[s.c] ?? ''
    if (content === '' || e.r <= s.r || e.c !== s.c || e.r - s.r > 5000) continue
    for (let row = s.r + 1; row <= Math.min(e.r, cells.length - 1); row += 1) {
      const target = cells[row]
      if (target === undefined) continue
      target[s.c] = content
      filled = true
    }
  }
  return filled
}

interface Part { records: FileRecord[], width: number, hiddenColumns: number[] }

/** How many cells of a row are headings. */
type Count = (cells: readonly string[]) => number

/** Tables that stand beside each other: parted by a column without any content, each with headings of its own. */
function besideEachOther(whole: Part, knownHeadings: Count): Part[] {
  const { records, width, hiddenColumns } = whole
  const empty = Array.from({ length: width }, (_, column) => records.every(({ cells }) => (cells[column] ?? '').trim() === ''))
  const blocks: [number, number][] = []
  for (let column = 0; column < width; column += 1) {
    if (empty[column]) continue
    const last = blocks.at(-1)
    if (last !== undefined && last[1] === column) last[1] = column + 1
    else blocks.push([column, column + 1])
  }
  const headed = blocks.filter(([from, to]) => records.slice(0, 30).some(({ cells }) => knownHeadings(cells.slice(from, to)) >= 2))
  if (blocks.length < 2 || headed.length !== blocks.length) return [whole]
  return blocks.map(([from, to]) => ({
    records: records.map((record) => ({ ...record, cells: record.cells.slice(from, to) })), width: to - from,
    hiddenColumns: hiddenColumns.filter((column) => column >= from && column < to).map((column) => column - from),
  }))
}

/** Tables below each other: headings after an empty row begin another one. */
function belowEachOther(part: Part, knownHeadings: Count): Part[] {
  const starts = part.records.flatMap(({ cells }, index) => knownHeadings(cells) >= 2 ? tableStart(part.records, index) : [])
  const first = part.records.findIndex(({ cells }) => knownHeadings(cells) >= 2)
  const cuts = starts.filter((index) => index > first && first >= 0)
  return [0, ...cuts].map((from, index) => ({ ...part, records: part.records.slice(from, cuts[index] ?? part.records.length) }))
}

/** Where the table of these headings begins: below an empty row, with a title between them if there is one. */
function tableStart(records: readonly FileRecord[], headings: number): number[] {
  const filled = (index: number) => records[index]?.cells.filter((cell) => cell.trim() !== '').length ?? -1
  if (filled(headings - 1) === 0) return [headings]
  return filled(headings - 1) === 1 && filled(headings - 2) === 0 ? [headings - 1] : []
}
