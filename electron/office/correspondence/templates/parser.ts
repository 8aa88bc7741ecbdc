import { isMap } from 'node:util/types'
import { letterDate } from '../../../../shared/correspondence/letter-date.ts'
import { marks, withoutMarks } from './marks.ts'

/** A row of a table or an entry of a list. */
export type Row = ReadonlyMap<string, string>
/** What fields hold: words, days, or rows. Maps on purpose: they have no names but those that were put in. */
export type Values = ReadonlyMap<string, string | readonly Row[]>

/** Name under which a row says all that it holds, for `{.}`. */
export const wholeRow = '.'

/** Collects what a document lacked while it is filled. */
export interface Gaps {
  /** Keys of fields that must not be empty, with their labels. */
  required: ReadonlyMap<string, string>
  dates: ReadonlySet<string>
  found: Set<string>
}

interface Context { meta: { part: { module?: string } } }

/**
 * Reads tags for docxtemplater. It knows names, three filters and a list, and nothing else: values come from maps, so that no tag
 * reaches an object's prototype, a function or anything that wasn't put into the map.
 */
export function parserOf(gaps: Gaps): (tag: string) => { get(scope: unknown, context: Context): unknown } {
  return (tag) => {
    const [name = '', ...steps] = tag.split('|')
    const filters = steps.map((step) => step.split(':') as [string, string?])
    return {
      get(scope, context) {
        const value = isMap(scope) ? (scope as Values).get(name) : undefined
        if (context.meta.part.module === 'loop') return sectionValue(value)
        if (value === undefined) return undefined
        const words = filters.length > 0 ? filtered(value, filters) : plain(value, gaps.dates.has(name))
        if (words.trim() !== '') return withoutMarks(words)
        return gap(name, gaps)
      },
    }
  }
}

/** What stands where nothing is to be said: nothing, or for a field that must be filled a mark that is seen. */
export function gap(name: string, { required, found }: Gaps): string {
  const label = required.get(name)
  if (label === undefined) return marks.empty
  found.add(label)
  return `${marks.gapStart}‹fehlt: ${label}›${marks.gapEnd}`
}

/** Rows are repeated; anything else is a condition: said or not. */
function sectionValue(value: string | readonly Row[] | undefined): readonly Row[] | boolean | undefined {
  return typeof value === 'string' ? value.trim() !== '' : value
}

function plain(value: string | readonly Row[], isDate: boolean): string {
  if (typeof value !== 'string') return joined(value, '\n')
  return isDate ? letterDate(value) : value
}

function joined(rows: readonly Row[], between: string): string {
  return rows.map((row) => row.get(wholeRow) ?? '').filter((text) => text !== '').join(between)
}

function filtered(value: string | readonly Row[], filters: readonly [string, string?][]): string {
  let words = typeof value === 'string' ? value : joined(value, '\n')
  for (const [filter, argument] of filters) {
    if (filter === 'datum') words = letterDate(words, argument === 'kurz' ? 'short' : argument === 'iso' ? 'iso' : 'long')
    if (filter === 'euro') words = euro(words)
    if (filter === 'anrede') words = words === '' || /[,!.:]$/u.test(words) ? words : `${words},`
    if (filter === 'liste') words = listed(words.split('\n').filter((line) => line.trim() !== ''), argument)
  }
  return words
}

const money = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

/** An amount as German letters show it; what is no amount stays as it is. */
function euro(words: string): string {
  const plainNumber = /^-?\d+(?:\.\d+)?$/u.test(words) ? words : words.replace(/\s*(?:€|EUR)$/u, '').replaceAll('.', '').replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/u.test(plainNumber) ? money.format(Number(plainNumber)) : words
}

function listed(lines: readonly string[], argument: string | undefined): string {
  if (argument === 'zeilen') return lines.join('\n')
  if (argument !== 'und' || lines.length < 2) return lines.join(', ')
  return `${lines.slice(0, -1).join(', ')} und ${lines.at(-1) ?? ''}`
}
