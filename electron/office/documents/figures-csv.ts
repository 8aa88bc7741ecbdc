import { csvUtf8 } from './csv.ts'
import type { FigureSheet } from './xlsx-figures.ts'

/** Sheets of figures one below the other, each with its title and notes. */
export function figuresCsv(sheets: readonly FigureSheet[]): Uint8Array {
  return csvUtf8(sheets.flatMap(({ title, about, headings, rows, notes }, at) => [
    ...(at === 0 ? [] : [[]]),
    [title], ...about.map((line) => [line]), [], [...headings], ...rows.map(({ cells }) => cells.map(figureText)), [], ...notes.map((line) => [line]),
  ]))
}

/** A figure as German spreadsheets read it. */
export function figureText(cell: string | number): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell
}
