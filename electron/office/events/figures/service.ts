import { isoDay } from '../../../../shared/dates.ts'
import { figureScopeLabels, groupingLabels, type EventFigures, type FigurePeriod, type FigureTable, type FigureTotals } from '../../../../shared/events/figures/model.ts'
import { spanLabel, tallyEvents, yearsEarlier } from '../../../../shared/events/figures/tally.ts'
import { figureDefinitions, figureHeadings, figureParagraph, figureTitle, leftOutText, moneyNotes } from '../../../../shared/events/figures/words.ts'
import { figuresCsv } from '../../documents/figures-csv.ts'
import { figuresDocx } from '../../documents/figures-docx.ts'
import { tablesPdf } from '../../documents/pdf-table.ts'
import { figuresXlsx, type FigureSheet } from '../../documents/xlsx-figures.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { readFacts } from './repository.ts'

/** Years that stand side by side. */
const yearsShown = 5

/** Figures of a period with those of the years before. @param today ISO day; what lies before it should have taken place */
export async function getFigures(desk: OfficeDesk, { scope, ...period }: FigurePeriod, today = isoDay(new Date())): Promise<EventFigures> {
  const facts = await readFacts(desk.database.read, yearsEarlier(period, yearsShown - 1).from, period.to)
  return tallyEvents(facts, period, scope, today)
}

/** Writes the figures to the chosen file. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveFigures(desk: OfficeDesk, grants: FileGrants, { period, format, grant }: { period: FigurePeriod; format: 'xlsx' | 'csv' | 'docx' | 'pdf'; grant: string }): Promise<void> {
  const figures = await getFigures(desk, period)
  const office = (await getLetterhead(desk)).letterhead.officeName.trim()
  grants.write(grant, await written(figures, period, office, format))
}

async function written(figures: EventFigures, period: FigurePeriod, office: string, format: 'xlsx' | 'csv' | 'docx' | 'pdf'): Promise<Uint8Array> {
  const title = `Veranstaltungen ${spanLabel(period)}`
  const about = [[office, figureScopeLabels[period.scope]].filter((part) => part !== '').join(' · ')]
  const sheets = sheetsOf(figures, about)
  if (format === 'xlsx') return figuresXlsx(sheets)
  if (format === 'csv') return figuresCsv(sheets)
  const words = [figureParagraph(figures, period)]
  if (format === 'docx') return figuresDocx({ title, about, words, sheets, meanings: figureDefinitions })
  return tablesPdf({
    title, remarks: [...about, '', ...words, '', ...figureDefinitions],
    tables: sheets.map(({ title: heading, headings, rows, notes }) => ({ heading, headings, rows: rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('de-DE') : cell))), notes: notes.slice(0, 1) })),
  })
}

function sheetsOf(figures: EventFigures, about: readonly string[]): FigureSheet[] {
  const notes = [...leftOutText(figures.leftOut), ...figureDefinitions]
  return [yearsSheet(figures, about, notes), ...(figures.money.events > 0 || figures.moneyBefore.events > 0 ? [moneySheet(figures, about)] : []), ...figures.tables.map((table) => tableSheet(table, figures, about))]
}

/** The years as columns, which fit a page. */
function yearsSheet({ years }: EventFigures, about: readonly string[], notes: readonly string[]): FigureSheet {
  const lines: readonly (readonly [string, (totals: FigureTotals) => number])[] = [
    ['Veranstaltungen', ({ events }) => events], ['mit Partnern', ({ withPartners }) => withPartners], ['verschiedene Partner', ({ partners }) => partners], ['Besucher gezählt', ({ visitors }) => visitors.counted],
    ['Besucher geschätzt', ({ visitors }) => visitors.estimated], ['ohne Besucherzahl', ({ visitors }) => visitors.unknown], ['Sprachen', ({ languages }) => languages],
  ]
  const spent = years.some(({ spentCents }) => spentCents > 0) ? [{ depth: 0, isTotal: false, cells: ['Ausgaben in Euro', ...years.map(({ spentCents }) => spentCents / 100)] }] : []
  return {
    name: 'Jahre', title: 'Jahre nebeneinander', about, notes, headings: ['Kennzahl', ...years.map(({ label }) => label)],
    rows: [...lines.map(([label, figure]) => ({ depth: 0, isTotal: false, cells: [label, ...years.map(({ totals }) => figure(totals))] })), ...spent],
  }
}

/** Money by who gives it, in euros. */
function moneySheet({ money, moneyBefore }: EventFigures, about: readonly string[]): FigureSheet {
  const euros = (cents: number): number => cents / 100
  return {
    name: 'Geld', title: 'Geld', about, notes: moneyNotes(money, moneyBefore), headings: ['Herkunft', 'geplant (Euro)', 'eingegangen (Euro)', 'ausgegeben (Euro)'],
    rows: [
      ...money.sources.map(({ label, plannedCents, actualCents, usedCents }) => ({ depth: 0, isTotal: false, cells: [label, euros(plannedCents), euros(actualCents), euros(usedCents)] })),
      { depth: 0, isTotal: true, cells: ['Plan der Ausgaben, Eingang, Ist', euros(money.plannedCents), euros(money.incomeCents), euros(money.spentCents)] },
    ],
  }
}

function tableSheet(table: FigureTable, { totals, before }: EventFigures, about: readonly string[]): FigureSheet {
  const several = table.several ? ['Eine Veranstaltung zählt in jeder Zeile, die auf sie zutrifft; die Zeilen ergeben zusammen mehr.'] : []
  const total = { depth: 0, isTotal: true, cells: ['insgesamt', totals.events, before.events, totals.visitors.counted + totals.visitors.estimated, totals.visitors.estimated] }
  return {
    name: groupingLabels[table.grouping], title: figureTitle(table), about, notes: several,
    headings: [groupingLabels[table.grouping], ...figureHeadings],
    rows: [...table.rows.map(({ label, events, before: then, visitors, estimated }) => ({ depth: 0, isTotal: false, cells: [label, events, then, visitors, estimated] })), total],
  }
}
