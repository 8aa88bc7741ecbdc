import { categoryLabel, dimensions, type DimensionId } from './dimensions.ts'
import type { FigureTable, FigureTotals } from './model.ts'
import { hours } from './printed.ts'
import { axisLines } from './table.ts'

/** The tables of the press sheet, in its order. */
export const pressDimensions: readonly DimensionId[] = ['topic', 'month', 'channel', 'language', 'origin', 'status', 'place', 'result', 'interpretation']

/** So many are named in the text. */
const named = 3

/**
 * „Zahlen für die Presse" as a short text. It is made of what the tables show and nothing else.
 * @param before totals of the year before
 */
export function pressText(year: number, totals: FigureTotals, before: FigureTotals, tables: readonly FigureTable[], office: string): string {
  const lines = [`Beratung im Jahr ${year}${office === '' ? '' : ` (${office})`}`, '']
  lines.push(totals.contacts === null ? `Die Zahlen des Jahres ${year} sind zu klein, um sie zu veröffentlichen.` : totalSentence(year, totals, before))
  for (const dimension of ['topic', 'language', 'origin'] as const) {
    const table = tables.find(({ axes }) => axes[0]?.dimension === dimension)
    const sentence = table && mostFrequent(table, dimension)
    if (sentence) lines.push(sentence)
  }
  lines.push('', 'Gezählt werden alle eingetragenen Kontakte, auch anonyme. Kleine Fallzahlen sind zum Schutz der Ratsuchenden nicht ausgewiesen.')
  return lines.join('\n')
}

function totalSentence(year: number, { contacts, cases, persons, minutes }: FigureTotals, before: FigureTotals): string {
  const figures = [`${german(contacts ?? 0)} Beratungskontakte`]
  if (minutes !== null) figures.push(`${german(Math.round(hours(minutes)))} Stunden Beratungszeit`)
  const people = [cases !== null && `${german(cases)} Fälle`, persons !== null && `${german(persons)} Personen`].filter((text) => text !== false)
  const behind = people.length === 0 ? '' : ` Dahinter stehen ${people.join(' mit ')}, dazu anonyme Beratungen.`
  return `Im Jahr ${year} gab es ${figures.join(' mit ')}${change(contacts ?? 0, before.contacts, year)}.${behind}`
}

function change(now: number, before: number | null, year: number): string {
  if (before === null || before === 0) return ''
  const percent = Math.round(((now - before) / before) * 100)
  if (percent === 0) return `, so viele wie ${year - 1} (${german(before)})`
  return `, ${Math.abs(percent)} Prozent ${percent > 0 ? 'mehr' : 'weniger'} als ${year - 1} (${german(before)})`
}

const beginnings: Partial<Record<DimensionId, string>> = { topic: 'Die häufigsten Themen', language: 'Die häufigsten Sprachen der Gespräche', origin: 'Die häufigsten Herkunftsregionen' }

function mostFrequent(table: FigureTable, dimension: DimensionId): string | null {
  const axis = table.axes[0]
  const total = table.cells[0]?.[0]
  if (!axis || !total) return null
  const top = axisLines(axis, (node) => table.cells[node]?.[0] ?? null)
    .filter(({ node, depth }) => depth === 0 && !axis.nodes[node]?.unknown && !axis.nodes[node]?.code.endsWith('~') && (table.cells[node]?.[0] ?? 0) > 0)
    .slice(0, named)
    .map(({ node }) => `${categoryLabel(dimension, axis.nodes[node]?.code ?? '')} (${Math.round(((table.cells[node]?.[0] ?? 0) / total) * 100)} Prozent)`)
  return top.length === 0 ? null : `${beginnings[dimension] ?? dimensions[dimension].label}: ${top.join(', ')}.`
}

function german(value: number): string {
  return value.toLocaleString('de-DE')
}
