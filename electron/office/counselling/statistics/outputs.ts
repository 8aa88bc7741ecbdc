import { filterLabels, footnotes, periodLabel, printedTable, suppressionNote, tableTitle, type PrintedTable } from '../../../../shared/counselling/statistics/printed.ts'
import { pressDimensions, pressText } from '../../../../shared/counselling/statistics/press.ts'
import { definitions, type FigureSource, type FigureTable, type FigureTotals, type TableRequest } from '../../../../shared/counselling/statistics/model.ts'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import type { Threshold } from '../../../../shared/statistics/disclosure.ts'
import { figureText, figuresCsv } from '../../documents/figures-csv.ts'
import { figuresDocx } from '../../documents/figures-docx.ts'
import { tablesPdf } from '../../documents/pdf-table.ts'
import { figuresXlsx, type FigureSheet } from '../../documents/xlsx-figures.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { CounsellingDesk } from '../../session.ts'
import { getOverview, getTables } from './figures.ts'
import { notePublication, publicationWarnings, type Published } from './publishing.ts'
import type { Period } from './rows.ts'
import { newestSnapshot, snapshotYear } from './snapshots.ts'
import { yearPeriod } from './tallying.ts'

/** A table with that of a year before, and what is to be said before it leaves the office. */
export async function tableWithWarnings(
  desk: CounsellingDesk, { compare, ...request }: TableRequest & { compare: boolean },
): Promise<{ table: FigureTable; before: FigureTable | null; warnings: string[] }> {
  const found = await getTables(desk, request, compare)
  return { ...found, warnings: await publicationWarnings(desk, { period: await periodOf(desk, request), filters: request.filters }, found.table) }
}

/**
 * Writes a table as shown to the chosen file and notes it where it is one to be published.
 * @throws OfficeError `forbidden`, `invalid`, `not-found`, `disk-full`, `read-only`
 */
export async function saveTable(
  desk: CounsellingDesk, grants: FileGrants, office: string, { format, grant, title, ...request }: TableRequest & { title: string; format: 'xlsx' | 'csv'; grant: string },
): Promise<{ hidden: number }> {
  const { table } = await getTables(desk, request, false)
  const period = await periodOf(desk, request)
  const published: Published = { title: title.trim() || tableTitle(table), format, period, filters: request.filters }
  const about = [aboutLine(period, office, request.source.kind === 'frozen'), ...filterLabels(request.filters)]
  const sheet = sheetOf(table, published.title, about)
  grants.write(grant, format === 'xlsx' ? await figuresXlsx([sheet]) : figuresCsv([sheet]))
  await notePublication(desk, published, table)
  return { hidden: table.hidden }
}

/** What the press sheet of a year is made of: the frozen year where there is one. */
interface Press {
  year: number
  frozen: boolean
  totals: FigureTotals
  before: FigureTotals
  tables: FigureTable[]
}

async function readPress(desk: CounsellingDesk, year: number, threshold: Threshold): Promise<Press> {
  const source = await sourceOfYear(desk, year)
  const { totals, tables } = await getOverview(desk, { source, threshold, measures: ['contacts'] })
  // A year is compared with what was said of the one before, also where that has been deleted since.
  const before = await getOverview(desk, { source: await sourceOfYear(desk, year - 1), threshold, measures: ['contacts'] })
  const inOrder = pressDimensions.flatMap((dimension) => tables.filter(({ axes }) => axes[0]?.dimension === dimension))
  return { year, frozen: source.kind === 'frozen', totals, before: before.totals, tables: inOrder.filter(({ withheld }) => !withheld) }
}

async function sourceOfYear(desk: CounsellingDesk, year: number): Promise<FigureSource> {
  const id = await newestSnapshot(desk, year)
  return id === null ? { kind: 'live', ...yearPeriod(year) } : { kind: 'frozen', id }
}

/** The short text for the press. */
export async function getPressText(desk: CounsellingDesk, office: string, year: number, threshold: Threshold): Promise<{ text: string; frozen: boolean }> {
  const { frozen, totals, before, tables } = await readPress(desk, year, threshold)
  return { text: pressText(year, totals, before, tables, office), frozen }
}

/** Notes that the text was taken along: it names figures of these tables. */
export async function notePressText(desk: CounsellingDesk, year: number, threshold: Threshold): Promise<void> {
  await noteAll(desk, await readPress(desk, year, threshold), 'Text')
}

/** Writes „Zahlen für die Presse" of a year to the chosen file. @throws OfficeError `disk-full`, `read-only` */
export async function savePress(
  desk: CounsellingDesk, grants: FileGrants, office: string, { year, threshold, format, grant }: { year: number; threshold: Threshold; format: 'xlsx' | 'pdf' | 'docx'; grant: string },
): Promise<{ tables: number }> {
  const press = await readPress(desk, year, threshold)
  const text = pressText(year, press.totals, press.before, press.tables, office)
  const about = [aboutLine(yearPeriod(year), office, press.frozen)]
  const sheets = press.tables.map((table) => sheetOf(table, tableTitle(table), about))
  grants.write(grant, await pressFile(press, sheets, text, about, format))
  await noteAll(desk, press, format)
  return { tables: sheets.length }
}

async function pressFile({ year }: Press, sheets: readonly FigureSheet[], text: string, about: readonly string[], format: 'xlsx' | 'pdf' | 'docx'): Promise<Uint8Array> {
  const title = `Zahlen für die Presse: Beratung ${year}`
  if (format === 'xlsx') {
    const [, ...lines] = text.split('\n').filter((line) => line !== '')
    return figuresXlsx([{ name: 'Überblick', title, about: [...about, ...lines], headings: [], rows: [], notes: Object.values(definitions) }, ...sheets])
  }
  const words = text.split('\n').slice(1).filter((line) => line !== '')
  if (format === 'docx') return figuresDocx({ title, about, words, sheets, meanings: Object.values(definitions) })
  const tables = sheets.map(({ title: heading, headings, rows, notes }) => ({
    heading, headings, rows: rows.map(({ cells, depth }) => cells.map((cell, at) => (at === 0 ? `${'· '.repeat(depth)}${figureText(cell)}` : figureText(cell)))), notes: notes.slice(0, 1),
  }))
  return tablesPdf({ title, remarks: [...about, '', ...words, '', ...Object.values(definitions)], tables })
}

async function noteAll(desk: CounsellingDesk, { year, tables }: Press, format: string): Promise<void> {
  for (const table of tables) await notePublication(desk, { title: `Presse ${year}: ${tableTitle(table)}`, format, period: yearPeriod(year), filters: [] }, table)
}

function sheetOf(table: FigureTable, title: string, about: readonly string[]): FigureSheet {
  const printed: PrintedTable = printedTable(table)
  const [note, ...others] = footnotes(table)
  return { name: printed.title, title, about: [...about, ...(table.threshold === null ? suppressionNote(table) : [])], headings: printed.headings, rows: printed.rows, notes: [note ?? '', ...others] }
}

function aboutLine(period: Period, office: string, frozen: boolean): string {
  return [periodLabel(period.from, period.to), office, frozen ? 'eingefrorene Zahlen' : `Stand ${germanDate(isoDay(new Date()))}`].filter((part) => part !== '').join(' · ')
}

async function periodOf(desk: CounsellingDesk, { source }: Pick<TableRequest, 'source'>): Promise<Period> {
  return source.kind === 'live' ? { from: source.from, to: source.to } : yearPeriod(await snapshotYear(desk, source.id))
}
