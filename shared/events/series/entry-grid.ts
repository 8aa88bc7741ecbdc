import { longestCell, mostEntries, type RawEntry } from './entries.ts'
import { entryFieldOf, findCode, headFieldOf, type EntryField, type HeadField } from './entry-fields.ts'

/** A table of a form: the texts of its cells, row by row. */
export type Grid = readonly (readonly string[])[]

/** What stands in a form, before it is asked what it means. */
export interface FormContent {
  code: string
  organiser: string
  /** The code of a series or its title as the form says it. */
  series: string
  none: boolean
  entries: { slot: number; cells: Partial<Record<EntryField, string>>; hints: string[] }[]
}

type Cells = Partial<Record<EntryField, string>>
const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''
const tidy = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/[ \t]+\n/gu, '\n').trim().slice(0, longestCell)

/**
 * Finds the entries in the tables of a form, wherever its labels stand: below each other with one event a column, or beside each other with
 * one event a row; in any order, with fields missing. What nobody asked for but somebody filled in is kept with its label as a remark.
 */
export function contentOf(grids: readonly Grid[]): FormContent {
  const head: Partial<Record<HeadField, string>> = {}
  let code = ''
  const found: { cells: Cells; extra: string[] }[] = []
  for (const grid of grids) {
    for (const row of grid) {
      for (const [column, cell] of row.entries()) {
        code ||= findCode(cell)
        const field = headFieldOf(cell)
        const value = row.slice(column + 1).find(filled)
        if (field !== undefined && value !== undefined && entryFieldOf(value) === undefined) head[field] ??= tidy(value)
      }
    }
    found.push(...entriesOf(grid))
  }
  const entries = found.flatMap(({ cells, extra }, index) => Object.keys(cells).length === 0 ? [] : [{
    slot: index + 1, cells: extra.length === 0 ? cells : { ...cells, remark: [cells.remark, ...extra].filter(filled).join('\n') },
    hints: extra.length === 0 ? [] : [`Nicht im Formular vorgesehen, als Mitteilung übernommen: ${extra.map((line) => `„${line}“`).join(', ')}`],
  }])
  return {
    code, organiser: head.organiser ?? '', series: head.series ?? '', none: /^(?:x|ja|j|✓|☒|☑|wahr|true)/iu.test(head.none ?? ''),
    entries: entries.slice(0, mostEntries),
  }
}

function entriesOf(grid: Grid): { cells: Cells; extra: string[] }[] {
  const labelled = grid.map((row) => row.filter((cell) => entryFieldOf(cell) !== undefined).length)
  const most = Math.max(0, ...labelled)
  const rows = labelled.filter((count) => count > 0).length
  if (most >= 3 && most > rows) return entriesInRows(grid, labelled.indexOf(most))
  return rows >= 2 ? entriesInColumns(grid) : []
}

/** One event a row below the row of labels. */
function entriesInRows(grid: Grid, headings: number): { cells: Cells; extra: string[] }[] {
  const labels = grid[headings] ?? []
  return grid.slice(headings + 1).map((row) => {
    const entry: { cells: Cells; extra: string[] } = { cells: {}, extra: [] }
    for (const [column, cell] of row.entries()) put(entry, labels[column] ?? '', cell)
    return entry
  })
}

/** One event a column beside the column of labels; a label that comes again begins the next events. */
function entriesInColumns(grid: Grid): { cells: Cells; extra: string[] }[] {
  const firsts = grid.map((row) => row.findIndex((cell) => entryFieldOf(cell) !== undefined)).filter((column) => column >= 0)
  const labelColumn = mode(firsts)
  const entries: { cells: Cells; extra: string[] }[] = []
  let block: { cells: Cells; extra: string[] }[] = []
  let seen = new Set<EntryField>()
  for (const row of grid) {
    const field = entryFieldOf(row[labelColumn] ?? '')
    if (field !== undefined && seen.has(field)) {
      entries.push(...block)
      block = []
      seen = new Set()
    }
    if (field !== undefined) seen.add(field)
    if (seen.size === 0 || headFieldOf(row[labelColumn] ?? '') !== undefined) continue
    let label = row[labelColumn] ?? ''
    let place = 0
    for (const cell of row.slice(labelColumn + 1)) {
      // A second label in the row: „Beginn | 15:00 | Ende | 17:00“.
      if (field !== undefined && entryFieldOf(cell) !== undefined && place > 0) {
        label = cell
        place = 0
        continue
      }
      const entry = block[place] ??= { cells: {}, extra: [] }
      put(entry, label, cell)
      place += 1
    }
  }
  return [...entries, ...block]
}

function put(entry: { cells: Cells; extra: string[] }, label: string, cell: string): void {
  if (!filled(cell)) return
  const field = entryFieldOf(label)
  if (field === undefined) {
    // Headings of columns („Veranstaltung 1“) and numbers of rows say nothing.
    if (filled(label) && !/^\s*(?:nr\.?|lfd\.? nr\.?)?\s*\d*\s*$/iu.test(label)) entry.extra.push(`${label.trim().split('\n')[0]}: ${tidy(cell)}`.slice(0, 500))
  } else {
    entry.cells[field] = filled(entry.cells[field]) ? `${entry.cells[field]}\n${tidy(cell)}` : tidy(cell)
  }
}

function mode(numbers: readonly number[]): number {
  const counted = new Map<number, number>()
  for (const number of numbers) counted.set(number, (counted.get(number) ?? 0) + 1)
  return [...counted].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** What was read of a form as entries to decide about; a form without any event is one entry of its own. */
export function rawEntries(fileName: string, fileKey: string, content: FormContent): RawEntry[] {
  const base = {
    fileName: fileName.slice(0, 255), code: content.code, organiser: content.organiser.split('\n')[0]?.slice(0, 300) ?? '', none: content.none, partnerId: null, eventId: null, taken: [], asNothing: false,
  }
  if (content.entries.length === 0) return [{ ...base, key: `${fileKey}:0`, slot: 0, cells: {}, hints: [] }]
  return content.entries.map(({ slot, cells, hints }) => ({ ...base, key: `${fileKey}:${slot}`, slot, cells, hints }))
}
