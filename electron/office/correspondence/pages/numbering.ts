import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { number } from './measures.ts'
import { letterProperties, paragraphProperties, type LetterProperties, type ParagraphProperties } from './properties.ts'

/** What stands before a paragraph of a list. */
export interface ListLabel { text: string; letters: LetterProperties; paragraph: ParagraphProperties }

interface Level { start: number; format: string; text: string; letters: LetterProperties; paragraph: ParagraphProperties }
interface List { base: string; levels: Map<number, Level>; starts: Map<number, number> }

/** Counts the lists of a document; to be asked once for each paragraph, in their order. */
export type ListCounter = (list: { id: string; level: number }) => ListLabel | null

/** Signs of Word's own bullet fonts, which other fonts don't have. */
const bullets: Record<string, string> = { '\uF0B7': '•', '\uF0A7': '▪', '\uF0D8': '➢', '\uF0FC': '✓', '\uF076': '❖', '\uF02D': '–', '\uF0E0': '→', '\uF071': '❑', '\uF0A8': '◻', o: '○' }

/** Reads the lists of a document. */
export function readNumbering(root: Element | null, font: (name: string) => string | undefined): ListCounter {
  const bases = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  for (const element of root ? children(root) : []) {
    if (is(element, 'abstractNum')) bases.set(attribute(element, 'abstractNumId') ?? '', levelsOf(element, font))
    if (is(element, 'num')) lists.set(attribute(element, 'numId') ?? '', listOf(element, bases, font))
  }
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return ({ id, level }) => {
    const list = lists.get(id)
    const shape = list?.levels.get(level)
    if (!list || !shape) return null
    const values = counts.get(list.base) ?? []
    counts.set(list.base, values)
    if (!begun.has(id)) {
      begun.add(id)
      for (const [at, start] of list.starts) values[at] = start - 1
    }
    values[level] = (values[level] ?? shape.start - 1) + 1
    values.length = level + 1
    const text = shape.format === 'bullet' ? bullets[shape.text] ?? shape.text : shape.text.replace(/%(\d)/gu, (_, digit: string) => {
      const other = list.levels.get(Number(digit) - 1)
      return formatted(values[Number(digit) - 1] ?? other?.start ?? 1, other?.format ?? 'decimal')
    })
    const letters = shape.format === 'bullet' && bullets[shape.text] !== undefined ? { ...shape.letters, font: undefined } : shape.letters
    return { text, letters: letters as LetterProperties, paragraph: shape.paragraph }
  }
}

function levelsOf(element: Element, font: (name: string) => string | undefined): Map<number, Level> {
  return new Map(children(element).filter((each) => is(each, 'lvl')).map((level) => [number(attribute(level, 'ilvl')) ?? 0, {
    start: number(attribute(child(level, 'start'), 'val')) ?? 1,
    format: attribute(child(level, 'numFmt'), 'val') ?? 'decimal',
    text: attribute(child(level, 'lvlText'), 'val') ?? '',
    letters: letterProperties(child(level, 'rPr'), font),
    paragraph: paragraphProperties(child(level, 'pPr')),
  }]))
}

function listOf(element: Element, bases: ReadonlyMap<string, Map<number, Level>>, font: (name: string) => string | undefined): List {
  const base = attribute(child(element, 'abstractNumId'), 'val') ?? ''
  const levels = new Map(bases.get(base) ?? [])
  const starts = new Map<number, number>()
  for (const change of children(element).filter((each) => is(each, 'lvlOverride'))) {
    const start = number(attribute(child(change, 'startOverride'), 'val'))
    if (start !== null) starts.set(number(attribute(change, 'ilvl')) ?? 0, start)
    for (const [at, level] of levelsOf(change, font)) levels.set(at, level)
  }
  return { base, levels, starts }
}

function formatted(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter': return letters(value)
    case 'upperLetter': return letters(value).toUpperCase()
    case 'lowerRoman': return roman(value)
    case 'upperRoman': return roman(value).toUpperCase()
    case 'decimalZero': return String(value).padStart(2, '0')
    case 'none': return ''
    default: return String(value)
  }
}

/** a, b, … z, aa, bb: as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value)
  const signs: [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]
  let rest = value
  return signs.map(([worth, sign]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return sign.repeat(times)
  }).join('')
}
